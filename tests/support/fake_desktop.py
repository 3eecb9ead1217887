"""A stand-in for a desktop's portal and its panel, run by the system's Python on a private bus.

Each line read is an act: `panel` (a place for icons appears), `click ID ACTION`, `refuse` (the portal takes nothing
from now on), `old`/`new` (its version). The answer is one line of JSON: what was shown, what was taken back, the
names of the icons, and what was shown beside them.
"""

from gi.repository import Gio, GLib
from stand_in_loop import serve

PORTAL, NOTIFICATION = "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Notification"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
WATCHER, WATCHER_PATH = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"

NOTIFICATIONS, NOTIFICATIONS_PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"

INTERFACES = Gio.DBusNodeInfo.new_for_xml(
    f"""<node>
    <interface name="{NOTIFICATION}">
      <method name="AddNotification"><arg type="s" direction="in"/><arg type="a{{sv}}" direction="in"/></method>
      <method name="RemoveNotification"><arg type="s" direction="in"/></method>
      <signal name="ActionInvoked"><arg type="s"/><arg type="s"/><arg type="av"/></signal>
      <property name="version" type="u" access="read"/>
    </interface>
    <interface name="{WATCHER}">
      <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
      <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
      <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
      <property name="ProtocolVersion" type="i" access="read"/>
      <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
      <signal name="StatusNotifierHostRegistered"/>
    </interface>
    <interface name="{NOTIFICATIONS}">
      <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
        <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
        <arg type="as" direction="in"/><arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/>
        <arg type="u" direction="out"/></method>
    </interface></node>"""
)


class Desktop:
    """What was shown, and whether the portal takes anything."""

    def __init__(self, bus):
        self.bus, self.shown, self.removed, self.icons, self.beside = bus, [], [], [], []
        self.refuses, self.version = False, 2
        bus.register_object(PORTAL_PATH, INTERFACES.interfaces[0], self.on_portal, self.on_version, None)
        bus.register_object(WATCHER_PATH, INTERFACES.interfaces[1], self.on_watcher, self.on_host, None)

        bus.register_object(NOTIFICATIONS_PATH, INTERFACES.interfaces[2], self.on_notify, None, None)

    def on_notify(self, _bus, _sender, _path, _interface, _method, parameters, invocation):
        name, _replaced, _icon, title, text, _actions, hints, _timeout = parameters.unpack()
        self.beside.append([name, title, text, sorted(hints)])
        invocation.return_value(GLib.Variant("(u)", (len(self.beside),)))

    def on_portal(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        given = parameters.unpack()
        if self.refuses:
            invocation.return_dbus_error("org.freedesktop.portal.Error.NotAllowed", "no")
            return
        (self.shown if method == "AddNotification" else self.removed).append(given)
        invocation.return_value(None)

    def on_version(self, *_given):
        return GLib.Variant("u", self.version)

    def on_watcher(self, _bus, sender, _path, _interface, method, parameters, invocation):
        if method == "RegisterStatusNotifierItem":
            self.icons.append([sender, *parameters.unpack()])
        invocation.return_value(None)

    def on_host(self, _bus, _sender, _path, _interface, name):
        known = {"ProtocolVersion": GLib.Variant("i", 0), "RegisteredStatusNotifierItems": GLib.Variant("as", [])}
        return known.get(name, GLib.Variant("b", True))

    def act(self, what, *rest):
        if what == "panel":
            Gio.bus_own_name_on_connection(self.bus, NOTIFICATIONS, Gio.BusNameOwnerFlags.NONE, None, None)
            Gio.bus_own_name_on_connection(self.bus, WATCHER, Gio.BusNameOwnerFlags.NONE, None, None)
        elif what == "click":
            words = GLib.Variant("(ssav)", (rest[0], rest[1], []))
            self.bus.emit_signal(None, PORTAL_PATH, NOTIFICATION, "ActionInvoked", words)
        elif what == "refuse":
            self.refuses = True
        elif what in ("old", "new"):
            self.version = 1 if what == "old" else 2

    def answer(self):
        return {"shown": self.shown, "removed": self.removed, "icons": self.icons, "beside": self.beside}


serve(Desktop, PORTAL)

"""A stand-in for logind and the screen lock, run by the system's Python on a private bus.

Each line read is an act: `sleep`, `wake`, `lock`, `hint`, `unhint`, `saver NAME`. The answer is one line of JSON:
whether the delay inhibitor is still held, and what was asked.
"""

import os

from gi.repository import Gio, GLib
from stand_in_loop import serve

MANAGER, SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SESSION_PATH = "/org/freedesktop/login1/session/_32"
OTHER_PATH = "/org/freedesktop/login1/session/_39"

INTERFACES = Gio.DBusNodeInfo.new_for_xml(
    f"""<node>
    <interface name="{MANAGER}">
      <method name="Inhibit"><arg type="s" direction="in"/><arg type="s" direction="in"/>
        <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="h" direction="out"/></method>
      <method name="GetSession"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
      <method name="GetSessionByPID"><arg type="u" direction="in"/><arg type="o" direction="out"/></method>
      <signal name="PrepareForSleep"><arg type="b"/></signal>
    </interface>
    <interface name="{SESSION}"><property name="LockedHint" type="b" access="read"/><signal name="Lock"/></interface>
    </node>"""
)


class Login:
    """What was asked, the end of the pipe that shows whether the inhibitor is held, and the hint."""

    def __init__(self, bus):
        self.bus, self.asked, self.reader, self.locked = bus, [], None, False
        bus.register_object("/org/freedesktop/login1", INTERFACES.interfaces[0], self.on_call, None, None)
        for path in (SESSION_PATH, OTHER_PATH):
            bus.register_object(path, INTERFACES.interfaces[1], None, self.on_get, None)

    def on_call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        self.asked.append([method, *parameters.unpack()])
        if method == "Inhibit":
            self.reader, writer = os.pipe()
            handles = Gio.UnixFDList.new_from_array([writer])
            invocation.return_value_with_unix_fd_list(GLib.Variant("(h)", (0,)), handles)
        elif method == "GetSessionByPID" or parameters.unpack()[0] in ("2", "auto"):
            invocation.return_value(GLib.Variant("(o)", (SESSION_PATH,)))
        else:
            invocation.return_dbus_error("org.freedesktop.login1.NoSuchSession", "there is none")

    def on_get(self, _bus, _sender, path, _interface, _name):
        return GLib.Variant("b", self.locked and path == SESSION_PATH)

    @property
    def held(self):
        """Whether somebody still has the other end of the pipe."""
        if self.reader is None:
            return False
        os.set_blocking(self.reader, False)
        try:
            return os.read(self.reader, 1) != b""
        except BlockingIOError:
            return True

    def act(self, what, *rest):
        if what in ("sleep", "wake"):
            self.say("/org/freedesktop/login1", MANAGER, "PrepareForSleep", GLib.Variant("(b)", (what == "sleep",)))
        elif what == "lock":
            self.say(SESSION_PATH if not rest else OTHER_PATH, SESSION, "Lock", None)
        elif what in ("hint", "unhint"):
            self.locked = what == "hint"
            changed = {"LockedHint": GLib.Variant("b", self.locked)}
            words = GLib.Variant("(sa{sv}as)", (SESSION, changed, []))
            self.say(SESSION_PATH, PROPERTIES, "PropertiesChanged", words)
        elif what == "saver":
            path = "/" + rest[0].replace(".", "/")
            self.say(path, rest[0], "ActiveChanged", GLib.Variant("(b)", (rest[1] == "on",)))

    def say(self, path, interface, name, words):
        self.bus.emit_signal(None, path, interface, name, words)

    def answer(self):
        return {"held": self.held, "asked": self.asked}


serve(Login, "org.freedesktop.login1")

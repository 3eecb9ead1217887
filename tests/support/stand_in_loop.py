"""What the stand-ins on a private bus share: they act on each line read, and answer with one line of JSON."""

import json
import os
import sys

from gi.repository import Gio, GLib


def tell(**what):
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def serve(make, name):
    """Stand on the bus under a name, as what `make` gives for it: `act` does an act, `answer` tells what came of it.

    It ends with the lines; `?` only asks.
    """
    bus = Gio.DBusConnection.new_for_address_sync(
        os.environ["FAKE_BUS"],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
        None,
        None,
    )
    made = make(bus)
    loop = GLib.MainLoop()

    def on_line(channel, _condition):
        line = channel.readline()
        if not line:
            loop.quit()
            return False
        if line.strip() != "?":
            made.act(*line.split())
        tell(**made.answer())
        return True

    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, on_line)

    def on_named(_bus, _name):
        tell(ready=True)

    Gio.bus_own_name_on_connection(bus, name, Gio.BusNameOwnerFlags.NONE, on_named, None)
    loop.run()

"""A real window under Xvfb, driven by key presses and read as a screen reader reads it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "xdotool", "openbox", "dbus-daemon", "gdbus", "setxkbmap", "import", "xprop")
PATIENCE_S = 60
"""How long a condition may take before the test gives up; never how long it waits when it holds."""

FAKE_CLOCKS = ("/usr/lib/*/faketime/libfaketimeMT.so.1", "/usr/lib/faketime/libfaketimeMT.so.1")

LONGEST_ROUND = 80
"""More Tab presses than any page has stops."""

T = TypeVar("T")
Node = dict[str, Any]


def fake_clock() -> Path:
    """The library that gives a program another clock; fails the test where it is missing."""
    found = [path for pattern in FAKE_CLOCKS for path in Path("/").glob(pattern[1:])]
    assert found, "libfaketime is not installed"
    return found[0]


def told_time(at: str, zone: str, library: Path) -> dict[str, str]:
    """The variables with which a program begins at this local time, "2026-10-29 20:29:40".

    As a distance from the real time, so that a program that starts anew goes on, and needs no memory shared with
    others. The library's mending of waits by the steady clock, which is not faked, makes each change of threads a
    busy wait: a start took ten times as long, now and then over a minute.
    """
    begin = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(zone))
    distance = round(begin.timestamp() - time.time())
    steady = {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_FORCE_MONOTONIC_FIX": "0", "FAKETIME_DISABLE_SHM": "1"}
    return {"LD_PRELOAD": str(library), "FAKETIME": f"{distance:+d}s", **steady}


def missing_tools() -> list[str]:
    """The programs that are not here; the tests say so when they skip."""
    missing = [tool for tool in NEEDED if shutil.which(tool) is None]
    reads_tree = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"], capture_output=True, check=False
    )
    return missing if reads_tree.returncode == 0 else [*missing, "python3-gi"]


@dataclass
class Desktop:
    """A screen, a window manager and a session bus of one test's own."""

    environment: dict[str, str]
    reader: subprocess.Popen[str]
    program: subprocess.Popen[str] | None = None
    keys_pressed: int = 0
    log: Path = field(default_factory=Path)
    watched_by: tuple[str, ...] = ()

    def start(self, *arguments: str, at: str = "", module: str = "journal", **environment: str) -> None:
        """Start the program with these arguments; `at` is the local time it begins at.

        Its stdin is a pipe, for a `module` that is told what to do. `watched_by` is a command that runs it
        under its own process number, such as `strace -D`.
        """
        if self.program is not None and self.program.stdin is not None:
            self.program.stdin.close()
        if at:
            environment |= told_time(at, self.environment["TZ"], fake_clock())
        with self.log.open("a") as output:
            self.program = subprocess.Popen(
                [*self.watched_by, sys.executable, "-m", module, *arguments],
                env=self.environment | environment,
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                text=True,
            )

    def tell(self, line: str) -> None:
        """Write a line to the program's stdin, where it listens to that."""
        assert self.program is not None
        assert self.program.stdin is not None
        self.program.stdin.write(line + "\n")
        self.program.stdin.flush()

    def ask(self, **command: object) -> dict[str, Any]:
        """One question to the accessibility tree."""
        assert self.program is not None
        assert self.reader.stdin is not None
        assert self.reader.stdout is not None
        self.reader.stdin.write(json.dumps({**command, "process": self.program.pid}) + "\n")
        self.reader.stdin.flush()
        reply: dict[str, Any] = json.loads(self.reader.stdout.readline())
        return reply

    def nodes(self) -> list[Node]:
        """Every node that is showing."""
        return list(self.ask(do="showing").get("nodes", []))

    def shown(self) -> list[Node]:
        """Every node that is on a page that is shown, with all that is known of it."""
        return list(self.ask(do="shown").get("nodes", []))

    def until(self, condition: Callable[[], T | None], what: str) -> T:
        """Ask again until the condition gives something; fail with `what` when it never does."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            found = condition()
            if found:
                return found
            time.sleep(0.02)
        raise self.failure(f"never happened: {what}")

    def failure(self, what: str) -> AssertionError:
        """A failure with a picture of the screen beside the program's log."""
        picture = self.log.with_name("failed.png")
        self.screenshot(picture)
        return AssertionError(f"{what}; see {picture}; the program said: {self.told()}")

    def find(self, name: str, role: str | None = None) -> Node | None:
        """The first showing node whose name begins so."""
        return next(
            (node for node in self.nodes() if node["name"].startswith(name) and (role is None or node["role"] == role)),
            None,
        )

    def wait_for(self, name: str, role: str | None = None) -> Node:
        """Wait until a node of this name is there."""
        return self.until(lambda: self.find(name, role), f"{role or 'something'} called “{name}”")

    def wait_gone(self, name: str) -> None:
        """Wait until no node of this name is there."""
        self.until(lambda: self.find(name) is None, f"“{name}” gone")

    def has_left(self, node: Node) -> bool:
        """Whether another node has the focus, or none."""
        focused = self.focused()
        return focused is None or bool(focused["path"] != node["path"])

    def focused(self) -> Node | None:
        """The node that has the keyboard focus.

        That is the list and not its line that is focused with it, and the text field and not its nameless inside.
        """
        found = [node for node in self.nodes() if node["focused"] and (node["role"] != "filler" or node["name"])]
        paths = [node["path"] for node in found]
        outer = [node for node in found if node["path"][:-1] not in paths]
        return outer[-1] if outer else None

    def wait_focus(self, name: str) -> Node:
        """Wait until the focus is on a node whose name begins so."""

        def there() -> Node | None:
            return next((node for node in self.nodes() if node["focused"] and node["name"].startswith(name)), None)

        return self.until(there, f"focus on “{name}”")

    def tab_to(self, name: str, key: str = "Tab") -> Node:
        """Press Tab until the focus is on a node whose name begins so; fail after a whole round."""
        seen: list[str] = []
        for _ in range(LONGEST_ROUND):
            here = self.until(self.focused, "any focus")
            if here["name"].startswith(name):
                return here
            seen.append(here["name"])
            self.key(key)
            self.until(partial(self.has_left, here), f"a move away from {here['name']}")
        raise self.failure(f"“{name}” is not reached by {key}: {seen}")

    def key(self, *keys: str) -> None:
        """Press keys, by name or by the number of the physical key."""
        self.keys_pressed += len(keys)
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.keys_pressed += len(text)
        self._xdotool("type", "--delay", "15", text)

    def press(self, name: str, role: str = "push button") -> None:
        """Press a control by its accessible action, as a screen reader's user does."""
        self.ask(do="press", path=self.wait_for(name, role)["path"])

    def layout(self, name: str) -> None:
        """Use a keyboard layout."""
        subprocess.run(["setxkbmap", name], env=self.environment, check=True)

    def screenshot(self, path: Path) -> None:
        """Take a picture of the whole screen."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def wait_ended(self) -> int:
        """Wait until the program has ended by itself; its exit code."""
        assert self.program is not None
        return self.program.wait(PATIENCE_S)

    def told(self) -> str:
        """What the program printed, for a failed test."""
        return self.log.read_text()[-2000:] if self.log.exists() else "nothing: it was not started by this desktop"

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True)


@contextmanager
def desktop(folder: Path, size: str = "1280x900") -> Iterator[Desktop]:
    """Start a screen, a bus and a window manager; end them all after."""
    with ExitStack() as stack:
        display = _start_screen(stack, size)
        environment = {
            **{key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"},
            "DISPLAY": display,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_STATE_HOME": str(folder / "state"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LANG": "C.UTF-8",
            "TZ": "Europe/Amsterdam",
            "PYTHONPATH": str(ROOT),
        }
        (folder / "run").mkdir(parents=True, exist_ok=True, mode=0o700)
        environment["DBUS_SESSION_BUS_ADDRESS"] = _start_bus(stack, environment)
        _start(stack, ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], environment)
        _start(stack, ["openbox"], environment)
        _wait_for_window_manager(environment)
        _wait_for_accessibility(environment)
        reader = subprocess.Popen(
            [SYSTEM_PYTHON, str(ROOT / "tests/support/accessible_tree.py")],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        stack.callback(_end, reader)
        made = Desktop(environment, reader, log=folder / "program.log")
        try:
            yield made
        finally:
            if made.program is not None:
                _end(made.program)


def _start(stack: ExitStack, command: list[str], environment: dict[str, str]) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    stack.callback(_end_group, process)
    return process


def _end_group(process: subprocess.Popen[str]) -> None:
    """End a process with what it started: the bus launcher leaves a bus of its own behind."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    _end(process)


def _end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait(10)
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()


def _start_screen(stack: ExitStack, size: str) -> str:
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"]
    process = subprocess.Popen(command, pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(_end, process)
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        return f":{answer.readline().strip()}"


def _wait_for_window_manager(environment: dict[str, str]) -> None:
    """A window that is mapped before its manager stands would never get the focus."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        asked = subprocess.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=environment, capture_output=True, text=True, check=False
        )
        if "window id" in asked.stdout:
            return
        time.sleep(0.05)
    raise AssertionError("the window manager did not start")


def _wait_for_accessibility(environment: dict[str, str]) -> None:
    """A program that asks for the accessibility bus before that stands can wait for it for minutes."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        told = _call(environment, "--session", "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")
        address = told.partition("'")[2].rpartition("'")[0]
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.freedesktop.DBus.Peer.Ping")
        if address and _call(environment, f"--address={address}", *registry) == "()":
            return
        time.sleep(0.05)
    raise AssertionError("the accessibility bus did not start")


def _call(environment: dict[str, str], bus: str, name: str, path: str, method: str) -> str:
    """What a method on a bus answers; empty where nobody does."""
    command = ["gdbus", "call", bus, "--timeout", "5", "--dest", name, "--object-path", path, "--method", method]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout.strip()


def _start_bus(stack: ExitStack, environment: dict[str, str]) -> str:
    process = subprocess.Popen(
        ["dbus-daemon", "--session", "--print-address", "--nofork"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    stack.callback(_end, process)
    assert process.stdout is not None
    return process.stdout.readline().strip()

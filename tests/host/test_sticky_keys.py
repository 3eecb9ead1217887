"""Sticky keys, asked of a real X server."""

import ctypes
import ctypes.util
import os
import shutil
import subprocess

import pytest

from journal.host.sticky_keys import STICKY_KEYS_MASK, USE_CORE_KEYBOARD, sticky_keys_on


@pytest.fixture
def x_server(monkeypatch):
    if shutil.which("Xvfb") is None or ctypes.util.find_library("X11") is None:
        pytest.skip("needs Xvfb and libX11")
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "64x64x24", "-nolisten", "tcp", "-noreset"]
    process = subprocess.Popen(command, pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        monkeypatch.setenv("DISPLAY", f":{answer.readline().strip()}")
    yield
    process.kill()
    process.wait(10)


def switch(*, on):
    x11 = ctypes.CDLL(ctypes.util.find_library("X11"))
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    x11.XkbUseExtension(display, None, None)
    x11.XkbChangeEnabledControls(display, USE_CORE_KEYBOARD, STICKY_KEYS_MASK, STICKY_KEYS_MASK if on else 0)
    x11.XCloseDisplay(display)


def test_the_x_server_is_asked_each_time(x_server):
    before = sticky_keys_on()
    switch(on=True)
    during = sticky_keys_on()
    switch(on=False)
    assert (before, during, sticky_keys_on()) == (False, True, False)


def test_without_a_screen_the_answer_is_no(monkeypatch):
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not sticky_keys_on()


@pytest.mark.parametrize(
    ("written", "on"), [("StickyKeys=true", True), ("StickyKeys=false", False), ("StickyKeys=eh", False)]
)
def test_plasmas_own_file_is_read(own_home, monkeypatch, written, on):
    monkeypatch.delenv("DISPLAY", raising=False)
    (own_home / "kaccessrc").write_text(f"[Keyboard]\n{written}\n")
    assert sticky_keys_on() is on


@pytest.mark.parametrize(("answer", "on"), [("true", True), ("false", False)])
def test_gnome_is_asked_by_its_own_command(tmp_path, monkeypatch, answer, on):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    command = tmp_path / "gsettings"
    command.write_text(f"#!/bin/sh\necho {answer}\n")
    command.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert sticky_keys_on() is on

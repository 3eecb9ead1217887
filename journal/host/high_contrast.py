"""Whether the system asks for high contrast, where it can be asked without a wait.

Linux desktops tell it through their portal, which the window asks without waiting (`ui.theme.portal`).
Qt has the answer too, but its object must not be touched from Python: it is destroyed with its wrapper.
"""

from __future__ import annotations

import ctypes
import sys

from journal.host.less_motion import told


def high_contrast_wanted() -> bool:
    """Ask Windows or macOS now. Elsewhere, and where it can't be asked, the answer is no."""
    if sys.platform == "darwin":
        return told(["/usr/bin/defaults", "read", "com.apple.universalaccess", "increaseContrast"]) == "1"
    return sys.platform == "win32" and _windows()


class _HighContrast(ctypes.Structure):
    """HIGHCONTRASTW of the Windows API."""

    _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p))


def _windows() -> bool:
    """Not run by the tests here: they have no Windows."""
    get_high_contrast, switched_on = 0x0042, 0x1
    asked = _HighContrast(ctypes.sizeof(_HighContrast), 0, None)
    user32 = ctypes.CDLL("user32")
    told = user32.SystemParametersInfoW(get_high_contrast, asked.size, ctypes.byref(asked), 0)
    return bool(told) and bool(asked.flags & switched_on)

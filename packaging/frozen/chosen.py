"""Which modules, libraries and files go into the frozen program, and which stay out."""

from __future__ import annotations

import sys
from pathlib import Path

OPTIMIZE = 1
"""Without asserts, and with docstrings: click's help is made of them."""

HIDDEN = ("matplotlib.backends.backend_pdf", "matplotlib.backends.backend_svg", "matplotlib.backends.backend_agg")

EXCLUDED = [
    # The program talks to nobody: what could is not there. (A socket is what the desktop's bus is reached by.)
    *("ssl", "_ssl", "PySide6.QtNetwork", "http", "urllib.request", "urllib.robotparser", "asyncio", "socketserver"),
    *("ftplib", "smtplib", "imaplib", "poplib", "nntplib", "telnetlib", "xmlrpc", "webbrowser", "jeepney.io.asyncio"),
    *("jeepney.io.trio", "jeepney.io.tests", "wsgiref", "cgi"),
    # SQLCipher's driver stands in for it (instead/sqlite3.py).
    *("_sqlite3", "sqlite_utils.cli"),
    # Of OpenSSL only what `cryptography` brings itself; hashlib has its own functions.
    "_hashlib",
    # Archives and pictures that no format of ours uses.
    *(
        "bz2",
        "_bz2",
        "lzma",
        "_lzma",
        "PIL._avif",
        "PIL._webp",
        "PIL._imagingcms",
        "PIL._imagingft",
        "PIL._imagingmath",
    ),
    *("PIL._imagingmorph", "PIL._imagingtk", "PIL.ImageTk", "PIL.ImageQt", "PIL.ImageGrab", "PIL.ImageShow"),
    *("lxml.html", "lxml.objectify", "lxml.isoschematron", "lxml.sax", "lxml.cssselect", "lxml.ElementInclude"),
    # For people who program.
    *(
        "pip",
        "setuptools",
        "pkg_resources",
        "distutils",
        "ensurepip",
        "venv",
        "idlelib",
        "lib2to3",
        "pydoc",
        "pydoc_data",
    ),
    *("tkinter", "_tkinter", "turtle", "test", "doctest", "pdb", "IPython", "pytest", "readline", "curses", "_curses"),
    *("_uuid", "xxlimited", "_testcapi", "numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.random"),
    *(
        "matplotlib.testing",
        "matplotlib.tests",
        "matplotlib.pyplot",
        "matplotlib.backends.backend_qtagg",
    ),
]

HOOKS_LEFT_OUT = {
    # It makes a folder for matplotlib at every start; the program has one of its own (host/chart_cache.py).
    "pyi_rth_mplconfig",
}

QT_LIBRARIES = {"Core", "DBus", "Gui", "PrintSupport", "Svg", "WaylandClient", "Widgets", "XcbQpa"}
QT_PLUGINS = {
    "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "platforminputcontexts/libibusplatforminputcontextplugin.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland.so",
    "platforms/libqxcb.so",
    "platformthemes/libqgtk3.so",
    "platformthemes/libqxdgdesktopportal.so",
    "printsupport/libcupsprintersupport.so",
    "wayland-decoration-client/libadwaita.so",
    "wayland-decoration-client/libbradient.so",
    "wayland-shell-integration/libxdg-shell.so",
}
LANGUAGES = ("en", "es", "de", "fr", "uk")

MONTH_NAMES = (
    *(
        "pt",
        "nl",
        "it",
        "sv",
        "da",
        "nb",
        "no",
        "nn",
        "fi",
        "pl",
        "cs",
        "sk",
        "hu",
        "ro",
        "tr",
        "ru",
        "el",
        "bg",
        "hr",
        "sl",
    ),
    *("ca", "et", "lv", "lt", "id", "vi"),
)
"""Languages whose names of months are read in files of other programs (texts/month_names.py)."""


def resources(root: Path) -> list[tuple[str, str]]:
    """What the program reads of resources/, as (file, folder in the build)."""
    found = []
    for path in sorted((root / "resources").rglob("*")):
        inside = path.relative_to(root)
        left_out = inside.parts[1] == "screenshots" or path.suffix in (".po", ".pot") or path.name == "translators.md"
        if path.is_file() and not left_out:
            found.append((str(path), inside.parent.as_posix()))
    return found


def takes_binary(name: str, source: str) -> bool:
    """Whether a library goes in; `name` is where it would stand, `source` the file it is."""
    if sys.platform != "linux":
        import elsewhere

        return elsewhere.takes_binary(name)
    if name.startswith("PySide6/Qt/plugins/"):
        return name.removeprefix("PySide6/Qt/plugins/") in QT_PLUGINS
    if Path(name).name.startswith("libQt6"):
        return Path(name).name.removeprefix("libQt6").split(".")[0] in QT_LIBRARIES
    return not _is_of_system(source)


def takes_data(name: str) -> bool:
    """Whether a file goes in."""
    if sys.platform != "linux":
        import elsewhere

        name = elsewhere.posix(name)
        if name.startswith("PySide6/"):
            return elsewhere.takes_data(name)
    if name.startswith("PySide6/Qt/"):
        return name in {f"PySide6/Qt/translations/qtbase_{code}.qm" for code in LANGUAGES}
    if name.startswith("matplotlib/mpl-data/"):
        return name.endswith(("matplotlibrc", "DejaVuSans.ttf", "LastResortHE-Regular.ttf", "LICENSE_DEJAVU"))
    if name.startswith("babel/locale-data/"):
        locale = name.removeprefix("babel/locale-data/").removesuffix(".dat")
        return locale in ("root", *MONTH_NAMES) or locale.split("_")[0] in LANGUAGES
    if ".dist-info/" in name:
        package, file = name.split("/", maxsplit=1)
        return package.lower().startswith(("keyring", "click")) and file in ("METADATA", "entry_points.txt")
    return not name.endswith((".pyi", ".pyx", ".pxd", ".h", ".c", ".typed"))


def _is_of_system(source: str) -> bool:
    """A library of the build machine's Linux: on another it would be the wrong one. Named in system-libraries.txt."""
    path = Path(source).resolve()
    of_python = path.name.startswith(("libpython", "_")) or "lib-dynload" in path.parts
    return path.is_relative_to("/lib") or (path.is_relative_to("/usr/lib") and not of_python)

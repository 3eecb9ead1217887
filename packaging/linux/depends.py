"""Which Debian packages an unpacked package needs, asked of dpkg-shlibdeps for every ELF file in it.

python packaging/linux/depends.py ROOT   ROOT holds usr/ and DEBIAN/, as build/deb does after packaging/deb.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ELF = b"\x7fELF"
FIELDS = ("Depends", "Recommends", "Suggests")

OPTIONAL_PLUGINS = {
    "libcupsprintersupport.so": ("Recommends", "libcups2"),
    # It takes colours and dialogs from GTK where that runs anyway; elsewhere Qt passes it over.
    "libqgtk3.so": ("Suggests", "libgtk-3-0"),
}
"""Plugins that Qt loads where their libraries are, and does without elsewhere."""

OVER_THE_BUS = (
    ("Recommends", "at-spi2-core"),  # screen readers
    ("Recommends", "xdg-desktop-portal"),  # notifications, the colour scheme, the desktop's own file dialogs
    ("Suggests", "gnome-keyring"),  # only for whoever lets the keyring open the journal
)
"""What no ELF file names, because it is reached over the session bus."""


def elf_files(folder: Path) -> Iterator[Path]:
    """Every ELF file that is no link, in a fixed order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and begins(path) == ELF:
            yield path


def begins(path: Path) -> bytes:
    """The first four bytes of a file."""
    with path.open("rb") as file:
        return file.read(len(ELF))


def relations(root: Path) -> dict[str, str]:
    """Depends, Recommends and Suggests, each as one line. Ends the program where a library is not found."""
    found: dict[str, list[str]] = {field: [] for field in FIELDS}
    linked = []
    for path in elf_files(root):
        if path.name in OPTIONAL_PLUGINS:
            field, package = OPTIONAL_PLUGINS[path.name]
            found[field].append(package)
        else:
            linked.append(path)
    for field, package in OVER_THE_BUS:
        found[field].append(package)
    found["Depends"] = [*map(str.strip, _shlibdeps(linked).split(","))]
    return {field: ", ".join(sorted(names)) for field, names in found.items() if names}


def _shlibdeps(linked: list[Path]) -> str:
    private = sorted({str(path.parent.resolve()) for path in linked if ".so" in path.name})
    with tempfile.TemporaryDirectory() as place:
        debian = Path(place, "debian")
        debian.mkdir()
        (debian / "control").write_text("Source: leeward\n\nPackage: leeward\nArchitecture: any\n")
        command = ["dpkg-shlibdeps", "-O", "-Tsubstvars", "--ignore-missing-info", *(f"-l{each}" for each in private)]
        environment = os.environ | {"LC_ALL": "C.UTF-8"}
        asked = subprocess.run(
            [*command, *(str(path.resolve()) for path in linked)],
            cwd=place,
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
    if asked.returncode:
        faults = [line for line in asked.stderr.splitlines() if "error" in line]
        sys.exit("\n".join([*faults, "A library that the program is linked with is not on this computer."]))
    return asked.stdout.strip().removeprefix("shlibs:Depends=")


if __name__ == "__main__":
    for field_, line_ in relations(Path(sys.argv[1])).items():
        print(f"{field_}: {line_}")

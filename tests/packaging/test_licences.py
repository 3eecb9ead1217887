"""Every part that is shipped may be shipped inside a program under the GPL, version 3 or later."""

import re
import tomllib
from pathlib import Path

import pytest

from journal.host.builds import OWN_LICENCE, read_parts

ROOT = Path(__file__).resolve().parents[2]
PARTS = {part.name: part for part in read_parts()}

# By the Free Software Foundation's list of licences that go together with the GPL, version 3; the OFL by its section 5.
FITS = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "GPL-3.0-only", "GPL-3.0-or-later"),
    *("LGPL-3.0-only", "MIT", "MIT-0", "MIT-CMU", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Zlib"),
}
FITS_FROZEN = {
    *("Bitstream-Vera", "FTL", "IJG", "LGPL-2.1-or-later", "Unicode-3.0", "X11", "blessing", "libtiff"),
    *("GPL-2.0-or-later WITH Bootloader-exception", "GPL-3.0-or-later WITH GCC-exception-3.1"),
}
# What older packages write instead.
MEANT = {
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Apache License, Version 2.0": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Public Domain": "CC0-1.0",
}
UNSAID = {"sqlcipher3": "Zlib"}
"""Parts that name no licence in their data; it is the one in the file of their words."""


def choices(licence: str) -> list[set[str]]:
    """The licences of an expression: one of the sets, and all that is in it."""
    return [
        {MEANT.get(name.strip(" ()"), name.strip(" ()")) for name in re.split(r" AND |, (?!Version)", choice)}
        for choice in licence.split(" OR ")
    ]


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_part_goes_together_with_the_gpl(name):
    licence = PARTS[name].licence or UNSAID.get(name, "")
    assert any(choice <= FITS for choice in choices(licence)), licence


def bundled() -> dict[str, str]:
    """What is in the frozen program and is no wheel of its own, with its licence."""
    told = tomllib.loads((ROOT / "packaging" / "frozen" / "bundled.toml").read_text(encoding="utf-8"))["part"]
    return {part["name"]: part["licence"] for part in told}


@pytest.mark.parametrize("name", sorted(bundled()))
def test_what_is_frozen_in_goes_together_with_the_gpl_or_is_permitted(name):
    permission = (ROOT / "packaging" / "windows" / "ADDITIONAL-PERMISSION.txt").read_text(encoding="utf-8")
    permitted = {"LicenseRef-Microsoft-Visual-C-Runtime"} if "Visual C++ runtime" in permission else set()
    assert any(choice <= FITS | FITS_FROZEN | permitted for choice in choices(bundled()[name]))


def test_the_project_names_the_licence_whose_words_it_ships():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    words = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert project["license"] == OWN_LICENCE == "GPL-3.0-or-later"
    assert "GNU GENERAL PUBLIC LICENSE" in words
    assert "Version 3, 29 June 2007" in words


def test_every_family_of_fonts_has_the_words_of_its_licence_beside_it():
    fonts = ROOT / "resources" / "fonts"
    families = {path.name.partition("-")[0] for path in fonts.glob("*.ttf")}
    assert {path.stem.removeprefix("LICENSE-") for path in fonts.glob("LICENSE-*.txt")} == families

"""Finds the files that are shipped with the program: in a frozen bundle, in the installed package, or beside it."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.model.catalogue import Catalogue
    from journal.model.instruments import Instruments, TotalRanges
    from journal.model.treatments import Treatments


INSTRUMENTS = ("pcl5", "pc_ptsd_5", "phq9", "gad7", "who5", "b_ipf", "suds")
"""The files of the questionnaires that are shipped, in the order in which they are offered."""


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, for example `resource("themes", "light.toml")`."""
    return resources_folder().joinpath(*parts)


def resources_folder() -> Path:
    """The folder of shipped files. Raises FileNotFoundError if the program is not whole."""
    package = Path(__file__).resolve().parent.parent
    places = [package / "resources", package.parent / "resources"]
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller in a frozen program
    if bundle is not None:
        places.insert(0, Path(bundle) / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(places[-1])


@cache
def read_catalogue() -> Catalogue:
    """The catalogue of items as shipped."""
    from journal.model.catalogue import parse_catalogue

    return parse_catalogue(resource("catalogue", "items.toml").read_text(encoding="utf-8"))


@cache
def read_treatments() -> Treatments:
    """The kinds of treatment as shipped."""
    from journal.model.treatments import parse_treatments

    return parse_treatments(resource("catalogue", "treatments.toml").read_text(encoding="utf-8"))


@cache
def read_instruments() -> Instruments:
    """The questionnaires as shipped, in the order in which they are offered."""
    from journal.model.instruments import parse_instruments

    files = (resource("questionnaires", f"{key}.toml") for key in INSTRUMENTS)
    return parse_instruments(file.read_text(encoding="utf-8") for file in files)


@cache
def read_total_ranges() -> TotalRanges:
    """The totals that questionnaires which are not shipped can have."""
    from journal.model.instruments import parse_total_ranges

    return parse_total_ranges(resource("catalogue", "totals.toml").read_text(encoding="utf-8"))

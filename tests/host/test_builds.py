"""What a copy of the program says of itself."""

import json
from datetime import date

import pytest

from journal import __version__
from journal.host import builds
from journal.host.builds import Build, Part, licence_text, read_build, read_parts


@pytest.fixture
def bundle(tmp_path, monkeypatch):
    """A build's resources, as packaging/build makes them."""
    folder = tmp_path / "resources"
    (folder / "licences").mkdir(parents=True)
    (folder / "fonts").mkdir()
    monkeypatch.setattr(builds, "resources_folder", lambda: folder)
    monkeypatch.setattr(builds, "resource", folder.joinpath)
    return folder


def test_a_run_from_the_source_has_no_day():
    assert read_build() == Build(__version__, None)


def test_a_build_has_its_day(bundle):
    (bundle / "build.json").write_text('{"date": "2026-11-22"}')
    assert read_build() == Build(__version__, date(2026, 11, 22))


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"date": 3}', '{"date": "soon"}'])
def test_a_day_that_cannot_be_read_is_none(bundle, content):
    (bundle / "build.json").write_text(content)
    assert read_build().made is None


def test_the_parts_of_a_build_are_those_of_its_bill(bundle):
    components = [
        {"name": "typst", "version": "0.15", "licenses": [{"expression": "Apache-2.0"}]},
        {"name": "Babel", "version": "2", "licenses": [{"license": {"name": "BSD License"}}]},
        {"name": "Inter-Bold.ttf", "licenses": [{"license": {"id": "OFL-1.1"}}]},
        {"name": "Inter-Regular.ttf", "licenses": [{"license": {"id": "OFL-1.1"}}]},
    ]
    (bundle / "parts.json").write_text(json.dumps({"components": components}))
    assert read_parts() == (
        Part("Leeward", __version__, "GPL-3.0-or-later"),
        Part("Babel", "2", "BSD License"),
        Part("Inter", "", "OFL-1.1"),
        Part("typst", "0.15", "Apache-2.0"),
    )


def test_from_the_source_every_library_and_font_is_named():
    names = {part.name.lower() for part in read_parts()}
    assert {"leeward", "pyside6_essentials", "numpy", "sqlcipher3", "inter", "notosansjp"} <= names
    assert "pytest" not in names


def test_the_words_of_a_licence_come_from_the_build(bundle):
    (bundle / "licences" / "typst.txt").write_text("Apache License")
    assert licence_text(Part("typst")) == "Apache License"


@pytest.mark.parametrize("name", ["Leeward", "Inter", "matplotlib"])
def test_from_the_source_the_words_of_a_licence_are_found(name):
    part = next(part for part in read_parts() if part.name == name)
    assert len(licence_text(part)) > 1000


def test_a_part_whose_licence_is_nowhere_has_no_words(bundle):
    assert licence_text(Part("never-heard-of")) == ""

"""Debian's copyright file: made of the build's own bill of materials, without words that every Debian system has."""

import json

import pytest

from tests.support.frozen import ROOT, SCRIPTS
from tests.support.linux_package import script

HAS_OWN = {"Apache-2.0": "Apache-2.0", "MPL-2.0": "MPL-2.0", "LGPL-3.0": "LGPL-3", "CC0-1.0": "CC0-1.0"}
"""Texts in packaging/frozen/licences, and what Debian calls each."""


@pytest.fixture
def licences():
    return script("licences")


@pytest.fixture
def frozen(tmp_path):
    """Two weights of a font, and a library."""
    resources = tmp_path / "_internal" / "resources"
    (resources / "licences").mkdir(parents=True)
    font = {"licenses": [{"license": {"id": "OFL-1.1"}}], "properties": [{"name": "leeward:file", "value": "fonts"}]}
    library = {"name": "still", "version": "2", "licenses": [{"expression": "MIT OR Zlib"}], "copyright": "2026 Nobody"}
    parts = [font | {"name": "Quiet-Bold.ttf"}, font | {"name": "Quiet-Regular.ttf"}, library]
    (resources / "parts.json").write_text(json.dumps({"components": parts}))
    (resources / "licences" / "Quiet.txt").write_text("A font may be used.\n")
    (resources / "licences" / "still.txt").write_text("A library may be used.\n")
    return tmp_path


def test_every_part_stands_there_with_its_licence(licences, frozen):
    text = licences.copyright_file(frozen)
    for words in ("Quiet-Bold.ttf", "Quiet-Regular.ttf", "still 2", "Licence: MIT OR Zlib", "Copyright: 2026 Nobody"):
        assert words in text


def test_words_of_several_parts_stand_once(licences, frozen):
    text = licences.copyright_file(frozen)
    assert text.count("A font may be used.") == 1
    assert text.count("Words: 1 below") == 2


def test_a_part_without_words_ends_it(licences, frozen):
    (frozen / "_internal/resources/licences/still.txt").unlink()
    with pytest.raises(FileNotFoundError):
        licences.copyright_file(frozen)


@pytest.mark.parametrize(("name", "of_debian"), sorted(HAS_OWN.items()))
def test_words_that_debian_has_are_named_alone(licences, name, of_debian):
    words = (SCRIPTS / "licences" / f"{name}.txt").read_text(encoding="utf-8")
    left = licences.without_common(f"Before.\n{words}\nAfter.")
    assert f"/usr/share/common-licenses/{of_debian}.]" in left
    assert left.startswith("Before.")
    assert left.endswith("After.")
    assert len(left) < 2000


def test_the_projects_own_licence_is_one_of_them(licences):
    left = licences.without_common((ROOT / "LICENSE").read_text(encoding="utf-8"))
    assert "common-licenses/GPL-3.]" in left
    assert "How to Apply These Terms" in left

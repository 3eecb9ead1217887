"""The bill of materials of a build: it stops the build where a part has no licence, or a file no owner."""

import json

import pytest

from tests.support.frozen import script

parts = script("parts")


@pytest.fixture
def wheel(tmp_path):
    """Makes a wheel as it is installed: one module, and a licence file if there are words for it."""

    def make(words="", name="quiet", sbom=None):
        info = tmp_path / f"{name}-1.0.dist-info"
        info.mkdir()
        (tmp_path / f"{name}.py").write_text("")
        (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\nLicense-Expression: MIT\n")
        files = [f"{name}.py", f"{info.name}/METADATA"]
        if words:
            (info / "LICENSE").write_text(words)
            files.append(f"{info.name}/LICENSE")
        if sbom is not None:
            (info / "sboms").mkdir()
            (info / "sboms" / "linked.json").write_text(json.dumps({"components": sbom}))
            files.append(f"{info.name}/sboms/linked.json")
        (info / "RECORD").write_text("".join(f"{file},,\n" for file in [*files, f"{info.name}/RECORD"]))
        return parts.Wheels(tmp_path), ("quiet", str(tmp_path / f"{name}.py"), "PYMODULE")

    return make


def named(found, name):
    return next(part for part in found if part.name == name)


def test_a_wheel_comes_with_its_words(wheel):
    wheels, entry = wheel("May be used.")
    part = named(parts.parts([entry], wheels), "quiet")
    assert part.text() == "May be used.\n"
    assert part.component()["licenses"] == [{"license": {"id": "MIT"}}]
    assert part.component()["properties"] == [{"name": "leeward:file", "value": "quiet"}]


def test_a_wheel_without_words_stops_the_build(wheel):
    wheels, entry = wheel()
    with pytest.raises(parts.NoLicence, match="quiet"):
        named(parts.parts([entry], wheels), "quiet").text()


def test_what_is_linked_in_is_named_with_the_words_of_its_licence(wheel):
    linked = {"name": "still", "version": "2", "licenses": [{"expression": "MIT OR Apache-2.0"}]}
    wheels, entry = wheel("May be used.", sbom=[linked])
    part = named(parts.parts([entry], wheels), "quiet")
    assert part.component()["components"] == [linked]
    for words in ("still 2: MIT OR Apache-2.0", "Permission is hereby granted", "Apache License"):
        assert words in part.text()


def test_a_library_of_nobody_stops_the_build(wheel, monkeypatch):
    wheels, _entry = wheel("May be used.")
    monkeypatch.setattr(parts.sys, "platform", "linux")
    with pytest.raises(parts.NoLicence, match="libstray"):
        parts.parts([("libstray.so.1", "/usr/lib/libstray.so.1", "BINARY")], wheels)


def test_every_font_has_the_words_of_its_licence():
    assert all("SIL OPEN FONT LICENSE" in part.text().upper() for part in parts.fonts())


@pytest.mark.parametrize(
    ("words", "licence"),
    [
        ("MIT", {"license": {"id": "MIT"}}),
        ("MIT OR Apache-2.0", {"expression": "MIT OR Apache-2.0"}),
        ("BSD License", {"license": {"name": "BSD License"}}),
    ],
)
def test_a_licence_is_written_by_its_kind(words, licence):
    assert parts._as_licence(words) == licence

"""The icon's pictures are what its sources give, and each holds what its name says."""

import struct
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

ROOT = Path(__file__).resolve().parent.parent.parent
ICONS = ROOT / "resources" / "icons"
PAPER, NIGHT = QColor("#F7F5F1"), QColor("#14191B")


@pytest.fixture(scope="module")
def icons():
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        import icons
    finally:
        sys.path.remove(str(ROOT / "packaging"))
    return icons


def luminance(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_pictures_show_what_the_sources_draw(icons):
    for path, content in icons.files().items():
        if path.suffix == ".png":
            kept, made = QImage(str(path)), QImage.fromData(content)
            assert kept == made, f"{path.name}: run packaging/icons.py"


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.png")), ids=lambda path: path.name)
def test_a_picture_is_as_large_as_its_name_says(path):
    size = int(path.stem.rpartition("-")[2])
    assert (QImage(str(path)).width(), QImage(str(path)).height()) == (size, size)


@pytest.mark.parametrize("path", sorted(ICONS.glob("*.png")), ids=lambda path: path.name)
def test_tile_and_sail_stand_out_on_light_and_dark_ground(path):
    picture = QImage(str(path))
    size = picture.width()
    tile, sail = (picture.pixelColor(int(size * across), size * down // 10) for across, down in ((0.2, 2), (0.6, 5)))
    assert min(contrast(tile, PAPER), contrast(tile, NIGHT), contrast(sail, tile)) >= 3


def test_the_file_for_windows_holds_every_size_as_png():
    content = (ROOT / "packaging" / "windows" / "leeward.ico").read_bytes()
    _zero, kind, count = struct.unpack_from("<HHH", content)
    places = [struct.unpack_from("<BBBBHHII", content, 6 + 16 * number) for number in range(count)]
    widths = [QImage.fromData(content[place[7] : place[7] + place[6]]).width() for place in places]
    assert kind == 1
    assert widths == [place[0] or 256 for place in places] == [16, 20, 24, 32, 48, 64, 128, 256]


def test_the_file_for_macos_holds_every_size_as_png():
    content = (ROOT / "packaging" / "macos" / "leeward.icns").read_bytes()
    assert content[:4] == b"icns"
    assert struct.unpack_from(">I", content, 4) == (len(content),)
    widths, place = {}, 8
    while place < len(content):
        kind, length = struct.unpack_from(">4sI", content, place)
        widths[kind.decode()] = QImage.fromData(content[place + 8 : place + length]).width()
        place += length
    assert widths["icp4"] == 16
    assert widths["ic09"] == 512
    assert widths["ic10"] == 1024


def test_the_symbolic_icon_has_one_colour():
    source = (ICONS / "leeward-symbolic.svg").read_text(encoding="utf-8")
    assert source.count("fill=") == 1
    assert "stroke" not in source


def test_the_window_has_the_icon_in_every_size(qapp):
    from journal.ui.program_icon import SIZES, program_icon

    assert sorted(size.width() for size in program_icon().availableSizes()) == sorted(SIZES)

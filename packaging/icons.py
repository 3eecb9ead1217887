"""Draws the program's icon in every size from its SVG sources, and packs them for Windows and macOS.

    .venv/bin/python packaging/icons.py          writes the files
    .venv/bin/python packaging/icons.py check    says which are not what the sources give, and ends with 1

Up to 32 pixels `leeward-small.svg` is drawn, above `leeward.svg`. Qt draws; the program itself only reads the
PNG files, so that no SVG part of Qt is needed where it is installed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from icon_files import icns, ico

ROOT = Path(__file__).resolve().parent.parent
ICONS = ROOT / "resources" / "icons"
SIZES = (16, 20, 22, 24, 32, 48, 64, 96, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = (16, 32, 64, 128, 256, 512, 1024)
SMALL = 32
# macOS leaves air round an icon of its own: the tile fills 824 of 1024.
MACOS_PART = 824 / 928


def drawing(size: int) -> Path:
    """The source that is drawn at this size."""
    return ICONS / ("leeward-small.svg" if size <= SMALL else "leeward.svg")


def png(source: Path, size: int, part: float = 1.0) -> bytes:
    """The source drawn into a square of `size` pixels, filling `part` of its width, as PNG."""
    from PySide6.QtCore import QBuffer, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    inset = size * (1 - part) / 2
    QSvgRenderer(str(source)).render(painter, QRectF(inset, inset, size - 2 * inset, size - 2 * inset))
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def files() -> dict[Path, bytes]:
    """Every file that is made, with what belongs into it."""
    made = {ICONS / f"leeward-{size}.png": png(drawing(size), size) for size in SIZES}
    for_windows = {size: png(drawing(size), size) for size in ICO_SIZES}
    for_macos = {size: png(drawing(size), size, MACOS_PART if size > SMALL else 1.0) for size in ICNS_SIZES}
    made[ROOT / "packaging" / "windows" / "leeward.ico"] = ico(for_windows)
    made[ROOT / "packaging" / "macos" / "leeward.icns"] = icns(for_macos)
    return made


def main(arguments: list[str]) -> int:
    """Write the files, or say which differ."""
    if arguments == ["check"]:
        other = [path for path, content in files().items() if not path.is_file() or path.read_bytes() != content]
        for path in other:
            print(f"not what the sources give: {path.relative_to(ROOT)}")
        return 1 if other else 0
    for path, content in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{path.relative_to(ROOT)}: {len(content)} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

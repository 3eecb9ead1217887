"""Packs PNG pictures of several sizes into one file as Windows (.ico) and macOS (.icns) read them."""

from __future__ import annotations

import struct
from collections.abc import Mapping

# macOS names a picture by its size in pixels, and once more where it is the double of a smaller one.
_MACOS_TYPES: Mapping[int, tuple[bytes, ...]] = {
    16: (b"icp4",),
    32: (b"icp5", b"ic11"),
    64: (b"ic12",),
    128: (b"ic07",),
    256: (b"ic08", b"ic13"),
    512: (b"ic09", b"ic14"),
    1024: (b"ic10",),
}


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """PNG pictures by their size in pixels (at most 256) as one .ico file."""
    sizes = sorted(pictures)
    offset = 6 + 16 * len(sizes)
    head, body = struct.pack("<HHH", 0, 1, len(sizes)), b""
    for size in sizes:
        content = pictures[size]
        side = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(content), offset + len(body))
        body += content
    return head + body


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """PNG pictures by their size in pixels as one .icns file."""
    parts = [(kind, pictures[size]) for size in sorted(pictures) for kind in _MACOS_TYPES[size]]
    body = b"".join(kind + struct.pack(">I", len(content) + 8) + content for kind, content in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body

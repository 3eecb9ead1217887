"""The short-lived process that sets the pages: one request on its input, the result on its output.

What is set here, notes among it, stays in the typesetter's memory for good; so it goes with the
process. Nothing is written to disk.
"""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

CHILD_ARGUMENT = "--set-report"
"""How the frozen program, which has no `-m`, is told to be this process; `journal.__main__` hands over."""


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """The PDF and the page images for one request, as base64."""
    from journal.report.tagging import finished
    from journal.report.typesetting import set_pages

    password = request["password"]
    pdf, images = set_pages(
        request["content"],
        request["ppi"],
        attachments=request["attachments"],
        locked=bool(password),
        pdf=request["pdf"],
    )
    whole = finished(pdf, password) if pdf else b""
    return {"pdf": _text(whole), "pages": [_text(image) for image in images]}


def main() -> None:
    """Answer the one request on standard input."""
    request = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer(request)).encode())


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


if __name__ == "__main__":
    main()

"""Having the pages set: hands the content to a short-lived child process and takes back the file.

A note that was typeset here would stay in this program's memory after the journal is closed, so
the typesetter lives in a process of its own and ends with it.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from journal.model.errors import ReportFailed
from journal.report.attachments import Attachment
from journal.report.child import CHILD_ARGUMENT
from journal.report.content import Content

TIMEOUT_S = 120


@dataclass(frozen=True, slots=True)
class SetPages:
    """A report as set: the PDF's bytes and one PNG for each page, where asked for."""

    pdf: bytes
    pages: tuple[bytes, ...]


def set_report(
    content: Content,
    *,
    attachments: Sequence[Attachment] = (),
    password: str = "",
    ppi: int | None = None,
    pdf: bool = True,
) -> SetPages:
    """Set a report. `ppi` asks for page images at so many dots an inch; `pdf` for the file with its attachments.

    Raises ReportFailed, which carries no text of the report.
    """
    attached = [one.as_json() for one in attachments]
    request = {"content": content, "attachments": attached, "password": password, "ppi": ppi, "pdf": pdf}
    done = _run(json.dumps(request).encode())
    result = json.loads(done)
    pages = tuple(base64.b64decode(page) for page in result["pages"])
    return SetPages(base64.b64decode(result["pdf"]), pages)


def _run(request: bytes) -> bytes:
    try:
        child = subprocess.Popen(
            child_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment()
        )
    except OSError as error:
        raise ReportFailed(detail=type(error).__name__) from None
    # A child that hangs is ended by a timer: `communicate` with a time-out would look in turn and sleep.
    watchdog = threading.Timer(TIMEOUT_S, child.kill)
    watchdog.daemon = True
    watchdog.start()
    try:
        with child:
            done, told = child.communicate(request)
    finally:
        watchdog.cancel()
    if child.returncode != 0 or not done:
        raise ReportFailed(detail=last_line(told))
    return done


def child_command() -> list[str]:
    """How the child is started: the same program, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    return [sys.executable, "-P", "-m", "journal.report.child"]


def last_line(stderr: bytes) -> str:
    """The kind of error at the end of a trace, without its message, which may hold text of the report."""
    lines = stderr.decode(errors="replace").strip().splitlines()
    kind = lines[-1].split(":")[0].strip() if lines else ""
    return kind if kind.replace(".", "").replace("_", "").isalnum() else ""


def _environment() -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    return {**os.environ, "PYTHONPATH": root, "PYTHONIOENCODING": "utf-8"}

"""The data that goes into the PDF as files: the same days and parts as on its pages, for programs to read."""

from __future__ import annotations

import base64
from dataclasses import asdict, dataclass

from journal.report.request import AttachedFormat, ReportRequest
from journal.texts.translation import _


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF: its name, its bytes (text in UTF-8), its media type, and what it is in a sentence."""

    name: str
    data: bytes
    media_type: str
    about: str

    def as_json(self) -> dict[str, str]:
        """As it is handed to the process that sets the pages: the bytes as base64, which needs no escapes."""
        return {**asdict(self), "data": base64.b64encode(self.data).decode("ascii")}


def attached_name(kind: AttachedFormat) -> str:
    """What an attached format is called, on the page of choices and in the list of what is in the report."""
    return {
        AttachedFormat.CSV: _("Tables (CSV), for a spreadsheet"),
        AttachedFormat.FHIR: _("FHIR, for a clinic's record system"),
    }[kind]


def taken_out() -> str:
    """Said wherever data can be attached."""
    return _("Anyone who can open the file can take the data out of it.")


def attached_lines(request: ReportRequest) -> list[str]:
    """What is attached, for the list of what is in the report."""
    return [
        _("Attached inside the PDF: {format}").format(format=attached_name(kind)) for kind in sorted(request.attach)
    ]


def attached_reading(request: ReportRequest) -> list[str]:
    """Where on the pages a reader learns that there is data in the file; nothing where none was wanted."""
    if not request.attach:
        return []
    names = "; ".join(attached_name(kind) for kind in sorted(request.attach))
    return [
        _("Attached inside the PDF file, with the days and parts that were chosen for this report: {formats}.").format(
            formats=names
        )
    ]

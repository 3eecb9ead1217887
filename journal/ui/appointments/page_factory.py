"""Makes the page for appointments."""

from __future__ import annotations

from journal.ui.appointments.page import AppointmentsPage
from journal.ui.context import PageContext


def create(context: PageContext) -> AppointmentsPage:
    """The page, not yet entered."""
    return AppointmentsPage(context)

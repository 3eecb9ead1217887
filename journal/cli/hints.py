"""What to type next after an expected failure, where the command line has an option for it."""

from __future__ import annotations

from journal.model.errors import JournalError, MappingNeeded, NamesUnmapped, OtherSecretNeeded, UnknownTreatment
from journal.texts.translation import _


def hint(error: JournalError) -> str:
    """One line with the option that helps; empty where there is none."""
    if isinstance(error, MappingNeeded):
        return _("To have one drafted: leeward import FILE --draft-mapping mapping.toml")
    if isinstance(error, NamesUnmapped):
        return _(
            "--make-items makes an item of each, --skip-unmapped leaves them out, and [names] in the mapping file says "
            "where each one belongs."
        )
    if isinstance(error, OtherSecretNeeded):
        return _("In a file: --other-passphrase-file FILE, or --other-recovery-file FILE")
    if isinstance(error, UnknownTreatment):
        return _("“leeward course add --help” lists them all.")
    return ""

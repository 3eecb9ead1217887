"""What to type next after an expected failure, where the command line has an option for it."""

from __future__ import annotations

from journal.model.errors import (
    FormRefused,
    JournalDamaged,
    JournalError,
    KeyFileAltered,
    KeyFileDamaged,
    KeyFileMissing,
    MappingNeeded,
    NamesUnmapped,
    OtherSecretNeeded,
    UnknownTreatment,
)
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
    if isinstance(error, KeyFileMissing | KeyFileDamaged | KeyFileAltered) and error.fields.get("copy") is not None:
        return _("Copy {copy} over {path}, then try again.").format(**error.fields)
    if isinstance(error, JournalDamaged | KeyFileMissing | KeyFileDamaged | KeyFileAltered):
        return damage_hint(error)
    if isinstance(error, OtherSecretNeeded):
        return _("In a file: --other-passphrase-file FILE, or --other-recovery-file FILE")
    if isinstance(error, UnknownTreatment):
        return _("“leeward course add --help” lists them all.")
    if isinstance(error, FormRefused):
        return _("Ask the clinic for the form as a FHIR R4 questionnaire without that, or answer it on paper.")
    return ""


def damage_hint(error: JournalError) -> str:
    """What can be done about damage; the damaged journal stays as it is."""
    salvage = _("To save what can be read: leeward salvage --to DIR")
    backup = error.fields.get("backup")
    if backup is None:
        return salvage
    restore = _("To open the newest backup: leeward restore {backup} --to DIR").format(backup=backup)
    return f"{restore}\n{salvage}"

"""The end of a journal in words: what was removed, what is still there, what may remain. And who can open it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from journal.texts.translation import _, mark, ngettext

_REMAINS: Mapping[str, str] = {
    "printouts": mark("Printed pages, and what the printer keeps of them"),
    "saved_files": mark("Reports, tables, pictures and plain copies that you saved somewhere"),
    "sticks": mark("Backups on sticks and disks that are not plugged in"),
    "synced": mark("Copies that another computer or a synced folder keeps, and older versions there"),
    "key_copies": mark("Copies of the journal’s folder or of its key file, made by you or by another program"),
    "spare_blocks": mark("Blocks that the disk has set aside, which no program can write over. They are encrypted"),
    "recent_files": mark("Names of files in this computer’s own list of recently used files"),
    "keyring": mark("The entry “Leeward” in this computer’s keyring, which did not answer. It opens nothing any more"),
}

_LEFT: Mapping[str, str] = {
    "link": mark("{path} leads somewhere else. What is there was not touched."),
    "foreign": mark("{path} is not a file of Leeward’s, so it was left."),
    "failed": mark(
        "{path} could not be removed. If it was a backup or a key file, look whether it can be deleted by hand."
    ),
}


def may_remain_line(what: str) -> str:
    """One thing that may remain, as a line of a list."""
    return _(_REMAINS[what])


def left_line(why: str, path: Path) -> str:
    """One thing that is still there, and why."""
    return _(_LEFT[why]).format(path=path)


def unreachable_line(path: Path) -> str:
    """A known place or file that could not be reached."""
    return _("{path}, which could not be reached now").format(path=path)


def ended_words(*, everything: bool, whole: bool) -> str:
    """The sentence over what an end has come to."""
    if not whole:
        return _("The keys are destroyed, so nobody can open the journal. Some files could not be removed yet.")
    if everything:
        return _("Leeward’s files on this computer are removed. Nobody can open the journal any more.")
    return _("The journal is deleted. Nobody can open it any more.")


def other_journal_line(path: Path) -> str:
    """A further journal that was left."""
    return _("Another journal in {path}. To delete that one, open it first.").format(path=path)


def old_copies_words() -> tuple[str, ...]:
    """What still opens with what somebody knows, after everything was made anew."""
    return (
        _("Backups on sticks and disks that are not plugged in now"),
        _("Older versions that a synced folder or another computer keeps"),
        _("Copies of the journal’s folder or of its key file"),
        _("A printed or written recovery code: it opens such copies, but not the journal any more"),
    )


def renewed_words(destroyed: int) -> str:
    """That there is a new backup, and how many older ones are gone."""
    if not destroyed:
        return _("A new backup is made.")
    return ngettext(
        "A new backup is made. {n} older one is destroyed.",
        "A new backup is made. {n} older ones are destroyed.",
        destroyed,
    ).format(n=destroyed)


def backups_renewed_words(destroyed: int, unreachable: Sequence[Path]) -> str:
    """What is said once new backups stand in the place of old ones."""
    said = renewed_words(destroyed)
    if not unreachable:
        return said
    names = ", ".join(str(path) for path in unreachable)
    return said + " " + _("Not reached: {names}.").format(names=names)


def weaker_words() -> str:
    """What opening by the keyring costs, said before it is switched on."""
    return _(
        "Weaker than the passphrase. Whoever sits at this computer in your account can then open the journal. "
        "So can a harmful program. On a shared computer, leave it off."
    )


def forgotten_words() -> tuple[str, ...]:
    """What helps when the passphrase is forgotten, and what does not."""
    return (
        _("If the passphrase is lost, the recovery code opens the journal and lets you set a new one."),
        _("An older backup opens with the passphrase that held when it was made."),
        _("Nothing else helps: nobody can reset it, not even the makers of this program."),
    )


def plain_copy_words() -> str:
    """What is said of a file that is not encrypted."""
    return _("These files are not encrypted. Anyone who has them can read them.")

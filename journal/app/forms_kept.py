"""Forms: questionnaires that were opened from a file, and kept with the file's own text."""

from __future__ import annotations

import uuid
from pathlib import Path

from journal.app.journal import Journal
from journal.app.records import SHORTEST_PREFIX, found
from journal.exchange.fhir.questionnaire import questions_digest, read_form_text
from journal.exchange.fhir.strict_json import read_text
from journal.model.errors import AmbiguousRecord
from journal.model.forms import Form
from journal.model.questionnaires import KeptForm
from journal.model.treatments import plain_name

_NAMESPACE = uuid.UUID("8d0a5f3e-6f0c-5b0e-9a53-2f6c5d0d7c11")
"""Makes the same id of the same form on every computer."""


def keep_form(journal: Journal, path: Path) -> KeptForm:
    """Open a questionnaire's file and keep it; one that is kept already is left as it is.

    A file of the same url and version is the same form, and so is one of the same questions where it
    has no url. One whose questions differ from those kept under its url and version becomes a form of
    its own: answers that were given stay with the questions they were given to. Raises FormRefused
    with every reason, InvalidFile, FileTooLarge, FileMissing, FileUnreadable.
    """
    text = read_text(path)
    form = read_form_text(text, str(path))
    form_id = _usual_key(form, text)
    kept = journal.store.forms.get(form_id)
    if kept is not None and questions_digest(kept.source) != questions_digest(text):
        form_id = _edition_key(form, text)
        kept = journal.store.forms.get(form_id)
    if kept is not None:
        return kept
    new = KeptForm(form_id, form.url, form.version, form.title, text, journal.clock.now_ms())
    with journal.store.action("add_form"):
        saved = journal.store.forms.save(new)
    journal.changed("forms")
    return saved


def forms(journal: Journal) -> list[KeptForm]:
    """All forms that are kept, by title."""
    return journal.store.forms.all()


def kept_form(journal: Journal, prefix: str) -> KeptForm:
    """The kept form whose id begins so. Raises UnknownRecord, AmbiguousRecord."""
    return found(journal.store.forms, prefix)


def form_called(journal: Journal, name: str) -> KeptForm | None:
    """The kept form that a person means by its title, by the beginning of it, or by that of its id; None for none.

    Raises AmbiguousRecord where it could be several.
    """
    wanted = plain_name(name)
    kept = forms(journal)
    known = [each for each in kept if plain_name(each.title) == wanted]
    known = known or [each for each in kept if len(name) >= SHORTEST_PREFIX and each.id.startswith(name)]
    known = known or [each for each in kept if wanted and plain_name(each.title).startswith(wanted)]
    if len(known) > 1:
        raise AmbiguousRecord(kind="form", prefix=name, count=len(known))
    return known[0] if known else None


def form(journal: Journal, form_id: str) -> Form:
    """The questions of a kept form. Raises UnknownRecord, AmbiguousRecord, FormRefused, InvalidFile."""
    return form_of(kept_form(journal, form_id))


def form_of(kept: KeptForm) -> Form:
    """The questions of a kept form. Raises FormRefused or InvalidFile for one that this version cannot show."""
    return read_form_text(kept.source, kept.title)


def _usual_key(form: Form, text: str) -> str:
    """Always the same for a url and version, on every computer; for the questions where there is no url."""
    return str(uuid.uuid5(_NAMESPACE, f"{form.url}|{form.version}")) if form.url else _edition_key(form, text)


def _edition_key(form: Form, text: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{form.url}|{form.version}|{questions_digest(text)}"))

"""What happens on the Questionnaires page: a press becomes a page, a form, a file, or a change. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from journal.app import questionnaires
from journal.app.journal import Journal
from journal.app.runner import Runner
from journal.model.errors import FormRefused, InvalidFile, JournalError, TotalOutOfRange
from journal.texts.errors import explain
from journal.texts.translation import _
from journal.ui.changes import Changes
from journal.ui.half_typed import HalfTyped
from journal.ui.questionnaires.loaded import ROWS_AT_FIRST, Loaded, Place, Refusal
from journal.ui.questionnaires.reading import read
from journal.ui.questionnaires.state import QuestionnairesState, build_state
from journal.ui.questionnaires.total_form import total_wish
from journal.ui.questionnaires.wishes import FORMS, Do
from journal.ui.saying import Say
from journal.ui.treatment.answers import Answers
from journal.ui.treatment.deeds import Deed
from journal.ui.treatment.kept_form import form_payload, stands, take_up_form
from journal.ui.treatment.parts import Value
from journal.ui.treatment.presenter import Go
from journal.ui.treatment.wishes import Wish

SHOWS = frozenset({"questionnaires", "forms", "settings"})
DRAFT = "questionnaire-total"
EVERYTHING = 100_000
"""More rows than anyone fills in."""


class QuestionnairesView(Protocol):
    """What the presenter needs of the page."""

    def render_state(self, state: QuestionnairesState) -> None:
        """Show a state."""

    def announce(self, words: str) -> None:
        """Tell a screen reader what has come to stand on the page."""

    def ask_for_file(self) -> None:
        """Let the person choose a questionnaire's file."""

    def ask_where(self, name: str, then: Callable[[Path], None]) -> None:
        """Let the person choose where a file is written; `name` is offered."""


@dataclass(frozen=True, slots=True)
class QuestionnairesParts:
    """What the presenter works with. `journal` is called on the storage thread only."""

    journal: Callable[[], Journal]
    runner: Runner
    say: Say
    failed: Callable[[Exception], None]
    go: Go


class QuestionnairesPresenter:
    """Holds the place; everything shown is read again after each change."""

    def __init__(self, view: QuestionnairesView, parts: QuestionnairesParts) -> None:
        self._view, self._parts = view, parts
        self._changes = Changes(parts, self._load)
        self._half_typed = HalfTyped(DRAFT, parts)
        self._place = Place()
        self._loaded: Loaded | None = None
        self._here, self._sent, self._asked = False, False, 0
        self.state = QuestionnairesState()

    def on_entered(self, total: str = "") -> None:
        """The page is shown, as it was left; a form that was half filled in when the journal closed stands again.

        The `total` of this id is opened to be changed, however far down it stands.
        """
        self._here = True
        if total:
            self._half_typed.put_by()
            self._place = replace(Place(rows_shown=EVERYTHING), form=Deed(Do.CHANGE_TOTAL, total))
        else:
            self._half_typed.take_up(self._take_up)
        self._load()

    def on_left(self, typed: Mapping[str, Value] | None = None) -> None:
        """Another page is shown, or the journal closes; `typed` is what stands half typed in the form, if any."""
        self._here = False
        self._half_typed.keep(form_payload(self._place.form, typed, self._place.typed))

    def on_changed(self, parts: frozenset[str]) -> None:
        """Something in the journal changed."""
        if self._here and parts & SHOWS:
            self._load()

    def on_press(self, deed: Deed) -> None:
        """A button was pressed."""
        if deed.do in FORMS:
            same = deed == self._place.form
            self._move(replace(self._place, form=None if same else deed, problems={}, typed={}))
        elif deed.do is Do.FILL_IN:
            self._parts.go("questionnaire", instrument=deed.id, form_id=deed.also)
        elif deed.do in (Do.GO_ON, Do.CHANGE):
            self._parts.go("questionnaire", questionnaire_id=deed.id)
        elif deed.do is Do.OPEN_FILE:
            self._view.ask_for_file()
        elif deed.do is Do.PUT_AWAY:
            self._move(replace(self._place, refusal=None))
        elif deed.do is Do.SHOW_MORE:
            self._place = replace(self._place, rows_shown=self._place.rows_shown + ROWS_AT_FIRST)
            self._load()
        elif deed.do is Do.SAVE:
            self._view.ask_where(self._file_name(deed.id), partial(self.on_save, deed.id))
        else:
            self._delete(deed)

    def on_form(self, values: Mapping[str, Value]) -> None:
        """A form was filled in. What does not fit is said at its field, and nothing is changed then."""
        deed = self._place.form
        if deed is None or self._loaded is None or self._sent:  # sent already, and not kept yet
            return
        given = Answers(values)
        wish = total_wish(deed, given)
        if given.good:
            self._sent = True
            self._parts.runner.run(
                lambda: wish.act(self._parts.journal()), lambda _done: self._on_done(wish), self._on_refused
            )
        else:
            self._move(replace(self._place, problems=given.problems))

    def on_form_left(self) -> None:
        """The form is not wanted any more."""
        self._half_typed.keep({})
        self._move(replace(self._place, form=None, problems={}, typed={}))

    def on_file(self, path: Path) -> None:
        """A questionnaire's file was chosen: keep it and begin it, or list why it stays closed."""
        from journal.app.forms_kept import keep_form

        self._parts.runner.run(
            lambda: keep_form(self._parts.journal(), path),
            lambda kept: self._on_kept(kept.id),
            partial(self._on_not_kept, path),
        )

    def on_save(self, questionnaire_id: str, path: Path) -> None:
        """Write one as FHIR, and say that the file is not encrypted."""

        def write() -> None:
            from journal.app.form_responses import questionnaire_response
            from journal.app.written_files import check_outside, written_file

            journal = self._parts.journal()
            check_outside(path, journal.folder)
            content = questionnaire_response(journal, questionnaire_id)
            with written_file(path) as file:
                file.write(content)

        said = _("Saved as {name}. It is not encrypted: anyone who opens this computer can read it.")
        self._parts.runner.run(
            write, lambda _done: self._parts.say(said.format(name=path.name), []), self._parts.failed
        )

    def _on_kept(self, form_id: str) -> None:
        self._place = replace(self._place, refusal=None)
        self._parts.go("questionnaire", form_id=form_id)

    def _on_not_kept(self, path: Path, error: Exception) -> None:
        if not isinstance(error, JournalError):
            self._parts.failed(error)
            return
        refusal = Refusal(path.name, reasons_of(error, path))
        self._move(replace(self._place, refusal=refusal))
        self._view.announce(" ".join((_("“{name}” was not opened:").format(name=path.name), *refusal.reasons)))

    def _on_done(self, wish: Wish) -> None:
        self._sent = False
        self._half_typed.keep({})
        self._place = replace(self._place, form=None, problems={}, typed={})
        self._changes.say_done(wish.said)
        self._load()

    def _on_refused(self, error: Exception) -> None:
        self._sent = False
        if not isinstance(error, JournalError):
            self._parts.failed(error)
            return
        field = "total" if isinstance(error, TotalOutOfRange) else "day"
        self._move(replace(self._place, problems={field: explain(error)}))

    def _delete(self, deed: Deed) -> None:
        form = deed.do is Do.DELETE_FORM
        delete: Callable[[Journal, str], object] = questionnaires.delete_form if form else questionnaires.delete
        words = _("The form is deleted, and what was filled in of it.") if form else _("Deleted.")
        for_good = ("form" if form else "questionnaire", deed.id)
        self._changes.make(Wish(lambda journal: delete(journal, deed.id), words, for_good=for_good))

    def _file_name(self, questionnaire_id: str) -> str:
        """A neutral one, as for reports."""
        known = self._loaded.of(questionnaire_id) if self._loaded is not None else None
        return f"Notes {known.questionnaire.day.isoformat()}.json" if known is not None else "Notes.json"

    def _take_up(self, payload: Mapping[str, Any] | None) -> bool:
        return take_up_form(payload, FORMS, self._place.form, self._stand)

    def _stand(self, form: Deed, typed: Mapping[str, Value]) -> None:
        self._move(replace(self._place, form=form, typed=typed))

    def _move(self, place: Place) -> None:
        self._place = place
        self._render()

    def _load(self) -> None:
        self._asked += 1
        number, rows = self._asked, self._place.rows_shown

        def show(loaded: Loaded) -> None:
            if number == self._asked:
                self._loaded = loaded
                self._render()

        self._parts.runner.run(lambda: read(self._parts.journal(), rows), show, self._parts.failed)

    def _render(self) -> None:
        if self._loaded is not None:
            self.state = build_state(self._loaded, self._place)
            if not stands(*self.state.cards):
                self._place = replace(self._place, form=None, typed={})
            self._view.render_state(self.state)


def reasons_of(error: JournalError, path: Path) -> tuple[str, ...]:
    """Every reason why a file stays closed, in words; the file is named by its name alone."""
    from journal.texts.form_faults import fault_sentence

    reasons: Any = error.fields.get("reasons", ()) if isinstance(error, FormRefused) else ()
    if reasons:
        return tuple(fault_sentence(each) for each in reasons)
    if isinstance(error, InvalidFile) and error.fields.get("line") is not None:  # nobody mends a clinic's file by hand
        where = _("The file is damaged at line {line}, column {column} ({reason}). Ask the clinic for it once more.")
        fields = {"column": 1, **error.fields, "reason": _(str(error.fields.get("reason", "")))}
        return (where.format(**fields),)
    told = explain(error)
    return (told.replace(str(path), path.name),)

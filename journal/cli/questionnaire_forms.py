"""`questionnaire open` and `questionnaire export`: forms of a clinic in, and what was answered out, as FHIR R4."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from journal.cli.files import check_free, write_file
from journal.cli.invocation import Invocation
from journal.cli.listing import json_option
from journal.cli.output import harmless, put_json, put_line, shown
from journal.cli.paths import AnyPath
from journal.texts.translation import _

if TYPE_CHECKING:
    from journal.model.errors import FormRefused
    from journal.model.forms import Form, FormItem
    from journal.model.questionnaires import KeptForm

ANSWERS_SHOWN = 12
"""No more answers than this are listed of one question."""


@click.command("open", help=_("Open a FHIR R4 questionnaire from a file and keep it."))
@click.argument("file", type=AnyPath())
@json_option
@click.pass_obj
def open_(invocation: Invocation, file: Path, *, as_json: bool) -> None:
    """Keep the form and print its title, its questions and its id, or every reason why it stays closed."""
    from journal.app.forms_kept import form_of, keep_form
    from journal.model.errors import FormRefused

    with invocation.journal() as journal:
        try:
            kept = keep_form(journal, file)
        except FormRefused as error:
            _tell_reasons(error, as_json=as_json)
            raise
    form = form_of(kept)
    if as_json:
        put_json(_form_json(kept, form))
        return
    put_line(shown(kept.title))
    for number, item in enumerate(form.questions(), 1):
        put_line(_question_line(number, item))
    put_line(kept.id)
    invocation.say(_("To answer it: leeward questionnaire record {id} --answers …").format(id=kept.id[:8]))


@click.command("export", help=_("Write the answers as a FHIR R4 QuestionnaireResponse. The file is not encrypted."))
@click.argument("questionnaire", metavar="ID")
@click.option("--out", type=AnyPath(), required=True, help=_("Where to write it."))
@click.option("--force", is_flag=True, help=_("Replace the file if it is there."))
@click.pass_obj
def export(invocation: Invocation, questionnaire: str, out: Path, *, force: bool) -> None:
    """Write the file and say that anyone can read it."""
    from journal.app.form_responses import questionnaire_response

    check_free(out, invocation.folder, force=force)
    with invocation.journal(read_only=True) as journal:
        content = questionnaire_response(journal, questionnaire)
    write_file(out, content, invocation.folder, force=force)
    invocation.say(_("This file is not encrypted. Anyone who has it can read it."))


def _tell_reasons(error: FormRefused, *, as_json: bool) -> None:
    from journal.texts.form_faults import fault_sentence

    reasons: Any = error.fields["reasons"]
    if as_json:
        told = [{"item": each.link_id, "kind": each.kind, "detail": each.detail} for each in reasons]
        sentences = [fault_sentence(each) for each in reasons]
        put_json({"refused": [{**one, "why": why} for one, why in zip(told, sentences, strict=True)]})
    elif len(reasons) > 1:
        for each in reasons:
            click.echo(fault_sentence(each), err=True)


def _question_line(number: int, item: FormItem) -> str:
    words = _whole(item.label)
    answers = [_whole(_answer(item, place)) for place in range(min(len(item.options), ANSWERS_SHOWN))]
    more = ["…"] if len(item.options) > ANSWERS_SHOWN else []
    return f"{number}. {words}" + (f" ({', '.join([*answers, *more])})" if answers else "")


def _whole(text: str) -> str:
    """A text of the form in one line: it is read to be answered, so nothing is cut."""
    return " ".join(harmless(text).split())


def _answer(item: FormItem, place: int) -> str:
    """An answer with what is typed for it in front."""
    option = item.options[place]
    if option.ordinal is not None:
        return f"{option.ordinal:g} {option.label}"
    numbered = any(each.ordinal is not None or each.prefix for each in item.options)
    return f"{option.prefix if numbered else place + 1} {option.label}".strip()


def _form_json(kept: KeptForm, form: Form) -> dict[str, Any]:
    return {
        "id": kept.id,
        "title": kept.title,
        "url": kept.url,
        "version": kept.version,
        "questions": [_question_json(number, item) for number, item in enumerate(form.questions(), 1)],
        "total_at": next((item.link_id for item in form.every_item() if item.is_total), None),
    }


def _question_json(number: int, item: FormItem) -> dict[str, Any]:
    return {
        "number": number,
        "link_id": item.link_id,
        "kind": item.kind,
        "text": item.label,
        "required": item.required,
        "repeats": item.repeats,
        "answers": [{"label": option.label, "counts_as": option.ordinal} for option in item.options],
    }

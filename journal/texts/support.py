"""Whom to call or text, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from journal.model.support import Kind, SupportLine
from journal.texts.dates import long_date, month_and_year
from journal.texts.locales import forms, locale_in_use
from journal.texts.translation import _


@dataclass(frozen=True, slots=True)
class WayWords:
    """One way to reach a line: the sentence, and the number in it. `silent` ways need no voice."""

    words: str
    number: str
    silent: bool = False


def kind_words(kind: Kind) -> str:
    """What lines of a kind stand under."""
    words = {
        Kind.OWN: _("My own contacts"),
        Kind.CRISIS: _("In a crisis"),
        Kind.VETERANS: _("For veterans"),
        Kind.VIOLENCE: _("Violence at home, sexual violence"),
    }
    return words[kind]


def line_title(line: SupportLine) -> str:
    """The name of a line, with its hours and its language; empty where it has none of these."""
    hours = _("Hours: {hours}").format(hours=line.hours) if line.hours else ""
    about = [line.name, hours, language_words(line.language)]
    if line.mobile_only:
        about.append(_("from a mobile phone"))
    return " · ".join(part for part in about if part)


def ways(line: SupportLine) -> tuple[WayWords, ...]:
    """Each way to reach a line, the call first."""
    return (*_calls(line), *_texts(line))


def checked_words(checked: str) -> str:
    """When numbers were looked at last; empty where nobody knows."""
    return _("Checked {month}.").format(month=checked_when(checked)) if checked else ""


def checked_when(checked: str) -> str:
    """The month ("2026-11") or the day ("2026-11-22") that numbers were looked at, in words; else the text itself."""
    try:
        day = date.fromisoformat(f"{checked}-01" if checked.count("-") == 1 else checked)
    except ValueError:
        return checked
    return month_and_year(day) if checked.count("-") == 1 else long_date(day)


def country_words(code: str) -> str:
    """The name of a country (ISO 3166) in the language in use; an empty code is anywhere else."""
    if not code:
        return _("Another country")
    return str(forms(locale_in_use()).territories.get(code, code))


def country_choices(codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Codes and names of countries to choose from, by name, and last any other one."""
    named = sorted(((code, country_words(code)) for code in codes), key=lambda pair: pair[1].casefold())
    return (*named, ("", country_words("")))


def language_words(code: str) -> str:
    """The name of a language (ISO 639) in itself; empty for none."""
    if not code:
        return ""
    from babel import Locale

    return str(Locale.parse(code).display_name or code).capitalize()


def _calls(line: SupportLine) -> Iterable[WayWords]:
    if not line.call:
        return
    if line.then:
        words = _("Call {number}, then {choice}").format(number=line.call, choice=line.then)
    else:
        words = _("Call {number}").format(number=line.call)
    yield WayWords(words, line.call)


def _texts(line: SupportLine) -> Iterable[WayWords]:
    if not line.sms:
        return
    if line.word:
        words = _("Text {word} to {number}").format(word=line.word, number=line.sms)
    else:
        words = _("Text {number}").format(number=line.sms)
    yield WayWords(words, line.sms, silent=True)

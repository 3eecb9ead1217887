"""No generated sentence says what Leeward never says: charts, comparisons, the report, errors, the command line."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from journal.app.comparisons import compare_around, compare_therapy
from journal.app.journal import Journal
from journal.app.report_source import report_data
from journal.app.reports import contents_list
from journal.app.sample import SAMPLE_PASSPHRASE, make_sample, sample_clock
from journal.app.since_sessions import ratings_since, since_choices
from journal.app.trends import panels, weeks
from journal.app.vaults import open_journal
from journal.host.resources import resource
from journal.model import errors
from journal.model.errors import JournalError
from journal.model.items import Better
from journal.model.periods import Period, last_days
from journal.model.phases import before_after
from journal.model.series import LOAD_KEY
from journal.model.since_hours import SessionTime, ratings_by_hour
from journal.model.since_session import SessionDay, SinceSession, Unit, ratings_by_day
from journal.report.content import build_content
from journal.report.request import Part, ReportRequest
from journal.report.wording import ReportWords
from journal.texts import comparisons, marks, session_effects, since_sessions, trends
from journal.texts import weeks as week_texts
from journal.texts.errors import explain
from journal.texts.translation import _, spoken_language, use_language
from tests.support.wording import languages, said_wrongly

LOCALES = resource("locale")
SPOKEN = [language for language in languages() if spoken_language(language, LOCALES) == language]
ON = date(2026, 8, 1)
PERIODS = (7, 30, 90, 182, 400)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Iterator[Journal]:
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder).close()
    journal = open_journal(folder, sample_clock(), passphrase=SAMPLE_PASSPHRASE)
    yield journal
    journal.close()


@pytest.fixture(params=SPOKEN, autouse=True)
def language(request) -> Iterator[str]:
    use_language(request.param, LOCALES)
    yield request.param
    use_language("en", LOCALES)


def wrong(texts, language) -> list[str]:
    """What is said wrongly in texts, of which there must be some."""
    said = [text for text in texts if text]
    assert said
    return said_wrongly(said, language, _)


def strings(content: Any) -> Iterator[str]:
    """Every text in a nested content, alt texts included."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for value in content.values():
            yield from strings(value)
    elif isinstance(content, list | tuple):
        for value in content:
            yield from strings(value)


def values(chance: random.Random, first: date, days: int) -> dict[date, float]:
    """Day values on the scale with gaps, steady or moving, so that every kind of sentence comes up."""
    kept, drift = chance.choice([0.0, 0.1, 0.5, 1.0]), chance.choice([-0.1, 0.0, 0.1])
    level = chance.uniform(0, 4)
    found = {}
    for n in range(days):
        if chance.random() < kept:
            found[first + timedelta(days=n)] = min(4.0, max(0.0, round(level + drift * n + chance.gauss(0, 0.5), 1)))
    return found


def aligned(chance: random.Random) -> SinceSession:
    """Lines since sessions, by days or by hours, from none to many."""
    starts = sorted(chance.sample(range(120), chance.choice([0, 1, 2, 3, 8])))
    found = values(chance, ON, 120)
    if chance.random() < 0.5:
        sessions = [SessionDay(f"s{n}", ON.toordinal() + n) for n in starts]
        return ratings_by_day(sessions, [day.toordinal() for day in found], list(found.values()))
    return ratings_by_hour([SessionTime(f"s{n}", None if n % 7 == 0 else n * 86_400_000) for n in starts], [])


def test_comparisons_of_any_numbers(language):
    chance, said = random.Random(1), []
    for _round in range(150):
        days, better = chance.choice([5, 14, 28]), chance.choice(list(Better))
        found = before_after(values(chance, ON - timedelta(days=30), 60), ON, days, better)
        said += [comparisons.before_after_title("Low mood", found), *comparisons.before_after_lines(found, better)]
    assert any("NAP" in text for text in said)
    assert wrong(said, language) == []


def test_ratings_since_sessions_of_any_numbers(language):
    chance, said = random.Random(2), []
    for _round in range(150):
        found = aligned(chance)
        heading = since_sessions.title("Low mood", "Ketamine infusion", found.unit)
        said += [since_sessions.sentence(heading, found), *since_sessions.notes(found)]
        said += [since_sessions.point_text(point, found.unit) for point in found.points]
    said += [since_sessions.night_line("Nightmares"), *(since_sessions.reach_line(unit) for unit in Unit)]
    assert wrong(said, language) == []


@pytest.mark.parametrize("days", PERIODS)
def test_trends_of_the_sample(sample, language, days):
    period = last_days(sample.today(), days)
    keys = (LOAD_KEY, *(item.key for item in sample.items() if not item.hidden))
    data = panels(sample, period, keys, compare=True)
    first, last = period.first.toordinal(), period.last.toordinal()
    said = [*marks.sentences(data), trends.load_note(), trends.line_note(), trends.compare_note(period.before())]
    for panel in data.panels:
        said += [trends.sentence(panel, data), trends.numbers_line(panel, data, first, last)]
        said += [trends.missing_line(panel, first, last), trends.read_out(panel, last), trends.reading(panel, last)]
    said += [week_texts.sentence(panel) for panel in weeks(sample, period, keys).panels]
    assert wrong(said, language) == []


def test_side_effects_of_the_sample(sample, language):
    period = last_days(sample.today(), 182)
    data = panels(sample, period, None)
    said = [session_effects.none_line(), session_effects.others_note(["Nausea"])]
    for panel in (panel for panel in data.panels if panel.effects):
        days = {int(day) for effect in panel.effects for day in effect.days}
        said += [session_effects.sentence(panel, data, "x"), *(session_effects.read_out(panel, day) for day in days)]
    assert wrong(said, language) == []


def test_since_sessions_and_comparisons_of_the_sample(sample, language):
    said = []
    keys = [LOAD_KEY, *(item.key for item in sample.items() if item.key in ("low_mood", "functioning", "nightmares"))]
    for of in since_choices(sample):
        for key in keys:
            for hours in (False, True):
                told = ratings_since(sample, key, of, hours=hours)
                said.append(
                    since_sessions.sentence(since_sessions.title(told.label, of.title, told.found.unit), told.found)
                )
            therapy = compare_therapy(sample, key, of.kind)
            said += [comparisons.therapy_title("x", of.title, therapy.found), *comparisons.therapy_lines(therapy.found)]
    for marker in [marker.day for marker in sample.store.markers.all()] or [ON]:
        for key in keys:
            found = compare_around(sample, key, marker)
            said += comparisons.before_after_lines(found.found, found.better)
    assert wrong(said, language) == []


@pytest.mark.parametrize("days", PERIODS)
@pytest.mark.parametrize("includes", [frozenset(), frozenset(Part)], ids=["least", "all"])
def test_the_report_of_the_sample(sample, language, days, includes):
    request = ReportRequest(last_days(sample.today(), days), includes=includes)
    data = report_data(sample, request)
    said = list(strings(build_content(request, data, ReportWords())))
    inside, outside = contents_list(request, data)
    assert wrong([*said, *inside, *outside], language) == []


def test_a_report_of_nothing(sample, language):
    request = ReportRequest(Period(date(2020, 1, 1), date(2020, 1, 31)), includes=frozenset(Part))
    said = strings(build_content(request, report_data(sample, request), ReportWords()))
    assert wrong(said, language) == []


def test_every_error(language):
    kinds = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, JournalError)]
    assert wrong([explain(kind()) for kind in kinds], language) == []


def test_a_sentence_with_a_planted_word_is_found(monkeypatch, language):
    monkeypatch.setattr("journal.texts.since_sessions.missing_line", lambda *given: "The effect is wearing off.")
    found = aligned(random.Random(3))
    assert any("wearing off" in line for line in said_wrongly([since_sessions.sentence("x", found)], "en"))

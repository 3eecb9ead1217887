"""Reports set for tests, and what can be read out of them."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date

import pikepdf

from journal.model.items import Better
from journal.report.content import build_content
from journal.report.data import ChosenNote, Days, ReportData
from journal.report.request import Paper, Part, ReportRequest
from journal.report.setting import SetPages, set_report
from journal.report.wording import ReportWords
from journal.texts.locales import Locale
from tests.support.report_data import LAST, full_data, item, period_of, symptoms
from tests.support.report_scores import alone, every_kind, weekly_for_a_year
from tests.support.report_treatment import medicine, spread, talk, treated

LONG_WORDS = "through the nose, with a device of the clinic's own, very slowly"
WORDS = ReportWords(Locale("en", "GB"))

HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0": canvas',
    "#while true { }",
    "#panic()",
    '#eval("1 + 1")',
    '#set page(paper: "a3")',
    "#show: it => []",
    "= Heading",
    "*bold* _emphasis_ `raw`",
    "$ x^2 $",
    "<label> @reference",
    "// comment",
    "/* open comment",
    "\\u{41} \\ backslash",
    "]]] ))) }}}",
    "[[[ ((( {{{",
    "https://example.org/a?b=c#d",
    "- list",
    "+ list",
    "/ term: text",
    "-- --- ... ~ nothing",
    "\"quotes\" and 'more'",
)

NOTES = (
    ChosenNote(date(2026, 9, 8), "夜中に目が覚めたが、すぐに落ち着いた。"),
    ChosenNote(date(2026, 9, 12), "היום היה יותר רגוע, הלכתי 30 דקות לבד."),
    ChosenNote(date(2026, 9, 13), "كانت الذكرى السنوية صعبة، لم أنم إلا ثلاث ساعات."),
    ChosenNote(date(2026, 10, 2), "Гучний звук на вулиці, довго не було спокою. Їжа, ґанок."),
    ChosenNote(date(2026, 10, 17), "A better day 🙂👍🏽 → home early."),
)

OWN_SCALES = tuple(
    item(f"own{n}", label, level=1.5 + n * 0.2, low=1, high=7, words=("not", "very"), better=better)
    for n, (label, better) in enumerate(
        [("Irritated", Better.LOWER), ("Lonely", Better.LOWER), ("Anxious", Better.LOWER), ("Strong", Better.HIGHER)]
    )
)


def many_items(count: int) -> ReportData:
    """So many symptom items, without the average symptom rating."""
    listed = tuple(replace(one, key=f"{one.key}{n}") for n in range(3) for one in symptoms())[:count]
    return ReportData(made_on=LAST, days=Days(90, 80, 3, 120, 4), items=listed)


TOLD = ("I sleep through about two nights a week now.", "Работа снова началась.", "New flat. " * 40)
ASKED = ("May I drive on the day after?", "האם להמשיך?", *(f"Question {n}?" for n in range(1, 6)))


def variants() -> dict[str, tuple[ReportRequest, ReportData]]:
    """Every kind of report that must make a good page, by name."""
    everything = frozenset(
        {Part.NAME, Part.BORN, Part.CLINICIAN, Part.COMPARISON, Part.SUICIDAL_THOUGHTS, Part.DAILY_TABLE}
    )
    lines = ("A change of dose in August. " * 12, "What matters: sleep.", "Could we talk about side effects?")
    full = ReportRequest(
        period_of(), includes=everything, lines=lines, name="A. Example", born="1987", clinician="Clinic"
    )
    plain = full_data(compare=False)
    year = ReportRequest(period_of(365), includes=frozenset({Part.COMPARISON}))
    both = sorted((*spread(period_of(), 8), *spread(period_of(), 5, talk)), key=lambda one: one.day)
    tapering = [medicine("Venlafaxine", period_of(), tuple(range(150, 0, -15)))]
    empty = ReportData(made_on=LAST, days=Days(0, 0, 0, 0, 0))
    return {
        "everything": (full, full_data(notes=NOTES)),
        "letter": (replace(full, paper=Paper.LETTER), full_data()),
        "to bring up": (full, replace(treated(full_data(), full.period, both), changes=TOLD, questions=ASKED)),
        "plain": (ReportRequest(period_of()), plain),
        "year": (ReportRequest(period_of(365)), full_data(365, compare=False)),
        "week": (ReportRequest(period_of(7)), full_data(7, compare=False)),
        "one day": (ReportRequest(period_of(1)), full_data(1, compare=False)),
        "empty": (ReportRequest(period_of()), empty),
        "one item": (ReportRequest(period_of()), many_items(1)),
        "25 items": (ReportRequest(period_of(), includes=frozenset({Part.DAILY_TABLE})), many_items(25)),
        "own scales": (ReportRequest(period_of()), replace(empty, days=Days(90, 80, 3, 120, 4), items=OWN_SCALES)),
        "treated": (full, treated(full_data(notes=NOTES), full.period, both)),
        "treated, letter": (replace(full, paper=Paper.LETTER), treated(full_data(), full.period, both)),
        "200 sessions": (year, treated(full_data(365), year.period, spread(year.period, 200, route=LONG_WORDS))),
        "therapy alone": (year, treated(full_data(365), year.period, spread(year.period, 50, talk), ())),
        "no vitals": (
            ReportRequest(period_of()),
            treated(plain, period_of(), spread(period_of(), 6, vitals=(), effects=(), dose=None), tapering),
        ),
        "only treatment": (ReportRequest(period_of()), treated(empty, period_of(), both)),
        "scores": (full, replace(treated(full_data(notes=NOTES), full.period, both), scores=every_kind())),
        "scores, letter": (
            replace(full, paper=Paper.LETTER),
            replace(treated(full_data(), full.period, both), scores=every_kind()),
        ),
        "a score a week": (year, replace(full_data(365), scores=weekly_for_a_year())),
        "only scores": (ReportRequest(period_of()), replace(empty, scores=every_kind())),
        "one total": (ReportRequest(period_of()), replace(plain, scores=alone())),
        "long note": (ReportRequest(period_of(28)), full_data(28, notes=(ChosenNote(LAST, "A long thought. " * 640),))),
    }


def set_variant(request: ReportRequest, data: ReportData, *, ppi: int | None = None) -> SetPages:
    """The report as it would be written, in English of Great Britain."""
    return set_report(build_content(request, data, WORDS), password=request.password, ppi=ppi)


def text_of(pdf: bytes, *, password: str = "") -> str:
    """The text in reading order, as poppler's pdftotext gives it."""
    command = ["pdftotext", "-raw", *(["-upw", password] if password else []), "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def one_line(text: str) -> str:
    """The text on one line, to find sentences that were broken into lines."""
    return " ".join(text.split())


def structure_of(document: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every structure element of an open document in reading order."""
    found: list[pikepdf.Dictionary] = []
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop(0)
        if "/S" in element:
            found.append(element)
        kids = element.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid] + waiting
    return found

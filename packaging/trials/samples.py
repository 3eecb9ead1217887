"""One good file of each kind that can be read: those of the tests, others made here, and what a journal writes."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

from journal.app.journal import Journal
from trials.journals import new_journal

DATA = Path(__file__).resolve().parents[2] / "tests" / "data"

TABLE = b'date,time,mood,note,dose\n2026-01-01,08:30,3,ok,50\n2026-01-02,21:15,4,"two, words",50\n2026-01-03,,5,,75\n'
MAPPING = b"""layout = "wide"
encoding = "utf-8"
delimiter = ","
decimal = "."
zone = "Europe/Amsterdam"
missing = ["-"]
[date]
column = "date"
format = "%Y-%m-%d"
[time]
column = "time"
format = "%H:%M"
[[item]]
column = "mood"
key = "own_mood"
label = "Mood"
min = 0
max = 10
words = { low = 1 }
[[note]]
column = "note"
[[dose]]
column = "dose"
medicine = "Sertraline"
unit = "mg"
"""
LONG_TABLE = b"""when,name,value
2026-03-29T02:30:00,Irritable,3
2026-03-29T02:30:00,Tired,7
2026-10-25T02:30:00,Irritable,10
2026-10-25T02:30:00,Unheard of,1
"""
LONG_MAPPING = b"""layout = "long"
item_column = "name"
value_column = "value"
zone = "Europe/Amsterdam"
[datetime]
column = "when"
[[item]]
value = "Irritable"
key = "own_irritable"
min = 0
max = 10
[names]
Tired = ""
"""
ANSWERS = b"""format = "daylio"
encoding = "utf-8"
zone = "Europe/Amsterdam"
blank = "missing"
[names]
work = "own_work"
run = false
[[name]]
name = "good"
of = "mood"
key = "own_mood"
value = 4
label = "Mood"
min = 1
max = 5
step = 1
kind = "rating"
better = "higher"
combine = "mean"
words = ["a", "b", "c", "d", "e"]
"""
DAYLIO = """full_date,date,weekday,time,mood,activities,scales,note_title,note
2026-03-02,2 March,Monday,22:00,bad,work | run,"Sleep:\u00a03",Title,a<br>b
2026-03-01,1 March,Sunday,10:00 am,good,work,"Sleep:\u00a04 | Pain:\u00a02",,
2026-02-28,28 February,Saturday,8:05 pm,Wobbly,,,,note
""".encode()
DAYLIO_MIDDLE = b"""full_date,date,weekday,time,mood,activities,note_title,note
2026-03-02,2 March,Monday,22:00,bad,work | run,Title,a
2026-03-01,1 March,Sunday,10:00,good,work,,
"""
DAYLIO_OLDEST = b"""year,date,weekday,time,mood,activities,note
2019,2 March,Saturday,10:00 pm,bad,work | run,a
2019,1 March,Friday,10:00 am,good,work,
"""
BEARABLE = b"""date,date formatted,weekday,time of day,category,rating/amount,detail,notes
2nd Mar 2026,2026-03-02,Monday,pm,Symptom,2,Pain (Moderate),
2nd Mar 2026,2026-03-02,Monday,,Sleep,7:30,,slept
1st Mar 2026,2026-03-01,Sunday,am,Mood,7,,
1st Mar 2026,2026-03-01,Sunday,9:15,Meds/Supplements,50,Sertraline (mg),
1st Mar 2026,2026-03-01,Sunday,am,Factors,None,Work | Rest,
1st Mar 2026,2026-03-01,Sunday,am,Energy,4,,
"""
LOOP_HABIT = b"Date,Value,Notes\n2026-03-03,YES_MANUAL,\n2026-03-02,NO,a note\n2026-03-01,2000,\n"
LISTS_SINCE = {
    2: ("questionnaires", "forms"),
    1: ("courses", "sessions", "medicines", "intakes", "practices", "markers"),
}
"""The lists that came with the version after each of these."""


def samples(folder: Path) -> dict[str, bytes]:
    """The content of each by its name. A journal is left under `folder`/journal for the readers."""
    journal = new_journal(folder / "journal")
    made = _of_journal(journal, folder)
    journal.close()
    diaries = {path.name: path.read_bytes() for path in sorted((DATA / "diaries").iterdir()) if path.suffix != ".md"}
    forms = {path.name: path.read_bytes() for path in sorted((DATA / "fhir").glob("*.json"))}
    return {**made, **diaries, **forms, "daylio.daylio": daylio_backup(_daylio())}


def daylio_backup(document: object) -> bytes:
    """A `.daylio` file of a document, or of its bytes."""
    inner = document if isinstance(document, bytes) else json.dumps(document).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("backup.daylio", base64.b64encode(inner))
    return made.getvalue()


def _daylio() -> dict[str, Any]:
    at, hour = 1_772_355_600_000, 3_600_000
    moods = [{"id": n, "custom_name": "", "mood_group_id": n} for n in range(1, 6)]
    entries = [
        {"datetime": at, "timeZoneOffset": hour, "mood": 2, "tags": [1, 2], "note_title": "t", "note": "n"},
        {"datetime": at + hour, "timeZoneOffset": hour, "mood": 6, "tags": [], "note_title": "", "note": ""},
    ]
    own = {"id": 6, "custom_name": "Wobbly", "mood_group_id": 4}
    return {
        "dayEntries": entries,
        "customMoods": [*moods, own],
        "tags": [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}],
    }


def _of_journal(journal: Journal, folder: Path) -> dict[str, bytes]:
    """What a journal with something of each kind writes: JSON of the three versions, a backup, its keys."""
    from journal.app import check_ins
    from journal.app.exports import export

    check_ins.log(journal, {"anxiety": 2.0}, note="note")
    _treat(journal)
    document = export(journal, "json", notes="all")
    journal.store.backup_to(folder / "x.zip")
    keys = (folder / "journal" / "journal.keys").read_bytes()
    versions = {f"leeward-{version}.json": _as_version(document, version) for version in (1, 2)}
    return {"leeward-3.json": document, **versions, "backup.zip": (folder / "x.zip").read_bytes(), "journal.keys": keys}


def _as_version(document: bytes, version: int) -> bytes:
    found = json.loads(document)
    for since in range(version, 3):
        for name in LISTS_SINCE[since]:
            found.pop(name, None)
            found.get("deleted_records", {}).pop(name, None)
    found["version"] = version
    return json.dumps(found).encode()


def _treat(journal: Journal) -> None:
    """A course, a session with a side effect, a medicine with a dose, a practice, a marker, a form, and scores."""
    from journal.app import courses, forms_kept, intakes, markers, medicines, practices, questionnaires, sessions
    from journal.model.practices import PracticeKind

    day = journal.today()
    course = courses.add_course(journal, "ketamine_iv", day, sessions=6)
    session = sessions.begin_session(journal, "ketamine_iv", course_id=course.id)
    sessions.add_point(journal, session.id, journal.item("dizziness"), 2)
    sessions.close_session(journal, session.id)
    medicine = medicines.add_medicine(journal, "Sertraline", unit="mg", start=day, dose=50.0, times=(480,))
    intakes.take(journal, medicine.id)
    practices.add_practice(journal, PracticeKind.BREATHING, minutes=5)
    markers.add_marker(journal, day, "Moved")
    questionnaires.save_total(journal, "ISI", 12, day)
    forms_kept.keep_form(journal, DATA / "fhir" / "garden-week.json")

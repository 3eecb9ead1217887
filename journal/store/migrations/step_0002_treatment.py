"""Treatment: courses, sessions with vitals and side effects, medicines and their doses, practice, markers.

`gone_with` on a tombstone is the import that took the record along when it was undone: reading the
file again brings it back, which it does not with what a person deleted.

A reference is only checked within a record (a point needs its session). A session may name a course
that is not here: a file that was read in part, or another copy of the journal, may bring it later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_STAMP = """
    hlc TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1))
"""

_RECORD = f"""
    gone_with TEXT,
    {_STAMP}
"""

_TIME = """
    at_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    day TEXT NOT NULL,
    day_start_min INTEGER NOT NULL,
    zone TEXT,
    time_known TEXT NOT NULL,
"""

_ORIGIN = """
    made_ms INTEGER,
    made_offset_min INTEGER,
    changed_ms INTEGER,
    import_id TEXT,
    source_key TEXT,
"""

_COURSES = f"""
CREATE TABLE course (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    start TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    ended_on TEXT,
    end_reason TEXT NOT NULL DEFAULT '',
    clinic TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT '',
    tried_earlier TEXT NOT NULL DEFAULT '',
    baseline TEXT NOT NULL DEFAULT '',
    {_RECORD}
) STRICT
"""

_PLANS = f"""
CREATE TABLE course_plan (
    id TEXT PRIMARY KEY,
    course_id TEXT NOT NULL REFERENCES course (id),
    since_day TEXT NOT NULL,
    sessions INTEGER,
    every_days INTEGER,
    {_STAMP}
) STRICT
"""

_SESSIONS = f"""
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    {_TIME}
    course_id TEXT,
    name TEXT NOT NULL DEFAULT '',
    planned_ms INTEGER,
    minutes INTEGER,
    dose REAL,
    unit TEXT NOT NULL DEFAULT '',
    weight_kg REAL,
    route TEXT NOT NULL DEFAULT '',
    went TEXT,
    clear_min INTEGER,
    worked_with INTEGER,
    place TEXT,
    accompanied INTEGER CHECK (accompanied IN (0, 1)),
    shortened TEXT,
    shortened_why TEXT NOT NULL DEFAULT '',
    other_medicines TEXT NOT NULL DEFAULT '',
    ate_ms INTEGER,
    alcohol INTEGER CHECK (alcohol IN (0, 1)),
    calming INTEGER CHECK (calming IN (0, 1)),
    held_back TEXT NOT NULL DEFAULT '',
    ride INTEGER CHECK (ride IN (0, 1)),
    intention TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
    open INTEGER NOT NULL DEFAULT 0 CHECK (open IN (0, 1)),
    {_ORIGIN}
    {_RECORD}
) STRICT
"""

_VITALS = f"""
CREATE TABLE vital (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    minute INTEGER NOT NULL,
    systolic INTEGER,
    diastolic INTEGER,
    pulse INTEGER,
    spo2 INTEGER,
    {_STAMP}
) STRICT
"""

_EFFECTS = f"""
CREATE TABLE effect (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    item_id TEXT NOT NULL REFERENCES item (id),
    phase TEXT,
    {_STAMP}
) STRICT
"""

_POINTS = f"""
CREATE TABLE effect_point (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    item_id TEXT NOT NULL REFERENCES item (id),
    at_ms INTEGER NOT NULL,
    offset_min INTEGER NOT NULL,
    level INTEGER NOT NULL,
    {_STAMP}
) STRICT
"""

_MEDICINES = f"""
CREATE TABLE medicine (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    unit TEXT NOT NULL DEFAULT '',
    start TEXT NOT NULL,
    as_needed INTEGER NOT NULL DEFAULT 0 CHECK (as_needed IN (0, 1)),
    stopped_on TEXT,
    stop_reason TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT '',
    import_id TEXT,
    source_key TEXT,
    {_RECORD}
) STRICT
"""

_DOSES = f"""
CREATE TABLE medicine_dose (
    id TEXT PRIMARY KEY,
    medicine_id TEXT NOT NULL REFERENCES medicine (id),
    since_day TEXT NOT NULL,
    amount REAL NOT NULL,
    times TEXT NOT NULL DEFAULT '[]',
    {_STAMP}
) STRICT
"""

_INTAKES = f"""
CREATE TABLE intake (
    id TEXT PRIMARY KEY,
    medicine_id TEXT NOT NULL,
    taken TEXT NOT NULL,
    {_TIME}
    amount REAL,
    due_min INTEGER,
    note TEXT NOT NULL DEFAULT '',
    {_ORIGIN}
    {_RECORD}
) STRICT
"""

_PRACTICES = f"""
CREATE TABLE practice (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    {_TIME}
    name TEXT NOT NULL DEFAULT '',
    minutes INTEGER,
    before INTEGER,
    highest INTEGER,
    after INTEGER,
    done INTEGER NOT NULL DEFAULT 1 CHECK (done IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    course_id TEXT,
    {_ORIGIN}
    {_RECORD}
) STRICT
"""

_MARKERS = f"""
CREATE TABLE marker (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    label TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    {_RECORD}
) STRICT
"""

# An index on the stamp of whatever grows: the newest stamp is asked for at each opening.
_INDEXES = (
    "CREATE INDEX course_plan_course ON course_plan (course_id)",
    "CREATE INDEX session_day ON session (day, at_ms)",
    "CREATE INDEX session_at ON session (at_ms)",
    "CREATE INDEX session_open ON session (at_ms) WHERE open = 1",
    "CREATE INDEX session_hlc ON session (hlc)",
    "CREATE INDEX vital_session ON vital (session_id)",
    "CREATE INDEX vital_hlc ON vital (hlc)",
    "CREATE INDEX effect_session ON effect (session_id)",
    "CREATE INDEX effect_hlc ON effect (hlc)",
    "CREATE INDEX effect_point_session ON effect_point (session_id)",
    "CREATE INDEX effect_point_hlc ON effect_point (hlc)",
    "CREATE INDEX medicine_dose_medicine ON medicine_dose (medicine_id)",
    "CREATE INDEX intake_day ON intake (day, at_ms)",
    "CREATE INDEX intake_medicine ON intake (medicine_id, at_ms)",
    "CREATE INDEX intake_hlc ON intake (hlc)",
    "CREATE INDEX practice_day ON practice (day, at_ms)",
    "CREATE INDEX practice_hlc ON practice (hlc)",
    "CREATE INDEX marker_day ON marker (day)",
)


def apply(database: Database) -> None:
    """Make the tables of treatment."""
    records = (_COURSES, _SESSIONS, _MEDICINES, _INTAKES, _PRACTICES, _MARKERS)
    parts = (_PLANS, _VITALS, _EFFECTS, _POINTS, _DOSES)
    for statement in (*records, *parts, *_INDEXES):
        database.execute(statement)

"""The records beside the entries in a journal document, list by list. Written and read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from journal.exchange.json_fields import JsonFields
from journal.exchange.leeward_document import RECORD_LISTS, VERSION, DocumentRecords, lists_of
from journal.exchange.questionnaire_json import QuestionnaireJson
from journal.exchange.record_json import NOT_POSSIBLE, RecordJson
from journal.host.resources import read_instruments, read_total_ranges
from journal.model.appointments import Appointment, Clinician, Question
from journal.model.calm_moments import MOST_DISTRESS, CalmMoment
from journal.model.contacts import Contact
from journal.model.courses import Course, CoursePlan
from journal.model.goals import Goal
from journal.model.groups import ItemGroup
from journal.model.markers import Marker
from journal.model.medicines import DoseLevel, Intake, Medicine
from journal.model.plans import PlanLine
from journal.model.practices import Practice
from journal.model.profiles import Profile
from journal.model.questionnaires import KeptForm
from journal.model.sessions import EffectPoint, Session, SideEffect, Vital
from journal.texts.translation import mark

NO_SUCH_ITEM = mark("a side effect names an item that is not in the file")
NO_ITEM_OF_GOAL = mark("a goal names an item that is not in the file")

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")

TAGS_SINCE = 4
"""The version that brought tags to entries and sessions."""

_Object = dict[str, Any]


class RecordsJson:
    """How each kind of record is written and read, with its parts."""

    def __init__(self, version: int = VERSION) -> None:
        untagged = () if version >= TAGS_SINCE else ("tags",)
        self._course = RecordJson(Course, ("plans",))
        self._plan = RecordJson(CoursePlan)
        self._session = RecordJson(Session, ("vitals", "effects", *untagged))
        self._vital = RecordJson(Vital)
        self._effect = RecordJson(SideEffect, ("points",))
        self._point = RecordJson(EffectPoint, ("item_id",))
        self._medicine = RecordJson(Medicine, ("levels",))
        self._level = RecordJson(DoseLevel)
        self._plain: dict[str, RecordJson[Any]] = {
            "intakes": RecordJson(Intake),
            "practices": RecordJson(Practice),
            "markers": RecordJson(Marker),
            "forms": RecordJson(KeptForm),
            "groups": RecordJson(ItemGroup),
            "profiles": RecordJson(Profile),
            "goals": RecordJson(Goal),
            "clinicians": RecordJson(Clinician),
            "appointments": RecordJson(Appointment),
            "questions": RecordJson(Question),
            "plan_lines": RecordJson(PlanLine),
            "contacts": RecordJson(Contact),
            "calm_moments": RecordJson(CalmMoment),
        }
        self._questionnaire = QuestionnaireJson(read_instruments(), read_total_ranges())

    def written(self, name: str, record: Any, keys: Mapping[str, str]) -> _Object:
        """The object of a record of one of the lists; `keys` are those of the items, by id."""
        if name == "courses":
            return self._course.written(record, plans=[self._plan.written(plan) for plan in record.plans])
        if name == "medicines":
            return self._medicine.written(record, levels=[self._level.written(level) for level in record.levels])
        if name == "sessions":
            vitals = [self._vital.written(vital) for vital in record.vitals]
            effects = [self._written_effect(effect, keys) for effect in record.effects]
            return self._session.written(record, vitals=vitals, effects=effects)
        if name == "questionnaires":
            return self._questionnaire.written(record)
        return self._plain[name].written(record)

    def read(self, name: str, given: JsonFields, items: Collection[str]) -> Any:
        """The record of an object of one of the lists. Raises InvalidFile."""
        if name == "courses":
            plans = tuple(self._plan.read(plan) for plan in given.objects("plans"))
            return self._course.read(given, plans=plans)
        if name == "medicines":
            levels = tuple(self._level.read(level) for level in given.objects("levels"))
            return self._medicine.read(given, levels=levels)
        if name == "questionnaires":
            return self._questionnaire.read(given)
        if name == "sessions":
            return self._read_session(given, items)
        record = self._plain[name].read(given)
        _check(record, given, items)
        return record

    def _written_effect(self, effect: SideEffect, keys: Mapping[str, str]) -> _Object:
        points = [self._point.written(point) for point in effect.points]
        return {"key": keys.get(effect.item_id, "")} | self._effect.written(effect, points=points)

    def _read_session(self, given: JsonFields, items: Collection[str]) -> Session:
        vitals = tuple(self._vital.read(vital) for vital in given.objects("vitals"))
        effects = tuple(self._read_effect(effect, items) for effect in given.objects("effects"))
        given.check_once("vitals", [str(vital.minute) for vital in vitals])
        given.check_once("effects", [effect.item_id for effect in effects])
        return self._session.read(given, vitals=vitals, effects=effects)

    def _read_effect(self, given: JsonFields, items: Collection[str]) -> SideEffect:
        item_id = given.identifier("item")
        if item_id not in items:
            given.refuse("item", NO_SUCH_ITEM)
        points = tuple(self._point.read(point, item_id=item_id) for point in given.objects("points"))
        return self._effect.read(given, points=points)


def _check(record: Any, given: JsonFields, items: Collection[str]) -> None:
    """Refuse what no field by itself gives away. Raises InvalidFile."""
    if isinstance(record, Goal) and record.item_id not in items:
        given.refuse("item", NO_ITEM_OF_GOAL)
    if isinstance(record, CalmMoment):
        for name, distress in (("before", record.before), ("after", record.after)):
            if not 0 <= (distress or 0) <= MOST_DISTRESS:
                given.refuse(name, NOT_POSSIBLE)
    if isinstance(record, Appointment) and record.time and not _CLOCK.fullmatch(record.time):
        given.refuse("time", NOT_POSSIBLE)


def written_records(records: DocumentRecords, keys: Mapping[str, str]) -> Iterator[tuple[str, Iterator[_Object]]]:
    """Each list by its name, with its objects."""
    json = RecordsJson()
    for name in RECORD_LISTS:
        yield name, _objects(json, name, records.of(name), keys)


def read_records(fields: JsonFields, items: Collection[str], version: int) -> DocumentRecords:
    """All records of a file of this version; `items` are the ids of its items. Raises InvalidFile."""
    names = lists_of(version)
    if not names:
        return DocumentRecords()
    json = RecordsJson(version)
    lists: dict[str, Any] = {
        name: tuple(json.read(name, each, items) for each in fields.objects(name)) for name in names
    }
    for name, found in lists.items():
        fields.check_once(name, [record.id for record in found])
    records = DocumentRecords(**lists)
    fields.check_once("courses", [plan.id for course in records.courses for plan in course.plans])
    fields.check_once("medicines", [level.id for medicine in records.medicines for level in medicine.levels])
    effects = (effect for session in records.sessions for effect in session.effects)
    fields.check_once("sessions", [point.id for effect in effects for point in effect.points])
    deleted = JsonFields(fields.path, "deleted_records", fields.table("deleted_records"))
    return DocumentRecords(**lists, deleted={name: deleted.identifiers(name) for name in names})


def _objects(json: RecordsJson, name: str, records: Iterable[Any], keys: Mapping[str, str]) -> Iterator[_Object]:
    return (json.written(name, record, keys) for record in records)

"""What can be pressed on the Treatment page. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Do(StrEnum):
    """Every wish that a button of the page can carry."""

    SHOW_COURSE = "show-course"
    SHOW_MEDICINE = "show-medicine"
    SHOW_LIST = "show-list"
    SHOW_ENDED = "show-ended"
    SHOW_MORE = "show-more"
    BACK = "back"
    GO_ON = "go-on"
    NOW_VIEW = "now-view"
    BEGIN = "begin"
    OPEN_SESSION = "open-session"
    ADD_SESSION = "add-session"
    ADD_COURSE = "add-course"
    CHANGE_COURSE = "change-course"
    CHANGE_PLAN = "change-plan"
    END_COURSE = "end-course"
    REOPEN_COURSE = "reopen-course"
    DELETE_COURSE = "delete-course"
    ADD_MEDICINE = "add-medicine"
    CHANGE_MEDICINE = "change-medicine"
    CHANGE_DOSE = "change-dose"
    CORRECT_DOSE = "correct-dose"
    REMOVE_DOSE = "remove-dose"
    STOP_MEDICINE = "stop-medicine"
    TAKE_UP_AGAIN = "take-up-again"
    DELETE_MEDICINE = "delete-medicine"
    TAKE = "take"
    TAKE_EXTRA = "take-extra"
    ADD_INTAKE = "add-intake"
    CHANGE_INTAKE = "change-intake"
    DELETE_INTAKE = "delete-intake"
    UNDO_INTAKE = "undo-intake"
    ADD_PRACTICE = "add-practice"
    CHANGE_PRACTICE = "change-practice"
    DELETE_PRACTICE = "delete-practice"
    ADD_MARKER = "add-marker"
    CHANGE_MARKER = "change-marker"
    DELETE_MARKER = "delete-marker"


@dataclass(frozen=True, slots=True)
class Deed:
    """A wish and what it is about: the id of a record, and where that is not enough a second word.

    `do` is a `Do` here, a wish of its own kind on another page that is made of the same cards. `also` is the kind
    of a session to begin, the dose's fate and due minute, or the medicine of a dose level.
    """

    do: StrEnum
    id: str = ""
    also: str = ""

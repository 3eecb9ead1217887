"""The hint of a field stands in it where it has room, else under it."""

import pytest

from journal.ui.treatment.fields import FormField
from journal.ui.treatment.parts import Field
from tests.support.windows import put_up

HINT = "par exemple 14:30, si vous la connaissez"


@pytest.fixture
def field(qtbot, theme):
    return put_up(qtbot, FormField(Field("time", "Heure", hint=HINT)), 600, 80)


def test_a_hint_with_room_stands_in_its_field(field):
    assert field.control.placeholderText() == HINT
    assert not field.hint.isVisible()


def test_a_hint_without_room_stands_under_it(field):
    field.resize(120, 160)
    assert field.control.placeholderText() == ""
    assert field.hint.isVisible()
    assert field.hint.text() == HINT

from journal.ui.theme.portal import is_preferred


class Variant:
    def __init__(self, value):
        self._value = value

    def variant(self):
        return self._value


def test_one_means_dark_inside_two_variants():
    assert is_preferred([Variant(Variant(1))])


def test_two_means_light_and_nothing_means_light():
    assert not is_preferred([Variant(2)])
    assert not is_preferred([])

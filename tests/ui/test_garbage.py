import gc
import threading

from PySide6.QtCore import QObject

from journal.ui.garbage import WindowCollector, collect_when_due


class Knot:
    """Refers to itself, so that only a collector finds it; notes on which thread it goes."""

    def __init__(self, gone_on):
        self.itself, self.gone_on = self, gone_on

    def __del__(self):
        self.gone_on.append(threading.current_thread())


def make_many(gone_on):
    for _ in range(2 * gc.get_threshold()[0]):
        Knot(gone_on)


def test_what_another_thread_leaves_goes_on_the_windows_thread(qapp):
    parent, gone_on = QObject(), []
    WindowCollector(parent)
    thread = threading.Thread(target=make_many, args=(gone_on,))
    thread.start()
    thread.join()
    assert gone_on == []
    assert collect_when_due() > 0
    assert set(gone_on) == {threading.current_thread()}
    parent.deleteLater()


def test_nothing_is_collected_before_its_time(qapp):
    gc.collect()
    assert collect_when_due() == 0

"""The whole program on a real journal, with endings of the test's own in place of the process's."""

from journal.app.runner import ImmediateRunner
from journal.host.settings_file import SettingsFile
from journal.ui.application import Application, Endings, WindowOptions
from journal.ui.place import JournalPlace
from tests.support.journals import PASSPHRASE
from tests.support.windows import button


class Program:
    """The program, and how it ended."""

    def __init__(self, qtbot, app, tmp_path, clock, runner=None):
        self.qtbot, self.ended, self.replaced = qtbot, [], []
        endings = Endings(self.replaced.append, self.ended.append)
        self.settings = SettingsFile(tmp_path / "settings.toml")
        self.running = Application(
            app,
            JournalPlace(tmp_path / "journal"),
            self.settings,
            clock,
            WindowOptions(),
            endings,
            runner or ImmediateRunner(),
        )
        self.window = self.running.window
        qtbot.addWidget(self.window, before_close_func=lambda window: window.let_close())
        with qtbot.waitSignal(self.running.ready):
            self.running.start()

    def unlock(self):
        self.give_passphrase()
        self.qtbot.waitUntil(lambda: self.window.room is self.running.shell)

    def give_passphrase(self):
        page = self.window.room
        page.step.field.edit.setText(PASSPHRASE)
        button(page, "Open").click()


def take_down(made):
    if made.running.session.journal is not None:
        made.running.controls.quit()
    made.running.idle.stop()
    made.running.ring.deleteLater()
    made.running.theme.deleteLater()
    made.running.deleteLater()

"""How the proofs of the packages judge. The proofs themselves need root: packaging/test-deb, packaging/test-tar."""

import subprocess
import sys
from pathlib import Path

import pytest

from journal import __version__

ROOT = Path(__file__).resolve().parents[2]
MODULES = ("identity", "chroot", "journey", "proving")


@pytest.fixture
def proving(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "linux"))
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "linux" / "proof"))
    yield __import__("proving")
    for name in MODULES:
        sys.modules.pop(name, None)


@pytest.fixture
def proof(proving, tmp_path, monkeypatch):
    """A class of proof whose fresh system is a folder that says what the test tells it to."""
    monkeypatch.setattr(proving, "ROOT", tmp_path)
    monkeypatch.setattr(proving.Chroot, "enter", lambda chroot: None)

    class Told(proving.Proof):
        kind = "told"
        says = f"leeward, version {__version__}\n"

        def run(self):
            self.check("The command answers", self.answers)

        def leeward(self, *arguments):
            return self.says

        def put_aside(self, number):
            self.home = self.place / f"home-{number}"

    return Told


def test_a_proof_that_holds_leaves_its_table(proving, proof, tmp_path, capsys):
    proving.prove(proof, tmp_path, "one")
    assert capsys.readouterr().out.splitlines()[-1].startswith("1 checks passed.")
    assert (tmp_path / ".test-results/told-one/results.tsv").read_text().startswith("The command answers\tleeward,")


def test_a_package_of_another_version_proves_nothing(proving, proof, tmp_path):
    proof.says = "leeward, version 0.0.9"
    with pytest.raises(SystemExit) as ended:
        proving.prove(proof, tmp_path, "one")
    assert "FAILED after 0 checks: not so: leeward, version 0.0.9" in ended.value.code


def test_a_command_that_fails_on_this_machine_fails_the_proof_in_its_own_words(proving, proof, tmp_path):
    def invalid(self):
        subprocess.run(["sh", "-c", "echo bad entry >&2; exit 3"], check=True, capture_output=True)

    proof.answers = invalid
    with pytest.raises(SystemExit, match="bad entry"):
        proving.prove(proof, tmp_path, "one")


def test_a_proof_that_fails_leaves_no_table_or_picture_of_an_earlier_run(proving, proof, tmp_path):
    left = tmp_path / ".test-results/told-one"
    proving.prove(proof, tmp_path, "one")
    (left / "1-today.png").touch()
    proof.says = ""
    with pytest.raises(SystemExit):
        proving.prove(proof, tmp_path, "one")
    assert list(left.iterdir()) == []


def test_a_first_night_that_fails_once_is_tried_from_nothing_and_keeps_the_picture(proving, proof, tmp_path):
    proof.seen = []

    def night(self):
        self.seen.append(self.home.name)
        if len(self.seen) == 1:
            (self.home / "failed.png").write_text("seen")
            raise AssertionError("no window")
        return "131 keys"

    proof.one_night = night
    made = proof(tmp_path, "one", tmp_path)
    assert made.first_night() == "131 keys"
    assert made.seen == ["home", "home-1"]
    assert (made.pictures / "failed.png").read_text() == "seen"


def test_files_without_a_journal_among_them_are_no_fingerprint(proving, tmp_path):
    (tmp_path / "settings.toml").touch()
    with pytest.raises(AssertionError):
        proving.fingerprint(tmp_path)
    (tmp_path / "journal.db").touch()
    assert len(proving.fingerprint(tmp_path)) == 2

import pytest

from journal.host import less_motion


@pytest.fixture(autouse=True)
def no_desktop(monkeypatch, tmp_path):
    monkeypatch.setattr(less_motion.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "")


def test_where_nobody_can_be_asked_the_answer_is_no():
    assert not less_motion.less_motion_wanted()


@pytest.mark.parametrize(("told", "wanted"), [("false", True), ("true", False), ("", False)])
def test_a_gnome_without_animations_asks_for_less(monkeypatch, told, wanted):
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    monkeypatch.setattr(less_motion, "told", lambda command: told)
    assert less_motion.less_motion_wanted() is wanted


@pytest.mark.parametrize(("factor", "wanted"), [("0", True), ("0.5", False), ("soon", False)])
def test_plasma_writes_a_factor(tmp_path, factor, wanted):
    (tmp_path / "kdeglobals").write_text(f"[KDE]\nAnimationDurationFactor={factor}\n")
    assert less_motion.less_motion_wanted() is wanted

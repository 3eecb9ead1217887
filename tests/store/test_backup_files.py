from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from journal.store.backup_files import BackupFile, backup_name, kept, list_backups, newest_backup

TODAY = datetime(2026, 10, 29, 21, 0)


def backup(made: datetime) -> BackupFile:
    return BackupFile(made, Path(backup_name(made)))


def days_kept(backups: list[BackupFile]) -> list[str]:
    return [each.made.date().isoformat() for each in sorted(kept(backups), reverse=True)]


def test_two_years_of_daily_backups_leave_seven_days_five_weeks_and_twelve_months() -> None:
    backups = [backup(TODAY - timedelta(days=ago)) for ago in range(730)]
    assert days_kept(backups) == [
        *(f"2026-10-{day}" for day in (29, 28, 27, 26, 25, 24, 23)),  # the 25th is a Sunday too
        *("2026-10-18", "2026-10-11", "2026-10-04"),
        *("2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31", "2026-04-30", "2026-03-31"),
        *("2026-02-28", "2026-01-31", "2025-12-31", "2025-11-30"),
    ]


def test_of_several_on_a_day_the_newest_is_kept() -> None:
    backups = [backup(TODAY - timedelta(hours=hours)) for hours in range(5)]
    assert kept(backups) == {backups[0]}


def test_the_one_before_the_last_upgrade_outlives_later_ones_of_its_day_and_its_year() -> None:
    before, later = (
        BackupFile(TODAY - timedelta(hours=ago), Path(backup_name(TODAY - timedelta(hours=ago), before_upgrade=True)))
        for ago in (9, 5)
    )
    assert kept([before, later, backup(TODAY)]) == {later, backup(TODAY)}
    years = [backup(TODAY + timedelta(days=day)) for day in range(800)]
    assert later in kept([later, *years])


def test_after_a_long_pause_nothing_old_is_lost() -> None:
    old = [backup(TODAY - timedelta(days=400 + ago)) for ago in range(5)]
    assert kept([*old, backup(TODAY)]) == {*old, backup(TODAY)}


@given(st.lists(st.integers(0, 60 * 24 * 900), unique=True, max_size=80))
def test_rotation_keeps_the_newest_never_more_than_24_and_settles(minutes: list[int]) -> None:
    backups = [backup(TODAY - timedelta(minutes=ago)) for ago in minutes]
    once = kept(backups)
    assert len(once) <= 24
    assert kept(once) == once
    assert not backups or max(backups) in once


def test_only_our_own_files_are_taken_for_backups(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for name in ("backup-2026-10-29-210000.zip", "backup-2026-13-29-210000.zip", "backup-.zip", "holiday.zip"):
        (folder / name).touch()
    assert [each.path.name for each in list_backups(tmp_path)] == ["backup-2026-10-29-210000.zip"]
    assert newest_backup(tmp_path) == BackupFile(TODAY, folder / "backup-2026-10-29-210000.zip")


def test_a_folder_without_backups_has_none(tmp_path: Path) -> None:
    assert newest_backup(tmp_path) is None

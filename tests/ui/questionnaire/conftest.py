"""What the tests of a questionnaire’s page share."""

from tests.support.quiet_evening import heard, journal, opened

__all__ = ["heard", "journal", "opened"]

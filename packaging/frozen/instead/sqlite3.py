"""SQLCipher's driver by the name of Python's own.

sqlite-utils imports `sqlite3` by name although it works with the driver that the store hands it; with
this in its place the frozen program needs no second SQLite, and none of the system's.
"""

from sqlcipher3.dbapi2 import *  # noqa: F403

"""In place of matplotlib's axes in three dimensions, which it imports at every start and the program never draws."""


class Axes3D:
    """All that matplotlib asks of it before anybody draws with it."""

    name = "3d"

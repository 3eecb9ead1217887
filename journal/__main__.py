"""The start of the program: the command line, with the window handed to it."""

from __future__ import annotations


def main() -> None:
    """Run the command line; without a command it opens the window."""
    raise SystemExit(1)


if __name__ == "__main__":
    main()

"""What the frozen program runs."""

from journal.__main__ import main

main()

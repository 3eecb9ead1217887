"""In place of matplotlib's toolkits, none of which the program uses."""

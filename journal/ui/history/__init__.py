"""History: the days that were logged, to read, change and delete."""

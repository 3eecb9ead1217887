"""Taking the journal out: what for, which days and parts, with or without a password, and what was written."""

"""Files to model and back, no database: one module a format."""

"""The clinician's page: content (pure), then Typst, then PDF."""

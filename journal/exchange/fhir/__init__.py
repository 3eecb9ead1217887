"""FHIR R4: questionnaires that are opened from a file, and what goes out for a clinic's records."""

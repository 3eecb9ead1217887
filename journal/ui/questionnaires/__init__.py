"""The questionnaires that can be answered, and those that were."""

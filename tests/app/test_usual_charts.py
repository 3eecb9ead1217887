"""What is charted before anything is chosen."""

from journal.app.usual_charts import usual_scales
from journal.host.resources import read_catalogue


def test_the_usual_charts_are_the_average_and_every_item_of_a_new_journal():
    labels = list(usual_scales())
    assert len(labels) == 1 + len([entry for entry in read_catalogue().items if entry.shown_at_first])
    assert "Nightmares" in labels

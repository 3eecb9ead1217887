"""The words of items: labels, the words on the steps, and the names of the groups.

What a person wrote (a label or words of an own item) is shown as written and never translated.
"""

from __future__ import annotations

from journal.model.catalogue import Catalogue, CatalogueItem
from journal.model.items import Cluster, Item, ItemVersion, Kind
from journal.texts.translation import _


class ItemWords:
    """Says the words of items in the language in use. A version's own words win over the catalogue's."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def item_label(self, item: Item) -> str:
        """The name of an item: the person's own, else its version's or the catalogue's, else its key."""
        shipped = self._catalogue.get(item.key)
        return item.label or item.version.label or (_(shipped.label) if shipped else item.key)

    def shipped_label(self, item: Item) -> str:
        """The catalogue's name of an item, whatever the person calls it; empty for own items."""
        shipped = self._catalogue.get(item.key)
        return _(shipped.label) if shipped else ""

    def clinical_name(self, item: Item) -> str:
        """The clinical name, a description and search word; empty for own items."""
        return _(item.clinical)

    def unit(self, item: Item) -> str:
        """The unit, translated where it is the catalogue's."""
        shipped = self._catalogue.get(item.key)
        return _(item.version.unit) if shipped and shipped.unit == item.version.unit else item.version.unit

    def step_words(self, item: Item) -> tuple[str, ...]:
        """One word per step, or () where there is none."""
        words = self._words(item)
        return words if len(words) == step_count(item.version) else ()

    def end_words(self, item: Item) -> tuple[str, str]:
        """The words of the lowest and the highest step; two empty ones where there are none."""
        words = self._words(item)
        return (words[0], words[-1]) if len(words) > 1 else ("", "")

    def word_for(self, item: Item, value: float) -> str:
        """The word of a value: its step's, an end's, or empty."""
        version = item.version
        words = self.step_words(item)
        index = (value - version.minimum) / version.step
        if words and index == int(index) and 0 <= index < len(words):
            return words[int(index)]
        low, high = self.end_words(item)
        return {version.minimum: low, version.maximum: high}.get(value, "")

    def cluster_name(self, cluster: Cluster) -> str:
        """The name of a group on the screen."""
        return _(self._catalogue.group(cluster).name)

    def clinical_cluster_name(self, cluster: Cluster) -> str:
        """The clinical name of a group, for the PDF and the guide."""
        return _(self._catalogue.group(cluster).clinical)

    def group_name(self, item: Item) -> str:
        """The name of the group an item stands in, on the screen."""
        return item.group_name or self.cluster_name(item.cluster)

    def _words(self, item: Item) -> tuple[str, ...]:
        if item.version.words:
            return item.version.words
        shipped = self._catalogue.get(item.key)
        if shipped is not None and _same_scale(shipped, item.version):
            return tuple(_(word) for word in shipped.words)
        if item.kind is Kind.YES_NO:
            return _("no"), _("yes")
        # The ends of a shipped item mean the same on any number of steps.
        return (_(shipped.words[0]), _(shipped.words[-1])) if shipped and shipped.words else ()


def step_count(version: ItemVersion) -> int:
    """How many steps a scale has; 0 for counts, hours and scales without an upper end."""
    if version.kind not in {Kind.SCALE, Kind.YES_NO} or version.maximum is None or version.step <= 0:
        return 0
    return round((version.maximum - version.minimum) / version.step) + 1


def _same_scale(shipped: CatalogueItem, version: ItemVersion) -> bool:
    ours = (shipped.kind, shipped.minimum, shipped.maximum, shipped.step)
    return ours == (version.kind, version.minimum, version.maximum, version.step)

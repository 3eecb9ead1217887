"""Tags: renamed or taken away wherever they stand. Without tags the card is not there."""

from __future__ import annotations

from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.settings.rows import ChoiceRow, button
from journal.ui.settings.tags_presenter import TagsPresenter, TagsState
from journal.ui.widgets.card import Card
from journal.ui.widgets.fields import TextField
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import Body, Caption, name_field


class TagsCard(Card):
    """One tag is chosen, then named anew or removed."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(_("Tags"))
        self.tag = ChoiceRow(_("Tag"))
        self.name = TextField()
        label = Body(_("New name"))
        name_field(label, self.name)
        self.rename = button(_("Rename everywhere"), self._on_rename)
        presenter = self.presenter = TagsPresenter(self, context)
        self.remove = button(_("Remove everywhere"), presenter.on_removed)
        self.tag.chosen.connect(presenter.on_chosen)
        self.name.returnPressed.connect(self._on_rename)
        for widget in (self.tag, label, self.name, FlowRow(self.rename, self.remove)):
            self.body.addWidget(widget)
        self.body.addWidget(Caption(_("A name that another tag has joins the two. Notes and answers stay.")))
        context.session.listen(self._on_changed)
        self.hide()

    def render_tags(self, state: TagsState) -> None:
        """Show the tags."""
        self.tag.set_choices(state.choices)
        self.tag.set_value(state.chosen)
        self.setVisible(bool(state.choices))

    def _on_rename(self) -> None:
        self.presenter.on_renamed(self.name.text())
        self.name.clear()

    def _on_changed(self, parts: frozenset[str]) -> None:
        if parts & {"entries", "sessions"} and self.window().isVisible() and not self.isHidden():
            self.presenter.on_entered()

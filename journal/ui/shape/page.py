"""The page of one's own shape. It holds no rules, only the last state."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from journal.texts.translation import _
from journal.ui.context import PageContext
from journal.ui.shape.items_view import ItemsView
from journal.ui.shape.presenter import ShapeParts, ShapePresenter
from journal.ui.shape.profiles_view import ProfilesView
from journal.ui.shape.state import ShapeState, View
from journal.ui.widgets.back_button import back_to_settings
from journal.ui.widgets.buttons import ChoiceButton, TextButton, show_chosen
from journal.ui.widgets.flow_row import FlowRow
from journal.ui.widgets.labels import PageTitle
from journal.ui.widgets.scroll_page import ScrollPage
from journal.ui.widgets.tab_order import put_in_order

WIDEST = 760


class ShapePage(ScrollPage):
    """Renders a `ShapeState`; what the person does goes to the presenter."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(WIDEST, parent)
        self._context = context
        self.back = back_to_settings()
        self.views = {View.ITEMS: ChoiceButton(_("Items and groups")), View.PROFILES: ChoiceButton(_("Profiles"))}
        self.goals = TextButton(_("My goals"))
        self._choice = FlowRow(*self.views.values(), self.goals)
        self.items, self.profiles = ItemsView(), ProfilesView()
        parts = ShapeParts(lambda: context.session.opened, context.runner, context.words, context.say, context.failed)
        self.presenter = ShapePresenter(self, parts)
        self._build()
        self._connect()

    def entered(self, view: str = "", **where: Any) -> None:  # noqa: ARG002
        """Show what holds now; `view` goes to the items or the profiles."""
        self.items.search.clear()
        self.presenter.on_entered(View(view) if view else None)

    def left(self) -> None:
        """Hand over what is half typed."""
        self.items.flush()
        self.presenter.on_left(self.items.half_typed)

    def render_state(self, state: ShapeState) -> None:
        """Show a state."""
        show_chosen(self.views, state.view)
        self.items.render_state(state)
        self.profiles.render_state(state.profiles, state.week)
        self.items.setVisible(state.view is View.ITEMS)
        self.profiles.setVisible(state.view is View.PROFILES)

    def tell(self, words: str) -> None:
        """Speak to a screen reader."""
        if words:
            self._context.announce(self, words)

    def item_added(self) -> None:
        """An own item was made: its form is done."""
        self.items.item_added()

    def profile_kept(self) -> None:
        """A profile was made or changed: its form is done."""
        self.profiles.close_form()

    def _build(self) -> None:
        self.column.addWidget(FlowRow(self.back))
        self.column.addWidget(PageTitle(_("What is asked")))
        for widget in (self._choice, self.items, self.profiles):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.profiles.hide()

    def _connect(self) -> None:
        presenter, items, profiles = self.presenter, self.items, self.profiles
        self.back.clicked.connect(lambda: self._context.go("settings"))
        self.goals.clicked.connect(lambda: self._context.go("goals", back_to="shape"))
        for view, choice in self.views.items():
            choice.clicked.connect(lambda _checked=False, view=view: presenter.on_view(view))
        items.searched.connect(presenter.on_search)
        items.all_wanted.connect(presenter.on_all)
        items.ticked.connect(presenter.on_ticked)
        items.moved.connect(presenter.on_moved)
        items.panel_wanted.connect(presenter.on_panel)
        items.renamed.connect(presenter.on_renamed)
        items.grouped.connect(presenter.on_grouped)
        items.scaled.connect(presenter.on_scaled)
        items.own_item_wanted.connect(presenter.on_own_item)
        items.group_added.connect(presenter.on_group_added)
        items.group_moved.connect(presenter.on_group_moved)
        items.group_renamed.connect(presenter.on_group_renamed)
        items.group_delete_wanted.connect(presenter.on_group_deleted)
        profiles.kept.connect(presenter.on_profile)
        profiles.moved.connect(presenter.on_profile_moved)
        profiles.delete_wanted.connect(presenter.on_profile_deleted)
        items.built.connect(self._order_tabs)
        profiles.built.connect(self._order_tabs)
        self._context.session.listen(presenter.on_changed)

    def _order_tabs(self) -> None:
        put_in_order(self.back, self._choice, self.items, self.profiles)

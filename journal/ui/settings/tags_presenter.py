"""What happens on the card of tags: one is renamed or taken away wherever it stands. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from journal.app import history, tags
from journal.app.journal import Journal
from journal.model.tags import TagCount, same_tag, tidy_tag
from journal.texts.translation import _, ngettext

if TYPE_CHECKING:
    from journal.ui.context import PageContext


@dataclass(frozen=True, slots=True)
class TagsState:
    """The tags with their words ("visit, 12 times"), and which one is chosen."""

    choices: tuple[tuple[str, str], ...] = ()
    chosen: str = ""


class TagsView(Protocol):
    """What the presenter needs of the card."""

    def render_tags(self, state: TagsState) -> None:
        """Show a state."""


class TagsPresenter:
    """Every change is one step of undo, which the bar offers at once."""

    def __init__(self, view: TagsView, context: PageContext) -> None:
        self._view, self._context = view, context
        self.state = TagsState()

    def on_entered(self) -> None:
        """The page is shown, or the journal changed: read the tags."""
        self._context.runner.run(lambda: tags.all_tags(self._context.session.opened), self._show, self._context.failed)

    def on_chosen(self, tag: str) -> None:
        """Another tag was chosen."""
        self.state = replace(self.state, chosen=tag)
        self._view.render_tags(self.state)

    def on_renamed(self, name: str) -> None:
        """Call the chosen tag otherwise; a name that another tag has joins the two."""
        tag, new = self.state.chosen, tidy_tag(name)
        if tag and new and tag != new:
            self.state = replace(self.state, chosen=new)
            self._change(lambda journal: tags.rename_tag(journal, tag, new), _("The tag has its new name everywhere."))

    def on_removed(self) -> None:
        """Take the chosen tag away everywhere."""
        tag = self.state.chosen
        if tag:
            self._change(lambda journal: tags.remove_tag(journal, tag), _("The tag is gone. What had it stays."))

    def _change(self, change: Callable[[Journal], int], words: str) -> None:
        context = self._context

        def undo() -> None:
            context.runner.run(
                lambda: history.undo(context.session.opened), lambda _step: self.on_entered(), context.failed
            )

        def done(_count: int) -> None:
            context.say(words, [(_("Undo"), undo)])
            self.on_entered()

        context.runner.run(lambda: change(context.session.opened), done, context.failed)

    def _show(self, found: list[TagCount]) -> None:
        choices = tuple((each.tag, _words(each)) for each in found)
        held = next((tag for tag, _words_of in choices if same_tag(tag, self.state.chosen)), "")
        self.state = TagsState(choices, held or (choices[0][0] if choices else ""))
        self._view.render_tags(self.state)


def _words(found: TagCount) -> str:
    return ngettext("{tag}, {n} time", "{tag}, {n} times", found.count).format(tag=found.tag, n=found.count)

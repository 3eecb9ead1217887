"""What is wished for on the card of columns, as changes of the mapping."""

from __future__ import annotations

from journal.exchange.table_mapping import Layout
from journal.ui.bringing_in import table_edits as edits
from journal.ui.bringing_in.presenter import BringingInPresenter
from journal.ui.bringing_in.table_card import TableCard
from journal.ui.bringing_in.table_edits import ItemFields


def connect_table(card: TableCard, presenter: BringingInPresenter) -> None:
    """Let the presenter hear what is wanted on the card."""

    def on_way(column: str, way: str) -> None:
        look, known = presenter.table_look(), presenter.known_items()
        presenter.on_table(lambda mapping: edits.with_way(mapping, look, column, way, known))

    def on_item(column: str, fields: ItemFields) -> None:
        known = presenter.known_items()
        presenter.on_table(lambda mapping: edits.with_item(mapping, column, fields, known))

    def on_form(column: str, form: str) -> None:
        presenter.on_table(lambda mapping: edits.with_format(mapping, column, form))

    def on_dose(column: str, medicine: str, unit: str) -> None:
        presenter.on_table(lambda mapping: edits.with_dose(mapping, column, medicine, unit))

    card.form.way_chosen.connect(on_way)
    card.form.item_typed.connect(on_item)
    card.form.form_chosen.connect(on_form)
    card.form.dose_typed.connect(on_dose)
    card.layout_chosen.connect(lambda name: presenter.on_table(lambda m: edits.with_layout(m, Layout(name))))
    card.missing_typed.connect(lambda text: presenter.on_table(lambda m: edits.with_missing(m, text)))

"""A page of the guide as the text that Qt shows."""

from PySide6.QtGui import QTextDocument

from journal.model.guide_pages import parse_guide_page
from journal.ui.guide.rendering import Look, html_of


def test_a_line_never_begins_with_a_closing_mark(qapp, theme):
    narrow = "\N{NARROW NO-BREAK SPACE}"
    page = parse_guide_page("page", f"# A\n\n«{narrow}Afficher{narrow}»{narrow}; b", "fr")
    document = QTextDocument()
    document.setHtml(html_of(page, Look(theme.tokens, 1.0, lambda _name: (1, 1))))
    assert document.lastBlock().text() == "«\xa0Afficher\xa0»\xa0; b"

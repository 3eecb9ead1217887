"""Settings has a way to the guide, for whoever does not know the key."""

from journal.ui.settings.journal_card import AboutCard


def test_settings_opens_the_guide_and_back_leads_there_again(qtbot, theme):
    went = []
    card = AboutCard(lambda key, **where: went.append((key, where)))
    qtbot.addWidget(card)
    card.guide.click()
    assert went == [("guide", {"chapter": "first-five-minutes", "back_to": "settings"})]


def test_settings_leads_to_more_about_the_program(qtbot, theme):
    went = []
    card = AboutCard(lambda key, **where: went.append((key, where)))
    qtbot.addWidget(card)
    card.more.click()
    assert went == [("about", {})]

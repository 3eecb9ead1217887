from journal.ui.widgets.back_button import BackButton, back_to_settings


def test_it_shows_and_says_where_it_leads(qtbot, theme):
    back = BackButton("Report")
    qtbot.addWidget(back)
    assert (back.text(), back.accessibleName()) == ("‹  Report", "Back: Report")
    back.lead_to("Courses", "Back to Courses")
    assert (back.text(), back.accessibleName()) == ("‹  Courses", "Back to Courses")


def test_the_way_back_to_settings_says_so(qtbot, theme):
    back = back_to_settings()
    qtbot.addWidget(back)
    assert back.accessibleName() == "Back to Settings"
    assert back.minimumHeight() == 44

"""A month is handed in from the screen: looked at, written to the stick, noted; partners named."""

from __future__ import annotations

import pytest

from desktop.month_end.network_page import PartnerDialog
from desktop.month_end.screen import MonthEndScreen
from desktop.session import Place
from ledger.book.signing import signing_key_for
from ledger.domain.days import Month
from ledger.domain.people import UserRole
from ledger.domain.refusals import Refusal
from ledger.exchange.package_reading import read_package
from ledger.queries.handed_in import card_partners, handed_in_months, partner_cards
from ledger.usecases.closing import CloseMonth
from ledger.usecases.user_keeping import NameUsers, NewUser
from reports.words.voice import Voice
from tests.desktop.gallery import type_into
from tests.support.quick_keys import quick_guesses

FEBRUARY = Month(2026, 2)
HERS = "เรือใบสีขาวลำเล็ก"


@pytest.fixture
def screen(qtbot, opened):
    opened.session.run(CloseMonth(month=FEBRUARY))
    made = MonthEndScreen(opened.session, Voice("en"), opened.asks, opened.opens)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    made.take_keyboard()
    made.open_at("network")
    return made


@pytest.fixture
def stick(tmp_path):
    """An empty folder; the book lies beside it."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


def given(opened):
    return opened.session.ask(handed_in_months).rows


def test_a_closed_month_is_looked_at_handed_in_and_noted(screen, opened, stick):
    places = opened.went(screen)
    screen.network.look.click()
    assert places == [Place("papers", ("hand-in-slip", FEBRUARY))]

    opened.asks._answers.append(stick)
    screen.network.hand_in.click()

    (path,) = stick.iterdir()
    package = read_package(path)
    assert package.manifest.month == FEBRUARY
    (row,) = given(opened)
    assert row.sha256 == package.sha256
    assert screen.network.given.choose(row.act)
    assert path.name in opened.asks.told[-1]


def test_who_has_a_key_signs_and_who_types_none_gives_nothing(screen, opened, stick):
    roles = (UserRole.ADMINISTRATOR, UserRole.TREASURER)
    with quick_guesses():
        opened.session.run(NameUsers(users=(NewUser(name="แดง", roles=roles),)))
        opened.session.change_user("แดง")
        opened.session.run(signing_key_for("แดง", HERS))
        refusals: list[Refusal] = []
        opened.session.refused.connect(refusals.append)
        opened.session.second_person.sign = lambda _: ""
        opened.asks._answers += [stick, stick]
        screen.network.hand_in.click()
        assert [one.name for one in refusals] == ["SignatureMissing"]
        assert not list(stick.iterdir())
        assert given(opened) == ()

        opened.session.second_person.sign = lambda _: HERS
        screen.network.hand_in.click()

    (path,) = stick.iterdir()
    assert read_package(path).public != ""
    assert given(opened)[0].key_code != ""


def test_a_card_is_said_to_be_another_organisations_and_taken_back(screen, opened):
    card = opened.session.ask(partner_cards).rows[0].card

    def name(dialog):
        assert isinstance(dialog, PartnerDialog)
        dialog.card.choose(card)
        type_into(dialog.organisation.edit, "กท. 12")
        dialog.book()

    opened.fills(name)
    screen.network.partner.click()
    assert screen.network.partners.choose(card)
    assert screen.network.partners.current().organisation == "กท. 12"

    def nobody(dialog):
        dialog.card.choose(card)
        dialog.organisation.set_words("")
        dialog.book()

    opened.fills(nobody)
    screen.network.partner.click()
    assert opened.session.ask(card_partners).rows == ()

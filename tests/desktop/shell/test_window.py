"""The frame around all areas: languages, sizes, search, and screens that hear of changes."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from desktop.app.keeping import keep_preferences
from desktop.parts.lamp import LampState
from desktop.parts.look import Look
from desktop.session import Place, Session
from desktop.session.jobs import Job
from desktop.session.looking import change_look
from desktop.session.preferences import Preferences, place_of
from desktop.session.screen import Screen
from desktop.shell.areas import Area
from desktop.shell.window import Window
from desktop.tasks import InlineTasks, Work
from ledger.book import Book
from ledger.domain.days import Month
from ledger.domain.money import baht
from ledger.usecases.closing import CloseMonth
from ledger.usecases.members import OpenZone
from ledger.usecases.saving import Withdraw
from tests.desktop.gallery import settle, texts, type_into
from tests.desktop.opened import press
from tests.support.books import TODAY, founding
from tests.support.quick_keys import quick_guesses

NOTHING = Qt.KeyboardModifier.NoModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Asking(Screen):
    """Counts how often it asks, and remembers what it was opened at."""

    SHOWS = frozenset({"zones"})

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.asked = 0
        self.keys: list[Any] = []
        self.line = QLineEdit()
        self.line.setAccessibleName("line")
        self.body.addWidget(self.line)
        self.setFocusProxy(self.line)

    def ask_again(self):
        self.asked += 1

    def open_at(self, key):
        self.keys.append(key)


@pytest.fixture
def built():
    return []


@pytest.fixture
def window(qtbot, opened, built):
    def build(session, voice, ask):
        built.append(Asking(session, voice, ask))
        return built[-1]

    areas = [
        Area("first", lambda voice: voice.tr("Members"), build),
        Area("second", lambda voice: voice.tr("Journal"), build),
    ]
    made = Window(opened.session, areas, Preferences("en"), opened.asks)
    made.preferred.connect(made.prefer)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_screen_is_built_when_it_is_first_seen(window, built):
    assert len(built) == 1

    window.go_to(Place("second"))
    window.go_to(Place("first"))
    window.go_to(Place("second"))

    assert len(built) == 2


def test_alt_and_a_digit_choose_an_area(window, built):
    press(window, Qt.Key.Key_2, ALT)

    assert window.navigation.currentRow() == 1
    assert window.stack.currentWidget().isAncestorOf(built[1])


def test_the_keyboard_goes_to_where_work_begins(window, built):
    press(window, Qt.Key.Key_2, ALT)

    assert window.focusWidget() is built[1].line


def test_a_place_opens_the_thing_in_its_area(window, built):
    built[0].go_to.emit(Place("second", 60))

    assert built[1].keys == [60]
    assert window.navigation.currentRow() == 1


def test_a_place_in_an_area_that_is_not_there_leads_nowhere(window):
    window.go_to(Place("loans", 1))

    assert window.navigation.currentRow() == 0


@pytest.mark.usefixtures("window")
def test_a_screen_that_is_seen_asks_again_when_what_it_shows_changed(built, opened):
    before = built[0].asked
    opened.session.run(OpenZone(code="9", name="x"))

    assert built[0].asked == before + 1


@pytest.mark.usefixtures("window")
def test_a_change_of_something_else_asks_nothing(built, opened):
    before = built[0].asked
    opened.session.run(CloseMonth(month=Month(2026, 1)))

    assert built[0].asked == before


def test_a_screen_out_of_sight_asks_once_when_it_is_seen_again(window, built, opened):
    window.go_to(Place("second"))
    before = built[0].asked
    opened.session.run(OpenZone(code="8", name="x"))
    opened.session.run(OpenZone(code="9", name="x"))
    assert built[0].asked == before

    window.go_to(Place("first"))

    assert built[0].asked == before + 1


def test_the_language_changes_at_once_and_what_is_typed_stays(window, built, opened):
    type_into(built[0].line, "กำลังพิมพ์")
    english = texts(window)
    press(window, Qt.Key.Key_F12)

    assert window.preferences.language == "th"
    assert "สมุดบัญชีอื่น" in texts(window) or texts(window) != english
    assert window.navigation.item(0).text() == "สมาชิก"
    assert built[0].line.text() == "กำลังพิมพ์"
    assert built[0].voice.language == "th"
    opened.asks.tell(lambda voice: voice.tr("Members"))
    assert opened.asks.told == ["สมาชิก"]


def test_alt_and_left_lead_back_to_what_was_open_and_to_its_line(window, built):
    assert not window.top.back.isEnabled()
    first, second = built[0], window.screen_of("second")
    first.opened = "0001"
    first.line.setFocus()
    window.go_to(Place("second", 7))
    window.go_to(Place("first", "0002"))  # as from the page of an entry to another member
    first.opened = "0002"

    press(window, Qt.Key.Key_Left, ALT)
    assert (window.navigation.area, second.keys) == ("second", [7])
    press(window, Qt.Key.Key_Left, ALT)
    assert (window.navigation.area, first.keys) == ("first", ["0002", "0001"])
    assert window.focusWidget() is first.line
    assert not window.top.back.isEnabled()


def test_control_and_plus_or_minus_change_the_size_of_the_text(window):
    press(window, Qt.Key.Key_Plus, CONTROL)
    larger = window.preferences.percent
    press(window, Qt.Key.Key_Minus, CONTROL)

    assert (larger, window.preferences.percent) == (110, 100)


def test_the_buttons_do_what_the_keys_do(window):
    window.top.language.click()
    window.top.larger.click()
    window.top.brightness.click()

    assert window.preferences == Preferences("th", 110, dark=True)


def test_no_smaller_text_is_offered_than_there_is(window):
    assert not window.top.smaller.isEnabled()
    window.prefer(Preferences("en", 200))
    assert not window.top.larger.isEnabled()


def test_above_every_screen_stands_whose_book_it_is_and_what_is_open(window):
    assert window.top.name.text() == "Baan Rim Nam Housing Cooperative Ltd."
    assert window.top.months.text() == "January 2569 to March 2569 · open"
    assert window.top.user.text() == "At the keyboard: สมใจ"


def test_the_practice_book_carries_its_band_on_every_screen(window):
    assert window.band.isVisible()
    window.go_to(Place("second"))
    assert window.band.isVisible()


@pytest.mark.parametrize("passphrase", ["", "four words nobody guesses"])
def test_a_book_without_encryption_says_so_on_every_screen(qtbot, tmp_path, opened, passphrase):
    with quick_guesses():
        book = Book.found(tmp_path / "real.satcha", founding(), user="a", passphrase=passphrase)
    session = Session(book, InlineTasks())
    area = Area("only", lambda voice: voice.tr("Members"), Asking)
    window = Window(session, [area], Preferences("en"), opened.asks)
    qtbot.addWidget(window)
    window.show()

    shown = window.band.text() if window.band.isVisible() else ""
    assert ("Not encrypted" in shown) is not bool(passphrase)
    session.close()


def test_the_fingerprint_code_at_the_bottom_is_that_of_the_last_act(window, opened):
    outcome = opened.session.run(OpenZone(code="9", name="x"))

    assert outcome.code in window.status.code.text()


def test_the_proof_light_says_that_cards_and_accounts_agree(window):
    assert window.status.proof.state is LampState.GOOD
    assert window.status.proof.label.text() == "Cards = control accounts"


def test_the_proof_light_turns_when_they_do_not(window):
    window.status.show_proof(agrees=False)

    assert window.status.proof.state is LampState.PROBLEM


def test_closing_a_month_is_seen_above_at_once(window, opened):
    opened.session.run(CloseMonth(month=Month(2026, 2)))

    assert window.top.months.text() == "March 2569 · open"


@pytest.mark.usefixtures("window")
def test_a_refusal_without_a_form_is_told(opened):
    opened.session.attempt(Withdraw(card=999, amount=baht(1), on=TODAY))

    assert len(opened.asks.told) == 1
    assert "999" in opened.asks.told[0]


def test_control_and_k_lead_to_the_search_and_enter_goes_to_what_is_found(window, qtbot):
    press(window, Qt.Key.Key_K, CONTROL)
    assert window.focusWidget() is window.search.edit
    went: list[Any] = []
    window.search.go_to.connect(went.append)

    type_into(window.search.edit, "แสงทอง")
    qtbot.waitUntil(window.search.offers.isVisible)
    press(window, Qt.Key.Key_Return)

    assert went == [Place("members", "0002")]
    assert window.search.edit.text() == ""


def test_a_code_typed_into_the_search_leads_to_its_proof(window):
    went: list[Any] = []
    window.search.go_to.connect(went.append)
    window.search.edit.setFocus()
    type_into(window.search.edit, "ybfw kgyx zrdb prxw")
    press(window, Qt.Key.Key_Return)

    assert went == [Place("audit", ("code", "YBFW KGYX ZRDB PRXW"))]


def test_enter_before_the_offers_came_up_takes_the_best_of_them(window):
    went: list[Any] = []
    window.search.go_to.connect(went.append)
    window.search.edit.setFocus()
    type_into(window.search.edit, "R2")
    press(window, Qt.Key.Key_Return)

    assert [place.area for place in went] == ["journal"]


def test_escape_drops_the_offers(window, qtbot):
    window.search.edit.setFocus()
    type_into(window.search.edit, "แสงทอง")
    qtbot.waitUntil(window.search.offers.isVisible)
    press(window, Qt.Key.Key_Escape)

    assert not window.search.offers.isVisible()


def test_nothing_found_is_said_and_leads_nowhere(window):
    window.search.edit.setFocus()
    type_into(window.search.edit, "ไม่มีใคร")
    window.search.look_up()

    assert window.search.offers.marked().name == "Nothing matches what was typed."
    press(window, Qt.Key.Key_Return)
    assert window.search.edit.text() == "ไม่มีใคร"
    assert window.navigation.area == "first"
    window.search.edit.clear()
    window.search.look_up()
    assert not window.search.offers.isVisible()


def test_every_area_is_reached_by_keys(window):
    seen = {window.navigation.area}
    for _ in range(window.navigation.count() - 1):
        window.navigation._walk(1)
        seen.add(window.navigation.area)
    assert len(seen) == window.navigation.count()


def test_on_a_low_screen_with_large_letters_the_frame_gives_way(qapp, window, built):
    window.resize(1024, 600)
    plain = built[0].height()
    before = built[0].width()

    change_look(qapp, Look(200))
    settle(window)
    said = [action.text() for action in window.top.menu().actions()]

    assert built[0].height() > 0.7 * window.height()
    assert built[0].width() > before
    assert window.navigation.item(1).text() == ""
    assert window.navigation.item(1).toolTip() == "Journal (Alt+2)"
    assert {"Change the language", "Smaller text", "Other book"} <= set(said)

    change_look(qapp, Look(100))
    settle(window)

    assert built[0].height() == plain
    assert window.navigation.item(1).text() == "Journal"
    assert window.layout().indexOf(window.status) >= 0


def test_every_area_has_a_sign_in_the_size_and_the_colours_in_force(qapp, window):
    def signs():
        return [window.navigation.item(at).icon() for at in range(2)]

    seen = []
    for look in (Look(), Look(dark=True), Look(150), Look()):
        change_look(qapp, look)
        settle(window)
        assert not any(sign.isNull() for sign in signs())
        side = window.navigation.fontMetrics().height()
        assert window.navigation.iconSize().height() == side
        assert signs()[0].availableSizes()[0].height() == 2 * side
        seen.append([sign.cacheKey() for sign in signs()])

    assert all(before != after for before, after in pairwise(seen))


def test_the_keyboard_is_after_long_work_where_it_was_before(window, built, opened):
    built[0].line.setFocus()
    job = Job(lambda voice: voice.tr("Members"), lambda: None, alone=True)

    opened.session.began.emit(job)
    assert window.status.progress.stop.hasFocus()
    opened.session.ended.emit()

    assert built[0].line.hasFocus()


def test_what_asks_the_book_waits_while_long_work_has_it(window, opened):
    job = Job(lambda voice: voice.tr("Members"), lambda: None, alone=True)
    asks = (window.search, window.navigation, window.top.leave, window.top.other_user)

    opened.session.began.emit(job)
    assert not any(one.isEnabled() for one in asks)
    assert window.top.language.isEnabled()
    opened.session.ended.emit()

    assert all(one.isEnabled() for one in asks)


class Waiting(InlineTasks):
    """Nothing of what is begun is over until somebody says so."""

    def __init__(self):
        self.ends = []

    @override
    def in_background(self, call, *, then, **_):
        work = Work(lambda _done, _total: None)
        self.ends.append(lambda: then(call(work)))
        return work


def test_long_work_is_over_only_when_it_is_over_itself(window, opened, monkeypatch):
    tasks = Waiting()
    monkeypatch.setattr(opened.session, "_tasks", tasks)
    opened.session.work(lambda _work: None, then=lambda _: None)
    opened.session.work(
        lambda _work: None, then=lambda _: None, says=lambda voice: voice.tr("Members"), alone=True
    )

    tasks.ends[0]()
    assert window.status.progress.isVisible()
    assert not window.stack.isEnabled()
    tasks.ends[1]()

    assert not window.status.progress.isVisible()
    assert window.stack.isEnabled()


def test_another_language_waits_for_nobody_and_is_kept_after_long_work(opened, monkeypatch):
    tasks, session = Waiting(), opened.session
    monkeypatch.setattr(session, "_tasks", tasks)
    session.work(lambda _work: None, then=lambda _: None, alone=True)

    keep_preferences(session, Preferences("en"))
    assert not session.drafts(place_of(session.user))
    for end in tasks.ends:
        end()

    assert session.drafts(place_of(session.user))["language"] == "en"

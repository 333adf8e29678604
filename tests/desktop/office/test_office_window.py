"""The window of a network office: packages seen before they count, register, sums, papers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from desktop.office.confirm_dialog import ConfirmDialog
from desktop.office.founding_dialog import OfficeDialog
from desktop.office.packages_screen import BROUGHT
from desktop.office.recovery_key_dialog import RecoveryKeyDialog
from desktop.office.register_dialogs import NetworkDialog, OrganisationDialog, PlaceDialog
from desktop.office.rollup_screen import CHANGE, SIDE
from desktop.office.state import Sight, Standing
from desktop.parts.words import nothing
from desktop.session import Place
from desktop.session.jobs import Job
from desktop.session.looking import change_look
from desktop.session.preferences import Preferences
from desktop.tasks import InlineTasks, Work
from ledger.book.network_keys import public_key_in
from ledger.domain.network.register import Level
from ledger.domain.network.rollup import By, Chosen
from ledger.network.questions import packages
from reports.words.voice import Voice
from tests.desktop.gallery import LOOKS, check_widget, texts, type_into
from tests.desktop.office.conftest import DECEMBER, OF_OTHERS
from tests.desktop.opened import press
from tests.support.network import JANUARY
from tests.support.quick_keys import quick_guesses

PLACES = (
    Place("packages"),
    Place("packages", "brought"),
    Place("missing"),
    Place("roll_up"),
    Place("register"),
    Place("papers", "roll-up"),
    Place("papers", ("figures", "A", 0)),
)


def brought(seen, stick):
    """The packages of the stick, looked at."""
    screen = seen.screen("packages")
    seen.answers(stick)
    screen.many.click()
    return screen


def standings(screen):
    return [one.standing for one in screen.stick.brought]


def confirms(screen, fill):
    """What is done with the next question about a package."""

    def opens(dialog):
        fill(dialog)
        dialog.take()
        return True

    screen.opens = opens
    screen.confirm.click()


# ── packages ────────────────────────────────────────────────────────────────────────────────────


def test_nothing_is_kept_before_it_was_seen_and_confirmed(seen, stick, office):
    screen = brought(seen, stick)

    assert standings(screen) == [Standing.ASKS, Standing.ASKS, Standing.REFUSED]
    assert screen.lists.tabs.currentIndex() == BROUGHT
    assert "Nobody signed the package of C" in screen.why.text()
    assert not screen.receive.isEnabled()
    confirms(screen, lambda dialog: dialog.unsigned.setChecked(True))
    assert standings(screen)[0] is Standing.FITS
    assert [row.organisation for row in office_rows(office)] == ["A", "B"]

    screen.receive.click()

    assert standings(screen)[0] is Standing.RECEIVED
    assert [row.organisation for row in office_rows(office)] == ["A", "B", "C"]
    brought(seen, stick)
    assert standings(screen)[0] is Standing.AGAIN
    screen.brought.choose(stick / "x_2026-01_1.satpack")
    screen.confirm.click()
    assert seen.asks.told == ["There is nothing to confirm about this package."]


def office_rows(office, month=JANUARY):
    return packages(office, month=month).rows


def test_a_book_that_nobody_knows_gets_its_organisation_from_a_person(seen, stick, office):
    screen = brought(seen, stick)
    screen.brought.choose(stick / "x_2026-01_2.satpack")
    assert OF_OTHERS in screen.why.text()

    confirms(screen, lambda dialog: dialog.organisation.choose("D"))
    screen.brought.choose(stick / "x_2026-01_2.satpack")
    confirms(screen, lambda _dialog: None)  # and it signs nothing
    screen.receive.click()

    assert [row.organisation for row in office_rows(office)] == ["A", "B", "D"]


def test_what_only_the_cooperative_can_put_right_cannot_be_confirmed(seen, stick):
    screen = brought(seen, stick)
    screen.brought.choose(stick / "broken.satpack")

    screen.confirm.click()

    assert "only the cooperative" in seen.asks.told[-1]
    assert "no sealed package" in screen.why.text()


def test_who_stops_hears_what_was_received_by_then(seen, stick, office):
    screen = brought(seen, stick)
    confirms(screen, lambda dialog: dialog.unsigned.setChecked(True))
    screen.brought.choose(stick / "x_2026-01_2.satpack")
    confirms(screen, lambda dialog: dialog.organisation.choose("D"))
    screen.brought.choose(stick / "x_2026-01_2.satpack")
    confirms(screen, lambda _dialog: None)
    assert [one.standing for one in screen.stick.fitting] == [Standing.FITS, Standing.FITS]

    seen.session._tasks = StopsAfter(0)
    screen.receive.click()

    assert standings(screen)[:2] == [Standing.RECEIVED, Standing.FITS]
    assert [row.organisation for row in office_rows(office)] == ["A", "B", "C"]


class StopsAfter:
    """Runs at once; somebody stops it when it told that so many were done."""

    def __init__(self, steps):
        self._left = steps

    def in_background(self, call, *, then, failed, cancelled, **_watched):
        def told(done, _total):
            if done == self._left:
                work.cancel()

        work = Work(told)
        inline = InlineTasks()
        return inline.in_background(
            lambda _: call(work), then=then, failed=failed, cancelled=cancelled
        )


def test_only_receiving_keeps_people_from_everything_else(seen):
    for alone in (False, True):
        seen.session.began.emit(Job(nothing, lambda: None, alone))
        assert seen.window.stack.isEnabled() is not alone
        seen.session.ended.emit()
    assert seen.window.stack.isEnabled()


# ── sums and who is missing ─────────────────────────────────────────────────────────────────────


def test_one_month_is_looked_at_everywhere(seen):
    missing = seen.screen("missing")
    seen.window.go_to(Place("missing"))
    assert [row.code for row in missing.table.model.shown] == ["C", "D"]
    assert "2 of 4" in missing.said.text()

    missing.sight.month.pick(DECEMBER)
    missing.sight.month.was_edited()

    assert [row.code for row in missing.table.model.shown] == ["B", "C", "D"]
    seen.window.go_to(Place("roll_up"))
    assert "1 of 4" in seen.screen("roll_up").said.text()
    assert "December 2568" in seen.window.top.months.text()


def test_enter_on_a_sum_goes_down_to_its_organisations_and_to_what_each_gave(seen):
    seen.window.go_to(Place("roll_up"))
    screen = seen.screen("roll_up")
    assert [line.row.code for line in screen.sums.model.shown] == ["AGE", "MUN", "", ""]

    screen.sums.view.selectRow(1)
    screen.sums.setFocus()
    press(seen.window, Qt.Key.Key_Return)

    assert screen.lists.tabs.currentIndex() == SIDE
    assert seen.session.sight.chosen == Chosen(network="MUN")
    assert [row.code for row in screen.side.model.shown] == ["A", "C", "D"]
    screen.side.view.selectRow(0)
    press(seen.window, Qt.Key.Key_Return)
    papers = seen.screen("papers")
    assert (papers.paper.picked(), papers.organisation.chosen()) == ("figures", "A")
    assert papers.view.count > 0


def test_a_month_stands_beside_an_earlier_one(seen):
    seen.window.go_to(Place("roll_up"))
    screen = seen.screen("roll_up")

    screen.lists.tabs.setCurrentIndex(CHANGE)

    assert "the 1 organisations that handed in both" in screen.change_said.text()
    assert "Only in January 2569, and in neither sum: B" in screen.change_said.text()
    rows = {row.label: row.difference for row in screen.change.model.shown}
    assert rows["Members at the end"] == 0


def test_the_way_back_leads_to_the_area_and_to_what_was_looked_at_there(seen):
    seen.window.go_to(Place("missing"))
    seen.window.go_to(Place("roll_up"))
    seen.session.look_at(Sight(DECEMBER, Chosen(network="AGE")))
    seen.window.go_to(Place("register"))
    seen.window.top.back.click()
    assert (seen.window.navigation.area, seen.session.sight.month) == ("roll_up", DECEMBER)

    QTest.keyClick(seen.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert seen.window.navigation.area == "missing"
    assert seen.session.sight == Sight(JANUARY)
    assert [row.code for row in seen.screen("missing").table.model.shown] == ["C", "D"]


@pytest.mark.parametrize("by", list(By))
def test_a_row_of_any_sort_narrows_to_a_network_or_a_place_or_to_nothing(by):
    narrowed = Sight(JANUARY).narrowed("X", by).chosen

    wanted = {By.NETWORK: Chosen(network="X")}
    for kind in (By.NETWORK_KIND, By.ORGANISATION_KIND):
        wanted[kind] = Chosen()
    assert narrowed == wanted.get(by, Chosen(place="X"))


# ── register and papers ─────────────────────────────────────────────────────────────────────────


def test_an_organisation_is_entered_by_keyboard_with_two_networks(seen):
    seen.window.go_to(Place("register"))
    screen = seen.screen("register")

    def opens(dialog):
        dialog.show()
        type_into(dialog.code.edit, "E")
        type_into(dialog.name_th.edit, "กลุ่ม จ")
        type_into(dialog.networks.edit, "AGE, NOPE")
        press(dialog, Qt.Key.Key_Return)
        assert "NOPE" in " ".join(texts(dialog))
        dialog.networks.set_words("AGE")
        dialog.network.choose("MUN")
        dialog.network.was_edited()
        dialog.keep.click()
        return True

    screen.opens = opens
    QTest.keyClick(seen.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    row = screen.organisations.model.shown[-1]
    assert (row.code, row.networks) == ("E", ("AGE", "MUN"))


def test_the_office_makes_a_recovery_key_and_sees_its_code(seen, tmp_path):
    seen.window.go_to(Place("register"))
    screen = seen.screen("register")
    place = tmp_path / "surin.key"
    seen.asks._answers += [place, place, tmp_path / "other.key"]

    def opens(dialog):
        dialog.show()
        for field in (dialog.new.first, dialog.new.again):
            type_into(field.edit, "office in the town")
        dialog.keep.click()
        if not dialog.result():  # a file of that name is there
            assert place.name in dialog.note.text()
            dialog.keep.click()
        return True

    screen.opens = opens
    with quick_guesses():
        screen.new_key.click()
        screen.new_key.click()

    first = public_key_in(place.with_name("surin.key.public.txt"))
    assert first.code in [row.code for row in screen.keys.model.shown]
    assert len(screen.keys.model.shown) == 2
    assert first.code in seen.asks.told[0]
    seen.session.check()


def test_a_place_lies_in_one_of_a_higher_level_only(seen):
    dialog = PlaceDialog(seen.session, Voice("en"))
    dialog.level.pick(Level.PROVINCE)
    dialog.level.was_edited()

    offered = [value for value, _ in dialog.parent_place._options]
    dialog.level.pick(Level.WARD)
    dialog.level.was_edited()

    assert offered == [""]
    assert [value for value, _ in dialog.parent_place._options] == ["", "SRN", "SRN-1"]


def test_a_paper_is_kept_as_a_workbook(seen, tmp_path):
    seen.window.go_to(Place("papers", "compare"))
    path = tmp_path / "side.xlsx"
    seen.answers(path)

    seen.screen("papers").save_sheet.click()

    assert path.read_bytes().startswith(b"PK")


# ── how it looks ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]], ids=("small", "large"))
@pytest.mark.parametrize("seen", ["th", "en"], indirect=True)
def test_every_area_can_be_read_and_reached_on_a_small_screen(qapp, seen, stick, look):
    change_look(qapp, look)
    brought(seen, stick)
    for place in PLACES:
        seen.window.go_to(place)
        found = check_widget(seen.window)
        if look is LOOKS[-1]:  # what does not fit then is reached by scrolling
            found = [one for one in found if not one.startswith(("tabs need", "QToolButton"))]
        assert found == [], place
        assert seen.window.size() == QSize(1366, 768)


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_form_can_be_read_and_reached(qtbot, seen, stick, language, tmp_path):
    voice = Voice(language)
    session = seen.session
    screen = brought(seen, stick)
    forms = [
        NetworkDialog(session, voice),
        PlaceDialog(session, voice, session.register.places[1]),
        OrganisationDialog(session, voice, session.register.organisations[0]),
        OfficeDialog(voice, seen.asks, tmp_path),
        RecoveryKeyDialog(session, voice, seen.asks),
        *(ConfirmDialog(row, session.register, voice) for row in screen.stick.brought[:2]),
    ]
    for dialog in forms:
        qtbot.addWidget(dialog)
        assert check_widget(dialog) == [], type(dialog)
        dialog.hide()


def test_the_language_changes_at_once(seen):
    seen.window.prefer(Preferences("th"))

    assert "ชุดข้อมูล" in " ".join(texts(seen.window))
    assert "เมืองสุรินทร์" not in seen.window.top.name.text()
    assert seen.window.top.name.text() == "สำนักงานเครือข่ายสุรินทร์"


def test_the_search_box_finds_an_organisation_by_its_name(seen):
    seen.window.search.edit.setText("Group B")
    seen.window.search._take_first()

    assert seen.window.navigation.area == "register"
    assert seen.screen("register").organisations.current().code == "B"


def test_a_question_follows_the_language_of_the_window(seen):
    seen.window.prefer(Preferences("th"))
    seen.asks.tell(lambda voice: voice.tr("Members"))

    assert seen.asks.told == ["สมาชิก"]

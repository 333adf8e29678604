"""One reader's language and habits, passed as a value."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money, baht
from reports.words import voice as voice_module
from reports.words.catalogue import EditedTexts
from reports.words.voice import N_, Era, Voice

DAY = date(2026, 11, 22)
THAI, ENGLISH, BOTH = Voice("th"), Voice("en"), Voice("both")


@pytest.fixture
def texts(monkeypatch):
    known = EditedTexts(
        {"Balance": "ยอดคงเหลือ", "{count} member": "สมาชิก {count} คน", "OK": "OK", "": "header"}
    )
    monkeypatch.setattr(voice_module, "thai_texts", lambda: known)


@pytest.mark.usefixtures("texts")
def test_a_text_is_said_in_the_readers_language():
    assert THAI.tr("Balance") == "ยอดคงเหลือ"
    assert ENGLISH.tr("Balance") == "Balance"
    assert BOTH.tr("Balance") == "ยอดคงเหลือ / Balance"


@pytest.mark.usefixtures("texts")
def test_a_text_without_translation_stays_english_and_stands_once():
    assert THAI.tr("Nothing known") == "Nothing known"
    assert BOTH.tr("Nothing known") == "Nothing known"
    assert BOTH.tr("OK") == "OK"
    assert THAI.tr("") == BOTH.tr("") == ""


@pytest.mark.usefixtures("texts")
def test_counts_take_the_form_of_the_language():
    def say(voice, count):
        return voice.tr_n("{count} member", "{count} members", count).format(count=count)

    assert [say(ENGLISH, count) for count in (0, 1, 2)] == ["0 members", "1 member", "2 members"]
    assert [say(THAI, count) for count in (1, 2)] == ["สมาชิก 1 คน", "สมาชิก 2 คน"]
    assert say(BOTH, 2) == "สมาชิก 2 คน / 2 members"


@pytest.mark.usefixtures("texts")
def test_english_asks_no_catalogue(monkeypatch):
    monkeypatch.setattr(voice_module, "thai_texts", lambda: pytest.fail("not needed"))

    assert ENGLISH.tr("Balance") == "Balance"
    assert ENGLISH.tr_n("{count} member", "{count} members", 1) == "{count} member"


def test_a_marked_text_is_the_text_itself():
    assert N_("Balance") == "Balance"


def test_amounts_are_written_as_lists_and_statements_want_them():
    owed = Money(-125_050)

    assert [THAI.money(amount) for amount in (baht(1_250, 50), owed, ZERO)] == [
        "1,250.50",
        "-1,250.50",
        "0.00",
    ]
    assert [THAI.statement(amount) for amount in (baht(1_250, 50), owed, ZERO)] == [
        "1,250.50",
        "(1,250.50)",
        "-",
    ]
    assert [THAI.signed(amount) for amount in (baht(1_250, 50), owed, ZERO)] == [
        "+1,250.50",
        "-1,250.50",
        "0.00",
    ]


def test_thai_digits_are_for_thai_readers():
    assert Voice("th", thai_digits=True).money(baht(1_250, 50)) == "๑,๒๕๐.๕๐"
    assert Voice("th", thai_digits=True).statement(Money(-5)) == "(๐.๐๕)"
    assert Voice("en", thai_digits=True).money(baht(1_250, 50)) == "1,250.50"
    assert Voice("both", thai_digits=True).day(DAY) == "๒๒ พ.ย. ๒๕๖๙ / 22 Nov 2569"
    assert Voice("both", thai_digits=True).day(DAY, "numeric") == "๒๒/๑๑/๒๕๖๙"
    assert Voice("th", thai_digits=True).number(23_403) == "๒๓,๔๐๓"


def test_a_sheet_in_both_languages_carries_words_twice_and_figures_once():
    assert BOTH.day(DAY, "long") == "22 พฤศจิกายน พ.ศ. 2569 / 22 November 2569 BE"
    assert BOTH.day(DAY, "numeric") == "22/11/2569"
    assert BOTH.month(Month(2026, 11)) == "พฤศจิกายน 2569 / November 2569"
    assert BOTH.month(Month(2026, 11), "numeric") == "11/2569"
    assert BOTH.month_name(2) == "กุมภาพันธ์ / February"
    assert BOTH.month_name(2, "numeric") == "02"
    assert BOTH.year(2026) == "พ.ศ. 2569 / 2569 BE"
    assert BOTH.weekday(DAY) == "อาทิตย์ / Sunday"
    assert BOTH.money(baht(1)) == "1.00"
    assert BOTH.amount_in_words(baht(101)) == "หนึ่งร้อยเอ็ดบาทถ้วน / one hundred one baht only"


def test_the_common_era_is_shown_where_the_reader_wants_it():
    common = Voice("th", era=Era.COMMON)

    assert common.day(DAY) == "22 พ.ย. 2026"
    assert common.year(2026) == "ค.ศ. 2026"
    assert common.era_sign() == "ค.ศ."
    assert BOTH.era_sign() == "พ.ศ. / BE"
    assert Voice("en", era=Era.COMMON).era_sign() == "CE"
    assert common.month(Month(2026, 11), "short") == "พ.ย. 2026"


def test_a_moment_is_shown_in_thai_time_where_its_zone_is_known():
    assert THAI.moment(datetime(2026, 11, 22, 17, 5, tzinfo=UTC)) == "23 พ.ย. 2569 00:05"
    assert THAI.moment(datetime(2026, 11, 22, 17, 5)) == "22 พ.ย. 2569 17:05"  # noqa: DTZ001
    assert BOTH.moment(datetime(2026, 11, 22, 7, 5, tzinfo=UTC), "numeric") == "22/11/2569 14:05"


def test_a_name_in_two_languages_is_picked_for_the_reader():
    assert THAI.name("กมล", "Kamon") == "กมล"
    assert ENGLISH.name("กมล", "Kamon") == "Kamon"
    assert BOTH.name("กมล", "Kamon") == "กมล / Kamon"
    assert ENGLISH.name("กมล", "") == BOTH.name("กมล", "") == "กมล"
    assert THAI.name("", "Kamon") == "Kamon"


def test_parts_are_shown_in_percent():
    assert THAI.percent(Fraction(1, 16)) == "6.25%"
    assert Voice("th", thai_digits=True).percent(Fraction(1, 3), 1) == "๓๓.๓%"


def test_both_languages_are_made_apart_and_joined():
    spoken = []

    def make(voice):
        spoken.append(voice.language)
        return voice.day(DAY)

    assert BOTH.joined(make) == "22 พ.ย. 2569 / 22 Nov 2569"
    assert spoken == ["th", "en"]
    assert [voice.tongue for voice in (THAI, ENGLISH, BOTH)] == ["th", "en", "th"]

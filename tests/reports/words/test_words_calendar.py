"""Days as they are written and as they are typed, in both eras."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.domain.days import Month
from reports.words.calendar import Era, day_text, month_text, year_text
from reports.words.figures import in_thai_digits
from reports.words.typed_days import AmbiguousDay, DayProblem, UnreadableDay, parse_day

DAY = date(2026, 11, 22)
FIRST = date(2500 - 543, 1, 1)
LAST = date(2699 - 543, 12, 31)
FORMS = [("long", "th"), ("short", "th"), ("numeric", "th"), ("long", "en"), ("short", "en")]


def every_day():
    return (date.fromordinal(n) for n in range(FIRST.toordinal(), LAST.toordinal() + 1))


@pytest.mark.parametrize(
    ("form", "tongue", "buddhist", "common"),
    [
        ("long", "th", "22 พฤศจิกายน พ.ศ. 2569", "22 พฤศจิกายน ค.ศ. 2026"),
        ("long", "en", "22 November 2569 BE", "22 November 2026"),
        ("short", "th", "22 พ.ย. 2569", "22 พ.ย. 2026"),
        ("short", "en", "22 Nov 2569", "22 Nov 2026"),
        ("numeric", "th", "22/11/2569", "22/11/2026"),
        ("numeric", "en", "22/11/2569", "22/11/2026"),
    ],
)
def test_a_day_is_written_in_each_form_and_era(form, tongue, buddhist, common):
    assert day_text(DAY, form, tongue=tongue, era=Era.BUDDHIST) == buddhist
    assert day_text(DAY, form, tongue=tongue, era=Era.COMMON) == common


def test_every_month_has_its_thai_names():
    long = [day_text(date(2026, n, 1), "long", tongue="th", era=Era.BUDDHIST) for n in range(1, 13)]
    short = [
        day_text(date(2026, n, 1), "short", tongue="th", era=Era.BUDDHIST) for n in range(1, 13)
    ]

    assert " ".join(text.split()[1] for text in long) == (
        "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
    )
    assert " ".join(text.split()[1] for text in short) == (
        "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค."
    )


def test_months_and_years_are_written_in_the_era_shown():
    month = Month(2026, 11)

    assert month_text(month, "long", tongue="th", era=Era.BUDDHIST) == "พฤศจิกายน 2569"
    assert month_text(month, "short", tongue="en", era=Era.COMMON) == "Nov 2026"
    assert month_text(month, "numeric", tongue="th", era=Era.BUDDHIST) == "11/2569"
    assert year_text(2026, tongue="th", era=Era.BUDDHIST) == "พ.ศ. 2569"
    assert year_text(2026, tongue="th", era=Era.COMMON) == "ค.ศ. 2026"
    assert year_text(2026, tongue="en", era=Era.BUDDHIST) == "2569 BE"


@pytest.mark.parametrize(("form", "tongue"), FORMS)
def test_each_day_of_2500_to_2699_is_read_as_it_was_written(form, tongue):
    days = 0
    for day in every_day():
        text = day_text(day, form, tongue=tongue, era=Era.BUDDHIST)
        assert parse_day(text, base=None).day == day
        days += 1
    assert days == 73_049


@pytest.mark.parametrize(("form", "tongue"), FORMS)
@pytest.mark.parametrize("write", [str, in_thai_digits], ids=["western", "thai"])
def test_month_ends_and_starts_are_read_in_the_common_era_and_in_thai_digits(form, tongue, write):
    turns = [day for day in every_day() if day.day == 1 or (day + timedelta(days=1)).day == 1]
    for day in turns:
        text = write(day_text(day, form, tongue=tongue, era=Era.COMMON))
        assert parse_day(text, base=None).day == day


def test_each_day_of_2500_to_2699_is_read_in_digits_only_and_in_iso_form():
    for day in every_day():
        digits = f"{day.day:02d}{day.month:02d}{day.year + 543}"
        assert parse_day(digits, base=None).day == day
        assert parse_day(day.isoformat(), base=None).day == day


@pytest.mark.parametrize(
    "typed",
    [
        *("22/11/69", "22/11/2569", "22/11/2026", "22-11-69", "22.11.69", "22 11 69"),
        *("221169", "22112569", "22112026", "2026-11-22", "2569-11-22", "๒๒/๑๑/๖๙"),
        *("22 พย 69", "22พย69", "22 พ.ย. 2569", "22 พ.ย.69", "22 พฤศจิกายน 2569", "22-พ.ย.-69"),
        *("22 พฤศจิกา 69", "22 พฤศจิกายน พ.ศ. 2569", "22 พฤศจิกายน พ.ศ.69", "22/11/พ.ศ. 2569"),
        *("22 พฤศจิกายน ค.ศ. 2026", "วันที่ 22 พฤศจิกายน พ.ศ. 2569", "22 nov 2569", "22nov69"),
        *("22 November 2569 BE", "22 NOVEMBER 2026 ad", "Nov 22, 2026", "November 22 2569"),
        *("22 / 11 / 69", "  22/11/69  ", "22\u00a0พย\u00a069", "22/11", "22 พย"),
    ],
)
def test_what_people_type_for_22_november_2569_is_read(typed):
    assert parse_day(typed, base=DAY).day == DAY


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        *[("+1", 1), ("-1", -1), ("0", 0), ("=", 0), ("+ 30", 30), ("-๓๐", -30), ("+๑", 1)],
        *[("วันนี้", 0), ("เมื่อวาน", -1), ("พรุ่งนี้", 1), ("Today", 0)],
    ],
)
def test_days_are_counted_from_the_base_day(typed, days):
    reading = parse_day(typed, base=DAY)

    assert reading.day == DAY + timedelta(days=days)
    assert reading.era is None


@pytest.mark.parametrize("typed", ["+1", "0", "22/11", "22 พย"])
def test_without_a_base_day_nothing_is_counted_from_it(typed):
    with pytest.raises(UnreadableDay) as refused:
        parse_day(typed, base=None)
    assert refused.value.problem is DayProblem.NO_BASE_DAY


def test_the_turn_of_the_year_keeps_its_year():
    assert parse_day("31/12/2569", base=None).day == date(2026, 12, 31)
    assert parse_day("1/1/2570", base=None).day == date(2027, 1, 1)
    assert parse_day("+1", base=date(2026, 12, 31)).day == date(2027, 1, 1)
    assert parse_day("31/12", base=date(2027, 1, 1)).day == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", DayProblem.EMPTY),
        ("   ", DayProblem.EMPTY),
        *[(text, DayProblem.NOT_UNDERSTOOD) for text in ("hello", "22/11/569", "1/1/1", "2211")],
        *[(text, DayProblem.NOT_UNDERSTOOD) for text in ("22/11/69/", "22//11/69", "1e1/2/2569")],
        *[
            (text, DayProblem.NOT_UNDERSTOOD)
            for text in ("22 พ 69", "22 พฤ 69", "22 xyz 69", "22 ตุ 69", "1 d 69")
        ],
        *[(text, DayProblem.NOT_UNDERSTOOD) for text in ("٢٢/١١/٦٩", "２２/１１/６９", "2²/11/69")],
        *[
            (text, DayProblem.NOT_UNDERSTOOD)
            for text in ("22\u200b/11/69", "22/11/69\x00", "+12345")
        ],
        *[(text, DayProblem.NOT_UNDERSTOOD) for text in ("22/11/พ.ศ.2569 ค.ศ.", "9" * 400)],
        *[(text, DayProblem.NO_SUCH_MONTH) for text in ("11/22/2026", "1/0/69", "20261122")],
        ("1/13/2569", DayProblem.NO_SUCH_MONTH),
        *[(text, DayProblem.NO_SUCH_DAY) for text in ("31/4/2569", "0/1/69", "32/1/69")],
        *[
            (text, DayProblem.NO_SUCH_DAY)
            for text in ("29/02/2566", "29/2/66", "2026-02-29", "29/2")
        ],
        *[(text, DayProblem.NO_SUCH_DAY) for text in ("29/02/2443",)],  # 1900 was no leap year
        *[(text, DayProblem.YEAR_OUT_OF_RANGE) for text in ("1/1/2399", "1/1/2701", "1/1/0000")],
        *[(text, DayProblem.YEAR_OUT_OF_RANGE) for text in ("1/1/1856", "1/1/2158", "1/1/2300")],
        *[(text, DayProblem.YEAR_OUT_OF_RANGE) for text in ("1/1/ค.ศ. 2569", "1/1/พ.ศ. 2026")],
    ],
)
def test_what_is_no_day_is_refused_and_says_why(typed, problem):
    with pytest.raises(UnreadableDay) as refused:
        parse_day(typed, base=DAY)
    assert refused.value.problem is problem


def test_the_years_of_both_eras_reach_from_2400_to_2700():
    for buddhist, common in ((2400, 1857), (2700, 2157)):
        assert parse_day(f"1/1/{buddhist}", base=None).day == date(common, 1, 1)
        assert parse_day(f"1/1/{common}", base=None).day == date(common, 1, 1)


def test_the_29th_of_february_follows_the_common_leap_years():
    assert parse_day("29/02/2567", base=None).day == date(2024, 2, 29)
    assert parse_day("29/2/67", base=DAY).day == date(2024, 2, 29)
    with pytest.raises(UnreadableDay) as refused:
        parse_day("29/02/2566", base=None)
    assert refused.value.month == Month(2023, 2)


def test_relative_days_stay_within_the_calendar():
    with pytest.raises(UnreadableDay) as refused:
        parse_day("-1", base=date.min)
    assert refused.value.problem is DayProblem.YEAR_OUT_OF_RANGE
    with pytest.raises(UnreadableDay):
        parse_day("+1", base=date.max)


@pytest.mark.parametrize("typed", ["1/2/25", "010225", "1 กพ 25", "1 Feb 25", "๑/๒/๒๕"])
def test_a_year_that_could_be_either_era_is_asked(typed):
    with pytest.raises(AmbiguousDay) as asked:
        parse_day(typed, base=DAY)
    assert asked.value.readings == (date(1982, 2, 1), date(2025, 2, 1))
    assert asked.value.facts()["readings"] == ["1982-02-01", "2025-02-01"]


def test_an_era_that_is_typed_is_not_asked():
    assert parse_day("1/2/พ.ศ. 25", base=DAY).day == date(1982, 2, 1)
    assert parse_day("1 ก.พ. ค.ศ. 25", base=DAY).day == date(2025, 2, 1)


def test_two_figures_are_the_buddhist_year_when_the_common_one_is_far_away():
    # domain.md 3.8: "18 ม.ค. 50" is 2550.
    reading = parse_day("18 ม.ค. 50", base=DAY)

    assert reading.day == date(2007, 1, 18)
    assert reading.era is Era.BUDDHIST


def test_without_a_base_day_two_figures_are_always_asked():
    for year in range(100):
        with pytest.raises(AmbiguousDay):
            parse_day(f"1/1/{year:02d}", base=None)


def test_two_figures_that_fit_neither_era_are_asked():
    with pytest.raises(AmbiguousDay) as asked:
        parse_day("1/1/90", base=DAY)
    assert asked.value.readings == (date(2047, 1, 1), date(2090, 1, 1))


def test_a_field_for_recent_days_can_look_less_far_back():
    assert parse_day("1/2/25", base=DAY, years_back=20).day == date(2025, 2, 1)


def test_a_day_that_exists_in_one_era_only_is_not_asked():
    # 2504 was 1961, no leap year; 2004 was one.
    assert parse_day("29/2/04", base=None).day == date(2004, 2, 29)


@given(st.dates(date(2007, 1, 1), date(2031, 12, 31)), st.integers(0, 99))
def test_two_figures_never_give_a_day_beyond_the_plausible_years(base, year):
    try:
        day = parse_day(f"1/1/{year:02d}", base=base).day
    except AmbiguousDay as asked:
        near = [d for d in asked.readings if base.year - 100 <= d.year <= base.year + 5]
        assert len(near) != 1
    else:
        assert base.year - 100 <= day.year <= base.year + 5
        other = day.year + (43 if (day.year + 543) % 100 == year else -43)
        assert not base.year - 100 <= other <= base.year + 5


@given(st.text(max_size=80))
def test_any_text_is_read_refused_or_asked_and_nothing_else_happens(text):
    with suppress(UnreadableDay, AmbiguousDay):
        assert parse_day(text, base=DAY).day

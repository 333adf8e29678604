"""Commands as JSON from outside: what cannot be read is refused by field, nothing is written."""

from __future__ import annotations

import pytest

from ledger.domain.refusals import (
    BuddhistYear,
    MissingField,
    NotAChoice,
    NotADay,
    NotAnAmount,
    NotARate,
    UnknownCommand,
    UnknownField,
    WrongKind,
)
from ledger.domain.refusals.intake import HiddenSign, NotAMonth
from ledger.usecases import COMMANDS
from tests.support.refused import refused

GOOD = {"card": 3, "amount": "12.50", "on": "2026-03-20"}


def test_a_form_that_can_be_read_is_the_command(village):
    assert village.book.command_from("withdraw", GOOD).amount.satang == 1_250


@pytest.mark.parametrize(
    "amount",
    [
        "NaN",
        "Infinity",
        "-Infinity",
        "1e6",
        "1E6",
        "1_000",
        "1,250.50",
        " 1",
        "1 ",
        "+1",
        ".5",
        "1.",
        "1.005",
        "0x10",
        "๑๒๓",
        "１２３",
        "٣",
        "²",
        "",
        "-",
        "--1",
        "1" * 14,
        "1\n",
        12.5,
        12,
        True,
        None,
        ["1"],
        {"baht": 1},
    ],
)
def test_only_plain_decimal_baht_are_an_amount(village, amount):
    with refused(village.book, NotAnAmount, field="amount"):
        village.book.command_from("withdraw", {**GOOD, "amount": amount})


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        ("2569-03-20", BuddhistYear),
        ("2400-01-01", BuddhistYear),
        ("0069-01-01", NotADay),
        ("2567-02-29", BuddhistYear),
        ("2026-02-29", NotADay),
        ("2026-13-01", NotADay),
        ("2026-00-10", NotADay),
        ("2026-3-20", NotADay),
        ("20/03/2026", NotADay),
        ("2026-03-20T00:00:00", NotADay),
        ("๒๐๒๖-๐๓-๒๐", NotADay),
        ("0000-01-01", NotADay),
        ("", NotADay),
        (20260320, NotADay),
        (None, NotADay),
    ],
)
def test_only_iso_days_of_the_common_era_are_a_day(village, day, refusal):
    with refused(village.book, refusal, field="on"):
        village.book.command_from("withdraw", {**GOOD, "on": day})


def test_a_buddhist_year_is_answered_with_the_day_that_was_meant(village):
    with refused(village.book, BuddhistYear, field="on", meant="2026-03-20"):
        village.book.command_from("withdraw", {**GOOD, "on": "2569-03-20"})


def test_a_month_is_answered_as_it_was_written(village):
    with refused(village.book, BuddhistYear, field="month", text="2569-01", meant="2026-01"):
        village.book.command_from("close-month", {"month": "2569-01"})
    with refused(village.book, NotAMonth, field="month", text="2026-13"):
        village.book.command_from("close-month", {"month": "2026-13"})


@pytest.mark.parametrize(
    ("name", "plain", "refusal", "field"),
    [
        ("withdraw", {"card": 3, "amount": "1"}, MissingField, "on"),
        ("withdraw", {**GOOD, "amout": "1"}, UnknownField, "amout"),
        ("withdraw", {**GOOD, "card": "3"}, WrongKind, "card"),
        ("withdraw", {**GOOD, "card": 3.0}, WrongKind, "card"),
        ("withdraw", {**GOOD, "card": True}, WrongKind, "card"),
        ("withdraw", {**GOOD, "card": 2**53}, WrongKind, "card"),
        ("withdraw", {**GOOD, "note": 5}, WrongKind, "note"),
        ("withdraw", {**GOOD, "note": "x" * 2_001}, WrongKind, "note"),
        ("withdraw", {**GOOD, "note": "a\x00b"}, HiddenSign, "note"),
        ("withdraw", {**GOOD, "note": "a\u202eb"}, HiddenSign, "note"),
        ("withdraw", {**GOOD, "note": "\ud800"}, WrongKind, "note"),
        ("withdraw", [], WrongKind, ""),
        ("withdraw", None, WrongKind, ""),
        ("open-account", {"code": "1", "kind": "สินทรัพย์", "name_th": "x"}, NotAChoice, "kind"),
        (
            "set-savings-rate",
            {"product": "SAVINGS", "from_day": "2026-01-01", "rate": "1/3"},
            NotARate,
            "rate",
        ),
        (
            "set-savings-rate",
            {"product": "SAVINGS", "from_day": "2026-01-01", "rate": 1.5},
            NotARate,
            "rate",
        ),
        (
            "receive-visit",
            {"on": "2026-03-20", "items": [{"item": "deposit", "amount": "1"}, {"item": "gift"}]},
            NotAChoice,
            "items.2.item",
        ),
        ("receive-visit", {"on": "2026-03-20", "items": {}}, WrongKind, "items"),
        ("set-member-photo", {"member": "1", "photo": {"jpeg": "รูป"}}, WrongKind, "photo.jpeg"),
        ("set-member-photo", {"member": "1", "photo": {"jpeg": "/9j"}}, WrongKind, "photo.jpeg"),
        ("close-month", {"month": "2026-13"}, NotAMonth, "month"),
        ("close-month", {"month": "2026-03-01"}, NotAMonth, "month"),
        ("close-month", {"month": "0069-01"}, NotAMonth, "month"),
        ("close-month", {"month": "2026-+3"}, NotAMonth, "month"),
        ("close-month", {"month": 202603}, NotAMonth, "month"),
        ("close-month", {"month": "2569-01"}, BuddhistYear, "month"),
        ("found-book", {"book": "x", "kind": "housing", "name_th": "x", "practice": 1}, WrongKind,
         "practice"),
    ],
)  # fmt: skip
def test_a_field_that_cannot_be_read_is_named(village, name, plain, refusal, field):
    with refused(village.book, refusal, field=field):
        village.book.command_from(name, plain)


def test_an_unknown_command_is_named(village):
    with refused(village.book, UnknownCommand, asked="delete-entry"):
        village.book.command_from("delete-entry", {})


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_reads_nonsense(village, name):
    every: tuple[object, ...] = (None, [], "x", 1, {"nonsense": 1}, {"": None})
    for nonsense in every:
        with pytest.raises((WrongKind, UnknownField)):
            village.book.command_from(name, nonsense)

"""``satcha ask`` answers questions in JSON that programs can rely on."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction
from types import SimpleNamespace

import pytest

from desktop.console.answers import AnswerWriter
from desktop.console.asking import arguments_in
from ledger.domain.days import Month
from ledger.domain.land import LandArea
from ledger.domain.money import baht
from ledger.domain.refusals import MissingField
from tests.console.calling import a_book, a_member, call, done


@pytest.fixture
def book(tmp_path):
    path = a_book(tmp_path)
    a_member(path)
    done(path, "deposit", card=1, amount="300.50", on="2025-01-05")
    done(path, "deposit", card=1, amount="100.00", on="2025-02-05")
    return path


def ask(book, question, *options, **fields):
    return call("ask", book, question, "--json", json.dumps(fields), *options)


def test_the_trial_balance_has_the_shape_that_others_rely_on(book):
    told = ask(book, "trial-balance", at="2025-01-31").json

    assert told["at"] == "2025-01-31"
    assert (told["debit"], told["credit"]) == ("300.50", "300.50")
    rows = {row["account"]: row for row in told["rows"]}
    assert set(rows) == {"11010", "21050"}
    assert {
        name: rows["21050"][name] for name in ("name", "kind", "debit", "credit", "balance")
    } == {
        "name": "Promise savings",
        "kind": "liability",
        "debit": "0.00",
        "credit": "300.50",
        "balance": "-300.50",
    }


@pytest.mark.parametrize(("language", "name"), [("th", "เงินสดในมือ"), ("en", "Cash in hand")])
def test_names_come_in_the_chosen_language(book, language, name):
    rows = ask(book, "trial-balance", "--language", language).json["rows"]

    assert rows[0]["name"] == name
    assert (rows[0]["name_th"], rows[0]["name_en"]) == ("เงินสดในมือ", "Cash in hand")


def test_without_a_day_it_is_the_last_one_with_an_entry(book):
    assert call("ask", book, "trial-balance").json["at"] == "2025-02-05"


@pytest.mark.parametrize("name", ["trial-balance", "TrialBalance", "trial_balance"])
def test_a_question_may_be_named_in_any_of_the_usual_ways(book, name):
    assert call("ask", book, name).json["debit"] == "400.50"


@pytest.mark.parametrize(
    ("question", "fields", "refusal"),
    [
        ("trial-balanc", {}, "UnknownQuestion"),
        ("trial-balance", {"on": "2025-01-31"}, "UnknownField"),
        ("trial-balance", {"at": "2568-01-31"}, "BuddhistYear"),
        ("trial-balance", {"at": 20250131}, "NotADay"),
        ("trial-balance", {"fund": "nothing"}, "UnknownFund"),
        ("member-position", {}, "MissingField"),
        ("member-position", {"member": "0999"}, "UnknownMember"),
        ("monthly-report", {"month": "2025-13"}, "NotAMonth"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_by_name(book, question, fields, refusal):
    answered = ask(book, question, **fields)

    assert (answered.code, answered.refusal) == (2, refusal)


def test_an_unknown_field_is_answered_with_those_there_are(book):
    facts = ask(book, "trial-balance", on="2025-01-31").json["facts"]

    assert facts == {"field": "on", "known": ["at", "fund", "after_closing"]}


def test_a_book_where_nothing_can_be_written_can_still_be_asked(book, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)

    assert call("ask", book, "trial-balance").code == 0
    assert call("check", book).code == 0
    refused = call("run", book, "open-zone", "--json", '{"code": "A", "name": "A"}')
    assert (refused.code, refused.refusal) == (3, "BookReadOnly")


def test_a_book_on_a_full_disk_can_still_be_asked_unless_somebody_was_cut_off(book, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=0))

    assert call("ask", book, "trial-balance").code == 0
    assert call("check", book).code == 0
    refused = call("run", book, "open-zone", "--json", '{"code": "A", "name": "A"}')
    assert (refused.code, refused.refusal) == (3, "RoomTooSmall")
    book.with_name(f"{book.name}-wal").write_bytes(b"an act that is not yet in the book")
    assert call("ask", book, "trial-balance").refusal == "RoomTooSmall"


def test_a_book_of_a_newer_version_is_refused_and_left_alone(book):
    content = bytearray(book.read_bytes())
    content[60:64] = (999).to_bytes(4, "big")  # where the format keeps the version
    book.write_bytes(content)

    answered = call("ask", book, "trial-balance")

    assert (answered.code, answered.refusal) == (3, "BookNewer")
    assert book.read_bytes() == content


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", "BookDamaged"),
        (b"dear treasurer, enclosed please find", "NotABook"),
        (b"SQLite format 3\x00" + b"\xff" * 8_000, None),
    ],
)
def test_a_file_that_is_no_book_is_refused(tmp_path, content, refusal):
    path = tmp_path / "a.satcha"
    path.write_bytes(content)

    answered = call("ask", path, "trial-balance")

    assert answered.code == 3
    assert answered.refusal in (refusal, "NotABook", "BookDamaged")


def test_a_damaged_page_is_a_trouble_and_no_answer(book):
    content = book.read_bytes()
    page = 4_096
    book.write_bytes(content[: 2 * page] + b"\xa5" * (len(content) - 3 * page) + content[-page:])

    answered = call("ask", book, "trial-balance")

    assert (answered.code, answered.refusal) == (3, "BookDamaged")


def test_half_a_file_is_a_trouble_and_no_answer(book):
    content = book.read_bytes()
    book.write_bytes(content[: len(content) // 2])

    assert call("ask", book, "trial-balance").code == 3


def test_a_copy_of_a_book_answers_the_same(book, tmp_path):
    copy = tmp_path / "copy.satcha"
    shutil.copy(book, copy)

    assert call("ask", copy, "trial-balance").out == call("ask", book, "trial-balance").out


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Thing:
    name_th: str
    name_en: str
    parts: tuple[object, ...]


def test_every_kind_of_value_has_its_way_of_being_written():
    thing = Thing("ก", "", (baht(1_250, 50), -baht(0, 5), Fraction(1, 16), Month(2026, 2)))
    written = AnswerWriter("en").plain(
        {
            "thing": thing,
            "day": date(2026, 2, 3),
            "moment": datetime(2026, 2, 3, 4, 5, tzinfo=UTC),
            "colour": Colour.RED,
            "set": frozenset({"b", "a"}),
            "none": None,
            "yes": True,
        }
    )

    assert written == {
        "thing": {
            "name_th": "ก",
            "name_en": "",
            "parts": ["1250.50", "-0.05", "6.25", "2026-02"],
            "name": "ก",
        },
        "day": "2026-02-03",
        "moment": "2026-02-03T04:05:00+00:00",
        "colour": "red",
        "set": ["a", "b"],
        "none": None,
        "yes": True,
    }


def test_a_value_that_has_no_way_of_being_written_is_a_mistake_of_ours():
    with pytest.raises(TypeError):
        AnswerWriter("en").plain(object())


def test_a_question_about_today_is_told_which_day_that_is():
    def question(reader, *, today: date, other: int):
        return (reader, today, other)

    assert arguments_in(question, {"other": 1}, date(2026, 1, 1)) == {
        "today": date(2026, 1, 1),
        "other": 1,
    }
    with pytest.raises(MissingField):
        arguments_in(question, {"today": "2025-01-01"}, date(2026, 1, 1))


def test_an_area_of_land_is_told_as_on_a_deed():
    assert AnswerWriter("en").plain({"area": LandArea.parse("235.5")}) == {"area": "0-2-35.5"}

"""``satcha batch`` books line by line, stops at the first refusal, and books nothing twice."""

from __future__ import annotations

import json

import pytest

from ledger.domain.days import Month
from ledger.practice import make, write_batch
from tests.console.calling import a_book, a_member, call, done


@pytest.fixture
def book(tmp_path):
    path = a_book(tmp_path)
    a_member(path)
    return path


def zone(code, **more):
    return {"command": "open-zone", "code": code, "name": code, **more}


def text_of(*lines):
    return "".join(f"{json.dumps(line)}\n" for line in lines)


def batch(book, *lines, options=()):
    return call("batch", book, "-", *options, stdin=text_of(*lines))


def zones(book):
    return [row["code"] for row in call("ask", book, "zones").json["rows"]]


def test_every_line_becomes_an_act_of_its_own(book):
    answered = batch(book, zone("A"), zone("B"), zone("C"))

    assert answered.code == 0
    told = answered.json
    assert (told["lines"], told["repeated"], told["act"]) == (3, 0, 5)
    assert told["code"] == call("ask", book, "letterhead").json["act"]["code"]
    assert zones(book) == ["A", "B", "C"]


def test_fields_may_stand_beside_the_name_or_under_json(book):
    answered = batch(
        book,
        zone("A"),
        {"command": "OpenZone", "id": "b", "json": {"code": "B", "name": "B"}},
    )

    assert answered.code == 0
    assert zones(book) == ["A", "B"]


def test_the_answers_of_all_acts_come_line_by_line_when_asked_for(book):
    visit = {"command": "deposit", "card": 1, "amount": "300", "on": "2025-01-05"}

    answered = batch(book, zone("A"), visit, options=["--answers"])

    first, second, last = answered.lines
    assert (first["line"], first["act"], second["line"], second["act"]) == (1, 3, 2, 4)
    assert second["receipts"] == ["R2568/000001"]
    assert last["fingerprint"] == second["fingerprint"]


def test_it_stops_at_the_first_refusal_and_names_its_line(book):
    answered = batch(book, zone("A"), zone("A"), zone("C"))

    assert (answered.code, answered.refusal) == (2, "ZoneExists")
    assert answered.json["line"] == 2
    assert answered.json["done"]["lines"] == 1
    assert answered.err.startswith("Line 2: ")
    assert zones(book) == ["A"]


def test_empty_lines_are_counted_and_left_out(book):
    text = f"\n{text_of(zone('A'))}\n   \n{text_of(zone('A'))}"

    answered = call("batch", book, "-", stdin=text)

    assert answered.json["line"] == 5


def test_a_batch_that_broke_off_can_simply_be_given_again(book):
    lines = [zone("A", id="1"), zone("B", id="2")]
    batch(book, *lines)

    answered = batch(book, *lines, zone("C", id="3"))

    assert answered.code == 0
    assert (answered.json["lines"], answered.json["repeated"]) == (3, 2)
    assert zones(book) == ["A", "B", "C"]


def test_a_batch_given_again_whole_changes_nothing_and_answers_where_it_stood(book):
    lines = [zone("A", id="1"), zone("B", id="2")]
    first = batch(book, *lines).json

    again = batch(book, *lines).json

    assert again == {**first, "repeated": 2}


def test_an_id_that_comes_again_with_other_content_is_refused_at_its_line(book):
    answered = batch(book, zone("A", id="1"), zone("B", id="1"))

    assert (answered.refusal, answered.json["line"]) == ("CommandIdReused", 2)


def test_a_rehearsal_lets_later_lines_build_on_earlier_ones_and_books_nothing(book):
    admit = {"command": "admit-member", "person": {"given": "ก"}, "on": "2025-01-03", "zone": "A"}

    answered = batch(book, zone("A"), admit, options=["--rehearse"])

    assert answered.code == 0
    assert (answered.json["rehearsed"], answered.json["lines"]) == (True, 2)
    assert answered.json["fingerprint"] == ""
    assert zones(book) == []
    assert [path.name for path in book.parent.iterdir()] == [book.name]


def test_a_rehearsal_names_the_line_that_would_be_refused(book):
    answered = batch(book, zone("A"), zone("A"), options=["--rehearse"])

    assert (answered.refusal, answered.json["line"]) == ("ZoneExists", 2)
    assert [path.name for path in book.parent.iterdir()] == [book.name]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("oh\n", "NotJson"),
        ("[]\n", "NotJson"),
        ('{"code": "A"}\n', "MissingField"),
        ('{"command": 1}\n', "WrongKind"),
        ('{"command": "dance"}\n', "UnknownCommand"),
        ('{"command": "open-zone", "json": {}, "code": "A"}\n', "UnknownField"),
        ('{"command": "open-zone", "json": []}\n', "WrongKind"),
        ('{"command": "open-zone", "code": "A", "name": "A", "id": 1}\n', "WrongKind"),
    ],
)
def test_a_line_that_is_no_command_is_refused_with_its_number(book, text, refusal):
    answered = call("batch", book, "-", stdin=f"{text_of(zone('Z'))}{text}")

    assert (answered.code, answered.refusal) == (2, refusal)
    assert answered.json["line"] == 2
    assert answered.json["done"]["lines"] == 1


def test_a_file_that_is_missing_or_no_text_is_named(book, tmp_path):
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(b'{"command": "caf\xe9"}\n')

    assert call("batch", book, tmp_path / "nothing").refusal == "NoSuchFile"
    assert call("batch", book, latin).refusal == "NotText"


def test_a_draft_on_the_desk_is_no_act(book):
    draft = {"command": "save-drafts", "place": "sheet", "items": [{"item": "a", "value": "1"}]}

    assert batch(book, draft).json["act"] is None


def test_a_book_that_is_open_elsewhere_takes_no_batch(book):
    from ledger.book import Book

    with Book.open(book):
        answered = batch(book, zone("A"))

    assert (answered.code, answered.refusal) == (3, "BookInUse")


def test_the_practice_book_entered_through_the_console_has_the_same_figures(tmp_path):
    file = tmp_path / "story.jsonl"
    founding = write_batch(file, members=6, months=3, seed=7, until=Month(2026, 10))
    (tmp_path / "made").mkdir()
    made = make(tmp_path / "made", members=6, months=3, seed=7, until=Month(2026, 10))
    book = tmp_path / "entered.satcha"
    assert call("new", book, "--from", founding).code == 0

    answered = call("batch", book, file)

    assert answered.code == 0, answered.err
    for question in ("trial-balance", "members", "receipts", "cash-counts"):
        entered = without_moments(call("ask", book, question).json)
        assert entered == without_moments(call("ask", made, question).json)
    assert call("check", book).code == 0


def without_moments(answer):
    """An answer without who typed it in and when, which is another story."""
    if isinstance(answer, dict):
        return {
            name: without_moments(value)
            for name, value in answer.items()
            if name not in ("booked_at", "user", "counted_by", "taken_by", "act")
        }
    return [without_moments(value) for value in answer] if isinstance(answer, list) else answer


def test_a_correction_may_stand_in_a_batch(book):
    done(book, "deposit", card=1, amount="300", on="2025-01-05")
    inner = {"command": "deposit", "json": {"card": 1, "amount": "350", "on": "2025-01-05"}}
    line = {"command": "correct-entry", "entry": 1, "on": "2025-01-06", "reason": "x"}

    assert batch(book, {**line, "instead": inner}).code == 0

"""``satcha run`` books one command, and refuses bad input of every kind by its name."""

from __future__ import annotations

import json

import pytest

from tests.console.calling import a_book, a_member, call, done

DEPOSIT = {"card": 1, "amount": "300.00", "on": "2025-01-05"}


@pytest.fixture
def book(tmp_path):
    path = a_book(tmp_path)
    a_member(path)
    return path


def run(book, command, *options, **fields):
    return call("run", book, command, "--json", json.dumps(fields), *options)


def acts(book):
    return call("ask", book, "acts").json["rows"][0]["number"]


def test_a_command_answers_what_it_booked(book):
    answered = run(book, "deposit", **DEPOSIT)

    assert answered.code == 0
    told = answered.json
    assert set(told) == {
        *("act", "fingerprint", "code", "entries", "receipts", "vouchers", "made"),
        *("repeated", "rehearsed"),
    }
    assert told["act"] == 3
    assert told["receipts"] == ["R2568/000001"]
    assert len(told["fingerprint"]) == 64
    (entry,) = told["entries"]
    assert (entry["number"], entry["on"], entry["event"]) == (1, "2025-01-05", "visit")
    assert [(line["account"], line["debit"], line["credit"]) for line in entry["lines"]] == [
        ("11010", "300.00", "0.00"),
        ("21050", "0.00", "300.00"),
    ]
    assert entry["lines"][1]["card"] == 1


@pytest.mark.parametrize("name", ["open-zone", "OpenZone", "open_zone"])
def test_a_command_may_be_named_in_any_of_the_usual_ways(book, name):
    assert run(book, name, code="Z1", name="โซน 1").code == 0


def test_the_fields_may_come_from_a_file_or_from_standard_input(book, tmp_path):
    file = tmp_path / "fields.json"
    file.write_text(json.dumps({"code": "Z1", "name": "1"}), encoding="utf-8")

    assert call("run", book, "open-zone", "--json", file).code == 0
    again = call("run", book, "open-zone", "--json", "-", stdin='{"code": "Z2", "name": "2"}')
    assert again.code == 0


def test_a_rehearsal_shows_what_would_be_booked_and_books_nothing(book):
    before = acts(book)

    answered = run(book, "deposit", "--rehearse", **DEPOSIT)

    assert answered.json["rehearsed"] is True
    assert answered.json["receipts"] == ["R2568/000001"]
    assert answered.json["fingerprint"] == ""
    assert acts(book) == before


def test_the_same_command_id_books_once_and_answers_the_same(book):
    first = run(book, "deposit", "--id", "visit-1", **DEPOSIT).json

    again = run(book, "deposit", id="visit-1", **DEPOSIT).json

    assert again == {**first, "repeated": True}
    assert acts(book) == first["act"]


def test_the_same_command_id_with_other_content_is_refused(book):
    run(book, "deposit", "--id", "visit-1", **DEPOSIT)

    answered = run(book, "deposit", "--id", "visit-1", **{**DEPOSIT, "amount": "400"})

    assert (answered.code, answered.refusal) == (2, "CommandIdReused")


def test_two_command_ids_that_differ_are_refused(book):
    answered = run(book, "deposit", "--id", "one", id="two", **DEPOSIT)

    assert (answered.code, answered.refusal) == (2, "TwoCommandIds")


def test_the_user_stands_in_the_act(book):
    run(book, "deposit", "--user", "เหรัญญิก", **DEPOSIT)

    assert call("ask", book, "acts").json["rows"][0]["user"] == "เหรัญญิก"


def test_a_correction_holds_the_command_that_comes_instead(book):
    wrong = done(book, "deposit", **DEPOSIT)
    instead = {"command": "deposit", "json": {**DEPOSIT, "amount": "350.00"}}

    done(book, "correct-entry", entry=1, on="2025-01-06", reason="ตัวเลขผิด", instead=instead)

    assert wrong["entries"][0]["number"] == 1
    balance = call("ask", book, "trial-balance").json["debit"]
    assert balance == "350.00"


@pytest.mark.parametrize(
    ("instead", "refusal"),
    [
        ({"json": {}}, "MissingField"),
        ({"command": 5, "json": {}}, "WrongKind"),
        ({"command": "deposit", "json": []}, "WrongKind"),
        ({"command": "deposit", "json": {}, "more": 1}, "UnknownField"),
        ({"command": "nonsense", "json": {}}, "UnknownCommand"),
        ("deposit", "WrongKind"),
    ],
)
def test_a_correction_without_a_command_instead_is_refused(book, instead, refusal):
    done(book, "deposit", **DEPOSIT)

    answered = run(
        book, "correct-entry", entry=1, on="2025-01-06", reason="ตัวเลขผิด", instead=instead
    )

    assert (answered.code, answered.refusal) == (2, refusal)


def journal(*lines, on="2025-01-05"):
    return {
        "on": on,
        "purpose": "ทดลอง",
        "lines": [{"account": account, side: amount} for account, side, amount in lines],
    }


BALANCED = (("11010", "debit", "5.00"), ("43040", "credit", "5.00"))


@pytest.mark.parametrize(
    ("command", "fields", "refusal"),
    [
        (
            "post-journal",
            journal(("11010", "debit", "5.00"), ("43040", "credit", "4.00")),
            "Unbalanced",
        ),
        ("post-journal", journal(BALANCED[0]), "TooFewLines"),
        (
            "post-journal",
            journal(("99999", "debit", "5.00"), ("43040", "credit", "5.00")),
            "UnknownAccount",
        ),
        (
            "post-journal",
            journal(("10000", "debit", "5.00"), ("43040", "credit", "5.00")),
            "HeadPostedTo",
        ),
        ("post-journal", journal(*BALANCED, on="2399-12-31"), "FutureDay"),
        ("post-journal", journal(*BALANCED, on="2024-12-31"), "BeforeStart"),
        ("post-journal", journal(*BALANCED, on="2568-01-05"), "BuddhistYear"),
        ("post-journal", journal(*BALANCED, on="2025-02-30"), "NotADay"),
        ("post-journal", journal(*BALANCED, on="5/1/2025"), "NotADay"),
        ("deposit", {**DEPOSIT, "amount": "-300.00"}, "AmountNotPositive"),
        ("deposit", {**DEPOSIT, "amount": "0"}, "AmountNotPositive"),
        ("deposit", {**DEPOSIT, "amount": "NaN"}, "NotAnAmount"),
        ("deposit", {**DEPOSIT, "amount": "1e6"}, "NotAnAmount"),
        ("deposit", {**DEPOSIT, "amount": "1,000"}, "NotAnAmount"),
        ("deposit", {**DEPOSIT, "amount": "0.001"}, "NotAnAmount"),
        ("deposit", {**DEPOSIT, "amount": "๓๐๐"}, "NotAnAmount"),
        ("deposit", {**DEPOSIT, "amount": 300}, "NotAnAmount"),
        ("deposit", {**DEPOSIT, "amount": 0.1}, "NotAnAmount"),
        ("deposit", {**DEPOSIT, "amount": "9" * 14}, "NotAnAmount"),
        ("deposit", {**DEPOSIT, "amount": None}, "NotAnAmount"),
        ("deposit", {**DEPOSIT, "card": 99}, "UnknownCard"),
        ("deposit", {**DEPOSIT, "card": "1"}, "WrongKind"),
        ("deposit", {**DEPOSIT, "card": True}, "WrongKind"),
        ("deposit", {**DEPOSIT, "colour": "red"}, "UnknownField"),
        ("deposit", {"card": 1, "on": "2025-01-05"}, "MissingField"),
        ("deposit", {**DEPOSIT, "note": "\u0007"}, "HiddenSign"),
        ("deposit", {**DEPOSIT, "id": 7}, "WrongKind"),
        ("withdraw", {**DEPOSIT}, "BalanceTooLow"),
        ("admit-member", {"person": {"given": " "}, "on": "2025-01-02"}, "NameMissing"),
        (
            "admit-member",
            {"person": {"given": "ก", "national_id": "1234567890123"}, "on": "2025-01-02"},
            "BadNationalId",
        ),
        ("receive-visit", {"member": "0999", "on": "2025-01-05", "items": []}, "EmptyVisit"),
        ("void-receipt", {"receipt": "R2568/000009", "on": "2025-01-05", "reason": "x"}, None),
        ("reverse-entry", {"entry": 9, "on": "2025-01-05", "reason": "x"}, "UnknownEntry"),
        ("close-month", {"month": "2399-01"}, "MonthNotOver"),
        ("dance", {}, "UnknownCommand"),
    ],
)
def test_bad_input_is_refused_by_name_and_nothing_is_written(book, command, fields, refusal):
    before = acts(book)

    answered = run(book, command, **fields)

    assert answered.code == 2
    assert refusal in (None, answered.refusal)
    assert acts(book) == before
    assert call("check", book).code == 0


def test_a_closed_month_takes_no_more_entries(book):
    done(book, "deposit", **DEPOSIT)
    done(book, "close-month", month="2025-01")

    assert run(book, "deposit", **DEPOSIT).refusal == "PeriodClosed"


@pytest.mark.parametrize("why", ["resigned", "deceased"])
def test_who_left_or_died_pays_nothing_in(book, why):
    done(book, "end-membership", member="0001", on="2025-01-03", why=why)

    assert run(book, "deposit", **DEPOSIT).refusal in ("MemberLeft", "CardClosed")


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("{", "NotJson"),
        ("[]", "NotJson"),
        ('{"card": NaN}', "NotJson"),
        ('{"card": -Infinity}', "NotJson"),
        ('{"card": 1, "card": 2}', "NotJson"),
        ('{"note": ' + "[" * 100_000, "NotJson"),
        ('{"card": ' + "9" * 5_000 + "}", "NotJson"),
        ('{"card": 1} {"card": 2}', "NotJson"),
        ('{"\\ud800": 1}', "UnknownField"),
        ('{"card": 1, "amount": "1", "on": "2025-01-05", "note": "\\ud800"}', "WrongKind"),
    ],
)
def test_what_is_no_json_object_is_refused(book, text, refusal):
    answered = call("run", book, "deposit", "--json", text)

    assert (answered.code, answered.refusal) == (2, refusal)


def test_the_line_of_a_fault_in_a_file_is_named(book, tmp_path):
    file = tmp_path / "fields.json"
    file.write_text('{\n"card": 1,\n"amount": oh\n}')

    answered = call("run", book, "deposit", "--json", file)

    assert answered.refusal == "NotJson"
    assert answered.json["facts"]["line"] == 3


def test_files_that_cannot_be_read_are_named(book, tmp_path):
    latin = tmp_path / "latin.json"
    latin.write_bytes(b'{"note": "caf\xe9"}')

    missing = call("run", book, "deposit", "--json", tmp_path / "nothing.json")
    folder = call("run", book, "deposit", "--json", tmp_path)
    no_text = call("run", book, "deposit", "--json", latin)

    assert (missing.code, missing.refusal) == (3, "NoSuchFile")
    assert (folder.code, folder.refusal) == (3, "NotAPlainFile")
    assert (no_text.code, no_text.refusal) == (2, "NotText")


BACKUP = {"file": "a", "medium": "b", "through_act": 2, "fingerprint": "c", "sha256": "d"}


@pytest.mark.parametrize(
    ("command", "fields", "instead"),
    [
        ("record-backup", {**BACKUP, "outside": True}, "satcha backup"),
        ("declare-restore", {"through_act": 1, "fingerprint": "", "reason": "x"}, "satcha restore"),
        ("note-keys", {"generation": 2, "mark": "", "users": [], "renewed": True}, "satcha keys"),
        ("note_sheet", {"found": True}, "satcha keys BOOK look"),
    ],
)
def test_what_the_program_notes_when_it_has_seen_it_is_not_written_by_hand(
    tmp_path, command, fields, instead
):
    """A copy that nobody made would turn the light green; a restoration would still the alarm."""
    book = a_book(tmp_path)
    line = json.dumps({"command": command, "json": fields})
    for answered in (
        call("run", book, command, "--json", json.dumps(fields)),
        call("batch", book, "-", stdin=f"{line}\n"),
    ):
        assert (answered.code, answered.refusal) == (2, "NotedByProgram")
        assert instead in answered.err
    assert call("check", book).json["totals"]["acts"] == 1

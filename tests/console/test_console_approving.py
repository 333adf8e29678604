"""Four eyes on the command line: asked for, seen, approved and carried out by the same JSON."""

import json

from tests.console.calling import call
from tests.support.quick_keys import quick_guesses

USERS = [
    {"name": "แดง", "roles": ["administrator", "treasurer"]},
    {"name": "ดำ", "roles": ["approver"]},
]
RATE = {"product": "SAVINGS", "from_day": "2026-01-01", "rate": "2"}


def run(book, user, command, **fields):
    text = json.dumps(fields, ensure_ascii=False)
    return call("run", book, command, "--json", text, "--user", user)


def test_a_rate_is_changed_by_two(tmp_path):
    book = tmp_path / "a.satcha"
    founding = {"name": "บ้าน", "kind": "housing", "users": USERS}
    assert call("new", book, "--from", json.dumps(founding)).code == 0

    refused = run(book, "แดง", "set-savings-rate", **RATE)
    assert (refused.code, refused.refusal) == (2, "ApprovalNeeded")
    assert refused.json["facts"]["approvers"] == ["ดำ"]
    wanted = {"command": "set-savings-rate", "json": RATE}
    assert run(book, "แดง", "request-approval", wanted=wanted).code == 0

    (row,) = call("ask", book, "approvals-waiting").json["rows"]
    assert row["fields"]["rate"] == "2"
    answer = {"request": row["request"], "digest": row["digest"]}
    assert run(book, "แดง", "approve", **answer).refusal == "NotAllowed"
    assert run(book, "ดำ", "approve", **answer).code == 0
    assert run(book, "แดง", "set-savings-rate", **RATE).code == 0
    assert run(book, "แดง", "set-savings-rate", **RATE).refusal == "ApprovalNeeded"


def test_a_request_without_a_command_is_refused_by_its_field(tmp_path):
    book = tmp_path / "a.satcha"
    call("new", book, "--from", json.dumps({"name": "บ้าน", "kind": "housing"}))

    for fields, refusal in (
        ({}, "WrongKind"),
        ({"wanted": {"command": "nonsense"}}, "UnknownCommand"),
        ({"wanted": {"command": "set-savings-rate", "json": RATE}, "x": 1}, "UnknownField"),
    ):
        assert run(book, "", "request-approval", **fields).refusal == refusal


def test_a_closing_is_signed_with_ones_own_key(tmp_path):
    book, secret = tmp_path / "a.satcha", tmp_path / "secret.txt"
    secret.write_text("เรือใบสีขาวลำเล็ก\n", encoding="utf-8")
    founding = {"name": "บ้าน", "kind": "housing", "users": USERS, "starts_on": "2025-01-01"}
    assert call("new", book, "--from", json.dumps(founding)).code == 0
    closing = ("run", book, "close-month", "--json", '{"month": "2025-01"}', "--user", "แดง")

    with quick_guesses():
        made = call("signing-key", book, "--user", "แดง", "--new-sign-file", secret)
        assert made.json["made"] == {"key": 1}
        assert call(*closing).refusal == "SignatureMissing"
        assert call(*closing, "--sign-file", secret).code == 0

    assert call("check", book).code == 0

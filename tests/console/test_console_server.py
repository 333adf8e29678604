"""A book on an office's server, from the console: named by its address wherever BOOK stands."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from installer.verify_book import main as verify_book
from ledger.storage.postgres import server as places
from tests.console.calling import call
from tests.support.server import address, own, place

FOUNDING = json.dumps(
    {"name": "ริมน้ำ", "kind": "savings-group", "zones": [{"code": "A", "name": "ก"}]}
)


@pytest.fixture(scope="module")
def there(server: str) -> Any:
    name = own("console")
    made = call("new", address(server, name), "--from", FOUNDING, "--user", "เหรัญญิก")
    assert made.code == 0, made.err
    yield address(server, name), made.json
    places.discard(place(server, name))


def test_a_new_book_is_named_without_what_opens_it(there):
    _, made = there

    assert made["path"].endswith(f"?book={own('console')}")
    assert "postgres:" not in made["path"]
    assert made["act"] == 3


def test_commands_questions_and_the_audit_take_the_address(there):
    where, _ = there
    plain = json.dumps({"code": "B", "name": "ข"})

    run = call("run", where, "open-zone", "--json", plain, "--user", "เหรัญญิก")
    asked = call("ask", where, "zones")
    checked = call("check", where)

    assert run.code == 0, run.err
    assert asked.code == 0, asked.err
    assert {one["code"] for one in asked.json["rows"]} >= {"A", "B"}
    assert checked.code == 0, checked.err
    assert checked.json["findings"] == []


def test_the_book_goes_into_a_file_that_anybody_can_verify_and_back(there, tmp_path, server):
    where, _ = there
    acts, again = tmp_path / "a.jsonl", tmp_path / "again.satcha"

    assert call("export", where, "acts", "--out", str(acts)).code == 0
    made = call("import-acts", str(acts), "--to", str(again))
    back = call("import-acts", str(acts), "--to", address(server, own("back")))
    twice = call("import-acts", str(acts), "--to", address(server, own("back")))

    assert made.code == back.code == 0, back.err
    assert made.json["fingerprint"] == back.json["fingerprint"]
    assert verify_book([str(again)]) == 0
    assert (twice.code, twice.refusal) == (3, "BookExists")
    places.discard(place(server, own("back")))


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("backup", "{}", "copies"), "OnlyForFiles"),
        (("keys", "{}", "list"), "OnlyForFiles"),
        (("audit-pack", "{}", "--check"), "OnlyForFiles"),
        (("ask", "postgresql://host/office", "zones"), "ServerPlaceWrong"),
        (("ask", "{}x", "zones"), "NoSuchBook"),
    ],
)
def test_what_a_server_cannot_do_is_refused(there, tmp_path, monkeypatch, words, refusal):
    monkeypatch.chdir(tmp_path)

    answered = call(*(word.format(there[0]) for word in words))

    assert (answered.code, answered.refusal) == (3, refusal)
    assert not any(tmp_path.rglob("*.satcha*"))


def test_without_the_driver_people_are_told_what_is_missing(there, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)

    answered = call("ask", there[0], "zones")

    assert (answered.code, answered.refusal) == (3, "ServerDriverMissing")

"""Commands, questions and papers say of themselves what they take."""

from __future__ import annotations

from dataclasses import MISSING, fields

import pytest

from desktop.console.schemas import schema_of
from ledger.queries import QUESTIONS
from ledger.queries.trial_balance import TrialBalance
from ledger.usecases import COMMANDS
from ledger.usecases.visiting import ReceiveVisit
from reports.documents import PAPERS
from tests.console.calling import call


def test_every_command_is_listed_with_the_fields_it_takes():
    listed = {one["name"]: one for one in call("commands").json}

    assert set(listed) == set(COMMANDS)
    for name, kind in COMMANDS.items():
        schema = listed[name]["schema"]
        assert set(schema["properties"]) == {one.name for one in fields(kind)}
        assert set(schema["required"]) == {
            one.name
            for one in fields(kind)
            if one.default is MISSING and one.default_factory is MISSING
        }
        assert schema["additionalProperties"] is False
        assert listed[name]["does"].endswith(".")


def test_every_question_is_listed_with_what_it_takes_and_answers():
    listed = {one["name"]: one for one in call("questions").json}

    assert set(listed) == set(QUESTIONS)
    assert list(listed["trial-balance"]["schema"]["properties"]) == ["at", "fund", "after_closing"]
    assert listed["member-position"]["schema"]["required"] == ["member"]
    for one in listed.values():
        assert one["answer"]["properties"]
        assert one["does"].endswith(".")


def test_every_paper_is_listed_with_its_title_in_both_languages():
    listed = {one["name"]: one for one in call("papers").json}

    assert set(listed) == set(PAPERS)
    assert listed["trial-balance"]["title"] == {"th": "งบทดลอง", "en": "Trial balance"}
    assert listed["monthly-report"]["schema"]["required"] == ["month"]
    assert "limit" not in listed["journal"]["schema"]["properties"]


@pytest.mark.parametrize(
    ("call_name", "name", "refusal"),
    [
        ("commands", "Deposit", None),
        ("commands", "dance", "UnknownCommand"),
        ("questions", "journal", None),
        ("questions", "dance", "UnknownQuestion"),
        ("papers", "receipt", None),
        ("papers", "dance", "UnknownPaper"),
    ],
)
def test_one_of_them_can_be_listed_alone(call_name, name, refusal):
    answered = call(call_name, name)

    if refusal is None:
        assert answered.json["name"] == name.lower()
    else:
        assert (answered.code, answered.refusal) == (2, refusal)


def test_a_schema_says_types_choices_and_what_may_be_left_out():
    schema = schema_of(ReceiveVisit)

    item = schema["$defs"]["Item"]
    assert schema["properties"]["items"] == {"type": "array", "items": {"$ref": "#/$defs/Item"}}
    assert schema["properties"]["on"] == {"type": "string", "format": "date"}
    assert schema["properties"]["payer"]["default"] == ""
    kinds = ["deposit", "shares", "charge", "fee", "income", "loan"]
    assert item["properties"]["item"]["enum"] == kinds
    assert item["properties"]["amount"]["description"] == "baht"
    assert item["required"] == ["item", "amount"]
    assert item["properties"]["card"] == {
        "anyOf": [{"type": "integer"}, {"type": "null"}],
        "default": None,
    }


def test_the_schema_of_an_answer_names_what_comes_back():
    rows = schema_of(TrialBalance)["properties"]["rows"]

    assert rows == {"type": "array", "items": {"$ref": "#/$defs/TrialBalanceRow"}}


def test_a_correction_says_that_it_takes_another_command():
    schema = call("commands", "correct-entry").json["schema"]

    assert schema["properties"]["instead"] == {"$ref": "#/$defs/Command"}
    assert schema["$defs"]["Command"]["required"] == ["command"]

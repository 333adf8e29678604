"""The table of questions: every answer can be written as JSON, and every question is in it."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from datetime import date
from typing import Any

import pytest

import ledger.queries
from ledger.domain.codec import plain_value
from ledger.queries import QUESTIONS
from ledger.queries.samples import Sampled
from tests.queries.small_book import MARCH

IN_MARCH = {"since": date(2026, 3, 1), "until": date(2026, 3, 31)}
FIELDS: dict[str, dict[str, Any]] = {
    "period-balances": IN_MARCH,
    "income-and-expense": {"month": MARCH},
    "account-card": {"account": "21050"},
    "balance": {"account": "11010"},
    "entry": {"entry": 3},
    "entry-paper": {"entry": 3},
    "command-of": {"entry": 6},
    "member-position": {"member": "0001"},
    "member-statement": {"member": "0001"},
    "members-in-out": IN_MARCH,
    "savings-and-shares": IN_MARCH,
    "collection-sheet": {"on": date(2026, 4, 10)},
    "blank-sheet": {"on": date(2026, 4, 10)},
    "receipt": {"receipt": "R2569/000001"},
    "voucher": {"voucher": "PV2569/000001"},
    "cash-book": IN_MARCH,
    "bank-statement": {"bank": "GSB"},
    "reversals": IN_MARCH,
    "act-told": {"act": 3},
    "act-texts": {"act": 3},
    "act-log": IN_MARCH,
    "monthly-report": {"month": MARCH},
    "month-figures": {"month": MARCH},
    "hand-in-slip": {"month": MARCH},
    "month-checklist": {"month": MARCH},
    "search": {"text": "000001"},
    "users": {"today": date(2026, 4, 1)},
    "rights": {"today": date(2026, 4, 1)},
    "approvals-waiting": {"today": date(2026, 4, 1)},
    "member-photo": {"member": "0001"},
    "follow-up": {"month": MARCH},
    "confirmations": {"at": date(2026, 3, 31)},
    "sample": {
        "kind": Sampled.RECEIPTS,
        "count": 3,
        "seed": "2569",
        "until": date(2026, 3, 31),
    },
    "guarantees": {"member": "0001"},
    "fund-income": {"fund": "general"},
    "posted-sheet": {"sheet": 1},
    "inspection-report": {"month": MARCH},
    "member-card": {"member": "0001"},
    "personal-data": {"member": "0001"},
    "texts-naming": {"member": "0001"},
    "consents": {"member": "0001"},
    "consent-form": {"member": "0001"},
    "share-certificate": {"member": "0001"},
    "dues-slip": {"member": "0002"},
    "reminder-letter": {"member": "0002"},
    "confirmation-slip": {"member": "0001"},
    "settlement-sheet": {"member": "0001"},
    "passbook": {"card": 4},
    "annual-pack": {"year": 2026},
    "claimable": {"member": "0001"},
    "welfare-card": {"member": "0001"},
    "lines-to-copy": {"member": "0001"},
}


# The small book knows no loans; their own stories ask these (test_both_legs, test_loan_life).
# It has closed no year either (test_usecase_due_paying).
OF_YEARS = {"dividend-register"}
OF_LOANS = {"loan-card", "loan-limit", "loan-paper", "settlement"}
# Nor grants and projects (test_usecase_granting, test_documents_projects).
OF_PROJECTS = {"grant-card", "lease-card", "insurance-card", "project-statement", "survey-register"}
# Nor a welfare fund (test_usecase_welfare_claims, test_queries_welfare).
OF_WELFARE = {"welfare-claim", "welfare-report", "welfare-status", "match-request"}
# Nor did it take anything over from books on paper (test_usecase_carrying_back).
OF_OPENING = {"opening-proof"}
ELSEWHERE = OF_LOANS | OF_YEARS | OF_PROJECTS | OF_WELFARE | OF_OPENING
IN_THE_SMALL_BOOK = [name for name in QUESTIONS if name not in ELSEWHERE]


@pytest.mark.parametrize("name", IN_THE_SMALL_BOOK)
def test_every_answer_can_be_written_as_json(small, name):
    answer = small.book.ask(QUESTIONS[name], **FIELDS.get(name, {}))

    assert json.loads(json.dumps(plain_value(answer)))


def test_a_question_is_named_as_its_function():
    assert all(name == question.__name__.replace("_", "-") for name, question in QUESTIONS.items())


def test_every_question_says_what_it_answers():
    for name, question in QUESTIONS.items():
        assert inspect.getdoc(question), name
        first, *named = inspect.signature(question).parameters.values()
        assert first.name == "reader"
        assert all(one.kind is one.KEYWORD_ONLY for one in named), name


def test_no_module_with_the_name_of_a_question_is_left_out_of_the_table():
    for module in pkgutil.iter_modules(ledger.queries.__path__):
        found = importlib.import_module(f"ledger.queries.{module.name}")
        question = getattr(found, module.name, None)
        if inspect.isfunction(question):
            assert question in QUESTIONS.values(), module.name

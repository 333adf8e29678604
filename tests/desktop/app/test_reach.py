"""Everything that the books can do or answer is reached from the window, or stands here with why.

A command or question counts as reached where a module of the window names it: nothing is imported
that is not used (the linter sees to that), and a screen has no other way to it than by its name.
"""

from __future__ import annotations

import ast
from pathlib import Path

import desktop
from desktop.office.making import QUESTIONS as OFFICE_PAPERS
from desktop.papers.state import PARAMS
from ledger.network import questions
from ledger.queries import QUESTIONS
from ledger.usecases import COMMANDS
from reports.documents import PAPERS
from reports.documents.network import NETWORK_PAPERS

WINDOW = Path(desktop.__file__).parent

# What the window does in another way, and which.
IN_ANOTHER_WAY = {
    "give-audit-pack": "the button that makes the pack notes it (ledger.exchange.audit_pack)",
    "found-book": "a book is founded by the first window, before there is a session",
    "deposit": "receive-visit takes a deposit among everything else that is brought",
    "buy-shares": "receive-visit takes shares among everything else that is brought",
    "pay-loans": "receive-visit takes an instalment on each loan of the visit",
    "end-membership": "settle-member pays out, sets off and ends the membership in one act",
    "carry-benefit": "a filled workbook says it when it was looked at (ledger.exchange)",
    "carry-forward": "a filled workbook says it when it was looked at (ledger.exchange)",
    "record-backup": "the button that backs up notes the copy when it was proved",
    "note-sheet": "the page of keys asks for groups of the recovery sheet (ledger.book)",
    "note-keys": "noted by the page of keys when a key was changed (ledger.book)",
    "declare-restore": "the first window restores a copy and declares it",
    "hand-in": "handing in notes the package that was made (ledger.exchange)",
    "set-signing-key": "made from a passphrase by the page of users",
    "replace-signing-key": "made from a passphrase by the page of users",
}
ONLY_ASKED_BY_PROGRAMS = {
    "balance": "one figure of what account cards and the trial balance show",
    "card-balances": "what many cards hold at once; screens ask for one card, member or list",
    "claimable": "the welfare card of the screen asks it and shows it",
    "loan-card": "loan-paper is the same with the names around it",
    "key-notes": "the page of keys asks them where the window holds the keys",
    "month-figures": "hand-in-slip is the same, with the package beside it",
    "package-head": "what a package says of its book; the window shows it when it is made",
    "members-in-out": "the monthly report and the inspection report contain it",
    "period-balances": "the trial balance of a period, for programs",
    "settlement": "settlement-sheet is the same with the parts around it",
}


def named_in_the_window():
    """Module and name of everything of the ledger that a module of the window imports."""
    found = set()
    for path in WINDOW.rglob("*.py"):
        if "console" in path.relative_to(WINDOW).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ledger."):
                found |= {(node.module, one.name) for one in node.names}
    return found


def test_every_command_has_a_form_or_a_reason():
    named = named_in_the_window()
    missing = {
        name for name, kind in COMMANDS.items() if (kind.__module__, kind.__name__) not in named
    }

    assert missing - set(IN_ANOTHER_WAY) == set()
    assert set(IN_ANOTHER_WAY) <= set(COMMANDS)


def test_every_question_of_a_network_office_has_a_screen_and_every_paper_is_offered():
    asked = {name for module, name in named_in_the_window() if module == questions.__name__}

    assert asked == {
        name
        for name, thing in vars(questions).items()
        if getattr(thing, "__module__", "") == questions.__name__
    }
    assert OFFICE_PAPERS.keys() == NETWORK_PAPERS.keys()


def test_every_question_has_a_screen_a_paper_or_a_reason():
    named = {name for module, name in named_in_the_window() if module.startswith("ledger.queries")}
    on_paper = {PAPERS[name].question.__name__ for name in PARAMS if name in PAPERS}
    missing = {name for name in QUESTIONS if name.replace("-", "_") not in named | on_paper}

    assert missing - set(ONLY_ASKED_BY_PROGRAMS) == set()
    assert set(ONLY_ASKED_BY_PROGRAMS) <= missing

"""Every refusal the books know is shown by a test, so that none is only written down."""

from __future__ import annotations

import ast
from pathlib import Path

from ledger.domain import refusals

TESTS = Path(__file__).resolve().parents[1]

# Raised at the edge: files that are read, questions and papers that are asked for.
ELSEWHERE = {
    "BadRow",
    "EntryMissing",
    "FolderUnwritable",
    "FormulaInCell",
    "NotACellAmount",
    "NotACellDay",
    "NotJson",
    "NotText",
    "NumberCutShort",
    "RehearsalOnly",
    "RowTwice",
    "SheetColumnsWrong",
    "UnknownQuestion",
    "WorkbookHasMacros",
    "WorkbookLocked",
    "WorkbookTooLarge",
    "WorkbookUnreadable",
    "WrongSettings",
}
BASES = {"Refusal", "Trouble", "plain"}


def names_in_tests() -> set[str]:
    """Every name that a test of the core speaks of."""
    found = set()
    for folder in ("usecases", "storage", "support"):
        for path in (TESTS / folder).rglob("*.py"):
            if path.name != Path(__file__).name:
                tree = ast.parse(path.read_text("utf-8"))
                found |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return found


def test_every_refusal_of_the_core_is_shown_by_a_test():
    missing = set(refusals.__all__) - names_in_tests() - ELSEWHERE - BASES

    assert not missing


def test_the_list_of_exceptions_names_only_refusals_that_exist():
    assert set(refusals.__all__) >= ELSEWHERE

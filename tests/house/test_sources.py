"""The house rules that a syntax tree can check, each with a planted breach it must find."""

from __future__ import annotations

import pytest

from tests.tools import sources
from tests.tools.tree import PACKAGES, ROOT, Module, modules

# Files that are longer than the ceiling, with their length; the list only shrinks.
LONG_FILES: dict[str, int] = {}


def test_every_module_says_in_one_sentence_what_it_is_for():
    found = sources.without_purpose(modules(*PACKAGES))

    assert not found


def test_no_float_stands_in_the_ledger():
    found = sources.floats(modules("ledger"))

    assert not found


def test_the_domain_knows_nothing_but_the_standard_library():
    found = sources.impure_imports(modules("ledger/domain"), own="ledger.domain")

    assert not found


def test_texts_for_translation_are_written_whole():
    found = sources.glued_texts(modules(*PACKAGES))

    assert not found


def test_papers_write_the_numbers_of_the_book_in_the_digits_of_the_reader():
    found = sources.digits_unasked(modules("reports/documents"))

    assert not found


def test_no_file_is_longer_than_the_ceiling():
    found = sources.too_long(modules(*PACKAGES), LONG_FILES)

    assert not found


def test_no_python_stands_in_locale():
    found = list((ROOT / "locale").rglob("*.py"))

    assert not found


@pytest.mark.parametrize(
    "docstring",
    ["", '"""Members."""', '"""Books members\nof a group."""', '"""No full stop at all"""'],
)
def test_a_module_without_its_sentence_is_found(docstring):
    assert sources.without_purpose([Module("ledger/a.py", f"{docstring}\nx = 1\n")])


def test_two_modules_with_one_sentence_are_found():
    text = '"""What a member has saved."""\n'

    assert sources.without_purpose([Module("a.py", text), Module("b.py", text)])


@pytest.mark.parametrize(
    "line",
    [
        "x = float('1')",
        "x = 0.5",
        "x: float",
        "def f(a: list[float]): ...",
        "x = 1e3",
        "sa.Float()",
    ],
)
def test_a_planted_float_is_found(line):
    assert sources.floats([Module("ledger/a.py", line)])


def test_whole_numbers_and_paths_are_no_floats():
    assert not sources.floats(
        [Module("ledger/a.py", "x = 10**6\ny = folder / 'name'\nz = 'float'")]
    )


@pytest.mark.parametrize(
    "line",
    [
        "import sqlalchemy",
        "from ledger.storage import rows",
        "def f():\n    import random",
        "from . import a",
    ],
)
def test_a_planted_import_in_the_domain_is_found(line):
    assert sources.impure_imports([Module("ledger/domain/a.py", line)], own="ledger.domain")


def test_the_standard_library_and_the_domain_may_be_imported():
    text = "import re\nfrom datetime import date\nfrom ledger.domain import money"

    assert not sources.impure_imports([Module("ledger/domain/a.py", text)], own="ledger.domain")


@pytest.mark.parametrize(
    "line",
    [
        'voice.tr(f"Account {no}")',
        'voice.tr("Account " + no)',
        'voice.tr("Account {no}".format(no=no))',
        'tr_n("one", f"{n} many", n)',
        'N_("Account %s" % no)',
    ],
)
def test_a_text_glued_on_the_spot_is_found(line):
    assert sources.glued_texts([Module("reports/a.py", line)])


def test_a_number_in_digits_that_nobody_asked_for_is_found():
    assert sources.digits_unasked([Module("reports/a.py", "cells = (str(one.card), name)")])
    assert not sources.digits_unasked([Module("reports/a.py", "voice.digits(str(one.card))")])


def test_a_long_file_is_found_and_an_idle_exception_too():
    long = Module("ledger/a.py", "x = 1\n" * 301)
    short = Module("ledger/a.py", "x = 1\n" * 300)

    assert sources.too_long([long], {})
    assert not sources.too_long([long], {"ledger/a.py": 301})
    assert sources.too_long([long], {"ledger/a.py": 302})
    assert not sources.too_long([short], {})
    assert sources.too_long([short], {"ledger/a.py": 301})

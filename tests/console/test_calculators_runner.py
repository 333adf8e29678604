"""Running calculators from the console: one case, a case per line, refusals, and a light start."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from desktop.console import run
from desktop.console.calculators import CALCULATORS
from desktop.console.calculators.runner import read_case
from desktop.console.terminal import Terminal
from ledger.domain.refusals import NotJson

SMALL = '{"principal":"100.00","annual_rate":"0","disbursed":"2026-01-01","instalments":2}'
BAD = '{"principal":"100.00","annual_rate":"0","disbursed":"2026-01-01","instalments":0}'
UNLAWFUL = '{"surplus":"100.00","proposal":[{"use":"dividend","amount":"95.00"}]}'


def call(*words, given=""):
    """One call of the console: the number it leaves with, and its answers line by line."""
    out = io.StringIO()
    terminal = Terminal(
        incoming=io.StringIO(given),
        out=out,
        err=io.StringIO(),
        surroundings={"LANG": "en_GB.UTF-8"},
        open_window=lambda _: 0,
    )
    code = run(list(words), terminal)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_case_is_answered_on_one_line():
    code, (found,) = call("plan", SMALL)

    assert code == 0
    assert [row["principal"] for row in found["rows"]] == ["50.00", "50.00"]


def test_a_case_can_come_on_standard_input():
    assert call("plan", given=SMALL) == call("plan", SMALL)


def test_a_refusal_is_an_object_with_name_facts_and_sentences():
    code, (found,) = call("plan", BAD)

    assert code == 2
    assert found["refusal"] == "CountOutOfRange"
    assert found["facts"] == {"field": "instalments", "count": 0, "least": 1, "most": 1200}
    assert set(found["sentence"]) == {"th", "en"}


def test_an_answer_that_fails_its_own_tests_is_wanting():
    code, (found,) = call("surplus", UNLAWFUL)

    assert (code, found["passed"]) == (1, False)


def test_every_line_is_answered_in_its_place_and_the_worst_number_is_the_end():
    code, found = call("plan", "--lines", given=f"{SMALL}\n{BAD}\n\nnonsense\n{SMALL}\n")

    assert code == 2
    assert [answer.get("refusal", "rows") for answer in found] == [
        "rows",
        "CountOutOfRange",
        "NotJson",
        "rows",
    ]
    assert found[2]["facts"]["line"] == found[2]["line"] == 4


def test_lines_that_are_all_done_end_with_nothing_wrong():
    assert call("plan", "--lines", given=f"{SMALL}\n{SMALL}\n")[0] == 0
    assert call("surplus", "--lines", given=f"{UNLAWFUL}\n")[0] == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '"plan"',
        "12",
        "{",
        '{"a": NaN}',
        '{"a": Infinity}',
        '{"a": 1, "a": 2}',
        '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"a": ' + "9" * 5_000 + "}",
    ],
)
def test_what_is_no_case_is_refused(text):
    with pytest.raises(NotJson):
        read_case(text, 1)


@pytest.mark.parametrize("number", ["1e6", "300000.00", "4.5"])
def test_a_number_with_a_point_or_exponent_never_becomes_a_binary_fraction(number):
    code, (found,) = call("plan", SMALL.replace('"100.00"', number))

    assert (code, found["refusal"]) == (2, "NotAnAmount")
    assert found["facts"]["text"] == {"1e6": "1E+6"}.get(number, number)


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_calculator_can_be_found_and_says_what_it_misses(name):
    code, (found,) = call(name, "{}")

    assert (code, found["refusal"]) == (2, "MissingField")


@pytest.mark.parametrize("name", CALCULATORS)
def test_a_calculator_needs_no_book_no_window_and_no_paper(name):
    script = f"""
import sys
from desktop.console.calculators.runner import calculator
calculator({name!r})
heavy = {{"PySide6", "sqlalchemy", "sqlcipher3", "reportlab", "openpyxl", "babel", "argparse"}}
print(sorted(heavy & {{module.partition(".")[0] for module in sys.modules}}))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"

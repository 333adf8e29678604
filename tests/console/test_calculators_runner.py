"""Running calculators: one case, a case per line, refusals in their place, and a fast start."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from desktop.console.calculators import CALCULATORS
from desktop.console.calculators.runner import calculator, read_case, run_case, run_lines
from ledger.domain.refusals import NotJson

SMALL = '{"principal":"100.00","annual_rate":"0","disbursed":"2026-01-01","instalments":2}'
BAD = '{"principal":"100.00","annual_rate":"0","disbursed":"2026-01-01","instalments":0}'
UNLAWFUL = '{"surplus":"100.00","proposal":[{"use":"dividend","amount":"95.00"}]}'


def words(refusal):
    return {"th": f"ไม่ได้ {refusal.name}", "en": f"No: {refusal.name}"}


def one(name, text):
    out = io.StringIO()
    code = run_case(name, text, out, words)
    return code, json.loads(out.getvalue())


def test_one_case_is_answered_on_one_line():
    out = io.StringIO()

    assert run_case("plan", SMALL, out, words) == 0
    assert out.getvalue().count("\n") == 1
    assert json.loads(out.getvalue())["rows"][1]["principal"] == "50.00"


def test_a_refusal_is_an_object_with_name_facts_and_sentences():
    assert one("plan", BAD) == (
        2,
        {
            "refusal": "CountOutOfRange",
            "facts": {"field": "instalments", "count": 0, "least": 1, "most": 1200},
            "sentence": {"th": "ไม่ได้ CountOutOfRange", "en": "No: CountOutOfRange"},
        },
    )


def test_an_answer_that_fails_its_own_tests_is_wanting():
    code, found = one("surplus", UNLAWFUL)

    assert (code, found["passed"]) == (1, False)


def test_every_line_is_answered_in_its_place_and_the_worst_number_is_the_end():
    out = io.StringIO()

    code = run_lines("plan", [SMALL, BAD, "", "nonsense", SMALL], out, words)

    found = [json.loads(line) for line in out.getvalue().splitlines()]
    assert code == 2
    assert [answer.get("refusal", "rows") for answer in found] == [
        "rows",
        "CountOutOfRange",
        "NotJson",
        "rows",
    ]
    assert found[2]["facts"]["line"] == 4


def test_lines_that_are_all_done_end_with_nothing_wrong():
    assert run_lines("plan", [SMALL, SMALL], io.StringIO(), words) == 0
    assert run_lines("surplus", [UNLAWFUL], io.StringIO(), words) == 1


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
    code, found = one("plan", SMALL.replace('"100.00"', number))

    assert (code, found["refusal"]) == (2, "NotAnAmount")


@pytest.mark.parametrize("name", CALCULATORS)
def test_every_calculator_can_be_found_and_says_what_it_misses(name):
    code, found = one(name, "{}")

    assert (code, found["refusal"]) == (2, "MissingField")
    assert callable(calculator(name))


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

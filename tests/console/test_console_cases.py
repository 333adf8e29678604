"""The calculators: one case or thousands, without a book, in bare lines or lines of JSON."""

from __future__ import annotations

import io
import json

import pytest

from desktop.console import reading
from desktop.console.calculators import CALCULATORS
from tests.console.calling import call

PLAN = {
    "principal": "12000",
    "annual_rate": "6",
    "instalments": 2,
    "every": 1,
    "unit": "month",
    "method": "equal_principal",
    "interest": "declining",
    "day_count": "actual/365",
    "disbursed": "2026-01-01",
    "first_due": "2026-02-01",
}


@pytest.mark.parametrize(
    ("amount", "thai", "english"),
    [
        ("0", "ศูนย์บาทถ้วน", "zero baht only"),
        ("21.00", "ยี่สิบเอ็ดบาทถ้วน", "twenty-one baht only"),
        ("0.25", "ยี่สิบห้าสตางค์", "twenty-five satang"),
        ("1000000", "หนึ่งล้านบาทถ้วน", "one million baht only"),
    ],
)
def test_an_amount_is_written_in_words(amount, thai, english):
    assert call("words", amount, "--language", "th").out == f"{thai}\n"
    assert call("words", amount, "--language", "en").out == f"{english}\n"


@pytest.mark.parametrize(
    "text", ["", "NaN", "1e6", "1,000", "0.001", "-", "½", "9" * 14, "99999999999999", "inf"]
)
def test_what_is_no_amount_is_refused(text):
    answered = call("words", text)

    assert (answered.code, answered.refusal) == (2, "NotAnAmount")


def test_a_case_may_come_on_standard_input():
    assert call("words", stdin="5\n").out == "five baht only\n"
    assert call("id-check", stdin="1-1017-00207-03-0\n").json["valid"] is True
    assert call("plan", stdin=json.dumps(PLAN)).json["totals"]["interest"] == "88.77"


class Endless(io.StringIO):
    """Standard input that never comes to an end; it counts what was taken of it."""

    taken = 0

    def read(self, size=-1):
        assert size >= 0, "all of it was asked for"
        self.taken += size
        return "1" * size

    readline = read


@pytest.mark.parametrize("words", [["words"], ["plan"], ["words", "--lines"], ["sort"]])
def test_standard_input_without_an_end_is_refused_by_name(words, monkeypatch):
    monkeypatch.setattr(reading, "JSON_FILE", 1 << 10)
    monkeypatch.setattr(reading.text_of, "__defaults__", (1 << 10,))
    incoming = Endless()
    answered = call(*words, stdin=incoming)

    assert (answered.code, answered.refusal) == (2, "FileTooLarge")
    assert incoming.taken <= 2 << 10


def test_the_mark_before_what_a_pipe_of_windows_brings_is_no_part_of_a_case():
    assert call("words", stdin="\ufeff5\r\n").out == "five baht only\n"
    assert (
        call("words", "--lines", stdin="\ufeff5\r\n1\r\n").out.splitlines()[0] == "five baht only"
    )


def test_with_lines_every_case_is_answered_by_a_line():
    answered = call("words", "--lines", stdin="1\n\n2.50\r\n")

    assert answered.code == 0
    assert answered.out == "one baht only\ntwo baht and fifty satang\n"


def test_a_refused_line_stands_in_its_place_and_the_others_are_answered():
    answered = call("words", "--lines", stdin="1\noh\n2\n")

    first, refused, last = answered.out.splitlines()
    assert (first, last) == ("one baht only", "two baht only")
    assert json.loads(refused)["refusal"] == "NotAnAmount"
    assert json.loads(refused)["line"] == 2
    assert answered.err.startswith("Line 2: ")
    assert answered.code == 2


@pytest.mark.parametrize(
    ("options", "thai", "english"),
    [
        ([], "22 พฤศจิกายน พ.ศ. 2569", "22 November 2569 BE"),
        (["--form", "long", "--era", "ce"], "22 พฤศจิกายน ค.ศ. 2026", "22 November 2026"),
        (["--form", "short"], "22 พ.ย. 2569", "22 Nov 2569"),
        (["--form", "numeric"], "22/11/2569", "22/11/2569"),
        (["--form", "numeric", "--era", "ce"], "22/11/2026", "22/11/2026"),
    ],
)
def test_a_day_is_written_as_people_do(options, thai, english):
    assert call("date", "2026-11-22", *options, "--language", "th").out == f"{thai}\n"
    assert call("date", "2026-11-22", *options, "--language", "en").out == f"{english}\n"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("2569-11-22", "BuddhistYear"), ("2026-02-29", "NotADay"), ("22/11/2569", "NotADay")],
)
def test_a_day_that_is_not_written_as_programs_do_is_refused(text, refusal):
    assert call("date", text).refusal == refusal


@pytest.mark.parametrize(
    "text", ["22/11/2569", "22 พ.ย. 2569", "22 พฤศจิกายน 2569", "22/11/2026", "๒๒/๑๑/๒๕๖๙"]
)
def test_a_day_that_people_wrote_is_read(text):
    assert call("date", "--parse", text).out == "2026-11-22\n"


def test_a_day_that_may_mean_two_is_refused_with_both():
    answered = call("date", "--parse", "22/11/69")

    assert (answered.code, answered.refusal) == (2, "AmbiguousDay")
    assert answered.json["facts"]["readings"] == ["2026-11-22", "2069-11-22"]


def test_a_base_day_decides_what_is_plausible():
    assert call("date", "--parse", "22/11/69", "--base", "2026-01-01").out == "2026-11-22\n"
    assert call("date", "--parse", "+1", "--base", "2026-01-01").out == "2026-01-02\n"


def test_what_is_no_day_is_refused():
    assert call("date", "--parse", "soon").refusal == "UnreadableDay"


def test_lines_are_sorted_as_in_a_thai_dictionary():
    assert call("sort", stdin="สมชาย\nแดง\r\nเกษม\nกานดา").out == "กานดา\nเกษม\nแดง\nสมชาย\n"
    assert call("sort", stdin="\ufeffข\n\nก\n").out == "\nก\nข\n"
    assert not call("sort", stdin="").out


def test_letters_that_are_no_utf8_are_refused_and_never_changed():
    answered = call("sort", stdin="ก\n\udcff\udcfe\n")

    assert (answered.code, answered.refusal) == (2, "NotText")


@pytest.mark.parametrize(
    ("number", "problem", "code"),
    [
        ("1101700207030", None, 0),
        ("๑๑๐๑๗๐๐๒๐๗๐๓๐", None, 0),
        ("1101700207031", "check_digit", 1),
        ("110170020703", "not_thirteen", 1),
        ("x", "not_digits", 1),
    ],
)
def test_a_national_id_is_checked(number, problem, code):
    answered = call("id-check", number)

    assert answered.code == code
    assert answered.json == {"number": number, "valid": problem is None, "problem": problem}


def test_the_worst_of_many_cases_is_what_the_call_leaves_with():
    assert call("id-check", "--lines", stdin="1101700207030\nx\n1101700207030\n").code == 1


def test_a_plan_is_computed_from_what_stands_behind_the_call(tmp_path):
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(PLAN), encoding="utf-8")

    inline = call("plan", json.dumps(PLAN))

    assert inline.json["rows"][0] == {
        "n": 1,
        "due": "2026-02-01",
        "days": 31,
        "principal": "6000.00",
        "interest": "61.15",
        "total": "6061.15",
        "balance": "6000.00",
    }
    assert call("plan", file).out == inline.out
    assert call("plan", "-", stdin=json.dumps(PLAN)).out == inline.out


def test_many_plans_cost_one_start():
    lines = [{**PLAN, "principal": str(amount)} for amount in range(1_000, 1_050)]
    text = "".join(f"{json.dumps(line)}\n" for line in lines)

    answered = call("plan", "--lines", stdin=text)

    assert answered.code == 0
    assert [line["totals"]["principal"] for line in answered.lines] == [
        f"{amount}.00" for amount in range(1_000, 1_050)
    ]


@pytest.mark.parametrize("name", sorted(CALCULATORS))
def test_a_case_that_says_nothing_is_refused_by_every_calculator(name):
    answered = call(name, "{}")

    assert (answered.code, answered.refusal) == (2, "MissingField")


@pytest.mark.parametrize("name", sorted(CALCULATORS))
def test_a_case_that_is_no_json_is_refused_by_every_calculator(name):
    answered = call(name, "--lines", stdin="{}\n[1]\n")

    assert answered.code == 2
    assert [line["refusal"] for line in answered.lines] == ["MissingField", "NotJson"]


@pytest.mark.parametrize("name", sorted(CALCULATORS))
def test_every_calculator_says_what_a_case_is(name):
    schema = call(name, "--schema").json

    assert schema["type"] == "object"
    assert set(schema["required"]) <= schema["properties"].keys()

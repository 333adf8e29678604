"""What is typed behind ``satcha`` is understood, or refused by its name and with a way out."""

from __future__ import annotations

import pytest

from desktop.console.calls import CALLS, all_calls
from tests.console.calling import call


def test_an_unknown_call_is_refused_and_those_that_look_like_it_are_named():
    answered = call("bacth", "a.satcha")

    assert (answered.code, answered.refusal) == (2, "UnknownCall")
    assert answered.json["facts"] == {"asked": "bacth", "near": ["batch"]}
    assert "batch" in answered.err


def test_a_call_that_looks_like_none_points_to_the_help():
    answered = call("zzzzzz")

    assert answered.json["facts"]["near"] == []
    assert "satcha help" in answered.err


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (["run", "b.satcha", "deposit", "--jsn", "{}"], "UnknownOption"),
        (["run", "b.satcha", "deposit", "--json"], "ValueMissing"),
        (["run", "b.satcha", "deposit", "--json", "--rehearse"], "ValueMissing"),
        (["run", "b.satcha", "deposit", "--id", "1", "--id", "2"], "OptionTwice"),
        (["run", "b.satcha"], "PlaceMissing"),
        (["run"], "PlaceMissing"),
        (["ask", "b.satcha", "journal", "more"], "WordTooMany"),
        (["date", "2026-01-01", "--era", "bc"], "NotAChoice"),
        (["words", "1", "--language", "fr"], "NotAChoice"),
        (["words", "1", "--language"], "NotAChoice"),
        (["export", "b.satcha", "docx", "--out", "x"], "NotAChoice"),
        (["export", "b.satcha", "csv"], "PlaceMissing"),
        (["new", "b.satcha"], "PlaceMissing"),
    ],
)
def test_a_call_that_is_written_wrongly_is_refused_by_name(words, refusal):
    answered = call(*words)

    assert (answered.code, answered.refusal) == (2, refusal)


def test_a_refusal_of_the_way_of_writing_shows_how_it_is_written():
    answered = call("ask", "b.satcha")

    assert "satcha ask BOOK QUESTION" in answered.err


def test_an_option_may_have_its_value_behind_an_equals_sign():
    assert call("date", "--form=short", "2026-11-22", "--era=ce").out == "22 Nov 2026\n"


def test_what_stands_behind_two_dashes_is_no_option():
    answered = call("words", "--", "--lines")

    assert answered.refusal == "NotAnAmount"
    assert answered.json["facts"]["text"] == "--lines"


def test_a_negative_amount_is_no_option():
    assert call("words", "-5").out == "minus five baht only\n"


@pytest.mark.parametrize(
    ("surroundings", "language"),
    [
        ({}, "th"),
        ({"LANG": "C.UTF-8"}, "th"),
        ({"LANG": "th_TH.UTF-8"}, "th"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "th_TH.UTF-8"}, "th"),
        ({"LANG": "th_TH.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
    ],
)
def test_without_a_word_about_it_the_surroundings_choose_the_language(surroundings, language):
    answered = call("words", "21", surroundings=surroundings)

    assert answered.out == {"th": "ยี่สิบเอ็ดบาทถ้วน\n", "en": "twenty-one baht only\n"}[language]


@pytest.mark.parametrize("words", [["--language", "th"], ["--language=th"]])
def test_the_language_may_be_chosen_anywhere_on_the_line(words):
    for typed in ([*words, "words", "1"], ["words", *words, "1"], ["words", "1", *words]):
        assert call(*typed).out == "หนึ่งบาทถ้วน\n"


def test_a_refusal_is_said_in_the_chosen_language_and_answered_in_both():
    english = call("words", "x", "--language", "en")
    thai = call("words", "x", "--language", "th")

    assert english.out == thai.out
    assert english.err == f"{english.json['sentence']['en']}\n"
    assert thai.err == f"{thai.json['sentence']['th']}\n"


@pytest.mark.parametrize("words", [[], ["help"], ["--help"], ["-h"]])
def test_the_help_names_every_call(words):
    answered = call(*words)

    assert answered.code == 0
    for name in {*CALLS, "plan", "divide"} - {"window"}:
        assert f"  {name} " in answered.out


@pytest.mark.parametrize("name", sorted(found.name for found in all_calls()))
def test_every_call_says_how_it_is_written_and_what_its_options_are_for(name):
    found = next(one for one in all_calls() if one.name == name)

    answered = call("help", name)

    assert answered.out.startswith(f"satcha {name}")
    assert call(name, "--help").out == answered.out
    assert all(f"--{option.name}" in answered.out for option in found.options)
    assert all(option.says for option in found.options)


def test_help_on_a_call_that_there_is_not_is_refused():
    assert call("help", "nothing").refusal == "UnknownCall"

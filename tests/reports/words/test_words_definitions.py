"""The definitions: both languages, terms of the glossary, and which of them a text uses."""

from __future__ import annotations

import pytest

from reports.words.definitions import definitions, used_in
from reports.words.voice import Voice
from tests.tools.glossary import terms

ENGLISH, THAI = Voice("en"), Voice("th")


def test_every_term_has_a_meaning_in_both_languages():
    for one in definitions(ENGLISH):
        assert one.in_english.endswith(".")
        assert len(one.in_thai) > 20
    assert len(definitions(ENGLISH)) > 50


def test_the_terms_are_those_of_the_glossary():
    known = {term.english.lower(): term.thai for term in terms()}
    # "PAR 30" is an abbreviation in both languages; "depreciation" is written shorter there.
    for one in definitions(ENGLISH):
        thai = known.get(one.english.lower())
        if thai is not None:
            assert one.thai in thai


def test_the_list_is_in_the_order_of_the_readers_dictionary():
    english = [one.term(ENGLISH) for one in definitions(ENGLISH)]
    assert english == sorted(english, key=str.lower)
    assert [one.term(THAI) for one in definitions(THAI)] != [
        one.term(THAI) for one in definitions(ENGLISH)
    ]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["Annual interest rate"], ["annual interest rate"]),
        (["ทุนเรือนหุ้น 20.00"], ["share capital"]),
        (["Penalty", "Interest"], ["penalty", "interest"]),
        (["Interest", "Accrued interest receivable"], ["interest", "accrued interest receivable"]),
        (["Nothing of the kind"], []),
    ],
)
def test_a_text_is_asked_for_the_terms_it_uses(texts, found):
    assert [one.english for one in used_in(texts, ENGLISH)] == found

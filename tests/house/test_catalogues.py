"""Every sentence of the code is there in Thai, with the same places and the glossary's words."""

from __future__ import annotations

import re
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

from tests.tools import glossary, sources, texts
from tests.tools.tree import PACKAGES, ROOT, modules

# Sentences in which an English term of the glossary has another sense: term and English text.
OTHER_SENSE: frozenset[tuple[str, str]] = frozenset()

# Texts of Qt itself number their places; ours name them.
NUMBERED = re.compile(r"%(?:L?[1-9]|n)")


@pytest.fixture(scope="module")
def template() -> Catalog:
    return texts.extracted()


@pytest.fixture(scope="module")
def thai() -> Catalog:
    return texts.read(ROOT / texts.THAI)


def places(text: str) -> set[str]:
    named = {f"{{{field}}}" for _, field, _, _ in Formatter().parse(text) if field is not None}
    return named | set(NUMBERED.findall(text))


def differing_places(catalogue: Catalog) -> list[str]:
    """Translations that fill other places than the English text (its plural, where it has one)."""
    found = []
    for message in texts.entries(catalogue):
        wanted = message.id if isinstance(message.id, str) else message.id[-1]
        translated = texts.translation(message)
        if translated and places(wanted) != places(translated):
            found.append(f"{wanted!r} / {translated!r}")
    return found


def test_the_template_is_in_step_with_the_code(template):
    kept = {texts.singular(message) for message in texts.entries(texts.read(ROOT / texts.TEMPLATE))}

    assert kept == {texts.singular(message) for message in texts.entries(template)}, "make texts"


def test_the_extraction_misses_no_text(template):
    found = {texts.singular(message) for message in texts.entries(template)}

    assert found == sources.literal_texts(modules(*PACKAGES)) - {""}


def test_no_text_needs_a_context(thai):
    """The compiled texts are searched in the order of the messages, which contexts would upset."""
    assert [message.id for message in texts.entries(thai) if message.context] == []


def test_every_text_is_translated_and_none_is_left_over(template, thai):
    merged = texts.merged(template, [thai])

    assert not [texts.singular(message) for message in merged.untranslated]
    assert not merged.dropped


def test_no_translation_is_doubtful_or_obsolete():
    lines = (ROOT / texts.THAI).read_text(encoding="utf-8").splitlines()

    assert not [line for line in lines if line.startswith("#~") or "fuzzy" in line]


def test_both_languages_fill_the_same_places(thai):
    assert not differing_places(thai)


def test_one_term_of_the_glossary_has_one_thai_word(thai):
    translations = {
        texts.singular(message): texts.translation(message) for message in texts.entries(thai)
    }

    assert not glossary.breaches(glossary.terms(), translations, OTHER_SENSE)


def test_the_glossary_says_every_term_once():
    names = [term.english for term in glossary.terms()]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("english", "wrong"),
    [
        ("Account {no}", "บัญชี {number}"),
        ("{a} of {b}", "{a}"),
        ("File %1", "แฟ้ม"),
        ("Paid", "จ่าย {x}"),
    ],
)
def test_a_lost_place_is_found(english, wrong):
    catalogue = Catalog(locale="th")
    catalogue.add(english, wrong)

    assert differing_places(catalogue)


def test_a_merge_keeps_what_is_known_takes_what_is_new_and_drops_what_is_gone():
    template, known, fragment = Catalog(), Catalog(locale="th"), Catalog(locale="th")
    for text in ("Member", "Cash", "Loan"):
        template.add(text)
    template.add(("{n} day", "{n} days"))
    known.add("Member", "สมาชิก")
    known.add("Gone", "หายไป")
    fragment.add("Cash", "เงินสด")
    fragment.add(("{n} day", "{n} days"), ("{n} วัน",))

    merged = texts.merged(template, [known, fragment])

    made = {texts.singular(m): texts.translation(m) for m in texts.entries(merged.catalogue)}
    assert made == {"Member": "สมาชิก", "Cash": "เงินสด", "Loan": "", "{n} day": "{n} วัน"}
    assert [texts.singular(message) for message in merged.untranslated] == ["Loan"]
    assert merged.dropped == ("Gone",)


def test_two_fragments_that_disagree_are_reported():
    template, first, second = Catalog(), Catalog(locale="th"), Catalog(locale="th")
    template.add("Cash")
    first.add("Cash", "เงินสด")
    second.add("Cash", "สตางค์")

    assert texts.merged(template, [Catalog(), first, second]).disputed


TREASURER = glossary.Term("treasurer", ("เหรัญญิก",))
PENALTY = glossary.Term("penalty", ("ค่าปรับ", "เบี้ยปรับ"))
BALANCE = glossary.Term("balance", ("ยอดคงเหลือ",))
TRIAL_BALANCE = glossary.Term("trial balance", ("งบทดลอง",))


def test_another_word_than_the_glossary_s_is_found():
    assert glossary.breaches([TREASURER], {"Ask the treasurer.": "ถามผู้จัดการ"})
    assert not glossary.breaches([TREASURER], {"Ask the treasurer.": "ถามเหรัญญิก"})


def test_a_term_in_another_sense_is_let_through():
    text = "Ask the treasurer."

    assert not glossary.breaches([TREASURER], {text: "ถาม"}, {("treasurer", text)})


def test_two_words_for_one_term_are_found():
    assert glossary.breaches([PENALTY], {"Penalty": "ค่าปรับ", "Penalty:": "เบี้ยปรับ"})
    assert not glossary.breaches([PENALTY], {"Penalty": "ค่าปรับ", "Penalty:": "ค่าปรับ:"})


def test_a_longer_term_hides_the_shorter_one_inside_it():
    found = glossary.breaches([TRIAL_BALANCE, BALANCE], {"Print the trial balance": "พิมพ์งบทดลอง"})

    assert not found

"""A passphrase that everybody tries first is refused, and four words of chance never are."""

from __future__ import annotations

from math import log2
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.passphrase_words import WORDS, offered, words_in
from ledger.domain.passphrases import Weakness, check_passphrase, weakness
from ledger.domain.refusals.keys import PassphraseGuessable, PassphraseShort
from reports.words.refused import sentence
from reports.words.voice import Voice

NAMES = ("สมปอง วงศ์ใหญ่", "กลุ่มออมทรัพย์บ้านหนองแวง จำกัด", "Nong Waeng Savings")


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("081-234-5678", Weakness.DIGITS),
        ("๐๘๑๒๓๔๕๖๗๘", Weakness.DIGITS),
        ("31/12/2569 !", Weakness.DIGITS),
        ("aaaaaaaaaaaa", Weakness.REPEATED),
        ("abcabcabcabc", Weakness.REPEATED),
        ("กขกขกขกขกข", Weakness.REPEATED),
        ("lalalala-lala", Weakness.REPEATED),
        ("qwertyuiop12", Weakness.ROW),
        ("poiuytrewq", Weakness.ROW),
        ("1qaz2wsx3edc", Weakness.ROW),
        ("asdfghjkl;'", Weakness.ROW),
        ("ฟหกดเ้่าสวง", Weakness.ROW),
        ("ๆไำพะัีรนย", Weakness.ROW),
        ("abcdefghijk", Weakness.ROW),
        ("กขฃคฅฆงจฉช", Weakness.ROW),
        ("Password2569", Weakness.COMMON),
        ("P@ssw0rd!!!!", Weakness.COMMON),
        ("ILoveYou 1234", Weakness.COMMON),
        ("satcha-admin-1", Weakness.COMMON),
        ("รหัสผ่าน๒๕๖๙", Weakness.COMMON),
        ("สหกรณ์ออมทรัพย์", Weakness.COMMON),
        ("รักแม่รักพ่อ", Weakness.COMMON),
        ("บ้านหนองแวง", Weakness.NAME),
        ("หนองแวง 2569 !", Weakness.NAME),
        ("สมปองวงศ์ใหญ่", Weakness.NAME),
        ("NongWaeng2026", Weakness.NAME),
    ],
)
def test_what_is_guessed_first_is_refused_and_said_why(passphrase, why):
    with pytest.raises(PassphraseGuessable) as caught:
        check_passphrase(passphrase, NAMES)

    assert caught.value.why == why.value
    for language in ("th", "en"):
        said = sentence(caught.value, Voice(language))
        assert passphrase not in said
        assert ("four words" if language == "en" else "สี่คำ") in said


@pytest.mark.parametrize(
    "passphrase",
    [
        "four words nobody guesses",
        "correct horse battery staple",
        "ตะวัน ส้ม ริมน้ำ ใบตอง",
        "เรือใบสีขาวลำเล็ก",
        "ม้าหมุนสีแดงตัวโต",
        "kxwvplmzrt",
        "ควายเผือกกินกล้วยสามหวี",
    ],
)
def test_words_of_chance_are_taken(passphrase):
    assert weakness(passphrase, NAMES) is None


def test_short_is_said_first():
    with pytest.raises(PassphraseShort):
        check_passphrase("aaaaaaaaa", NAMES)


@settings(max_examples=40)
@given(st.text(max_size=40), st.lists(st.text(max_size=12), max_size=3))
def test_any_text_gets_an_answer(passphrase, names):
    assert weakness(passphrase, names) in {None, *Weakness}


@pytest.mark.parametrize("tongue", ["th", "en"])
def test_words_that_are_offered_are_many_and_pass_our_own_check(tongue):
    words = words_in(tongue)
    assert len(set(words)) == len(words)
    assert WORDS * log2(len(words)) >= 44
    assert not any(" " in word or word != word.strip() for word in words)

    lots = Random(tongue)
    drawn = {offered(tongue, lots.randrange) for _ in range(200)}

    assert len(drawn) == 200
    for one in drawn:
        assert len(one.split()) == WORDS
        check_passphrase(one)


def test_a_draw_that_would_be_guessed_is_drawn_again():
    lots = iter([0] * WORDS + [1, 2, 3, 4, 5])
    assert offered("en", lambda _: next(lots)) == " ".join(words_in("en")[1:6])

"""Lines of Thai end between words; nothing is lost, and no syllable is torn."""

import re
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from reports.render import segmenter
from reports.render.segmenter import clusters, is_known, split
from tests.conftest import ROOT

CONSONANTS, LEADING = "กขคฆงจชญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหอฮ", "เแโใไ"
FOLLOWING = "ะัาำิีึืุู็่้๊๋์ํๆ"
thai = st.text(CONSONANTS + LEADING + FOLLOWING, max_size=40)
mixed = st.text(CONSONANTS + LEADING + FOLLOWING + " aZ19/().ฯ๑\n😀", max_size=60)


@given(mixed)
def test_the_pieces_are_the_text(text):
    assert "".join(split(text)) == text
    assert "".join(clusters(text)) == text


@given(thai)
def test_no_piece_begins_with_a_mark_or_ends_with_a_leading_vowel(text):
    pieces = split(text)

    assert not any(piece[0] in FOLLOWING for piece in pieces[1:])
    assert not any(piece[-1] in LEADING for piece in pieces[:-1])


@given(st.text(CONSONANTS, min_size=2, max_size=12))
def test_a_silenced_letter_stays_with_its_syllable(letters):
    assert split(letters + "์")[-1] != letters[-1] + "์"


@pytest.mark.parametrize(
    "words",
    [
        "สหกรณ์|เคหสถาน|บ้านมั่นคง|สุรินทร์|จำกัด",
        "ตรวจนับ|เงินสด|คงเหลือ|ตรง|ตาม|บัญชี|คุมยอด|ลูกหนี้|เงินกู้|ค้างชำระ",
        "รายได้|รับ|ล่วงหน้า",
        "รายงาน|การ|ตรวจสอบ|กิจการ",
        "รายการ|ปรับปรุง",
        "นางสาว|น้ำฝน| |ญี่ปุ่น",
        "ใบสำคัญ|จ่าย| |เลขที่| 12/2569",
        "ABC|สมาชิก| x",
        "พัช|รินทร์",
        "ใน|สเตทเมนต์|ยัง|ค้าง",
        "จะบันทึก|ได้",
    ],
)
def test_words_of_the_field_are_found(words):
    assert split(words.replace("|", "")) == words.split("|")


def test_an_unknown_name_is_not_cut_from_its_neighbours_within_a_syllable():
    assert split("บ้านฌฆเงิน") == ["บ้านฌฆ", "เงิน"]
    assert split("เงินฌฆบ้าน") == ["เงินฌฆบ้าน"]
    assert split("เงินและฌฆ") == ["เงิน", "และ", "ฌฆ"]


def test_letters_of_no_word_stay_one_piece_unless_the_spelling_shows_a_syllable_s_end():
    assert split("ฆฌฌฆ") == ["ฆฌฌฆ"]
    assert split("ฆะฌเฌฆ") == ["ฆะ", "ฌ", "เฌฆ"]


NEARLY = (lambda word: word[:-1], lambda word: word[1:], lambda word: f"{word}ก")


def test_the_list_holds_every_word_of_both_files():
    folder = Path(segmenter.__file__).with_name("thai_words")
    field = folder.joinpath("field_words.txt").read_text("utf-8").split()
    shipped = folder.joinpath("words_th.txt").read_text("utf-8").splitlines()
    words = {word for word in (*shipped, *field) if len(word) > 1}

    assert len(words) > 60_000
    assert all(map(is_known, words))
    for near in (change(word) for word in words for change in NEARLY):
        assert is_known(near) == (near in words)
    assert field == sorted(set(field))
    assert shipped == sorted(set(shipped))  # or words would not be found


def test_fonts_and_words_come_with_their_licences():
    folder = Path(segmenter.__file__).parent

    assert "SIL Open Font License" in (folder / "fonts" / "OFL.txt").read_text("utf-8")
    assert "CC0" in (folder / "thai_words" / "LICENSE.txt").read_text("utf-8")


def thai_of_our_own():
    """Every run of Thai in our translations and in the names of the tests."""
    po = (ROOT / "locale/th/LC_MESSAGES/satcha.po").read_text("utf-8")
    names = (ROOT / "tests/reports/words/names.txt").read_text("utf-8")
    return sorted(set(re.findall("[\u0e00-\u0e7f]{3,}", f"{po}\n{names}")))


def ends_by_another(text, kind):
    """Where the segmenter of Qt sees an end, within the text."""
    finder = QTextBoundaryFinder(kind, text)
    ends = set()
    while (end := finder.toNextBoundary()) >= 0:
        ends.add(end)
    return ends - {len(text)}


def test_no_piece_ends_within_what_another_program_takes_for_one_letter():
    torn = [
        text
        for text in thai_of_our_own()
        if not ends(text) <= ends_by_another(text, QTextBoundaryFinder.BoundaryType.Grapheme)
    ]

    assert torn == []


def ends(text):
    return set(accumulate(map(len, split(text)[:-1])))


@pytest.mark.skipif(
    not ends_by_another("บ้านจำกัด", QTextBoundaryFinder.BoundaryType.Word),
    reason="this machine's Qt knows no Thai words (libthai)",
)
def test_words_end_where_another_segmenter_ends_them():
    """Of some 12,500 ends of ours all but 13 are ends of libthai's too (3 of 1,000 are allowed)."""
    seen, alone = 0, []
    for text in thai_of_our_own():
        ours = ends(text)
        other = ends_by_another(text, QTextBoundaryFinder.BoundaryType.Word)
        seen += len(ours)
        alone += [f"{text[:end]}|{text[end:]}" for end in sorted(ours - other)]

    assert seen > 10_000
    assert len(alone) * 1_000 <= 3 * seen, "\n".join(alone)

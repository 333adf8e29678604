"""Paper and screen shape Thai alike: our glyphs beside those of Qt's own shaper."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout

import reports.render
from reports.render.shaping import face
from tests.reports.render.papers import HARD_WORDS

FONT = f"{reports.render.__path__[0]}/fonts/Sarabun-Regular.ttf"


def by_qt(word: str) -> list[int]:
    """The glyphs with which Qt draws a word, in drawing order."""
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(FONT))[0]
    layout = QTextLayout(word, QFont(family, 100))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [number for run in layout.glyphRuns() for number in run.glyphIndexes()]


@pytest.mark.parametrize("word", [*HARD_WORDS, "ป๊า", "ฎีกา", "ซ้ำ", "เก๋า", "ฏู่", "บ้านมั่นคง"])
def test_a_word_has_the_glyphs_of_another_shaper(word, qapp):
    assert qapp is not None
    ours = [glyph.number for glyph in face(strong=False).shape(word, thai=True)]

    assert by_qt(word) == ours

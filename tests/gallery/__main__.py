"""``make gallery``: every paper in Thai, English and both, and every screen, as pictures."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it brings no types
import pytest
from PIL import Image

from reports.render.pdf import render_pdf
from reports.words.voice import Voice
from tests.gallery.all_papers import every_paper

_ON_A_SHEET = 8  # first pages side by side, for a quick look
_THUMB = (620, 877)


def main() -> int:
    """Draw into the folder named, or into a new one; says where."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp(prefix="satcha-"))
    folder.mkdir(parents=True, exist_ok=True)
    _papers(folder)
    os.environ["SATCHA_GALLERY"] = str(folder)
    code = int(pytest.main(["-q", "tests/desktop/app/test_gallery_of_screens.py"]))
    print(folder)
    return code


def _papers(folder: Path) -> None:
    """A picture of every page, and sheets with the first pages of many papers."""
    with tempfile.TemporaryDirectory() as books:
        drawn = [
            (language, _draw(folder / f"{paper}-{language}.pdf", document, Voice(language)))
            for paper, language, document in every_paper(Path(books))
        ]
    drawn.sort(key=lambda one: (one[0], one[1].name))
    for language, group in groupby(drawn, key=lambda one: one[0]):
        firsts = [picture for _, picture in group]
        for number, some in enumerate(_some(firsts), start=1):
            _contact(some).save(folder / f"contact-{language}-{number:02d}.png")


def _draw(pdf: Path, document: Any, voice: Voice) -> Path:
    """The paper and its pages; answers the picture of the first."""
    render_pdf([document], voice, pdf)
    read = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(read, start=1):
        page.render(scale=1.5).to_pil().save(pdf.with_suffix(f".{number}.png"))
    read.close()
    return pdf.with_suffix(".1.png")


def _some(pictures: list[Path]) -> Iterator[list[Path]]:
    for start in range(0, len(pictures), _ON_A_SHEET):
        yield pictures[start : start + _ON_A_SHEET]


def _contact(pictures: list[Path]) -> Image.Image:
    across = _ON_A_SHEET // 2
    sheet = Image.new("RGB", (_THUMB[0] * across, _THUMB[1] * 2), "#777777")
    for place, picture in enumerate(pictures):
        with Image.open(picture) as page:
            page.thumbnail((_THUMB[0] - 8, _THUMB[1] - 8))
            sheet.paste(page, (place % across * _THUMB[0] + 4, place // across * _THUMB[1] + 4))
    return sheet


if __name__ == "__main__":
    sys.exit(main())

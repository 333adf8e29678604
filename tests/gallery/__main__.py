"""``make gallery``: every screen and the month's papers as pictures to look at."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it brings no types
import pytest

PAPERS = ("monthly-report", "trial-balance", "arrears", "member-list")
LANGUAGES = ("th", "en", "both")


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
    _satcha("practice", folder / "practice")
    book = folder / "practice" / "practice.satcha"
    for paper in PAPERS:
        for language in LANGUAGES:
            out = folder / f"{paper}-{language}.pdf"
            fields = ["--json", '{"month": "2026-09"}'] if paper == "monthly-report" else []
            _satcha("print", book, paper, *fields, "--paper-language", language, "--out", out)
            _pictures(out)


def _satcha(*words: object) -> None:
    subprocess.run([sys.executable, "-m", "desktop", *map(str, words)], check=True)


def _pictures(pdf: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, start=1):
        page.render(scale=1.5).to_pil().save(pdf.with_suffix(f".{number}.png"))
    document.close()


if __name__ == "__main__":
    sys.exit(main())

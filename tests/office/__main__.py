"""``make office``: every paper's workbook and those of the exchange, saved by LibreOffice."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from reports.render.xlsx import render_xlsx
from reports.words.voice import Voice
from tests.gallery.all_papers import every_paper
from tests.office.exchange import exchange_differences
from tests.office.libreoffice import found, resaved
from tests.office.views import can_ask, loose_heads
from tests.office.workbooks import differences


def main() -> int:
    """Answers 1 where a workbook came back different; nothing is asked where there is none."""
    if found() is None:
        print("LibreOffice is not installed: apt-get install libreoffice-calc-nogui")
        return 1
    with tempfile.TemporaryDirectory(prefix="satcha-office-") as name:
        folder = Path(name)
        workbooks = _written(folder)
        papers = max(_compare(folder, workbooks), _held(workbooks))
        return max(papers, _exchanged(folder))


def _exchanged(folder: Path) -> int:
    """The opening workbook, blank and filled, and everything out; filled it is imported again."""
    lost = exchange_differences(folder)
    for line in lost[:20]:
        print(line)
    print(f"opening workbook and everything out: {len(lost)} differences")
    return 1 if lost else 0


def _written(folder: Path) -> list[Path]:
    """Every paper in each language, a workbook each."""
    workbooks = []
    for paper, language, document in every_paper(folder):
        workbooks.append(folder / f"{paper}-{language}.xlsx")
        render_xlsx(document, Voice(language), workbooks[-1])
    return workbooks


def _held(workbooks: list[Path]) -> int:
    """Heads that stay while the rows are scrolled, as LibreOffice shows them."""
    if not can_ask():
        print("heads that stay: not asked, for want of python3-uno")
        return 0
    loose = loose_heads(workbooks)
    for line in loose[:20]:
        print(line)
    print(f"heads that stay when a sheet is scrolled: {len(loose)} sheets lose theirs")
    return 1 if loose else 0


def _compare(folder: Path, workbooks: list[Path]) -> int:
    again = resaved(workbooks, folder / "again")
    differing = sums = cells = 0
    for workbook in workbooks:
        seen = differences(workbook, again[workbook])
        sums, cells = sums + seen.sums, cells + seen.cells
        differing += bool(seen.lost)
        for line in seen.lost[:5]:
            print(f"{workbook.name}: {line}")
    print(
        f"{len(workbooks)} workbooks, {cells:,} cells, {sums:,} sums; {differing} came back changed"
    )
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())

"""Papers: pages of shaped Thai beside a bare canvas, a batch of statements, spreadsheet rows."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter

from openpyxl import Workbook
from reportlab.lib.pagesizes import A4 as A4_POINTS
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import reports.render
from ledger.domain.money import Money
from reports.document import Column, Document, Kind, Printed, Table
from reports.document import Row as PaperRow
from reports.documents import PAPERS, made
from reports.render.pdf import render_pdf
from reports.render.xlsx import render_xlsx
from reports.words.voice import Voice
from tests.bench.processes import cost_of
from tests.bench.table import Row, a_second, at_least, megabytes, seconds
from tests.bench.volume import LAST, Volume, opened
from tests.support.clocks import StandingClock

_RUNS = 5
_PAGES, _ROWS_A_PAGE = 60, 30
_ROW_HEIGHT = 8  # millimetres, at which a page of ours holds thirty rows as well
_SHEET_ROWS = 20_000
_FEW = 20
_FACTOR_OF_PAGES, _FACTOR_OF_ROWS, _FLAT = 0.5, 0.8, 1.5
_SAID = (
    "10 ม.ค. 2569",
    "ฝากเงินสัจจะ น้ำผึ้ง ปี่แก้ว",
    "R2569/{n:06d}",
    "1,{n:03d}.50",
    "50.00",
    "{n},250.75",
)
_PRINTED = Printed("นางสาวสมใจ ใจดี", StandingClock(LAST.last).now())


def paper_rows(found: Volume, folder: Path) -> list[Row]:
    folder.mkdir(parents=True, exist_ok=True)
    return [_of_pages(), _of_sheet(), *_of_batch(found, folder), _of_report(found)]


def _of_pages() -> Row:
    paper = _statement(_PAGES * _ROWS_A_PAGE)
    pages = _pages_of(paper)
    ours = _rate(pages, lambda: render_pdf([paper], Voice("th"), io.BytesIO()))
    bare = _rate(_PAGES, _bare_canvas)
    what = "pages of shaped Thai, 30 rows each, beside unshaped text on a bare canvas"
    return at_least(what, ours, bare, figure=_FACTOR_OF_PAGES, show=a_second)


def _of_sheet() -> Row:
    paper = _statement(_SHEET_ROWS)
    ours = _rate(_SHEET_ROWS, lambda: render_xlsx([paper], Voice("th"), io.BytesIO()))
    bare = _rate(_SHEET_ROWS, _write_only)
    what = "rows of a spreadsheet, typed, beside openpyxl writing only"
    return at_least(what, ours, bare, figure=_FACTOR_OF_ROWS, show=a_second)


def _of_batch(found: Volume, folder: Path) -> list[Row]:
    def cost(count: int) -> tuple[float, int]:
        script = [sys.executable, "-m", "tests.bench.batch", str(found.path), str(count)]
        told = cost_of([*script, str(folder / "batch.pdf")], runs=1, warm=False)
        return told.seconds, told.memory

    _, few = cost(min(_FEW, found.size.members))
    took, many = cost(found.size.members)
    ratio = many / few
    return [
        Row(
            f"{found.size.members:,} statements in one file: memory",
            megabytes(many),
            f"{megabytes(few)} for {_FEW}",
            f"{ratio:.2f} ×",
            f"≤ {_FLAT} ×",
            ratio <= _FLAT,
        ),
        Row(f"{found.size.members:,} statements in one file", seconds(took), "", ""),
    ]


def _of_report(found: Volume) -> Row:
    voice = Voice("both")
    with opened(found.path, found.last_day) as book:

        def report() -> None:
            fields = {"month": LAST}
            paper = made(PAPERS["monthly-report"], book.ask, fields, voice, _PRINTED)
            render_pdf([paper], voice, io.BytesIO())

        what = "monthly report in both languages, asked and drawn"
        return Row(what, seconds(_time(report)), "", "")


def _statement(rows: int) -> Document:
    """A statement of so many movements; every row differs, as in a real one."""
    columns = (
        Column("วันที่", Kind.DAY),
        Column("รายการ", Kind.TEXT),
        Column("เลขที่เอกสาร", Kind.CODE),
        Column("ฝาก", Kind.MONEY),
        Column("ถอน", Kind.MONEY),
        Column("คงเหลือ", Kind.MONEY, adds=False),
    )
    lines = tuple(
        PaperRow(
            (
                date(2026, at % 12 + 1, at % 28 + 1),
                f"{_SAID[1]} {at % 40}",
                f"R2569/{at:06d}",
                Money(100_050 + at),
                Money(5_000),
                Money(25_075 + at * 100),
            )
        )
        for at in range(rows)
    )
    return Document(
        title="ใบแจ้งยอดสมาชิก",
        cooperative="สหกรณ์เคหสถานบ้านมั่นคงสุรินทร์ จำกัด",
        printed=_PRINTED,
        blocks=(Table(columns, lines, row_height=_ROW_HEIGHT),),
    )


def _bare_canvas() -> None:
    """The same texts, unshaped and unwrapped, at fixed places: the least a page can cost."""
    font = f"{reports.render.__path__[0]}/fonts/Sarabun-Regular.ttf"
    pdfmetrics.registerFont(TTFont("Bare", font, shapable=False))
    canvas = Canvas(io.BytesIO(), pagesize=A4_POINTS, invariant=1)
    for page in range(_PAGES):
        canvas.setFont("Bare", 9.5)
        for row in range(_ROWS_A_PAGE):
            number = page * _ROWS_A_PAGE + row
            for column, said in enumerate(_SAID):
                canvas.drawString(45 + 85 * column, 780 - 23 * row, said.format(n=number))
        canvas.showPage()
    canvas.save()


def _write_only() -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for at in range(_SHEET_ROWS):
        day = date(2026, at % 12 + 1, at % 28 + 1)
        said, code = f"{_SAID[1]} {at % 40}", f"R2569/{at:06d}"
        sheet.append((day, said, code, 1_000.5 + at, 50.0, 250.75 + at))
    book.save(io.BytesIO())


def _pages_of(paper: Document) -> int:
    stream = io.BytesIO()
    render_pdf([paper], Voice("th"), stream)
    return len(import_module("pypdfium2").PdfDocument(stream.getvalue()))


def _rate(count: int, call: Callable[[], object]) -> float:
    return count / _time(call)


def _time(call: Callable[[], object]) -> float:
    """The median seconds of a call after one that is not counted."""
    call()
    taken = []
    for _ in range(_RUNS):
        before = perf_counter()
        call()
        taken.append(perf_counter() - before)
    return median(taken)

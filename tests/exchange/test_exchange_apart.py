"""Workbooks of others are opened in a process of its own that may take so much and no more."""

from __future__ import annotations

from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from openpyxl import Workbook

from ledger.domain.refusals import WorkbookTooLarge, WorkbookUnreadable
from ledger.domain.refusals.importing import ReaderTooOld
from ledger.exchange import apart
from ledger.exchange.untrusted import check_workbook


def a_workbook(folder, rows=(("ก", 1.5, date(2025, 1, 31), True, None, "=1+1"),)):
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(folder / "a.xlsx")
    return folder / "a.xlsx"


def test_both_processes_read_the_same(tmp_path):
    path = a_workbook(tmp_path)

    (row,) = apart.rows_in_a_process(path, ())

    assert row == ("Sheet", 1, ("ก", 1.5, date(2025, 1, 31), True, None, "=1+1"))
    assert [row] == list(apart.rows_here(path, ()))


def test_the_reader_is_ended_when_it_takes_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "MOST_SECONDS", 0)

    with pytest.raises(WorkbookTooLarge):
        list(apart.rows_in_a_process(a_workbook(tmp_path), ()))


def test_the_reader_stops_where_memory_ends(tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "MOST_MEMORY", 100 << 20)
    path = a_workbook(tmp_path)
    hoard = tmp_path / "hoard.xlsx"
    with ZipFile(path) as whole, ZipFile(hoard, "w", ZIP_DEFLATED) as made:
        for name in whole.namelist():
            content = whole.read(name)
            if "sheet1" in name:
                # One cell that unpacks into more than the reader may hold.
                text = b"<is><t>" + b"x" * (40 << 20) + b"</t></is>"
                content = content.replace(b"</row>", b'<c t="inlineStr">' + text + b"</c></row>")
            made.writestr(name, content)

    with pytest.raises(WorkbookTooLarge):
        list(apart.rows_in_a_process(hoard, ()))


def test_what_cannot_be_read_is_said_by_the_reader(tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and nothing else")

    with pytest.raises(WorkbookUnreadable):
        list(apart.rows_in_a_process(broken, ()))


def test_an_old_reader_opens_no_file_of_others(tmp_path, monkeypatch):
    path = a_workbook(tmp_path)
    check_workbook(path)
    monkeypatch.setattr("pyexpat.version_info", (2, 4, 0))
    monkeypatch.setattr("pyexpat.EXPAT_VERSION", "expat_2.4.0")

    with pytest.raises(ReaderTooOld) as refused:
        check_workbook(path)

    assert (refused.value.found, refused.value.needed) == ("expat_2.4.0", "2.4.1")


def test_more_cells_than_allowed_end_the_reading(tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "MOST_CELLS", 5)

    with pytest.raises(WorkbookTooLarge):
        list(apart.rows_in_a_process(a_workbook(tmp_path), ()))


def test_rows_beyond_the_size_that_a_file_gives_for_itself_are_read(tmp_path):
    path = a_workbook(tmp_path, rows=[(number,) for number in range(1, 6)])
    lying = tmp_path / "lying.xlsx"
    with ZipFile(path) as whole, ZipFile(lying, "w", ZIP_DEFLATED) as made:
        for name in whole.namelist():
            made.writestr(name, whole.read(name).replace(b'"A1:A5"', b'"A1:A2"'))

    assert [row for _, _, (row,) in apart.rows_here(lying, ())] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    "name",
    [
        "../x.xml",
        "/x.xml",
        "xl\\x.xml",
        "C:x.xml",
        "xl/CON.xml",
        "xl/nul",
        "xl/x.",
        "xl//x",
        "xl/x ",
    ],
)
def test_a_workbook_whose_parts_lead_away_is_none(tmp_path, name):
    path = tmp_path / "away.xlsx"
    with ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "x")
        packed.writestr("xl/worksheets/_rels/แผ่น 1.xml.rels", "x")
    check_workbook(path)
    with ZipFile(path, "a") as packed:
        packed.writestr("xl/ok.xml", "x")
        packed.getinfo("xl/ok.xml").filename = name  # as another packer would write it

    with pytest.raises(WorkbookUnreadable):
        check_workbook(path)


def test_a_workbook_with_a_link_in_it_is_none(tmp_path):
    path = tmp_path / "link.xlsx"
    part = ZipInfo("xl/link.xml")
    part.external_attr = 0o120777 << 16
    with ZipFile(path, "w") as packed:
        packed.writestr("[Content_Types].xml", "x")
        packed.writestr(part, "/etc/passwd")

    with pytest.raises(WorkbookUnreadable):
        check_workbook(path)

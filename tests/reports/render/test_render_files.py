"""Same data, same bytes; a whole file or none; nothing in a text does anything but stand there."""

import errno
import io
import os
import subprocess
import sys
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.domain.money import baht
from reports.document import (
    ROLL_80,
    Column,
    Fact,
    Facts,
    Fingerprint,
    Heading,
    Kind,
    Paragraph,
    Printed,
    Row,
    Signature,
    Signatures,
    Table,
)
from reports.render.pdf import render_pdf
from reports.render.pdf_places import _TOGETHER, Places
from reports.render.plain import one_line, plain
from reports.render.qr import squares
from reports.render.text import render_text
from reports.render.whole_file import whole_file
from reports.render.xlsx import render_xlsx
from reports.words.voice import Voice
from tests.reports.render.papers import PRINTED, paper, receipt, report, texts_table
from tests.reports.render.read_pdf import PdfCopy, pdf_bytes

TH = Voice("th")
RENDERERS = [render_pdf, render_xlsx]
HOSTILE = (
    '<b>สมชาย <img src="file:///etc/passwd"/> &amp; </para>',
    "ยาว" * 100,
    "A" * 300,
    "👨‍👩‍👧 😀 ✓",
    "บ\u200bา\u200dน \u202eevil\u202c",
    "=cmd|' /C calc'!A1",
    "\x00\x07\x1b[31m",
    "่" * 300,
    "ร์" * 150,
    "",
    "หนึ่ง\r\nสอง\tสาม",
    "\ud800ครึ่ง",
    ") Tj ET (",
    "%s {name} %(x)s",
)


def bytes_of(render, document) -> bytes:
    stream = io.BytesIO()
    render(document, TH, stream)
    return stream.getvalue()


@pytest.mark.parametrize("render", RENDERERS)
def test_the_same_paper_is_the_same_bytes(render):
    assert bytes_of(render, report(30)) == bytes_of(render, report(30))


def test_the_same_paper_is_the_same_bytes_in_another_process_on_another_day():
    program = (
        "import hashlib, sys\n"
        "from tests.reports.render.test_render_files import RENDERERS, bytes_of, report\n"
        "print([hashlib.sha256(bytes_of(one, report(30))).hexdigest() for one in RENDERERS])\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Bangkok"))
    ]

    assert runs[0] == runs[1]
    assert len(runs[0]) > 130


@pytest.mark.parametrize("render", RENDERERS)
def test_another_figure_or_moment_gives_other_bytes(render):
    later = replace(PRINTED, at=PRINTED.at.replace(minute=6))

    assert bytes_of(render, report(30)) != bytes_of(render, report(31))
    assert bytes_of(render, report(30)) != bytes_of(render, replace(report(30), printed=later))


@pytest.mark.parametrize("render", RENDERERS)
def test_the_file_stands_under_its_name_with_nothing_beside_it(render, tmp_path):
    target = tmp_path / "รายงาน.out"
    render([report(), receipt()], TH, target)

    assert list(tmp_path.iterdir()) == [target]
    assert target.read_bytes() == b"".join([bytes_of(render, [report(), receipt()])])
    assert target.stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("render", RENDERERS)
def test_an_older_file_stays_when_a_paper_cannot_be_made(render, tmp_path):
    target = tmp_path / "paper"
    target.write_text("older")

    def papers():
        yield report()
        raise RuntimeError("cancelled")

    with pytest.raises(RuntimeError):
        render(papers(), TH, target)

    assert list(tmp_path.iterdir()) == [target]
    assert target.read_text() == "older"


def test_a_workbook_that_is_given_up_leaves_no_temporary_file(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    full = io.BytesIO()
    full.close()

    with pytest.raises(ValueError, match="closed"):
        render_xlsx(report(), TH, full)

    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_leaves_nothing(tmp_path):
    target = tmp_path / "paper.pdf"

    def fill() -> None:
        with whole_file(target) as stream:
            stream.write(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        fill()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("render", RENDERERS)
def test_a_folder_that_is_not_there_is_an_error_of_the_system(render, tmp_path):
    with pytest.raises(FileNotFoundError):
        render(report(), TH, tmp_path / "missing" / "paper")


def test_a_replaced_file_keeps_who_may_read_it(tmp_path):
    target = tmp_path / "paper"
    target.write_text("older")
    target.chmod(0o600)
    with whole_file(target) as stream:
        stream.write(b"new")

    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("render", RENDERERS)
def test_no_document_is_refused_before_a_file_is_touched(render, tmp_path):
    with pytest.raises(ValueError, match="nothing to"):
        render([], TH, tmp_path / "paper")

    assert list(tmp_path.iterdir()) == []


def test_places_of_objects_are_packed_away_once_all_neighbours_are_known():
    """A batch of statements has millions of objects; only a part of the list is ever open."""
    places = Places()
    late = places.reserve()
    for number in range(2, 5 * _TOGETHER):
        assert places.reserve() == number
        if number % 7:
            places.at(number, number * 1_000)
        else:
            places.within(number, number - 1, number % 100)
        # The first part waits for the object that is written last.
        assert len(places._open) <= 2
    assert len(b"".join(places._packed)) < 8 * 5 * _TOGETHER / 3
    places.at(late, 99)

    listing = b"".join(places.listing())

    found = [listing[at : at + 8] for at in range(0, len(listing), 8)]
    assert len(found) == len(places) == 5 * _TOGETHER
    assert found[:2] == [bytes([0, 0, 0, 0, 0, 0, 255, 255]), bytes([1, 0, 0, 0, 0, 99, 0, 0])]
    assert found[50_000] == b"\x01" + (50_000_000).to_bytes(5, "big") + bytes(2)
    assert found[70_000] == b"\x02" + (69_999).to_bytes(5, "big") + bytes(2)


def test_documents_are_taken_one_at_a_time():
    taken = count()

    def papers():
        for number in islice(taken, 5):
            yield receipt(number)

    pages = render_pdf(papers(), TH, io.BytesIO())

    assert pages == next(taken) == 5


def hostile_paper(text: str):
    table = Table(
        (Column(text, Kind.CODE), Column(text), Column(text, Kind.MONEY, group=text)),
        (Row((text, text, baht(10_000_000_000))), Row((text[:5], None, None))),
        caption=text,
        name=text,
    )
    blocks = (
        Heading(text),
        Paragraph(text=text, first_line=10),
        Facts((Fact(text, text), Fact(text, 1))),
        table,
        Signatures((Signature(text, text),)),
    )
    document = replace(paper(*blocks, copy=1, practice=True), cooperative=text, title=text)
    return replace(document, printed=Printed(text, PRINTED.at), fingerprint=Fingerprint(1, text))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("sheet", [hostile_paper("").paper, ROLL_80])
def test_hostile_text_gives_right_paper(text, sheet, monkeypatch):
    squares("A")  # what it loads looks at sockets once, and opens none
    opened: list[str] = []
    monkeypatch.setattr("socket.socket", lambda *_: opened.append("socket"))
    document = replace(hostile_paper(text), paper=sheet)

    copy = PdfCopy(pdf_bytes(document, TH))
    runs = [run for nth in range(len(copy.pages)) for run in copy.runs(nth)]
    found = "\n".join(run.text for run in runs if run.role != "Artifact")

    shown = plain(text).replace(" ", "").replace("\n", "")
    assert shown in found.replace("\n", "").replace(" ", "")
    assert shown in render_text(document, TH).replace("\n", "").replace(" ", "")
    assert bytes_of(render_xlsx, document)
    assert opened == []


@settings(max_examples=60)
@given(st.text(max_size=40))
def test_any_text_at_all_gives_paper(text):
    assert pdf_bytes(hostile_paper(text), TH).endswith(b"%%EOF\n")
    assert bytes_of(render_xlsx, hostile_paper(text))
    assert render_text(hostile_paper(text), TH)


@given(st.text(max_size=60))
def test_nothing_unseen_is_left_in_a_text(text):
    for sign in plain(text):
        assert sign == "\n" or sign >= " "
        assert not "\u200b" <= sign <= "\u200f"
        assert not "\u202a" <= sign <= "\u202e"
        assert not "\u2060" <= sign <= "\u206f"
        assert not "\ud800" <= sign <= "\udfff"
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    "sign",
    [
        *map(
            chr,
            (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xAD, 0xFEFF),
        )
    ],
)
def test_a_sign_that_nobody_sees_is_left_out(sign):
    assert plain(f"ก{sign}ข") == "กข"


@given(st.text("กขฃคงจซญฐปผฝพฟเแไใโาะัิีึืุู็่้๊๋์ำๆฯ๐๑๙ABz19 .,()/-", max_size=60))
def test_a_clean_text_is_left_as_it_was_typed(text):
    assert plain(text) == text or any(text.count(mark) > 1 for mark in "ัิีึืุู็่้๊๋์")


def test_only_the_shipped_fonts_are_in_the_file():
    content = PdfCopy(pdf_bytes(paper(texts_table("ก")), TH))
    names = {
        facts.split(b"/BaseFont/")[1].split(b"/")[0]
        for facts, _ in content.objects.values()
        if b"/BaseFont/" in facts
    }

    assert {name.split(b"+")[1] for name in names} == {b"Sarabun-Regular", b"Sarabun-Bold"}


def test_the_renderers_load_no_library_that_follows_addresses():
    program = (
        "import sys; import reports.render.pdf\n"
        "assert not {'reportlab', 'urllib.request', 'http.client', 'socket'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path.cwd())

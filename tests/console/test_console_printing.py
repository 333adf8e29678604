"""``satcha print`` puts any paper into a file; ``start`` does so where there is no screen."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.console.printing import Printer, find_paper, write_papers
from desktop.console.sentences import voice_of
from ledger.book import Book
from reports.documents import PAPERS
from tests.console.calling import ENGLISH, a_book, a_member, call, done

pypdfium2 = import_module("pypdfium2")  # it has no types to check
JANUARY = '{"month": "2025-01"}'
HABITS = '{"thai_digits": true, "common_era": true}'


@pytest.fixture
def book(tmp_path):
    path = a_book(tmp_path)
    a_member(path)
    done(path, "deposit", card=1, amount="300", on="2025-01-05")
    return path


def printed(book, paper, *options, target="out.txt"):
    file = book.parent / target
    answered = call("print", book, paper, *options, "--out", file)
    assert answered.code == 0, answered.err
    assert answered.json == {"files": [str(file)]}
    return file


def test_a_paper_is_written_as_text(book):
    text = printed(book, "trial-balance").read_text("utf-8")

    assert "Trial balance" in text
    assert "300.00" in text


def test_a_paper_is_written_as_pdf(book):
    assert printed(book, "trial-balance", target="out.pdf").read_bytes().startswith(b"%PDF-")


def test_a_paper_is_written_as_a_workbook(book):
    sheets = load_workbook(printed(book, "trial-balance", target="out.XLSX"))

    cells = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert 300 in cells


@pytest.mark.parametrize(
    ("language", "thai", "english"),
    [("th", True, False), ("en", False, True), ("both", True, True)],
)
def test_a_paper_speaks_its_own_language(book, language, thai, english):
    text = printed(book, "trial-balance", "--paper-language", language).read_text("utf-8")

    assert ("รหัสยืนยัน" in text) is thai
    assert ("Fingerprint code" in text) is english


def test_without_one_it_speaks_the_reader_s(book):
    text = printed(book, "trial-balance", "--language", "th").read_text("utf-8")

    assert "รหัสยืนยัน" in text


def test_a_receipt_is_counted_and_marked_as_a_copy_from_the_second_time_on(book):
    fields = ["--json", '{"receipt": "R2568/000001"}']

    first = printed(book, "receipt", *fields).read_text("utf-8")
    second = printed(book, "receipt", *fields).read_text("utf-8")

    assert "Copy" not in first
    assert "Copy 1" in second
    assert call("ask", book, "receipts").json["rows"][0]["prints"] == 2


def test_a_month_s_report_that_was_written_is_a_line_less_to_do_at_month_end(book):
    def line():
        rows = call("ask", book, "month-checklist", "--json", JANUARY).json["rows"]
        return [row["state"] for row in rows if row["item"] == "report"]

    assert line() == ["open"]
    call("print", book, "monthly-report", "--json", JANUARY, "--out", book.parent / "no" / "a.txt")
    assert line() == ["open"]
    printed(book, "monthly-report", "--json", JANUARY)
    assert line() == ["right"]
    # From where nothing can be written it is printed all the same.
    with Book.open_for_reading(book) as only_read:
        printer = Printer(only_read, voice_of("th"))
        paper = printer.paper(find_paper("monthly-report"), json.loads(JANUARY))
        write_papers(book.parent / "b.txt", printer, [paper])
    assert (book.parent / "b.txt").exists()


def test_a_receipt_that_there_is_not_is_not_counted(book):
    before = call("ask", book, "acts").json["rows"][0]["number"]

    answered = call(
        *("print", book, "receipt", "--json", '{"receipt": "R2568/000009"}'),
        *("--out", book.parent / "out.pdf"),
    )

    assert (answered.code, answered.refusal) == (2, "UnknownReceipt")
    assert call("ask", book, "acts").json["rows"][0]["number"] == before
    assert not (book.parent / "out.pdf").exists()


def test_a_receipt_that_cannot_be_written_is_not_counted(book):
    fields = ["--json", '{"receipt": "R2568/000001"}']

    assert call("print", book, "receipt", *fields, "--out", book.parent / "out.docx").code == 2
    nowhere = book.parent / "missing" / "out.pdf"
    refused = call("print", book, "receipt", *fields, "--out", nowhere).refusal
    assert refused == "FolderUnwritable"

    assert call("ask", book, "receipts").json["rows"][0]["prints"] == 0


def test_every_member_gets_a_paper_with_progress(book):
    a_member(book, person={"given": "มานี"})

    answered = call(
        *("print", book, "member-statement", "--all-members"), *("--out", book.parent / "out.txt")
    )

    assert answered.code == 0
    first, second = (book.parent / "out.txt").read_text("utf-8").split("\f")
    assert "สมใจ" in first
    assert "มานี" in second
    assert "2/2" in answered.err


def test_members_for_whom_a_paper_would_be_empty_get_none(book):
    a_member(book, person={"given": "มานี"})

    text = printed(book, "balance-confirmation", "--all-members").read_text("utf-8")

    assert text.count("\f") == 0
    assert "สมใจ" in text
    assert "มานี" not in text


def test_nobody_at_all_to_remind_is_said(book):
    answered = call(
        *("print", book, "reminder-letter", "--all-members"), *("--out", book.parent / "out.pdf")
    )

    assert (answered.code, answered.refusal) == (2, "NothingToPrint")
    assert not (book.parent / "out.pdf").exists()


def test_a_passbook_goes_on_where_the_last_print_ended(book):
    cards = call("ask", book, "member-position", "--json", '{"member": "0001"}').json["cards"]
    card = next(one["card"] for one in cards if one["balance"] != "0.00")
    fields = ["--json", f'{{"card": {card}}}']

    first = printed(book, "passbook", *fields).read_text("utf-8")
    again = call("print", book, "passbook", *fields, "--out", book.parent / "again.pdf")

    assert "300.00" in first
    assert (again.code, again.refusal) == (2, "NothingToCopy")
    assert not (book.parent / "again.pdf").exists()
    once_more = ["--json", f'{{"card": {card}, "movement": 1}}']
    assert "300.00" in printed(book, "passbook", *once_more).read_text("utf-8")


def test_a_slip_with_lines_that_could_not_be_written_is_not_taken_as_copied(book):
    fields = ["--json", '{"member": "0001"}']
    missing = book.parent / "missing" / "out.pdf"

    assert call("print", book, "lines-to-copy", *fields, "--out", missing).code == 3

    assert "300.00" in printed(book, "lines-to-copy", *fields).read_text("utf-8")


def test_digits_and_era_are_the_cooperative_s_unless_told(book):
    assert call("run", book, "change-cooperative", "--json", "-", stdin=HABITS).code == 0
    thai = ["--paper-language", "th"]

    own = printed(book, "trial-balance", *thai).read_text("utf-8")
    told = printed(book, "trial-balance", *thai, "--digits", "western", "--era", "be")

    assert "๓๐๐.๐๐" in own
    assert "๒๐๒๕" in own
    assert "300.00" in told.read_text("utf-8")
    assert "2568" in told.read_text("utf-8")


@pytest.mark.parametrize(
    ("sheet", "size"),
    [("a4", (595, 842)), ("two-on-a4", (595, 842)), ("roll", (227, None)), ("a5", (420, 595))],
)
def test_a_receipt_is_printed_on_the_sheet_asked_for(book, sheet, size):
    fields = ["--json", '{"receipt": "R2568/000001"}', "--sheet", sheet]

    page = pypdfium2.PdfDocument(printed(book, "receipt", *fields, target="out.pdf"))[0]

    width, height = (round(one) for one in page.get_size())
    assert width == size[0]
    assert size[1] in (None, height)


@pytest.mark.parametrize(
    ("paper", "options", "refusal"),
    [
        ("diploma", ["--out", "x.pdf"], "UnknownPaper"),
        ("trial-balance", [], "PlaceMissing"),
        ("trial-balance", ["--out", "x.docx"], "NotAChoice"),
        ("trial-balance", ["--out", "x"], "NotAChoice"),
        ("trial-balance", ["--out", "x.pdf", "--paper-language", "de"], "NotAChoice"),
        ("trial-balance", ["--out", "x.pdf", "--json", '{"on": 1}'], "UnknownField"),
        ("trial-balance", ["--out", "x.pdf", "--all-members"], "NotForMembers"),
        (
            "member-statement",
            ["--out", "x.pdf", "--all-members", "--json", '{"member": "0001"}'],
            "NotForMembers",
        ),
        ("member-statement", ["--out", "x.pdf"], "MissingField"),
        ("monthly-report", ["--out", "x.pdf", "--json", '{"month": "2568-01"}'], "BuddhistYear"),
    ],
)
def test_a_paper_that_cannot_be_printed_is_refused(book, monkeypatch, paper, options, refusal):
    monkeypatch.chdir(book.parent)

    answered = call("print", book, paper, *options)

    assert (answered.code, answered.refusal) == (2, refusal)
    assert [path.name for path in book.parent.iterdir()] == [book.name]


def test_a_book_without_members_prints_nothing_for_them(tmp_path):
    answered = call(
        *("print", a_book(tmp_path), "member-statement", "--all-members"),
        *("--out", tmp_path / "out.pdf"),
    )

    assert (answered.code, answered.refusal) == (2, "NothingToPrint")


def test_a_folder_that_takes_no_files_is_named(book):
    target = book.parent / "nowhere" / "out.pdf"

    answered = call("print", book, "trial-balance", "--out", target)

    assert (answered.code, answered.refusal) == (3, "FolderUnwritable")


def test_every_paper_s_question_can_be_asked_from_here():
    for name, kind in PAPERS.items():
        listed = call("papers", name).json["schema"]["properties"]
        assert not set(listed) & set(kind.fixed)


CODES = re.compile(r"\b[A-Z]{4}(?: [A-Z]{4}){3}\b")


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return text


class Opened:
    """A window that only remembers what it was to show."""

    def __init__(self):
        self.books = []

    def __call__(self, book):
        self.books.append(book)
        return 0


def start(tmp_path, surroundings, **named):
    return call("start", surroundings={"XDG_DATA_HOME": str(tmp_path), **surroundings}, **named)


@pytest.fixture(scope="module")
def practised(tmp_path_factory):
    """A user's folder in which the practice book lies already."""
    folder = tmp_path_factory.mktemp("data")
    made = call("practice", folder / "satcha", "--members", 4, "--months", 2)
    assert made.code == 0, made.err
    return folder


def test_without_a_screen_last_month_s_report_is_written_in_both_languages(practised):
    answered = start(practised, ENGLISH)

    assert answered.code == 0, answered.err
    files = answered.json["files"]
    assert [name[-7:] for name in files] == ["-th.pdf", "-en.pdf"]
    for name in files:
        assert name in answered.err
        assert Path(name).read_bytes().startswith(b"%PDF-")
    thai, english = (set(CODES.findall(text_of(name))) for name in files)
    assert thai == english != set()


@pytest.mark.parametrize("screen", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_with_a_screen_the_practice_book_is_opened(practised, monkeypatch, screen):
    monkeypatch.setattr("sys.platform", "linux")
    opened = Opened()

    answered = start(practised, {screen: ":0"}, open_window=opened)

    assert answered.code == 0
    assert opened.books == [practised / "satcha" / "practice.satcha"]


def test_a_screen_that_nobody_sees_is_none(practised):
    answered = start(practised, {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen", **ENGLISH})

    assert len(answered.json["files"]) == 2


def test_a_window_whose_libraries_are_missing_is_a_trouble(practised, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")

    def missing(_):
        raise ImportError("libEGL.so.1: cannot open shared object file")

    answered = start(practised, {"DISPLAY": ":0", **ENGLISH}, open_window=missing)

    assert (answered.code, answered.refusal) == (3, "WindowMissing")
    assert "libEGL.so.1" in answered.err


def test_a_window_opens_the_book_it_is_given(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    opened = Opened()

    answered = call(
        *("window", tmp_path / "a.satcha"), surroundings={"DISPLAY": ":0"}, open_window=opened
    )

    assert answered.code == 0
    assert opened.books == [tmp_path / "a.satcha"]


@pytest.mark.parametrize(
    ("platform", "surroundings", "folder"),
    [
        ("linux", {"XDG_DATA_HOME": "data"}, "data/satcha"),
        ("linux", {}, "~/.local/share/satcha"),
        ("win32", {"LOCALAPPDATA": "local"}, "local/satcha"),
        ("win32", {}, "~/AppData/Local/satcha"),
    ],
)
def test_the_practice_book_lies_in_the_user_s_own_folder(
    monkeypatch, tmp_path, platform, surroundings, folder
):
    from desktop.console.starting import user_folder

    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)

    assert user_folder(surroundings).as_posix() == folder.replace("~", tmp_path.as_posix())

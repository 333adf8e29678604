"""The PDF on the screen and on its way to a printer: same pages, true size, named failures."""

from __future__ import annotations

import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from desktop.parts.pdf_view import PdfView
from desktop.parts.print_dialog import PrintDialog
from desktop.parts.print_job import PrintJob, WrongPages, read_pages
from desktop.parts.printing import LoadedPdf, PrintingFailed, print_pdf
from desktop.tasks import Cancelled, Tasks
from reports.words.voice import Voice
from tests.desktop.gallery import check_widget, settle, type_into

SIZES = (A4, landscape(A5), A4)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Three pages, each with a black square whose side is one inch, in its upper left corner."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    for width, height in SIZES:
        canvas.setPageSize((width, height))
        canvas.rect(72, height - 144, 72, 72, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def to_file(path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def dark(printed, page, x, y):
    """Whether the printed page is black at a point, in points from its upper left corner."""
    return printed.picture(page, resolution=72).pixelColor(x, y).lightness() < 128


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", (1, 2, 3, 4, 5)),
        ("2", (2,)),
        ("1,3-4", (1, 3, 4)),
        ("4-", (4, 5)),
        (" 1 , 2 - 3 ", (1, 2, 3)),
        ("๑-๒", (1, 2)),
        ("5,1", (5, 1)),
        ("1 3", (1, 3)),
    ],
)
def test_pages_are_read_as_people_type_them(typed, pages):
    assert read_pages(typed, 5) == pages


@pytest.mark.parametrize("typed", ["0", "6", "3-2", "x", "1,,2", "-2", "1-2-3", "1e1", "²"])
def test_pages_that_are_not_there_are_a_problem(typed):
    wrong = read_pages(typed, 5)

    assert isinstance(wrong, WrongPages)
    assert typed in wrong.sentence(Voice("en"))


def test_a_paper_of_one_page_says_so():
    wrong = read_pages("2", 1)

    assert isinstance(wrong, WrongPages)
    assert "only one page" in wrong.sentence(Voice("en"))


def test_every_page_goes_out_in_its_true_size_and_direction(tmp_path, pdf):
    file = tmp_path / "out.pdf"

    sides = print_pdf(pdf, PrintJob("file", (1, 2, 3)), printer=to_file(file))

    printed = LoadedPdf(file.read_bytes())
    assert sides == printed.count == 3
    for page, (width, height) in enumerate(SIZES, start=1):
        assert printed.size(page).width() == pytest.approx(width, abs=1.5)
        assert printed.size(page).height() == pytest.approx(height, abs=1.5)
        assert dark(printed, page, 75, 75)
        assert dark(printed, page, 141, 141)
        assert not dark(printed, page, 148, 100)
        assert not dark(printed, page, 100, 148)
        assert not dark(printed, page, 68, 100)
        assert not dark(printed, page, 100, 68)


def test_only_the_asked_pages_go_out_in_the_asked_order_as_often_as_asked(tmp_path, pdf):
    file = tmp_path / "out.pdf"

    print_pdf(pdf, PrintJob("file", (2, 1), copies=2), printer=to_file(file))

    printed = LoadedPdf(file.read_bytes())
    sizes = [printed.size(page) for page in range(1, printed.count + 1)]
    assert [size.width() > size.height() for size in sizes] == [True, False, True, False]


def test_a_page_is_drawn_on_white_without_an_alpha_mask(pdf):
    picture = LoadedPdf(pdf).picture(1, resolution=72)

    assert not picture.hasAlphaChannel()
    assert picture.pixelColor(5, 5).getRgb() == (255, 255, 255, 255)


@pytest.mark.qt_log_ignore("Returned false")  # Qt says it too; the person gets our sentence
def test_a_printer_that_fails_is_named(tmp_path, pdf):
    printer = to_file(tmp_path / "no such folder" / "out.pdf")

    with pytest.raises(PrintingFailed) as failed:
        print_pdf(pdf, PrintJob("HP", (1,)), printer=printer)

    assert "HP" in failed.value.sentence(Voice("en"))
    assert "page 1" in failed.value.sentence(Voice("en"))


def test_printing_tells_its_steps_and_can_be_stopped(tmp_path, pdf):
    told = []

    def step(done, total):
        told.append((done, total))
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pdf(pdf, PrintJob("x", (1, 2, 3)), printer=to_file(tmp_path / "a.pdf"), step=step)

    assert told == [(0, 3), (1, 3)]


def test_printing_runs_off_the_main_thread(qtbot, tmp_path, pdf):
    tasks = Tasks()
    sides: list[object] = []
    file = tmp_path / "out.pdf"

    tasks.in_background(
        lambda work: print_pdf(pdf, PrintJob("x", (1, 2)), printer=to_file(file), step=work.step),
        then=sides.append,
        failed=sides.append,
    )
    qtbot.waitUntil(lambda: bool(sides))
    tasks.wind_up()

    assert sides == [2]


@pytest.fixture
def view(qtbot, voice, pdf):
    made = PdfView(voice)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.open(pdf)
    settle(made)
    return made


def test_the_preview_counts_and_turns_the_pages(qtbot, view):
    assert (view.page, view.count) == (1, 3)
    assert view.place.text() == "Page 1 of 3"
    assert not view.before.isEnabled()

    qtbot.mouseClick(view.after, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.after, Qt.MouseButton.LeftButton)

    assert view.place.text() == "Page 3 of 3"
    assert not view.after.isEnabled()
    qtbot.mouseClick(view.before, Qt.MouseButton.LeftButton)
    assert view.page == 2


def test_the_preview_zooms_between_its_limits_and_back_to_the_whole_width(qtbot, view):
    wide = view.zoom()

    qtbot.mouseClick(view.larger, Qt.MouseButton.LeftButton)
    assert view.zoom() == pytest.approx(wide * 1.25)

    for _ in range(20):
        view.zoom_by(0.5)
    assert view.zoom() == 0.25

    qtbot.mouseClick(view.whole_width, Qt.MouseButton.LeftButton)
    assert view.zoom() == pytest.approx(wide)


def test_another_paper_begins_at_its_first_page(view, pdf):
    view.go_to(3)

    view.open(pdf)

    assert view.place.text() == "Page 1 of 3"
    assert view.pdf == pdf


@pytest.mark.parametrize("damaged", [b"", b"no paper", b"%PDF-1.4\n%%EOF"])
def test_what_is_no_paper_is_said_and_cannot_be_printed(view, damaged):
    view.open(damaged)

    assert view.count == 0
    assert view.trouble.isVisible()
    assert not view.print_button.isEnabled()
    assert view.place.text() == ""


def test_print_and_save_are_asked_for(qtbot, view):
    with qtbot.waitSignal(view.print_asked, timeout=500):
        view.print_button.click()
    with qtbot.waitSignal(view.save_asked, timeout=500):
        view.save_button.click()


def test_the_preview_changes_its_language(view):
    view.set_voice(Voice("th", thai_digits=True))

    assert "๓" in view.place.text() or "3" not in view.place.text()
    assert check_widget(view) == []


def test_the_dialog_gives_a_job(qtbot, voice):
    dialog = PrintDialog(5, voice, names=("HP", "Canon"))
    qtbot.addWidget(dialog)
    settle(dialog)
    type_into(dialog.pages.edit, "2-3")
    dialog.copies.setValue(2)
    dialog.printer.pick("Canon")

    qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)

    assert dialog.result() == PrintDialog.DialogCode.Accepted
    assert dialog.job() == PrintJob("Canon", (2, 3), copies=2)


def test_the_dialog_stays_open_while_the_pages_are_wrong(qtbot, voice):
    dialog = PrintDialog(5, voice, names=("HP",))
    qtbot.addWidget(dialog)
    settle(dialog)
    type_into(dialog.pages.edit, "9")

    qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)

    assert dialog.isVisible()
    assert dialog.job() is None
    assert dialog.pages.note.kind == "problem"


def test_without_a_printer_the_dialog_says_what_to_do(qtbot, voice):
    dialog = PrintDialog(5, voice, names=())
    qtbot.addWidget(dialog)
    settle(dialog)

    assert not dialog.print_button.isEnabled()
    assert dialog.job() is None
    assert check_widget(dialog) == []

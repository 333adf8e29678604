"""The program as it is started: the number it leaves with, its streams, and what it loads."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.console.calling import PROGRAM, a_book, call_program, program_surroundings

WITHOUT_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def test_a_call_that_is_done_leaves_with_0():
    answered = call_program("words", "1250.50")

    assert (answered.code, answered.err) == (0, "")
    assert answered.out == "one thousand two hundred fifty baht and fifty satang\n"


def test_a_check_that_finds_something_wanting_leaves_with_1():
    answered = call_program("id-check", "1234567890123")

    assert answered.code == 1
    assert answered.json == {
        "number": "1234567890123",
        "valid": False,
        "problem": "check_digit",
    }


def test_a_refusal_leaves_with_2():
    answered = call_program("words", "1e6")

    assert (answered.code, answered.refusal) == (2, "NotAnAmount")


def test_a_trouble_of_the_surroundings_leaves_with_3(tmp_path):
    answered = call_program("ask", tmp_path / "nowhere.satcha", "trial-balance")

    assert (answered.code, answered.refusal) == (3, "NoSuchBook")


BROKEN = "import desktop.console.wording as w; w.amount_words = None; "
START = "import sys; from desktop.__main__ import main; sys.argv = ['satcha', 'words', '1']; "


@pytest.mark.parametrize(("more", "told"), [({}, False), ({"SATCHA_DEBUG": "1"}, True)])
def test_a_mistake_of_the_program_leaves_with_4_and_shows_its_trace_to_who_asks(more, told):
    done = subprocess.run(
        [sys.executable, "-c", f"{BROKEN}{START}sys.exit(main())"],
        capture_output=True,
        text=True,
        check=False,
        env=program_surroundings(**more),
    )

    assert done.returncode == 4
    assert done.stdout == ""
    assert "TypeError" in done.stderr
    assert ("Traceback" in done.stderr) is told


def test_texts_are_utf_8_whatever_the_surroundings_say():
    answered = call_program("sort", stdin="สมชาย\nเกษม\n", LC_ALL="C", PYTHONIOENCODING="ascii")

    assert (answered.code, answered.out) == (0, "เกษม\nสมชาย\n")


def test_a_word_that_is_no_text_is_refused_and_answered_as_an_escape():
    done = subprocess.run(
        [*map(str.encode, PROGRAM), b"words", b"\xe0\xb8"],
        capture_output=True,
        check=False,
        env=program_surroundings(),
    )

    assert done.returncode == 2
    assert b"\\udce0\\udcb8" in done.stdout


def test_a_reader_who_goes_away_ends_the_call_quietly(tmp_path):
    book = a_book(tmp_path)
    with subprocess.Popen(
        [*PROGRAM, "ask", str(book), "chart"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=program_surroundings(),
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()

    assert running.returncode == 3
    assert said == b""


@pytest.mark.parametrize("words", [["words", "1"], ["words", "x"]])
def test_an_answer_that_finds_no_room_leaves_with_3(words):
    full = Path("/dev/full")
    with full.open("w") as nowhere:
        done = subprocess.run(
            [*PROGRAM, *words],
            stdout=nowhere,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=program_surroundings(),
        )

    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.fixture
def keys_that_stop():
    """Tests started in the background ignore the keys that stop, and so would what they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("keys_that_stop")
def test_who_stops_the_program_is_told_that_it_stopped(tmp_path):
    book = a_book(tmp_path)
    with subprocess.Popen(
        [*PROGRAM, "batch", str(book), "-", "--answers"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=program_surroundings(PYTHONUNBUFFERED="1"),
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(b'{"command": "open-zone", "code": "Z1", "name": "1"}\n')
        running.stdin.flush()
        first = running.stdout.readline()
        running.send_signal(signal.SIGINT)
        said = running.stderr.read().decode()

    assert b'"act": 2' in first
    assert running.returncode == 130
    assert said == "Stopped. What was booked before stays booked.\n"
    assert call_program("run", book, "open-zone", "--json", '{"code": "Z1", "name": "1"}').code == 2


LOADED = (
    "import sys; from desktop.__main__ import main; sys.argv[1:] = {words}; main(); "
    "print(*{{name.partition('.')[0] for name in sys.modules}}, file=sys.stderr)"
)
HEAVY = {"PySide6", "shiboken6", "reportlab", "openpyxl", "sqlalchemy", "babel", "uharfbuzz"}


def loaded_by(*words: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(words=list(words))],
        capture_output=True,
        text=True,
        check=True,
        env=program_surroundings(),
    )
    return set(done.stderr.split())


def test_a_question_loads_neither_the_window_nor_what_makes_papers(tmp_path):
    loaded = loaded_by("ask", str(a_book(tmp_path)), "trial-balance")

    assert "sqlcipher3" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize("words", [["words", "1"], ["date", "2026-01-01"], ["id-check", "1"]])
def test_a_calculator_loads_no_book_at_all(words):
    loaded = loaded_by(*words)

    assert not loaded & (HEAVY | {"sqlcipher3"})


@pytest.mark.parametrize("words", [[], ["window"], ["a.satcha"]])
def test_without_a_screen_the_window_is_refused(words):
    answered = call_program(*words, **WITHOUT_SCREEN)

    assert (answered.code, answered.refusal) == (3, "NoScreen")

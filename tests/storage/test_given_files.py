"""The one door to files of others: whatever lies there is read within bounds or refused."""

from __future__ import annotations

import os

import pytest

from ledger.domain.refusals.importing import FileTooLarge, NotAPlainFile
from ledger.storage import given_files
from tests.tools.tree import ROOT

MOST = 1 << 20


def pipe(folder):
    os.mkfifo(folder / "it")


def folder(place):
    (place / "it").mkdir()


def device(place):
    (place / "it").symlink_to("/dev/zero")


@pytest.mark.parametrize("made", [pipe, folder, device])
def test_what_is_no_plain_file_is_refused_and_nobody_waits(tmp_path, made):
    made(tmp_path)

    with pytest.raises(NotAPlainFile):
        given_files.content(tmp_path / "it", MOST)


def test_a_pipe_that_came_after_the_look_is_refused_too(tmp_path, monkeypatch):
    pipe(tmp_path)
    before = (ROOT / "Makefile").stat()
    monkeypatch.setattr("os.stat", lambda _: before)

    with pytest.raises(NotAPlainFile):
        given_files.content(tmp_path / "it", MOST)


def test_a_large_file_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "it").open("wb") as file:
        file.truncate(1 << 40)

    with pytest.raises(FileTooLarge) as refused:
        given_files.content(tmp_path / "it", MOST)

    assert refused.value.facts()["most"] == MOST


def test_a_file_that_grows_while_it_is_read_stops_at_the_bound(tmp_path):
    path = tmp_path / "it"
    path.write_bytes(b"a" * 100)
    with given_files.opened(path, 200) as file:
        assert file.read(50) == b"a" * 50
        with path.open("ab") as more:
            more.write(b"b" * 500_000)
        with pytest.raises(FileTooLarge):
            file.read()


def test_a_file_that_shrinks_gives_what_is_left(tmp_path):
    path = tmp_path / "it"
    path.write_bytes(b"a" * 500_000)
    with given_files.opened(path, MOST) as file:
        first = file.read(10)
        os.truncate(path, 100)

        assert len(first + file.read()) < 500_000


def test_a_line_without_end_is_refused(tmp_path):
    path = tmp_path / "it"
    path.write_bytes(b"short\n" + b"a" * 5_000)
    with given_files.text(path, MOST) as text:
        lines = given_files.whole_lines(text, "it", 1_000)

        assert next(lines) == "short\n"
        with pytest.raises(FileTooLarge):
            next(lines)


@pytest.mark.parametrize("written", [b"", b"[" * 200_000, b"[1]", b"\xff", b"{", b"NaN", b'"a"'])
def test_a_list_that_is_none_is_none(tmp_path, written):
    (tmp_path / "it").write_bytes(written)

    assert given_files.plain_list(tmp_path / "it") is None
    assert given_files.plain_list(tmp_path / "not there") is None

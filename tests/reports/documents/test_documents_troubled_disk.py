"""Every paper in every form on a disk that fails: nothing under its name, one sentence, no rest."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.papers.making import batch, keep
from desktop.papers.state import Wanted
from ledger.domain.refusals import DiskFull, FolderUnwritable, Refusal
from ledger.domain.refusals.paper_files import FileOpenElsewhere
from reports.words.sentences import sentence
from reports.words.voice import Voice
from tests.reports.documents.test_documents_golden import FIELDS, PRINTED

TH = Voice("th")
ENDINGS = (".pdf", ".xlsx", ".txt")
ROOM = 200  # bytes; no paper is so short


class FillsUp:
    """A stream whose disk has room for a few bytes."""

    def __init__(self, stream):
        self._stream = stream
        self._room = ROOM

    def __enter__(self):
        return self

    def __exit__(self, *trouble):
        self._stream.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def write(self, content):
        written = self._stream.write(content[: self._room])
        self._stream.flush()
        self._room -= written
        if written < len(content):
            raise OSError(errno.ENOSPC, "No space left on device")
        return written


def disk_full(monkeypatch, folder):
    real = os.fdopen
    monkeypatch.setattr("reports.render.whole_file.os.fdopen", lambda *given: FillsUp(real(*given)))
    return folder, DiskFull


def no_folder(monkeypatch, folder):  # noqa: ARG001 - as the others
    return folder / "missing", FolderUnwritable


def open_elsewhere(monkeypatch, folder):
    def replace(self, target):
        raise PermissionError(errno.EACCES, "used by another process", str(self), str(target))

    monkeypatch.setattr(Path, "replace", replace)
    return folder, FileOpenElsewhere


@pytest.mark.parametrize("trouble", [disk_full, no_folder, open_elsewhere])
def test_a_paper_that_cannot_be_written_leaves_the_file_before_it(
    trouble, small, tmp_path, monkeypatch
):
    # What a spreadsheet waits in while it is made lies there too.
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    older = {tmp_path / f"{paper}{ending}" for paper in FIELDS for ending in ENDINGS}
    for path in older:
        path.write_text("older")
    counted: list[str] = []
    folder, expected = trouble(monkeypatch, tmp_path)
    said = set()
    for paper, fields in FIELDS.items():
        for ending in ENDINGS:
            wanted, now = Wanted(paper, fields, "th"), PRINTED.at
            ready = batch(small.book.ask, [wanted], user=PRINTED.by, now=now, ending=ending)
            with pytest.raises(Refusal) as refused:
                keep(ready.content, folder / f"{paper}{ending}", lambda: counted.append("a print"))
            assert type(refused.value) is expected
            said.add(sentence(refused.value, TH))

    assert set(tmp_path.iterdir()) == older
    assert {path.read_text() for path in older} == {"older"}
    assert counted == []
    assert all("/" in text and text.strip() for text in said)


def test_a_file_is_there_only_if_what_belongs_to_it_was_settled(tmp_path):
    target = tmp_path / "receipt.pdf"
    seen: list[bytes] = []

    def settle():
        seen.extend(one.read_bytes() for one in tmp_path.iterdir())
        if len(seen) > 1:
            raise DiskFull("the book")

    keep(b"first", target, settle)
    with pytest.raises(DiskFull):
        keep(b"second", target, settle)

    # It was whole before it was counted, and gone when that failed.
    assert seen[0] == b"first"
    assert sorted(seen[1:]) == [b"first", b"second"]
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"first"]

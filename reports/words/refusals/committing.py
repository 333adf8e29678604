"""Sentences about a disk that is narrow, or that fails while something is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, committing
from reports.words.labels import quoted
from reports.words.voice import Voice


def book_elsewhere(refusal: committing.BookElsewhere, voice: Voice) -> str:
    return voice.tr(
        "{path} lies on a stick, a card or a disk of another computer, which can be gone in the "
        "middle of the work. Keep the book on a disk of this PC and its backups on the stick: "
        "restore it from there into a folder of this PC."
    ).format(path=refusal.path)


def book_in_cloud(refusal: committing.BookInCloud, voice: Voice) -> str:
    return voice.tr(
        "{path} lies in a folder that is copied into the network (OneDrive, Dropbox, Google Drive "
        "and the like): that spoils a book which is open. Close the program, move the file and its "
        "key file to a folder of this PC that is not copied, and open it there."
    ).format(path=refusal.path)


def name_too_long(refusal: committing.NameTooLong, voice: Voice) -> str:
    return voice.tr(
        "The name {path} is longer than this system can hold. Choose a shorter name, or a folder "
        "that lies less deep."
    ).format(path=refusal.path)


def room_too_small(refusal: committing.RoomTooSmall, voice: Voice) -> str:
    return voice.tr(
        "The disk of {path} has only {free} MB free, and the book needs {needed} MB for a day's "
        "work. Delete or move files that are no books, then open it again."
    ).format(
        path=refusal.path, free=voice.number(refusal.free), needed=voice.number(refusal.needed)
    )


def commit_failed(refusal: committing.CommitFailed, voice: Voice) -> str:
    if refusal.saved:
        said = voice.tr(
            "The disk of {path} reported an error ({detail}), but this was saved: the book was "
            "opened again and is whole up to act {act}, receipt {receipt}. Do not enter it again; "
            "make a backup now."
        )
    else:
        said = voice.tr(
            "The disk of {path} reported an error ({detail}), and this was not saved: the book "
            "was opened again and is whole up to act {act}, receipt {receipt}. Make a backup, "
            "then enter it again."
        )
    return said.format(
        path=refusal.path,
        detail=quoted(refusal.detail),
        act=refusal.act,
        receipt=refusal.receipt or "-",
    )


def tail_damaged(refusal: committing.TailDamaged, voice: Voice) -> str:
    return voice.tr(
        "The disk of {path} reported an error ({detail}), and act {act} is not whole any more. "
        "Enter nothing more, leave the file as it is, and tell the auditor."
    ).format(path=refusal.path, detail=quoted(refusal.detail), act=refusal.act)


def commit_unknown(refusal: committing.CommitUnknown, voice: Voice) -> str:
    return voice.tr(
        "The disk of {path} reported an error ({detail}), and the book cannot be opened again "
        "now. Close the program, check the disk, open the book, and look at the last receipt "
        "before you enter this again."
    ).format(path=refusal.path, detail=quoted(refusal.detail))


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    committing.RoomTooSmall: room_too_small,
    committing.BookElsewhere: book_elsewhere,
    committing.BookInCloud: book_in_cloud,
    committing.NameTooLong: name_too_long,
    committing.CommitFailed: commit_failed,
    committing.TailDamaged: tail_damaged,
    committing.CommitUnknown: commit_unknown,
}

"""Sentences about the file and the machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain import refusals
from reports.words.labels import quoted
from reports.words.voice import Voice


def no_such_book(refusal: refusals.NoSuchBook, voice: Voice) -> str:
    return voice.tr(
        "There is no book at {path}. "
        "Check whether the file was moved and whether the USB stick is plugged in."
    ).format(path=refusal.path)


def book_exists(refusal: refusals.BookExists, voice: Voice) -> str:
    return voice.tr(
        "There is a file at {path} already, and nothing is ever overwritten. Choose another name."
    ).format(path=refusal.path)


def not_a_book(refusal: refusals.NotABook, voice: Voice) -> str:
    return voice.tr(
        "{path} is not a book of this program. Choose a file whose name ends in .satcha."
    ).format(path=refusal.path)


def book_damaged(refusal: refusals.BookDamaged, voice: Voice) -> str:
    return voice.tr(
        "The book {path} is damaged ({detail}). "
        "Leave the file as it is, restore the last good backup and tell the auditor."
    ).format(path=refusal.path, detail=quoted(refusal.detail))


def book_newer(refusal: refusals.BookNewer, voice: Voice) -> str:
    return voice.tr(
        "The book {path} was written by a newer version of the program "
        "(book {book_version}, program {program_version}) and was left untouched. "
        "Install the newer version on this computer."
    ).format(
        path=refusal.path,
        book_version=refusal.book_version,
        program_version=refusal.program_version,
    )


def book_in_use(refusal: refusals.BookInUse, voice: Voice) -> str:
    return voice.tr(
        "The book {path} is open in another window or program. Close it there, then try again."
    ).format(path=refusal.path)


def book_read_only(refusal: refusals.BookReadOnly, voice: Voice) -> str:
    return voice.tr(
        "Nothing can be written to the book {path}, so nothing was saved. "
        "Copy the file to this computer's own disk and open it there."
    ).format(path=refusal.path)


def disk_full(refusal: refusals.DiskFull, voice: Voice) -> str:
    return voice.tr(
        "The disk with {path} is full, so nothing was saved. Make room, then try again."
    ).format(path=refusal.path)


def storage_failed(refusal: refusals.StorageFailed, voice: Voice) -> str:
    return voice.tr(
        "The disk reported an error ({detail}), and the last step was not saved in {path}. "
        "Make a backup to another disk, then try again."
    ).format(detail=quoted(refusal.detail), path=refusal.path)


def folder_unwritable(refusal: refusals.FolderUnwritable, voice: Voice) -> str:
    return voice.tr("No files can be made in {path}. Choose another folder.").format(
        path=refusal.path
    )


def wrong_settings(refusal: refusals.WrongSettings, voice: Voice) -> str:
    return voice.tr(
        "The database library of this computer does not keep the setting “{setting}” "
        "(found: {found}), and without it a power cut could cost an entry. "
        "Install the program again."
    ).format(setting=refusal.setting, found=quoted(refusal.found))


SENTENCES: dict[type[refusals.Refusal], Callable[[Any, Voice], str]] = {
    refusals.NoSuchBook: no_such_book,
    refusals.BookExists: book_exists,
    refusals.NotABook: not_a_book,
    refusals.BookDamaged: book_damaged,
    refusals.BookNewer: book_newer,
    refusals.BookInUse: book_in_use,
    refusals.BookReadOnly: book_read_only,
    refusals.DiskFull: disk_full,
    refusals.StorageFailed: storage_failed,
    refusals.FolderUnwritable: folder_unwritable,
    refusals.WrongSettings: wrong_settings,
}

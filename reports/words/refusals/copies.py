"""Sentences about copies: what is no good copy, and what would lose something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, copies
from reports.words.voice import N_, Voice

_PROBLEMS = {
    "head": N_("it stands at another act"),
    "sum": N_("other bytes came back from it"),
    "refused": N_("it cannot be opened"),
    "fault": N_("the audit finds something in it"),
}


def copy_not_verified(refusal: copies.CopyNotVerified, voice: Voice) -> str:
    kind = refusal.problem
    if kind not in _PROBLEMS:  # a refusal has the name of its class, a finding that of its fault
        kind = "refused" if kind[:1].isupper() else "fault"
    return voice.tr(
        "The copy at {path} is not the same as the book ({problem}), so it does not count as a "
        "backup. Use another stick or disk and back up again."
    ).format(path=refusal.path, problem=voice.tr(_PROBLEMS[kind]))


def no_folder(refusal: copies.NoFolder, voice: Voice) -> str:
    return voice.tr(
        "{path} is a file, and a folder is needed. Name a folder, such as one on a stick; it is "
        "made where there is none."
    ).format(path=refusal.path)


def folder_is_books_own(refusal: copies.FolderIsBooksOwn, voice: Voice) -> str:
    return voice.tr(
        "The folder {folder} is the book's own: what harms the book harms its copy there. Choose "
        "a folder on a stick or on another disk."
    ).format(folder=refusal.folder)


def not_outside(refusal: copies.NotOutside, voice: Voice) -> str:
    return voice.tr(
        "The folder {folder} lies on the same disk as the book: what harms the disk harms both. "
        "Choose a folder on a stick or on a disk that is kept elsewhere."
    ).format(folder=refusal.folder)


def no_backup_there(refusal: copies.NoBackupThere, voice: Voice) -> str:
    if refusal.spoilt:
        return voice.tr(
            "In {folder} no copy is whole; {spoilt} were found that are spoilt. Try the folder "
            "of another backup."
        ).format(folder=refusal.folder, spoilt=voice.number(refusal.spoilt))
    return voice.tr(
        "In {folder} lies no backup. Choose the folder the copies were written to."
    ).format(folder=refusal.folder)


def several_books_there(refusal: copies.SeveralBooksThere, voice: Voice) -> str:
    return voice.tr(
        "In {folder} lie backups of several books. Name the file to restore: {files}."
    ).format(folder=refusal.folder, files=", ".join(refusal.files))


def pack_place_taken(refusal: copies.PackPlaceTaken, voice: Voice) -> str:
    return voice.tr(
        "{folder} holds other files already. Name a new folder: a pack is made in one of its own."
    ).format(folder=refusal.folder)


def no_pack_there(refusal: copies.NoPackThere, voice: Voice) -> str:
    return voice.tr(
        "In {folder} lies no audit pack that can be read: its list of files is missing, too large "
        "or not in the right form. Ask for the pack again."
    ).format(folder=refusal.folder)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    copies.CopyNotVerified: copy_not_verified,
    copies.NoFolder: no_folder,
    copies.FolderIsBooksOwn: folder_is_books_own,
    copies.NotOutside: not_outside,
    copies.NoBackupThere: no_backup_there,
    copies.SeveralBooksThere: several_books_there,
    copies.PackPlaceTaken: pack_place_taken,
    copies.NoPackThere: no_pack_there,
}

"""The audit pack: a proved copy of the book and its lists in one folder, listed and signed.

Who gets the stick checks it without trusting who made it (``ledger.exchange.pack_check``). People
stand in the lists by initials; their names are in the copy of the book, which is encrypted as the
book is. That a pack was made, and for whom, is an act of the book (feature 94, trust.md T27).
Without the copy it is the yearly archive: books only, so that it may be kept for ever (6.8).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import ledger
from ledger.book import Book
from ledger.book.copy_proofs import sum_of
from ledger.book.packing import (
    cooperative_of,
    copy_for,
    discard_copy,
    named_troubles,
    slot_of,
)
from ledger.book.signing import signed_by_user
from ledger.book.whole_acts import act_lines
from ledger.domain.fingerprint import code_of
from ledger.domain.manifests import (
    MANIFEST,
    SIGNATURE,
    ListedFile,
    Manifest,
    Signed,
    signed_bytes,
)
from ledger.domain.packs import PackMade
from ledger.domain.refusals.copies import PackPlaceTaken
from ledger.domain.rotation import Copy
from ledger.exchange.formats import write_table
from ledger.exchange.registers import register_names, register_tables
from ledger.exchange.tables import Table, all_tables
from ledger.exchange.whole_book import WholeBook
from ledger.exchange.withheld import withheld
from ledger.exchange.workbook import write_registers
from ledger.queries.packs import ACT_COLUMNS, act_rows, kept_texts
from ledger.usecases.packing import GiveAuditPack

AUDIT_PACK, YEARLY_ARCHIVE = "audit-pack", "yearly-archive"
BOOK_FILE = "book.satcha"
_VERIFIER = "verify_book.py"
_SAID = frozenset({"payload", "result"})  # what people typed

Writes = Callable[[BinaryIO], object]


def make_pack(  # noqa: PLR0913 - named at every call
    book: Book,
    folder: Path,
    *,
    receiver: str,
    names: bool = False,
    signing: str | None = "",
    books_only: bool = False,
    more: Iterable[tuple[str, Writes]] = (),
) -> PackMade:
    """Make a pack in a new folder; ``receiver`` is the auditor, by her user's name if she has one.

    ``names`` puts whole names into the lists; ``more`` are further files, as papers for people.
    ``signing`` is the passphrase of the user's key; without any (None) nobody signs.

    Raises:
        PackPlaceTaken, NotAllowed, SignatureMissing, WrongSigningPassphrase, DiskFull …: why none.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PackPlaceTaken(str(folder))
    slot = "" if books_only else slot_of(book, receiver)
    nothing = "0" * 64
    book.run(
        GiveAuditPack(receiver=receiver, through_act=1, fingerprint=nothing, manifest=nothing),
        rehearse=True,
    )
    if signing is not None:
        _signed(book, b"", signing)  # before the work: the passphrase may be wrong
    with _whole_folder(folder) as place:
        copy = copy_for(book, place / BOOK_FILE, slot)
        if books_only:
            discard_copy(place / BOOK_FILE)
        for name, write in (*_parts(book, names=names), *more):
            _write(place / name, write)
        kind = YEARLY_ARCHIVE if books_only else AUDIT_PACK
        manifest = _manifest(book, place, copy, receiver, kind).to_bytes()
        signed = None if signing is None else _signed(book, manifest, signing)
        if signed is not None:
            _write(place / SIGNATURE, lambda out: _put(out, signed.to_bytes()))
        _write(place / MANIFEST, lambda out: _put(out, manifest))
    sha256 = hashlib.sha256(manifest).hexdigest()
    outcome = book.run(
        GiveAuditPack(
            receiver=receiver,
            through_act=copy.through_act,
            fingerprint=copy.fingerprint,
            manifest=sha256,
            signed=signed is not None,
            names=names,
            slot=slot,
        )
    )
    return PackMade(
        path=str(folder),
        act=outcome.act,
        through_act=copy.through_act,
        code=code_of(bytes.fromhex(copy.fingerprint)),
        manifest=sha256,
        signed_by=signed.user if signed else "",
        key_code=signed.key_code if signed else "",
        slot=slot,
        files=tuple(sorted(path.name for path in folder.iterdir())),
    )


@contextmanager
def _whole_folder(folder: Path) -> Iterator[Path]:
    """A folder that gets its name when everything lies in it, and else is none."""
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    with named_troubles(folder):
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        try:
            yield unfinished
            if folder.exists():
                folder.rmdir()
            unfinished.rename(folder)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise


def _parts(book: Book, *, names: bool) -> Iterator[tuple[str, Writes]]:
    """The files for machines and for people, each with what writes it."""
    whole = WholeBook(book)
    yield "acts.jsonl", lambda out: out.writelines(_acts(book, names=names))
    acts = Table("acts", ACT_COLUMNS, book.ask(act_rows))
    yield "acts.csv", lambda out: write_table(acts, out)
    tables: Iterable[Table] = (*all_tables(whole), *register_tables(whole))
    shown = tables if names else withheld(tables)
    yield "registers.xlsx", lambda out: write_registers(shown, register_names(), out)
    for closing, month, text in book.ask(kept_texts):
        name = f"report-{month}-closing-{closing}.json"
        yield name, lambda out, text=text: _put(out, text.encode())  # type: ignore[misc]
    verifier = Path(ledger.__file__).parents[1] / "installer" / _VERIFIER
    yield _VERIFIER, lambda out: _put(out, verifier.read_bytes())


def _acts(book: Book, *, names: bool) -> Iterator[bytes]:
    """Every act; with its rows only where names may be read, for people write names anywhere."""
    for line in act_lines(book):
        told = json.loads(line)
        if not names:
            if "act" not in told:
                continue
            told = {key: told["act"][key] for key in told["act"] if key not in _SAID}
        yield (json.dumps(told, ensure_ascii=False) + "\n").encode()


def _manifest(book: Book, place: Path, copy: Copy, receiver: str, kind: str) -> Manifest:
    """The list of all that lies there by now."""
    cooperative = cooperative_of(book)
    files = [_listed(path) for path in sorted(place.iterdir())]
    return Manifest(
        kind=kind,
        book=copy.book,
        name_th=cooperative.name_th,
        name_en=cooperative.name_en,
        act=copy.through_act,
        fingerprint=copy.fingerprint,
        made_at=book.now.isoformat(timespec="seconds"),
        made_by=book.user,
        receiver=receiver,
        files=tuple(files),
    )


def _signed(book: Book, manifest: bytes, signing: str) -> Signed | None:
    return signed_by_user(book, signed_bytes(manifest), signing, command="give-audit-pack")


def _listed(path: Path) -> ListedFile:
    sha256, size = sum_of(path)
    return ListedFile(path.name, size, sha256)


def _write(path: Path, write: Writes) -> None:
    with path.open("wb") as out:
        write(out)
        out.flush()
        os.fsync(out.fileno())


def _put(out: BinaryIO, text: bytes) -> None:
    out.write(text)

"""Sealed packages out: what a cooperative gives its network of a closed month (trust.md T27).

A package is a zip with three parts, not packed, always the same bytes for the same book and month:

- ``manifest.json``: whose book, which month, how far the book was (number and fingerprint of its
  last act, hand-ins aside), totals that only grow, and the digest of the figures;
- ``figures.json``: the sums of the month, without a name (``ledger.domain.network.figures``);
- ``signature.txt``: ``ed25519``, the maker's public key and her signature under the bytes of the
  manifest, or ``unsigned`` where the book has nobody with a key.

Both JSON parts are canonical: sorted, without blanks, UTF-8, money as decimal baht.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from ledger.book import PROGRAM, Book
from ledger.book.signing import signed_by_user
from ledger.domain.codec import canonical, plain_value
from ledger.domain.days import Month
from ledger.domain.network.figures import MonthFigures
from ledger.domain.network.submission import SCHEMA, Manifest, Perpetual
from ledger.domain.refusals import MonthNotClosed
from ledger.exchange.package_parts import FIGURES, MANIFEST, SIGNATURE
from ledger.queries.handed_in import handed_in_months, package_head
from ledger.queries.month_figures import month_figures
from ledger.usecases.handing_in import HandIn

ENDING = ".satpack"
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # a zip's first day: bytes must not depend on the clock


@dataclass(frozen=True, slots=True)
class Sealed:
    """A package that was made, under the name it goes by; ``public`` is the key that signed it."""

    name: str
    content: bytes
    manifest: Manifest
    figures: MonthFigures
    public: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def seal(book: Book, month: Month, *, signing: str = "") -> Sealed:
    """The package of a closed month, signed by the user of the book where she has a key.

    Raises:
        MonthNotClosed, SignatureMissing, NoSigningKey, WrongSigningPassphrase: why there is none.
    """
    figures = book.ask(month_figures, month=month)
    if not figures.closed:
        raise MonthNotClosed(month.iso)
    part = canonical(plain_value(figures)).encode()
    manifest = _manifest(book, month, hashlib.sha256(part).hexdigest())
    text = canonical(plain_value(manifest)).encode()
    signed = signed_by_user(book, text, signing, command="hand-in")
    line = f"ed25519 {signed.public} {signed.signature}\n" if signed else "unsigned\n"
    content = zipped({MANIFEST: text, FIGURES: part, SIGNATURE: line.encode()})
    who = manifest.registration or manifest.book[:8]
    safe = "".join(sign if sign.isalnum() else "-" for sign in who)
    name = f"{safe}_{month.iso}_{manifest.sequence}{ENDING}"
    return Sealed(name, content, manifest, figures, signed.public if signed else "")


def hand_in(book: Book, sealed: Sealed, *, signing: str = "") -> bool:
    """Note in the book what was given; the same package again is noted once.

    Raises:
        Refusal: who may not hand in; the package counts for nothing then.
    """
    if any(one.sha256 == sealed.sha256 for one in book.ask(handed_in_months).rows):
        return False
    book.run(
        HandIn(
            month=sealed.manifest.month,
            through_act=sealed.manifest.sequence,
            fingerprint=sealed.manifest.head,
            sha256=sealed.sha256,
            public=sealed.public,
        ),
        signing=signing,
    )
    return True


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts that is the same wherever and whenever it is made."""
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        for name, content in parts.items():
            info = ZipInfo(name, _ALWAYS)
            info.create_system = 0
            packed.writestr(info, content)
    return out.getvalue()


def _manifest(book: Book, month: Month, figures: str) -> Manifest:
    head = book.ask(package_head)
    cooperative, totals = head.cooperative, head.totals
    return Manifest(
        schema=SCHEMA,
        program=PROGRAM,
        book=cooperative.book,
        registration=cooperative.registration,
        name_th=cooperative.name_th,
        name_en=cooperative.name_en,
        kind=cooperative.kind,
        practice=cooperative.practice,
        month=month,
        sequence=head.sequence,
        head=head.fingerprint,
        restorations=head.restorations,
        perpetual=Perpetual(
            totals.acts, totals.entries, totals.lines, totals.receipts, totals.debits_satang
        ),
        figures=figures,
    )

"""Refusals of a release of the program that somebody brings (trust.md 4.4, T28)."""

from __future__ import annotations

from ledger.domain.refusals.base import Refusal, refusal


@refusal
class NotARelease(Refusal):
    """The folder holds no list of a release, or one that is not safe to follow."""

    folder: str


@refusal
class ReleaseNotSigned(Refusal):
    """Fewer maintainers signed than must; ``signed`` are those whose signatures are good."""

    version: str
    signed: tuple[str, ...]
    needed: int


@refusal
class ReleaseChanged(Refusal):
    """A file is not what was signed, is missing, or was put in."""

    file: str


@refusal
class ReleaseNotNewer(Refusal):
    """A version only rises: an older program may have faults that were repaired since."""

    version: str
    installed: str

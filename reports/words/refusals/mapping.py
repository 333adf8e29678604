"""Sentences about files with columns of somebody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal
from ledger.domain.refusals import mapping as refusals
from reports.words.fields import field_name
from reports.words.labels import quoted
from reports.words.voice import Voice


def encoding_wrong(refusal: refusals.EncodingWrong, voice: Voice) -> str:
    return voice.tr(
        "{path} is not written in {encoding}. Say {other} instead, or save it as CSV in UTF-8."
    ).format(path=quoted(refusal.path), encoding=refusal.encoding, other=refusal.other)


def headings_missing(refusal: refusals.HeadingsMissing, voice: Voice) -> str:
    return voice.tr(
        "No row near the top of {path} holds all of these headings: {needed}; its first row says: "
        "{found}. Correct the mapping or choose another file."
    ).format(
        path=quoted(refusal.path),
        needed=quoted(", ".join(refusal.needed)),
        found=quoted(", ".join(refusal.found)) or "-",
    )


def in_and_out_filled(refusal: refusals.InAndOutFilled, voice: Voice) -> str:
    return voice.tr(
        "This line says {paid_in} paid in and {paid_out} paid out. Keep one of them, or make two "
        "lines of it."
    ).format(paid_in=voice.money(refusal.paid_in), paid_out=voice.money(refusal.paid_out))


def unknown_import_map(refusal: refusals.UnknownImportMap, voice: Voice) -> str:
    return voice.tr(
        "No mapping “{name_asked}” is kept. Save it first, or use one of these: {known}."
    ).format(name_asked=quoted(refusal.name_asked), known=quoted(", ".join(refusal.known)) or "-")


def fields_not_mapped(refusal: refusals.FieldsNotMapped, voice: Voice) -> str:
    named = ", ".join(field_name(one, voice) for one in refusal.fields)
    return voice.tr(
        "These fields need a column of the file: {fields}. Name their headings."
    ).format(fields=named)


def not_an_ofx_file(refusal: refusals.NotAnOfxFile, voice: Voice) -> str:
    return voice.tr(
        "{path} is no bank statement in OFX. Download it again as OFX, or as CSV with a mapping."
    ).format(path=quoted(refusal.path))


def several_cards(refusal: refusals.SeveralCards, voice: Voice) -> str:
    return voice.tr(
        "Member {member} has several cards of {product}: {cards}. Write the number of the card "
        "instead of the code."
    ).format(
        member=quoted(refusal.member),
        product=quoted(refusal.product),
        cards=quoted(", ".join(refusal.cards)),
    )


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    refusals.EncodingWrong: encoding_wrong,
    refusals.FieldsNotMapped: fields_not_mapped,
    refusals.HeadingsMissing: headings_missing,
    refusals.InAndOutFilled: in_and_out_filled,
    refusals.NotAnOfxFile: not_an_ofx_file,
    refusals.SeveralCards: several_cards,
    refusals.UnknownImportMap: unknown_import_map,
}

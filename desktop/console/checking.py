"""``satcha check``: the book audits itself, and codes from paper prove its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.console.answers import AnswerWriter
from desktop.console.arguments import Call, Given, Option
from desktop.console.books import USER_OPTION, book_to_read
from desktop.console.sentences import voice_of
from desktop.console.terminal import DONE, WANTING
from desktop.console.texts import N_
from ledger.book import Book
from ledger.domain.money import Money
from ledger.queries.integrity import Audit, CodeFound, audit, find_code
from ledger.queries.integrity.findings import Finding
from ledger.queries.integrity.rule_list import rule_of
from ledger.queries.perpetual import PerpetualTotals
from reports.words.findings import behind_sentence, code_sentence, finding_sentence

if TYPE_CHECKING:
    from ledger.book.high_water import Mark


def _check(given: Given) -> int:
    with book_to_read(given) as book:
        found = book.ask(audit)
        mark = _mark_ahead(book) if found.clean else None
        codes = [
            book.ask(find_code, typed, found) for typed in given.options.get("fingerprint", ())
        ]
    writer = AnswerWriter(given.language)
    told = _told(writer, found, codes)
    if mark is not None:
        told = {**told, "behind": {"act": mark.act, "receipt": mark.receipt}}
    given.terminal.answer(writer.text(told))
    for sentence in _said(given, found, codes):
        given.terminal.say(sentence)
    if mark is not None:
        acts = found.totals.acts
        given.terminal.say(behind_sentence(acts, mark.act, mark.receipt, given.voice))
    well = found.clean and mark is None and all(code.proved for code in codes)
    return DONE if well else WANTING


def _mark_ahead(book: Book) -> Mark | None:
    """How far the book had come by the mark that the window keeps beside it, if it is not there."""
    if not book.copies_itself:  # it is in no file
        return None
    from ledger.book.high_water import behind

    return behind(book, book.path.parent)


def _told(writer: AnswerWriter, found: Audit, codes: list[CodeFound]) -> dict[str, object]:
    return {
        "clean": found.clean,
        "findings": [
            {**writer.plain(finding), "rule": rule_of(finding), "sentence": _in_both(finding)}
            for finding in found.findings
        ],
        "totals": _totals(found.totals),
        "fingerprint": found.fingerprint,
        "code": found.code,
        "codes": codes,
    }


def _totals(totals: PerpetualTotals) -> dict[str, object]:
    return {
        "acts": totals.acts,
        "entries": totals.entries,
        "lines": totals.lines,
        "receipts": totals.receipts,
        "debits": Money(totals.debits_satang),
    }


def _in_both(finding: Finding) -> dict[str, str]:
    return {name: finding_sentence(finding, voice_of(name)) for name in ("th", "en")}


def _said(given: Given, found: Audit, codes: list[CodeFound]) -> list[str]:
    voice = given.voice
    if found.clean:
        acts = voice.number(found.totals.acts)
        said = [voice.tr("All {acts} acts were looked at, and all is well.").format(acts=acts)]
    else:
        said = [finding_sentence(finding, voice) for finding in found.findings]
    return [*said, *(code_sentence(code, voice) for code in codes)]


CALLS = (
    Call(
        "check",
        N_("audits the book; with codes from paper proves the history up to each"),
        _check,
        places=("BOOK",),
        options=(
            Option("fingerprint", "CODE", N_("a code printed on paper"), many=True),
            USER_OPTION,
        ),
    ),
)

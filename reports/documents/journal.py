"""The general journal: every entry with its lines, papers and links."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.money import ZERO, Money, total
from ledger.queries.entries import EntryLine, EntryRow
from ledger.queries.journal import Journal
from reports.document import (
    Block,
    Document,
    Fact,
    Facts,
    Paragraph,
    Row,
    RowStyle,
    Table,
    Value,
)
from reports.documents.frame import Frame, code, day, money, paper, period_of, text
from reports.words.events import event_name
from reports.words.voice import N_, Voice


def journal_paper(answer: Journal, frame: Frame) -> Document:
    voice = frame.voice
    rows = [row for entry in answer.entries for row in _entry_rows(entry, voice)]
    if rows:
        amount = total(entry.total for entry in answer.entries)
        rows.append(Row((None, None, voice.tr("Total"), None, amount, amount), RowStyle.TOTAL))
    columns = (
        code(voice.tr("Entry")),
        day(voice.tr("Date")),
        text(voice.tr("Item")),
        code(voice.tr("Code")),
        money(voice.tr("Debit")),
        money(voice.tr("Credit")),
    )
    until = answer.until or max((entry.on for entry in answer.entries), default=None)
    return paper(
        frame,
        voice.tr("General journal"),
        [
            *_filters(answer, voice),
            Table(columns, tuple(rows), when_empty=voice.tr("Nothing was booked.")),
        ],
        period="" if until is None else period_of(answer.since, until, voice),
    )


_FILTERS = {
    "event": N_("Kind"),
    "account": N_("Account"),
    "fund": N_("Fund"),
    "card": N_("Card"),
    "member": N_("Member number"),
    "user": N_("Booked by"),
    "text": N_("Note"),
    "amount": N_("Amount"),
}


def _filters(answer: Journal, voice: Voice) -> Iterator[Block]:
    """What the list was narrowed to: a part must not look like the whole journal."""
    if answer.filters:
        # note: over a journal of which only a part is printed
        yield Paragraph(text=voice.tr("Only these entries:"))
        yield Facts(
            tuple(
                Fact(voice.tr(_FILTERS[name]), _filtered(name, value, voice))
                for name, value in answer.filters.items()
            )
        )


def _filtered(name: str, value: str | int, voice: Voice) -> Value:
    if name == "event":
        return event_name(str(value), voice)
    if name == "amount":
        return Money(int(value))
    return voice.digits(str(value)) if name == "card" else str(value)


def _entry_rows(entry: EntryRow, voice: Voice) -> Iterator[Row]:
    yield Row(
        (voice.digits(str(entry.number)), entry.on, headline(entry, voice), *(None,) * 3),
        RowStyle.HEADING,
    )
    for line in entry.lines:
        cells = (
            None,
            None,
            line_name(line, voice),
            line.account,
            None if line.debit == ZERO else line.debit,
            None if line.credit == ZERO else line.credit,
        )
        yield Row(cells, indent=1 if line.debit > ZERO else 2)


def headline(entry: EntryRow, voice: Voice) -> str:
    """What an entry is, its papers, its note, and what it takes back or was taken back by."""
    said = [event_name(entry.event, voice), *entry.papers, entry.who, entry.memo]
    lines = [" · ".join(part for part in said if part)]
    if entry.reverses is not None:
        lines.append(_reverses(entry.reverses, entry.reason or "", voice))
    if entry.reversed_by is not None:
        lines.append(_reversed_by(entry.reversed_by, voice))
    return "\n".join(lines)


def line_name(line: EntryLine, voice: Voice) -> str:
    """The account of a line, and whose card it is."""
    name = voice.name(line.name_th, line.name_en)
    return f"{name} · {line.holder}" if line.holder else name


def _reverses(number: int, reason: str, voice: Voice) -> str:
    return voice.joined(
        lambda one: one.tr("Takes back entry {entry}: {reason}").format(
            entry=one.digits(str(number)), reason=reason
        )
    )


def _reversed_by(number: int, voice: Voice) -> str:
    return voice.joined(
        lambda one: one.tr("Taken back by entry {entry}").format(entry=one.digits(str(number)))
    )

"""What all papers share: letterhead, period, fingerprint, and the usual kinds of columns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.domain.days import Month
from ledger.queries.standing import ActStamp, Letterhead
from reports.document import (
    A4,
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Fingerprint,
    Kind,
    Paper,
    Printed,
    Signature,
    Signatures,
)
from reports.words.voice import Voice


@dataclass(frozen=True, slots=True)
class Frame:
    """Whose paper it is, for which reader, and who prints it when."""

    head: Letterhead
    voice: Voice
    printed: Printed


def paper(  # noqa: PLR0913 - what stands around the blocks
    frame: Frame,
    title: str,
    blocks: Iterable[Block],
    *,
    period: str = "",
    subtitles: tuple[str, ...] = (),
    sheet: Paper = A4,
    copy: int = 0,
) -> Document:
    """A paper under the cooperative's name, with the fingerprint of the act it knows of."""
    head = frame.head
    return Document(
        title=title,
        cooperative=frame.voice.name(head.name_th, head.name_en),
        printed=frame.printed,
        blocks=tuple(blocks),
        subtitles=subtitles,
        period=period,
        paper=sheet,
        fingerprint=Fingerprint(head.act.number, head.act.code),
        copy=copy,
        practice=head.practice,
    )


def printed_at(act: ActStamp) -> Printed:
    """For papers that print the same at any time: who did the act, and when."""
    return Printed(act.user, act.moment)


def at_day(day: date, voice: Voice) -> str:
    # note: under a title, as in "As at 31 March 2569"
    return voice.joined(lambda one: one.tr("As at {day}").format(day=one.day(day, "long")))


def period_of(since: date | None, until: date, voice: Voice) -> str:
    """A whole month by its name, else from day to day, or up to the day without a beginning."""
    month = Month.of(until)
    if since == month.first and until == month.last:
        return voice.month(month)
    if since is None:
        # note: the period of a list that begins with the book
        return voice.joined(lambda one: one.tr("Up to {day}").format(day=one.day(until, "long")))
    start = since
    return voice.joined(
        lambda one: one.tr("From {since} to {until}").format(
            since=one.day(start, "long"), until=one.day(until, "long")
        )
    )


def fund_of(fund: str | None, voice: Voice) -> tuple[str, ...]:
    """The fund that a paper is limited to, as a line under its title."""
    if fund is None:
        return ()
    return (voice.joined(lambda one: one.tr("Fund: {fund}").format(fund=fund)),)


def after_closing(voice: Voice, is_after: bool) -> tuple[str, ...]:  # noqa: FBT001 - what is said
    """What stands under the title of a statement that shows the closing of the fiscal year."""
    return (voice.tr("After the closing of the fiscal year"),) if is_after else ()


def name_of(name: str, voice: Voice) -> str:
    """A person's name; what is said where it was erased or may not be used."""
    # note: in place of a member's name: her personal data were erased, or may not be used
    return name or voice.tr("(name not shown)")


def known(facts: Iterable[Fact]) -> Facts:
    """The facts of which something is known, as a block."""
    return Facts(tuple(one for one in facts if one.value is not None))


def signatures(*places: tuple[str, str]) -> Signatures:
    """Lines to sign on, each with its role and the name that is known, or room for one."""
    return Signatures(tuple(Signature(role, name) for role, name in places))


def text(title: str, weight: int = 1) -> Column:
    return Column(title, Kind.TEXT, weight=weight)


def code(title: str) -> Column:
    return Column(title, Kind.CODE)


def unbroken(title: str) -> Column:
    """Names of persons, which stay on one line."""
    return Column(title, Kind.CODE)


def day(title: str) -> Column:
    return Column(title, Kind.DAY)


def count(title: str) -> Column:
    return Column(title, Kind.COUNT)


def money(title: str, *, group: str = "") -> Column:
    return Column(title, Kind.MONEY, group=group)


def single(title: str) -> Column:
    """An amount such as a price, which adds up to nothing."""
    return Column(title, Kind.MONEY, adds=False)


def percent(title: str) -> Column:
    return Column(title, Kind.PERCENT, adds=False)


def running(title: str) -> Column:
    """A balance that runs from row to row, which adds up to nothing."""
    return Column(title, Kind.MONEY, adds=False)

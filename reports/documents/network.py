"""Papers of a network office: its roll-up, who has not reported, organisations side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from ledger.domain.accounts import BookKind
from ledger.domain.money import ZERO, Money, total
from ledger.domain.network.answers import RegisterAnswer
from ledger.domain.network.eliminating import Elimination
from ledger.domain.network.organisation_rows import OrganisationRow
from ledger.domain.network.rollup import CommonRow, RollUp, SumRow
from ledger.queries.standing import ActStamp, Letterhead
from reports.document import A4, Block, Document, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    code,
    count,
    money,
    paper,
    signatures,
    single,
    text,
)
from reports.documents.network_change import change_paper
from reports.documents.network_lists import (
    chosen_lines,
    comparison_paper,
    missing_paper,
    organisation_paper,
)
from reports.words.network_words import ORGANISATION_KINDS, SORTS, row_name
from reports.words.voice import N_, Voice


def office_head(answer: RegisterAnswer) -> Letterhead:
    """The letterhead of an office: its name, and the newest act of its own chain."""
    stamp = answer.stamp
    return Letterhead(
        name_th=answer.office.name_th,
        name_en=answer.office.name_en,
        kind=BookKind.JOURNAL,
        registration="",
        address="",
        telephone=answer.office.telephone,
        auditor_telephone="",
        practice=False,
        promptpay="",
        thai_digits=False,
        common_era=False,
        act=ActStamp(stamp.number, stamp.moment, stamp.user, stamp.code),
    )


def roll_up_paper(answer: RollUp, frame: Frame) -> Document:
    """The sums row by row, those who are missing, and the common trial balance."""
    voice = frame.voice
    blocks: list[Block] = [
        _reported(answer.total, voice),
        _sums(answer, voice),
        Heading(voice.tr("Common trial balance"), level=2),
        _common(answer.groups, voice),
    ]
    if answer.eliminations:
        blocks += [
            Heading(voice.tr("What organisations owe each other"), level=2),
            _owed(answer.eliminations, voice),
        ]
    blocks += [
        Heading(voice.tr("Organisations"), level=2),
        _organisations(answer.organisations, voice),
        signatures((voice.tr("Prepared by"), ""), (voice.tr("Checked by"), "")),
    ]
    return paper(
        frame,
        voice.tr("Network roll-up"),
        blocks,
        period=voice.month(answer.month),
        subtitles=(voice.tr(SORTS[answer.by]), *chosen_lines(answer.chosen, voice)),
        sheet=A4.landscape(),
    )


NETWORK_PAPERS: Mapping[str, tuple[str, Callable[[Any, Frame], Document]]] = MappingProxyType(
    {
        "roll-up": (N_("Network roll-up"), roll_up_paper),
        "compare": (N_("Organisations side by side"), comparison_paper),
        "missing": (N_("Not handed in"), missing_paper),
        "change": (N_("Since an earlier month"), change_paper),
        "figures": (N_("Figures of one organisation"), organisation_paper),
    }
)


def _reported(row: SumRow, voice: Voice) -> Paragraph:
    said = voice.joined(
        lambda one: one.tr(
            "{reported} of {all} organisations have handed in, {restated} of them restated."
        ).format(
            reported=one.number(row.reported),
            all=one.number(row.organisations),
            restated=one.number(row.restated),
        )
    )
    missing = ", ".join(row.missing)
    if missing:
        missing = voice.joined(
            lambda one: one.tr("Not in the sums: {codes}").format(codes=", ".join(row.missing))
        )
    return Paragraph(text="\n".join(part for part in (said, missing) if part), strong=True)


def _sums(answer: RollUp, voice: Voice) -> Table:
    rows = [Row(_sum_cells(row, row_name(row, answer.by, voice))) for row in answer.rows]
    # note: the row of sums; an organisation in two networks counts in it once
    whole = _sum_cells(answer.total, voice.tr("Total, each counted once"))
    rows.append(Row(whole, RowStyle.TOTAL))
    columns = (
        text(voice.tr("Name"), weight=2),
        count(voice.tr("Organisations")),
        count(voice.tr("Handed in")),
        count(voice.tr("Members")),
        single(voice.tr("Savings")),
        single(voice.tr("Share capital")),
        single(voice.tr("Loans to members")),
        single(voice.tr("Late amount")),
        single(voice.tr("Owed to CODI")),
        single(voice.tr("Cash and banks")),
        single(voice.tr("Result of the year")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Network roll-up"))


def _sum_cells(row: SumRow, name: str) -> tuple[str | int | Money, ...]:
    key = row.key
    counts = (name, row.organisations, row.reported, key.members)
    owed = (key.savings, key.shares, key.outstanding, key.amount_late, key.codi_balance)
    return (*counts, *owed, key.cash + key.bank, key.net_of_year)


def _common(groups: tuple[CommonRow, ...], voice: Voice) -> Table:
    rows = [
        Row(
            (
                voice.name(row.name_th, row.name_en),
                row.added,
                row.eliminated if row.eliminated != ZERO else None,
                row.left,
            )
        )
        for row in groups
    ]
    sums = [total(getattr(row, name) for row in groups) for name in ("added", "eliminated", "left")]
    rows.append(Row((voice.tr("Total"), *sums), RowStyle.TOTAL))
    columns = (
        text(voice.tr("Group of accounts"), weight=2),
        money(voice.tr("Added up")),
        money(voice.tr("Taken out")),
        money(voice.tr("After taking out")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Common trial balance"))


def _owed(found: tuple[Elimination, ...], voice: Voice) -> Table:
    rows = [
        Row(
            (
                one.owner,
                one.debtor,
                one.said_by_owner,
                one.said_by_debtor,
                one.eliminated,
                one.difference if one.difference != ZERO else None,
            )
        )
        for one in found
    ]
    columns = (
        text(voice.tr("Whose money")),
        text(voice.tr("With whom")),
        money(voice.tr("The owner says")),
        money(voice.tr("The debtor says")),
        money(voice.tr("Taken out")),
        money(voice.tr("To be cleared")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Owed among them"))


def _organisations(rows: tuple[OrganisationRow, ...], voice: Voice) -> Table:
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Organisation"), weight=3),
        text(voice.tr("Kind"), weight=2),
        count(voice.tr("Version")),
        count(voice.tr("Members")),
        money(voice.tr("Savings")),
        money(voice.tr("Loans to members")),
        code(voice.tr("Code of the act")),
    )
    cells = [
        Row(
            (
                row.code,
                voice.name(row.name_th, row.name_en),
                voice.tr(ORGANISATION_KINDS[row.kind]),
                row.version or None,
                *(
                    (None, None, None)
                    if row.key is None
                    else (row.key.members, row.key.savings, row.key.outstanding)
                ),
                row.code_of_act or None,
            )
        )
        for row in rows
    ]
    return Table(columns, tuple(cells), name=voice.tr("Organisations"))

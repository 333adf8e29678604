"""The cut-over sheet: totals of the books on paper beside what the program read, to be signed."""

from __future__ import annotations

from ledger.domain.carried import CarriedKind
from ledger.domain.money import ZERO
from ledger.queries.opening_proof import OpeningProof, ProofRow
from reports.document import Block, Document, Fact, Facts, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.frame import Frame, at_day, code, count, money, paper, signatures, text
from reports.words.choices import CARDS
from reports.words.voice import N_, Voice

_REGISTERS = {
    CarriedKind.ACCOUNT: N_("Accounts of the chart"),
    CarriedKind.GRANT: N_("Grants (total agreed)"),
    CarriedKind.ASSET: N_("Fixed assets (cost)"),
    CarriedKind.WELFARE: N_("Members of the welfare fund"),
    CarriedKind.BENEFIT: N_("Benefits paid before"),
}


def opening_paper(answer: OpeningProof, frame: Frame) -> Document:
    voice = frame.voice
    subtitles = [at_day(answer.on, voice)]
    if answer.carrying is None:
        subtitles.append(voice.tr("Trial run: nothing is booked yet"))
    if answer.taken_back_on is not None:
        taken = voice.day(answer.taken_back_on, "long")
        subtitles.append(voice.tr("Taken back on {day}").format(day=taken))
    return paper(
        frame,
        voice.tr("Cut-over sheet"),
        [
            _facts(answer, voice),
            _parts_table(answer, voice),
            *_registers_table(answer, voice),
            Heading(voice.tr("Totals on paper beside what was read")),
            _accounts_table(answer, voice),
            _verdict(answer, voice),
            signatures(
                (voice.tr("Treasurer"), ""),
                (voice.tr("Chairperson"), ""),
                (voice.tr("Inspector"), ""),
            ),
        ],
        subtitles=tuple(subtitles),
    )


def _facts(answer: OpeningProof, voice: Voice) -> Facts:
    facts = [Fact(voice.tr("File"), answer.source)]
    if answer.entries:
        entries = ", ".join(f"#{number}" for number in answer.entries)
        facts.append(Fact(voice.tr("Entry"), entries))
    return Facts((*facts, Fact(voice.tr("Members taken over"), answer.members)))


def _parts_table(answer: OpeningProof, voice: Voice) -> Table:
    rows = tuple(
        Row((voice.tr(CARDS[one.kind]), one.product, one.count, one.amount)) for one in answer.parts
    )
    return Table(
        (
            text(voice.tr("Cards")),
            code(voice.tr("Product")),
            count(voice.tr("How many")),
            money(voice.tr("Amount")),
        ),
        rows,
        name=voice.tr("Cards"),
        when_empty=voice.tr("No cards were taken over."),
    )


def _registers_table(answer: OpeningProof, voice: Voice) -> list[Block]:
    rows = tuple(
        Row(
            (
                voice.tr(_REGISTERS[one.register]),
                one.count,
                one.amount if one.amount > ZERO else None,
            )
        )
        for one in answer.registers
    )
    name = voice.tr("Other registers")
    columns = (text(name), count(voice.tr("How many")), money(voice.tr("Amount")))
    return [Table(columns, rows, name=name)] if rows else []


def _accounts_table(answer: OpeningProof, voice: Voice) -> Table:
    rows = [_row(one, voice) for one in answer.rows]
    if rows:
        paper_sum = sum((one.paper for one in answer.rows), ZERO)
        read = sum((one.read for one in answer.rows), ZERO)
        total = (None, voice.tr("Debit less credit"), None, paper_sum, read, answer.difference)
        rows.append(Row(total, RowStyle.TOTAL))
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Account")),
        count(voice.tr("Cards")),
        money(voice.tr("On paper")),
        money(voice.tr("As read")),
        money(voice.tr("Difference")),
    )
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Totals on paper beside what was read"),
        when_empty=voice.tr("No balances were taken over."),
    )


def _row(one: ProofRow, voice: Voice) -> Row:
    name = voice.name(one.name_th, one.name_en)
    return Row((one.account, name, one.cards, one.paper, one.read, one.difference))


def _verdict(answer: OpeningProof, voice: Voice) -> Block:
    if answer.wrong:
        said = voice.tr_n(
            "{count} cell of the workbook has to be corrected first; what it holds may be "
            "missing from these totals.",
            "{count} cells of the workbook have to be corrected first; what they hold may be "
            "missing from these totals.",
            answer.wrong,
        ).format(count=voice.number(answer.wrong))
    elif answer.difference != ZERO:
        said = voice.tr(
            "The totals differ. Nothing can be taken over until every difference is found on paper."
        )
    else:
        said = voice.tr(
            "We compared these totals with the books on paper; they are the balances at the end "
            "of the day named above."
        )
    return Paragraph(text=said)

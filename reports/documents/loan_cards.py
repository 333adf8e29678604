"""Papers of one running loan: its card, its plan, and what settles it on a day."""

from __future__ import annotations

from ledger.domain.loans.contract import CardLine, Due
from ledger.domain.money import ZERO, Money, total
from ledger.queries.loan_paper import LoanPaper
from reports.document import Block, Document, Fact, Facts, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    at_day,
    count,
    day,
    money,
    name_of,
    paper,
    running,
    signatures,
    text,
)
from reports.words.loan_words import class_name, happening, method_name
from reports.words.voice import Voice


def loan_card_paper(answer: LoanPaper, frame: Frame) -> Document:
    """Everything that happened, each payment with its split, and how the loan stands."""
    voice = frame.voice
    blocks: list[Block] = [
        loan_facts(answer, voice),
        _lines(answer, voice),
        _standing(answer, voice),
    ]
    blocks.append(
        signatures((voice.tr("Borrower"), _who(answer, voice)), (voice.tr("Treasurer"), ""))
    )
    return paper(frame, voice.tr("Loan card"), blocks, period=at_day(answer.at, voice))


def loan_plan_paper(answer: LoanPaper, frame: Frame) -> Document:
    """The plan in force, and under it the plans that it took the place of."""
    voice, versions = frame.voice, answer.loan.plans
    blocks: list[Block] = [loan_facts(answer, voice)]
    for version in reversed(versions):
        if len(versions) > 1:
            # note: heading over one version of a loan's plan, with the day it was decided
            heading = voice.joined(
                lambda one, plan=version.plan: one.tr("Plan {number}, decided on {day}").format(  # type: ignore[misc]  # mypy cannot infer a default
                    number=one.number(plan.version), day=one.day(plan.on)
                )
            )
            blocks.append(Heading(heading, level=2))
        if version.plan.resolution:
            blocks.append(Facts((Fact(voice.tr("Resolution"), version.plan.resolution),)))
        blocks.append(plan_table(version.rows, version.plan.principal, voice))
    # note: under the table of a loan's plan
    note = voice.joined(
        lambda one: one.tr(
            "Interest is counted by the days that really passed, so the parts of a payment "
            "can differ from this table."
        )
    )
    blocks.append(Paragraph(text=note, small=True))
    return paper(frame, voice.tr("Plan of instalments"), blocks, period=at_day(answer.at, voice))


def settlement_paper(answer: LoanPaper, frame: Frame) -> Document:
    """What has to be paid on the day so that nothing is owed any more."""
    voice, standing = frame.voice, answer.loan.standing
    rows = [
        Row((voice.tr("Principal"), standing.outstanding)),
        Row((voice.tr("Interest in arrears"), standing.interest_arrears)),
        Row((voice.tr("Interest up to this day"), standing.interest)),
        Row((voice.tr("Penalty"), standing.penalty)),
    ]
    if standing.advance > ZERO:
        rows.append(Row((voice.tr("Less what was paid ahead"), -standing.advance)))
    settlement = answer.loan.settlement
    rows.append(Row((voice.tr("Settles the loan"), settlement), RowStyle.TOTAL))
    table = Table(
        (text(voice.tr("Item")), money(voice.tr("Baht"))), tuple(rows), keep_together=True
    )
    words = Fact(voice.tr("Amount in words"), voice.amount_in_words(settlement), strong=True)
    # note: under the amount that settles a loan
    note = voice.joined(
        lambda one: one.tr("This amount holds for payment on {day}.").format(
            day=one.day(answer.at, "long")
        )
    )
    blocks: list[Block] = [
        loan_facts(answer, voice),
        table,
        Facts((words,), columns=1),
        Paragraph.of(note),
        signatures((voice.tr("Borrower"), _who(answer, voice)), (voice.tr("Treasurer"), "")),
    ]
    return paper(frame, voice.tr("Settlement slip"), blocks, period=at_day(answer.at, voice))


def loan_facts(answer: LoanPaper, voice: Voice) -> Facts:
    """Whose loan it is, and its terms, at the head of every paper about it."""
    contract, row = answer.loan.contract, answer.loan.row
    facts = [
        Fact(voice.tr("Borrower"), _who(answer, voice), strong=True),
        Fact(voice.tr("Loan card number"), voice.digits(str(contract.card))),
        Fact(voice.tr("Type"), voice.name(answer.type_th, answer.type_en)),
        Fact(voice.tr("Contract number"), contract.contract_number),
        Fact(voice.tr("Contract day"), contract.on),
        Fact(voice.tr("Approved amount"), contract.approved, strong=True),
        Fact(voice.tr("Paid out"), row.paid_out),
        Fact(voice.tr("Rate a year"), voice.percent(answer.rate)),
        Fact(voice.tr("Method"), method_name(contract.method, contract.interest, voice)),
        Fact(voice.tr("Purpose"), contract.purpose),
    ]
    if contract.member is not None:
        facts.insert(1, Fact(voice.tr("Member number"), contract.member))
    names = ", ".join(name_of(one.name, voice) for one in answer.guarantors)
    if names:
        facts.append(Fact(voice.tr("Guarantors"), names))
    return Facts(tuple(fact for fact in facts if fact.value != ""))


def plan_table(rows: tuple[Due, ...], principal: Money, voice: Voice) -> Table:
    """Due days with principal, interest, total and what is owed after each."""
    left, found = principal, []
    for at, row in enumerate(rows, start=1):
        left -= row.principal
        amounts = (row.principal, row.interest, row.principal + row.interest, left)
        found.append(Row((at, row.day, *amounts)))
    whole = total(row.principal for row in rows)
    interest = total(row.interest for row in rows)
    sums = (None, voice.tr("Total"), whole, interest, whole + interest, None)
    found.append(Row(sums, RowStyle.TOTAL))
    columns = (
        count(voice.tr("No.")),
        day(voice.tr("Due")),
        money(voice.tr("Principal")),
        money(voice.tr("Interest")),
        money(voice.tr("Instalment")),
        running(voice.tr("Owed after it")),
    )
    return Table(columns, tuple(found), name=voice.tr("Plan of instalments"))


def _lines(answer: LoanPaper, voice: Voice) -> Table:
    lines = answer.loan.lines
    rows = [_line(line, voice) for line in lines]
    sums = (
        None,
        voice.tr("Total"),
        None,
        total(line.principal for line in lines),
        total(line.interest + line.interest_arrears for line in lines),
        total(line.penalty for line in lines),
        None,
    )
    if rows:
        rows.append(Row(sums, RowStyle.TOTAL))
    columns = (
        day(voice.tr("Date")),
        text(voice.tr("Item")),
        money(voice.tr("Amount")),
        money(voice.tr("Principal")),
        money(voice.tr("Interest")),
        money(voice.tr("Penalty")),
        running(voice.tr("Owed after it")),
    )
    empty = voice.tr("Nothing was paid out yet.")
    return Table(columns, tuple(rows), name=voice.tr("Loan card"), when_empty=empty)


def _line(line: CardLine, voice: Voice) -> Row:
    interest = line.interest + line.interest_arrears
    parts = (line.amount, line.principal, interest, line.penalty)
    shown = tuple(None if amount == ZERO else amount for amount in parts)
    return Row((line.date, happening(line.kind, voice), *shown, line.outstanding))


def _standing(answer: LoanPaper, voice: Voice) -> Facts:
    standing, row = answer.loan.standing, answer.loan.row
    facts = [
        Fact(voice.tr("Principal owed"), standing.outstanding, strong=True),
        Fact(voice.tr("Late amount"), standing.amount_late),
        Fact(voice.tr("Days late"), standing.days_late),
        Fact(voice.tr("Class"), class_name(row.loan_class, voice)),
        Fact(voice.tr("Interest up to this day"), standing.interest + standing.interest_arrears),
        Fact(voice.tr("Penalty"), standing.penalty),
    ]
    if standing.next_due is not None:
        facts.append(Fact(voice.tr("Next due day"), standing.next_due))
    if standing.settled_on is not None:
        facts.append(Fact(voice.tr("Settled on"), standing.settled_on, strong=True))
    if row.written_off_on is not None:
        facts.append(Fact(voice.tr("Written off on"), row.written_off_on, strong=True))
    return Facts(tuple(facts))


def _who(answer: LoanPaper, voice: Voice) -> str:
    if answer.borrower is None:
        return answer.loan.contract.lender
    return name_of(answer.borrower.name, voice)

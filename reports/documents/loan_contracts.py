"""Papers that are signed or sent: the loan contract, the guarantee, the reminder."""

from __future__ import annotations

from datetime import date

from ledger.domain.loans.contract import PenaltyKind
from ledger.queries.loan_paper import LoanPaper, Party
from reports.document import Block, Document, Fact, Facts, Heading, Paragraph, Row, Table
from reports.documents.frame import Frame, at_day, money, name_of, paper, signatures, text
from reports.documents.loan_cards import loan_facts, plan_table
from reports.words.loan_words import security_name
from reports.words.texts import masked_id, shown_id
from reports.words.voice import Voice


def loan_contract_paper(answer: LoanPaper, frame: Frame) -> Document:
    """What the borrower promises, with the plan, the security and everybody's signature."""
    voice, contract = frame.voice, answer.loan.contract
    lender = voice.name(frame.head.name_th, frame.head.name_en)
    borrower = _name(answer.borrower, contract.lender, voice)
    promise = voice.joined(
        lambda one: one.tr(
            "The borrower acknowledges owing {lender} the loan of {amount} baht ({words}) as it is "
            "paid out, and promises to pay it back with interest at {rate} a year by the plan "
            "below."
        ).format(
            lender=one.name(frame.head.name_th, frame.head.name_en),
            amount=one.money(contract.approved),
            words=one.amount_in_words(contract.approved),
            rate=one.percent(answer.rate),
        )
    )
    blocks: list[Block] = [
        _parties(answer, voice),
        loan_facts(answer, voice),
        Paragraph.of(promise),
    ]
    blocks += [_free(pause.end, voice) for pause in answer.loan.pauses if pause.agreed]
    if contract.penalty_kind is not PenaltyKind.NONE:
        blocks.append(Paragraph.of(_penalty(answer, voice)))
    blocks += _security(answer, voice)
    first = answer.loan.plans[0]
    blocks.append(Heading(voice.tr("Plan of instalments"), level=2))
    blocks.append(plan_table(first.rows, first.plan.principal, voice))
    blocks.append(
        signatures(
            (voice.tr("Borrower"), borrower),
            (voice.tr("For the lender"), contract.approved_by),
            (voice.tr("Witness"), ""),
            (voice.tr("Witness"), ""),
        )
    )
    title = voice.tr("Loan contract")
    return paper(frame, title, blocks, subtitles=(lender,), period=voice.day(contract.on, "long"))


def _free(day: date, voice: Voice) -> Paragraph:
    return Paragraph.of(
        voice.joined(
            lambda one: one.tr("No interest is charged up to and including {day}.").format(
                day=one.day(day, "long")
            )
        )
    )


def guarantee_paper(answer: LoanPaper, frame: Frame) -> Document:
    """What each guarantor promises; a page to sign for all of them."""
    voice, contract = frame.voice, answer.loan.contract
    borrower = _name(answer.borrower, contract.lender, voice)
    promise = voice.joined(
        lambda one: one.tr(
            "If {borrower} does not pay this loan of {amount} baht ({words}) as promised, the "
            "guarantors named below pay what is owed, with interest and penalty, until the loan "
            "is settled or they are released."
        ).format(
            borrower=borrower,
            amount=one.money(contract.approved),
            words=one.amount_in_words(contract.approved),
        )
    )
    rows = [
        Row((one.number, name_of(one.name, voice), _id(one, answer, voice), _address(one)))
        for one in answer.guarantors
    ]
    columns = (
        text(voice.tr("Member number")),
        text(voice.tr("Guarantor"), weight=2),
        text(voice.tr("National ID")),
        text(voice.tr("Address"), weight=2),
    )
    blocks: list[Block] = [
        loan_facts(answer, voice),
        Paragraph.of(promise),
        Table(
            columns,
            tuple(rows),
            name=voice.tr("Guarantors"),
            when_empty=voice.tr("Nobody stands for this loan."),
        ),
        signatures(
            *((voice.tr("Guarantor"), name_of(one.name, voice)) for one in answer.guarantors),
            (voice.tr("For the lender"), contract.approved_by),
            (voice.tr("Witness"), ""),
        ),
    ]
    return paper(frame, voice.tr("Guarantee"), blocks, period=voice.day(contract.on, "long"))


def reminder_paper(answer: LoanPaper, frame: Frame) -> Document:
    """A letter to the borrower about what is late, with what it is and until when to come."""
    voice, standing = frame.voice, answer.loan.standing
    borrower = _name(answer.borrower, answer.loan.contract.lender, voice)
    late = standing.amount_late + standing.penalty
    said = voice.joined(lambda one: _reminded(answer, one))
    rows = (
        Row((voice.tr("Late instalments"), standing.amount_late)),
        Row((voice.tr("Penalty"), standing.penalty)),
        Row((voice.tr("To pay now"), late)),
    )
    blocks: list[Block] = [
        Facts(
            (
                # note: whom a letter is for
                Fact(voice.tr("Addressed to"), borrower, strong=True),
                Fact(voice.tr("Address"), _address(answer.borrower)),
            )
        ),
        Paragraph.of(said),
        loan_facts(answer, voice),
        Table((text(voice.tr("Item")), money(voice.tr("Baht"))), rows, keep_together=True),
        Paragraph.of(
            voice.joined(
                lambda one: one.tr(
                    "If you cannot pay all of it at once, please come and talk with the committee. "
                    "If you have paid already, please bring the receipt."
                )
            )
        ),
        signatures((voice.tr("Treasurer"), ""), (voice.tr("Chair"), "")),
    ]
    return paper(frame, voice.tr("Reminder"), blocks, period=at_day(answer.at, voice))


def _reminded(answer: LoanPaper, voice: Voice) -> str:
    standing = answer.loan.standing
    if standing.late_since is None:
        return voice.tr("Nothing is late on this loan. Thank you.")
    return voice.tr(
        "Instalments of your loan have been unpaid since {since}, for {days} days: {amount} baht "
        "in all. Please pay on the next collection day."
    ).format(
        since=voice.day(standing.late_since, "long"),
        days=voice.number(standing.days_late),
        amount=voice.money(standing.amount_late + standing.penalty),
    )


def _parties(answer: LoanPaper, voice: Voice) -> Facts:
    borrower = answer.borrower
    if borrower is None:
        return Facts((Fact(voice.tr("Lender"), answer.loan.contract.lender, strong=True),))
    facts = (
        Fact(voice.tr("Borrower"), name_of(borrower.name, voice), strong=True),
        Fact(voice.tr("National ID"), _id(borrower, answer, voice)),
        Fact(voice.tr("Address"), _address(borrower)),
        Fact(voice.tr("Zone"), borrower.zone_name),
    )
    return Facts(tuple(fact for fact in facts if fact.value != ""))


def _penalty(answer: LoanPaper, voice: Voice) -> str:
    contract = answer.loan.contract
    if contract.penalty_kind is PenaltyKind.FIXED:
        return voice.joined(
            lambda one: one.tr(
                "An instalment that is late by more than {days} days costs {amount} baht more."
            ).format(
                days=one.number(contract.penalty_grace), amount=one.money(contract.penalty_amount)
            )
        )
    return voice.joined(
        lambda one: one.tr(
            "An instalment that is late by more than {days} days costs a penalty of {rate} a year "
            "of what is late."
        ).format(days=one.number(contract.penalty_grace), rate=one.percent(contract.penalty_rate))
    )


def _security(answer: LoanPaper, voice: Voice) -> list[Block]:
    pledged = [one for one in answer.loan.collateral if one.released_on is None]
    if not pledged:
        return []
    rows = [Row((security_name(one.kind, voice), one.description, one.value)) for one in pledged]
    columns = (
        text(voice.tr("Collateral")),
        text(voice.tr("Description"), weight=2),
        money(voice.tr("Appraised value")),
    )
    return [Table(columns, tuple(rows), name=voice.tr("Collateral"))]


def _name(party: Party | None, otherwise: str, voice: Voice) -> str:
    return otherwise if party is None else name_of(party.name, voice)


def _id(party: Party, answer: LoanPaper, voice: Voice) -> str:
    """The national number, masked unless the paper was asked for with all of it."""
    number = "" if party.person is None else party.person.national_id
    shown = shown_id(number) if answer.full_ids and number else masked_id(number)
    return voice.digits(shown)


def _address(party: Party | None) -> str:
    return "" if party is None or party.person is None else party.person.address

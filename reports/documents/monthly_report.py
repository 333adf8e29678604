"""The monthly report: everything the committee signs for, on a few pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ledger.domain.money import ZERO
from ledger.queries.monthly_report import MonthlyReport
from ledger.queries.standing import ActStamp
from reports.document import Block, Document, Fact, Facts, Fingerprint, Heading, Paragraph
from reports.documents.arrears import arrears_facts, arrears_table
from reports.documents.banks import agreements_table, money_table
from reports.documents.cash import counts_table
from reports.documents.financial import income_table, position_table
from reports.documents.frame import Frame, paper, printed_at, signatures
from reports.documents.members import in_out_blocks
from reports.documents.reversals import reversals_table
from reports.documents.savings import products_table, proof_table
from reports.documents.trial_balance import balances_table
from reports.words.voice import Voice


def monthly_report_paper(answer: MonthlyReport, frame: Frame) -> Document:
    """Printed as at the act that closed the month, so that every later print is the same."""
    voice = frame.voice
    own = replace(frame, head=answer.head, printed=printed_at(answer.head.act))
    return paper(
        own,
        voice.tr("Monthly report"),
        [*_accounts(answer, voice), *_money(answer, voice), *_members(answer, voice)],
        period=voice.month(answer.month),
        subtitles=(_state(answer, voice),),
    )


def _state(answer: MonthlyReport, voice: Voice) -> str:
    act = answer.head.act
    if not answer.closed:
        return voice.joined(
            lambda one: one.tr(
                "This month is not closed: figures may still change. As at {moment}."
            ).format(moment=one.moment(act.moment))
        )
    return voice.joined(lambda one: _closed(act, one))


def _closed(act: ActStamp, voice: Voice) -> str:
    if act.user:
        said = voice.tr("Month closed on {moment} by {name}.")
    else:
        # note: the same where nobody's name is known
        said = voice.tr("Month closed on {moment}.")
    return said.format(moment=voice.moment(act.moment), name=act.user)


def _accounts(answer: MonthlyReport, voice: Voice) -> Iterator[Block]:
    yield Heading(voice.tr("Trial balance"))
    yield balances_table(answer.balances, voice)
    yield Heading(voice.tr("Statement of financial position"))
    yield position_table(answer.position, voice)
    yield _meaning(
        voice.tr(
            "Net profit (loss) of this year: income less expenses since the fiscal year began."
        )
    )
    yield Heading(voice.tr("Income and expense"))
    yield income_table(answer.result, voice)


def _money(answer: MonthlyReport, voice: Voice) -> Iterator[Block]:
    yield Heading(voice.tr("Cash and bank"))
    yield money_table(answer.cash, answer.banks, voice)
    if answer.cash is not None:
        yield from _limit(answer, voice)
        yield counts_table(answer.counts, voice)
    if answer.banks.rows:
        yield agreements_table(answer.banks, voice)


def _limit(answer: MonthlyReport, voice: Voice) -> Iterator[Block]:
    cash = answer.cash
    if cash is None or cash.limit is None:
        return
    facts = (
        Fact(voice.tr("Cash-holding limit"), cash.limit),
        Fact(voice.tr("Evenings above the limit"), cash.days_over_limit),
        Fact(voice.tr("Most cash in an evening"), cash.highest),
    )
    yield Facts(facts, columns=3)


def _meaning(said: str) -> Paragraph:
    """What a figure means, beside the figure."""
    return Paragraph(text=said, small=True)


def _members(answer: MonthlyReport, voice: Voice) -> Iterator[Block]:
    yield Heading(voice.tr("Members in and out"))
    yield from in_out_blocks(answer.members, voice)
    yield Heading(voice.tr("Savings and shares"))
    yield products_table(answer.products, voice)
    yield _meaning(
        voice.tr(
            "Paid in and paid out: what was booked in the month. "
            "What was taken back within the month counts on neither side."
        )
    )
    yield proof_table(answer.proof, voice)
    yield _meaning(
        voice.tr(
            "Every amount of a member or a bank lies on a card: "
            "all cards together must be the control account."
        )
    )
    if answer.proof.difference != ZERO:
        yield Paragraph(
            text=voice.tr("Cards and ledger differ: have the book checked before you sign."),
            strong=True,
        )
    yield Heading(voice.tr("Who has not paid"))
    yield _meaning(
        voice.tr(
            "Owed: every promised month up to this one less what was paid in, "
            "and charges that have fallen due."
        )
    )
    yield arrears_facts(answer.arrears, voice)
    yield arrears_table(answer.arrears, voice)
    yield Heading(voice.tr("Reversals"))
    yield reversals_table(answer.reversals, voice)
    yield signatures(
        (voice.tr("Prepared by"), answer.head.act.user),
        (voice.tr("Checked by"), ""),
        (voice.tr("Chairperson"), ""),
    )
    yield Fingerprint(answer.head.act.number, answer.head.act.code, qr=answer.head.act.code)

"""Papers of a member of the welfare fund: the claim form with its reasons, and the welfare card."""

from __future__ import annotations

from ledger.domain.benefits import Finding
from ledger.domain.money import ZERO, Money
from ledger.domain.welfare_claims import ClaimState
from ledger.queries.welfare_card import ClaimableRow, WelfareCard
from ledger.queries.welfare_claims import ClaimRow, ClaimView
from ledger.queries.welfare_members import WelfareMemberRow
from reports.document import (
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from reports.documents.frame import (
    Frame,
    at_day,
    count,
    day,
    known,
    money,
    name_of,
    paper,
    signatures,
    text,
)
from reports.words.benefit_reasons import benefit_reason
from reports.words.voice import Voice
from reports.words.welfare_words import (
    claim_state,
    group_name,
    heading_name,
    per_name,
    rhythm_name,
    welfare_leaving,
)

_COMMITTEE = 3


def welfare_claim_paper(answer: ClaimView, frame: Frame) -> Document:
    """The claim form: who asks for what, every test of the check, the decision, all signatures."""
    voice, row = frame.voice, answer.row
    blocks: list[Block] = [
        _claimant(answer, voice),
        Heading(voice.tr("What is asked for"), level=2),
        _asked(answer, voice),
        Heading(voice.tr("Check against the rule"), level=2),
        *_check(answer, voice),
        Heading(voice.tr("Decision of the committee"), level=2),
        _decision(answer, voice),
        _signed(answer, voice),
    ]
    return paper(
        frame,
        voice.tr("Benefit claim form"),
        blocks,
        # note: under the title of a claim form
        subtitles=(
            voice.joined(lambda one: one.tr("Claim {number}").format(number=one.number(row.claim))),
        ),
        period=voice.day(row.on, "long"),
    )


def welfare_card_paper(answer: WelfareCard, frame: Frame) -> Document:
    """A member's card in the fund: membership, contributions, claims, what is left this year."""
    voice = frame.voice
    blocks: list[Block] = [
        Facts(
            (
                Fact(voice.tr("Name"), name_of(answer.name, voice), strong=True),
                Fact(voice.tr("Member number"), answer.member, strong=True),
                Fact(voice.tr("Contributed in all"), answer.contributed),
                Fact(voice.tr("Benefits received"), answer.received),
            )
        ),
        *(_membership(one, voice) for one in answer.memberships),
    ]
    if not answer.memberships:
        blocks.append(Paragraph.of(voice.tr("Not a member of the welfare fund.")))
    blocks += [
        Heading(voice.tr("Contributions"), level=2),
        _contributions(answer, voice),
        Heading(voice.tr("Claims"), level=2),
        claims_table(answer.claims, voice),
        Heading(voice.tr("What may still be claimed this year"), level=2),
        claimable_table(answer.claimable, voice),
        *_hindered(answer, voice),
        signatures((voice.tr("Member"), answer.name), (voice.tr("Treasurer"), "")),
    ]
    return paper(frame, voice.tr("Welfare member card"), blocks, period=at_day(answer.at, voice))


def claims_table(rows: tuple[ClaimRow, ...], voice: Voice) -> Table:
    """Claims with their days, what was granted, and where they stand."""
    columns = (
        count(voice.tr("Claim")),
        text(voice.tr("Benefit"), weight=2),
        day(voice.tr("From day")),
        day(voice.tr("Up to and including")),
        text(voice.tr("Standing"), weight=2),
        money(voice.tr("Amount")),
    )
    found = [
        Row(
            (
                one.claim,
                voice.name(one.name_th, one.name_en),
                one.start,
                one.end,
                claim_state(one.state.value, voice),
                one.amount,
            )
        )
        for one in rows
    ]
    return Table(
        columns,
        tuple(found),
        name=voice.tr("Claims"),
        when_empty=voice.tr("Nothing was claimed yet."),
    )


def claimable_table(rows: tuple[ClaimableRow, ...], voice: Voice) -> Table:
    """What is left by rule; an empty cell sets no limit."""
    columns = (
        text(voice.tr("Benefit"), weight=2),
        text(voice.tr("Unit of the benefit")),
        money(voice.tr("Amount")),
        money(voice.tr("Paid this year")),
        money(voice.tr("Left this year")),
        money(voice.tr("Left in a lifetime")),
        count(voice.tr("Times left")),
    )
    found = [
        Row(
            (
                voice.name(one.name_th, one.name_en),
                per_name(one.per, voice),
                one.rate,
                one.paid_this_year,
                one.left_this_year,
                one.left_in_life,
                one.times_left,
            )
        )
        for one in rows
    ]
    return Table(
        columns,
        tuple(found),
        name=voice.tr("What may still be claimed this year"),
        when_empty=voice.tr("No benefit is in force."),
    )


def _claimant(answer: ClaimView, voice: Voice) -> Facts:
    row, member = answer.row, answer.membership
    facts = [
        Fact(voice.tr("Member"), name_of(row.name, voice), strong=True),
        Fact(voice.tr("Member number"), row.member, strong=True),
        Fact(voice.tr("In the fund since"), member.joined),
        Fact(voice.tr("Contributions paid through"), member.through),
        Fact(voice.tr("Contribution"), _rate(member, voice)),
        # note: who takes the money of a benefit where that is not the member
        Fact(voice.tr("Paid to"), answer.payee or None),
    ]
    return known(facts)


def _asked(answer: ClaimView, voice: Voice) -> Facts:
    row = answer.row
    facts = [
        Fact(voice.tr("Benefit"), voice.name(row.name_th, row.name_en), strong=True),
        Fact(voice.tr("Heading"), heading_name(row.heading, voice)),
        Fact(voice.tr("Admitted, or begun, on"), row.admitted),
        Fact(voice.tr("From day"), row.start),
        Fact(voice.tr("Up to and including"), row.end),
        Fact(voice.tr("Documents"), ", ".join(answer.documents) or None),
        Fact(voice.tr("Note"), answer.note or None),
    ]
    return known(facts)


def _check(answer: ClaimView, voice: Voice) -> list[Block]:
    check, rule = answer.check, answer.rule.rule
    facts = [
        Fact(voice.tr("Rule by resolution"), rule.resolution),
        Fact(voice.tr("In force since"), rule.from_day),
        Fact(voice.tr("Nights, days or events counted"), check.units),
        Fact(voice.tr("The rule allows"), check.amount, strong=True),
        Fact(voice.tr("Left this year after it"), check.left_this_year),
    ]
    blocks: list[Block] = [known(facts)]
    blocks += _reasons(voice.tr("Why nothing can be paid"), check.blocks, voice)
    blocks += _reasons(voice.tr("Why it is not more"), check.cuts, voice)
    if check.is_payable and not check.cuts:
        blocks.append(Paragraph.of(voice.tr("Every test of the rule is passed.")))
    return blocks


def _reasons(title: str, found: tuple[Finding, ...], voice: Voice) -> list[Block]:
    if not found:
        return []
    said = [Paragraph.of(f"– {benefit_reason(one, voice)}") for one in found]
    return [Paragraph(text=title, strong=True), *said]


def _decision(answer: ClaimView, voice: Voice) -> Facts:
    row = answer.row
    granted = row.state in (ClaimState.APPROVED, ClaimState.PAID)
    amount: Money | None = row.amount if granted else None
    facts = [
        Fact(voice.tr("Standing"), claim_state(row.state.value, voice), strong=True),
        Fact(voice.tr("Decided on"), row.decided_on),
        Fact(voice.tr("Resolution"), row.resolution or None),
        Fact(voice.tr("Approved"), amount, strong=True),
        Fact(
            voice.tr("In words"),
            voice.amount_in_words(row.amount) if amount is not None else None,
        ),
        Fact(voice.tr("Reason"), answer.reason or None),
        Fact(voice.tr("Paid on"), row.paid_on),
        Fact(voice.tr("Voucher"), row.voucher or None),
    ]
    return known(facts)


def _signed(answer: ClaimView, voice: Voice) -> Block:
    """Domain.md 4.4: who asks, three of the committee, the chair, who takes the money."""
    committee = [*answer.committee, *("" for _ in range(_COMMITTEE))][
        : max(_COMMITTEE, len(answer.committee))
    ]
    receiver = answer.payee or answer.row.name
    return signatures(
        (voice.tr("Claimant"), answer.row.name),
        *((voice.tr("Committee member"), name) for name in committee),
        (voice.tr("Chairperson"), answer.chair),
        (voice.tr("Money received by"), receiver),
        (voice.tr("Treasurer"), ""),
    )


def _rate(member: WelfareMemberRow, voice: Voice) -> str:
    return voice.joined(
        # note: a contribution, as in "1.00 baht a day"
        lambda one: one.tr("{amount} baht {rhythm}").format(
            amount=one.money(member.amount), rhythm=rhythm_name(member.rhythm, one)
        )
    )


def _membership(one: WelfareMemberRow, voice: Voice) -> Facts:
    facts = [
        Fact(voice.tr("In the fund since"), one.joined),
        Fact(voice.tr("Type"), group_name(one.group, voice)),
        Fact(voice.tr("Contribution"), _rate(one, voice)),
        Fact(voice.tr("Contributions paid through"), one.through, strong=True),
        Fact(voice.tr("Due now"), None if one.due == ZERO else one.due, strong=True),
        Fact(voice.tr("Last day in the fund"), one.ended),
        Fact(
            voice.tr("Why"),
            None if one.ended_why is None else welfare_leaving(one.ended_why, voice),
        ),
    ]
    return known(facts)


def _contributions(answer: WelfareCard, voice: Voice) -> Table:
    rows = [Row((one.on, one.entry, one.amount)) for one in answer.contributions]
    if rows:
        rows.append(Row((None, None, answer.contributed), RowStyle.TOTAL))
    columns = (day(voice.tr("Day")), count(voice.tr("Entry")), money(voice.tr("Amount")))
    return Table(
        columns,
        tuple(rows),
        name=voice.tr("Contributions"),
        when_empty=voice.tr("Nothing was contributed yet."),
    )


def _hindered(answer: WelfareCard, voice: Voice) -> list[Block]:
    """Why an event of the day would not be paid, benefit by benefit."""
    blocks: list[Block] = []
    for row in answer.claimable:
        if row.blocks:
            said = " ".join(benefit_reason(one, voice) for one in row.blocks)
            name = voice.name(row.name_th, row.name_en)
            blocks.append(Paragraph(text=f"{name}: {said}", small=True))
    return blocks

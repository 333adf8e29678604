"""The member's card of the register: who she is, her beneficiary, and what she holds."""

from __future__ import annotations

from ledger.domain.accounts import CardKind
from ledger.domain.money import ZERO
from ledger.queries.member_papers import MemberCardPaper
from reports.document import (
    A5,
    Block,
    Columns,
    Document,
    Fact,
    Facts,
    Picture,
    Row,
    Table,
)
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    day,
    money,
    name_of,
    paper,
    signatures,
    text,
)
from reports.words.kinds import member_kind
from reports.words.labels import leaving_reason
from reports.words.texts import shown_id, shown_phone
from reports.words.voice import Voice


def member_card_paper(answer: MemberCardPaper, frame: Frame) -> Document:
    """The national number stands masked as it came; the photo where there is one."""
    voice = frame.voice
    blocks: list[Block] = []
    if answer.photo is not None:
        picture = Picture(answer.photo, 28, name_of(answer.member.name, voice))
        blocks.append(Columns(((picture,), (Facts(_person(answer, voice), columns=1),))))
    else:
        blocks.append(Facts(_person(answer, voice)))
    blocks.append(_cards(answer, voice))
    blocks.append(signatures((voice.tr("Member"), answer.member.name), (voice.tr("Treasurer"), "")))
    return paper(frame, voice.tr("Member card"), blocks, period=at_day(answer.at, voice), sheet=A5)


def _person(answer: MemberCardPaper, voice: Voice) -> tuple[Fact, ...]:
    member = answer.member
    facts = [
        Fact(voice.tr("Name"), name_of(member.name, voice), strong=True),
        Fact(voice.tr("Member number"), member.number, strong=True),
        Fact(voice.tr("Kind"), member_kind(member.kind, voice)),
        Fact(voice.tr("Joined on"), member.joined),
    ]
    if member.left is not None:
        facts.append(Fact(voice.tr("Left on"), member.left, strong=True))
    if member.left_why is not None:
        facts.append(Fact(voice.tr("Why"), leaving_reason(member.left_why.value, voice)))
    known = (
        (voice.tr("Zone"), member.zone_name),
        (voice.tr("Household"), member.household),
        (voice.tr("National ID number"), voice.digits(shown_id(answer.national_id))),
        (voice.tr("Telephone"), voice.digits(shown_phone(answer.phone))),
        (voice.tr("Address"), answer.address),
        (
            voice.tr("Beneficiary"),
            " · ".join(part for part in (answer.nominee, answer.nominee_relation) if part),
        ),
    )
    facts += [Fact(label, said) for label, said in known if said.strip("-")]
    return tuple(facts)


def _cards(answer: MemberCardPaper, voice: Voice) -> Table:
    rows = [
        Row(
            (
                voice.digits(str(card.card)),
                voice.name(card.name_th, card.name_en),
                card.opened_on,
                None if card.promise == ZERO else card.promise,
                abs(card.balance) if card.kind is CardKind.LOAN else card.balance,
            )
        )
        for card in answer.cards
        if card.closed_on is None or card.closed_on > answer.at
    ]
    columns = (
        code(voice.tr("Account")),
        text(voice.tr("Savings, shares or loan")),
        day(voice.tr("Opened on")),
        money(voice.tr("Monthly promise")),
        money(voice.tr("Balance")),
    )
    return Table(columns, tuple(rows), when_empty=voice.tr("No account."))

"""What the book holds about one person, for her who asks for it (PDPA s.30, trust.md 6.8)."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.members import Person
from ledger.queries.personal_data import PersonalData, PersonVersion
from reports.document import Block, Document, Fact, Facts, Heading, Paragraph, Row, Table, Value
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    count,
    day,
    money,
    name_of,
    paper,
    signatures,
    text,
)
from reports.words.choices import choice_name
from reports.words.commands import command_name
from reports.words.table_names import table_name
from reports.words.texts import shown_id, shown_phone
from reports.words.voice import Voice


def personal_data_paper(answer: PersonalData, frame: Frame) -> Document:
    """The number of the ID card stands in full: it is her own paper."""
    voice = frame.voice
    blocks: list[Block] = [
        Paragraph(
            text=voice.tr(
                "Given to the member who asks for her data. It holds her national ID number and "
                "belongs in her hand alone."
            )
        ),
        Facts(tuple(_facts(answer, voice))),
        *_earlier(answer, voice),
        Heading(voice.tr("Consents")),
        _consents(answer, voice),
        Heading(voice.tr("Savings, shares and loans")),
        _cards(answer, voice),
        Heading(voice.tr("What the book holds")),
        _tables(answer, voice),
        *_named(answer, voice),
        Paragraph(
            text=voice.tr(
                "The whole of it, row by row, is handed over as a file: satcha ask BOOK "
                "personal-data."
            ),
            small=True,
        ),
        signatures((voice.tr("Member"), answer.member.name), (voice.tr("Treasurer"), "")),
    ]
    title = voice.tr("Data held about a member")
    return paper(frame, title, blocks, period=at_day(answer.at, voice))


def _facts(answer: PersonalData, voice: Voice) -> Iterator[Fact]:
    member, person = answer.member, answer.person
    yield Fact(voice.tr("Name"), name_of(member.name, voice), strong=True)
    yield Fact(voice.tr("Member number"), member.number, strong=True)
    yield Fact(voice.tr("Joined on"), member.joined)
    if member.left is not None:
        yield Fact(voice.tr("Left on"), member.left)
    if person is not None:
        yield from _own(person, voice)
    if answer.photo:
        yield Fact(voice.tr("Photo kept"), voice.tr("yes"))
    found = answer.restricted
    if found is not None:
        said = voice.joined(
            lambda one: one.tr("since {day}: {reason}").format(
                day=one.day(found.on), reason=found.reason
            )
        )
        yield Fact(voice.tr("Use restricted"), said, strong=True)


def _own(person: Person, voice: Voice) -> Iterator[Fact]:
    heir = " · ".join(part for part in (person.nominee, person.nominee_relation) if part)
    known = (
        (voice.tr("National ID number"), shown_id(person.national_id)),
        (voice.tr("Born"), person.born),
        (voice.tr("Telephone"), shown_phone(person.phone)),
        (voice.tr("Address"), person.address),
        (voice.tr("Beneficiary"), heir),
    )
    for label, said in known:
        if said.strip("-"):
            yield Fact(label, voice.digits(said))


def _earlier(answer: PersonalData, voice: Voice) -> Iterator[Block]:
    if len(answer.versions) < 2:
        return
    rows = [Row(_version_cells(one, voice)) for one in answer.versions]
    columns = (
        day(voice.tr("Kept from")),
        text(voice.tr("Name")),
        text(voice.tr("Telephone")),
        text(voice.tr("Address")),
        text(voice.tr("Beneficiary")),
    )
    yield Heading(voice.tr("Earlier personal data"))
    yield Table(columns, tuple(rows))


def _version_cells(one: PersonVersion, voice: Voice) -> tuple[Value, ...]:
    person = one.person
    if person is None:
        return (one.at.date(), voice.tr("(erased)"), "", "", "")
    return (
        one.at.date(),
        person.full_name,
        voice.digits(shown_phone(person.phone)),
        person.address,
        person.nominee,
    )


def _consents(answer: PersonalData, voice: Voice) -> Table:
    rows = [
        Row(
            (
                choice_name(one.covers, voice),
                one.given_on,
                voice.digits(one.document),
                one.withdrawn_on,
                voice.digits(one.withdrawn_by),
            )
        )
        for one in answer.consents
    ]
    columns = (
        text(voice.tr("Consent to")),
        day(voice.tr("Given on")),
        text(voice.tr("Signed paper")),
        day(voice.tr("Consent taken back on")),
        text(voice.tr("Letter")),
    )
    return Table(columns, tuple(rows), when_empty=voice.tr("She gave no consent."))


def _cards(answer: PersonalData, voice: Voice) -> Table:
    rows = [
        Row(
            (
                voice.digits(str(card.card)),
                voice.name(card.name_th, card.name_en),
                card.opened_on,
                card.closed_on,
                card.balance,
            )
        )
        for card in answer.cards
    ]
    columns = (
        code(voice.tr("Account")),
        text(voice.tr("Savings, shares or loan")),
        day(voice.tr("Opened on")),
        day(voice.tr("Closed on")),
        money(voice.tr("Balance")),
    )
    return Table(columns, tuple(rows), when_empty=voice.tr("No account."))


def _tables(answer: PersonalData, voice: Voice) -> Table:
    rows = [Row((table_name(one.table, voice), len(one.rows))) for one in answer.tables]
    columns = (text(voice.tr("Kept in")), count(voice.tr("Rows")))
    return Table(columns, tuple(rows))


def _named(answer: PersonalData, voice: Voice) -> Iterator[Block]:
    if not answer.named:
        return
    yield Heading(voice.tr("Texts that name her"))
    yield Paragraph(
        text=voice.tr(
            "They belong to vouchers and registers and stay when her data are erased. Each can be "
            "erased by itself; who paid or was paid is kept for ten years."
        ),
        small=True,
    )
    rows = [
        Row((one.on, voice.digits(str(one.act)), command_name(one.command, voice), one.text))
        for one in answer.named
    ]
    columns = (
        day(voice.tr("Day")),
        code(voice.tr("Act")),
        text(voice.tr("What was done")),
        text(voice.tr("Text")),
    )
    yield Table(columns, tuple(rows))

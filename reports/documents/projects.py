"""Projects on paper: everything of one on a page, its survey register, and the committees."""

from __future__ import annotations

from ledger.domain.money import total
from ledger.queries.committees import CommitteesAt
from ledger.queries.projects import ProjectStatement
from ledger.queries.survey import SurveyRegister
from reports.document import Block, Document, Fact, Facts, Heading, Paragraph, Row, RowStyle, Table
from reports.documents.frame import (
    Frame,
    at_day,
    code,
    count,
    day,
    known,
    money,
    name_of,
    paper,
    signatures,
    text,
)
from reports.words.committees import position_name, standing_name
from reports.words.voice import Voice


def project_paper(answer: ProjectStatement, frame: Frame) -> Document:
    """Loan, grants, members' contributions and lease of a project on one page."""
    voice = frame.voice
    blocks: list[Block] = [_facts(answer, voice)]
    for heading, table, there in (
        (voice.tr("Loans for the project"), _loans(answer, voice), answer.loans),
        (voice.tr("Grants of the project"), _grants(answer, voice), answer.grants),
        (voice.tr("Leased land"), _leases(answer, voice), answer.leases),
        (voice.tr("Members of the project"), _members(answer, voice), answer.members),
    ):
        if there:
            blocks += [Heading(heading, level=2), table]
    if not answer.parts:
        blocks.append(Paragraph.of(voice.tr("Nothing belongs to this project yet.")))
    blocks.append(
        signatures(
            (voice.tr("Prepared by"), ""),
            (voice.tr("Treasurer"), ""),
            (voice.tr("Chairperson"), ""),
        )
    )
    return paper(
        frame,
        voice.tr("Statement of a project"),
        blocks,
        subtitles=(answer.project.name,),
        period=at_day(answer.at, voice),
    )


def survey_paper(answer: SurveyRegister, frame: Frame) -> Document:
    """Who was surveyed, who qualifies, and who is certified."""
    voice = frame.voice
    rows = [
        Row(
            (
                one.number,
                one.household or None,
                name_of(one.name, voice),
                one.people,
                one.tenure or None,
                one.need or None,
                standing_name(one.standing, voice),
                one.decided_on,
                one.resolution or None,
            )
        )
        for one in answer.rows
    ]
    columns = (
        count(voice.tr("No.")),
        code(voice.tr("Household")),
        text(voice.tr("Head of the household"), weight=2),
        count(voice.tr("People")),
        text(voice.tr("Lives now")),
        text(voice.tr("Needs")),
        text(voice.tr("Standing")),
        day(voice.tr("Decided on")),
        text(voice.tr("Resolution")),
    )
    table = Table(
        columns,
        tuple(rows),
        name=voice.tr("Survey register"),
        when_empty=voice.tr("No household was surveyed yet."),
    )
    facts = Facts(
        (
            Fact(voice.tr("Households surveyed"), answer.households),
            Fact(voice.tr("People"), answer.people),
            Fact(voice.tr("Households that qualify"), answer.qualified),
            Fact(voice.tr("Certified rights-holders"), answer.certified, strong=True),
            Fact(voice.tr("Households not qualified"), answer.declined),
        )
    )
    blocks: list[Block] = [
        table,
        facts,
        signatures((voice.tr("Surveyed by"), ""), (voice.tr("Chairperson"), "")),
    ]
    return paper(frame, voice.tr("Survey register"), blocks, subtitles=(answer.project.name,))


def committees_paper(answer: CommitteesAt, frame: Frame) -> Document:
    """Who sits in which committee and working group on a day."""
    voice = frame.voice
    blocks: list[Block] = []
    for row in answer.rows:
        blocks.append(Heading(voice.name(row.name_th, row.name_en), level=2))
        seats = [
            Row(
                (
                    position_name(one.position, voice),
                    one.member,
                    name_of(one.name, voice),
                    one.since,
                    one.until,
                    one.resolution,
                )
            )
            for one in row.seats
        ]
        columns = (
            text(voice.tr("Position")),
            code(voice.tr("Member number")),
            text(voice.tr("Name"), weight=2),
            day(voice.tr("From day")),
            day(voice.tr("Up to and including")),
            text(voice.tr("Resolution")),
        )
        empty = voice.tr("Nobody sits on this committee.")
        blocks.append(Table(columns, tuple(seats), when_empty=empty, keep_together=True))
    if not answer.rows:
        blocks.append(Paragraph.of(voice.tr("There is no committee yet.")))
    title = voice.tr("Committees and working groups")
    return paper(frame, title, blocks, period=at_day(answer.at, voice))


def _facts(answer: ProjectStatement, voice: Voice) -> Facts:
    share = answer.savings_share
    facts = (
        Fact(voice.tr("Place"), answer.project.place or None),
        Fact(voice.tr("Begins on"), answer.project.on),
        Fact(voice.tr("Households surveyed"), answer.surveyed),
        Fact(voice.tr("Certified rights-holders"), answer.certified),
        Fact(voice.tr("Approved amount"), answer.approved, strong=True),
        Fact(voice.tr("Owed to lenders"), answer.owed, strong=True),
        Fact(voice.tr("Members owe"), answer.members_owe, strong=True),
        Fact(voice.tr("Members are late"), answer.members_late),
        Fact(voice.tr("Grants received"), answer.granted, strong=True),
        Fact(voice.tr("Spent from grants"), answer.grant_spent),
        Fact(voice.tr("Returned to the donor"), total(one.returned for one in answer.grants)),
        Fact(voice.tr("Left of grants"), answer.grant_remaining),
        Fact(voice.tr("Members' savings for it"), answer.savings, strong=True),
        Fact(
            voice.tr("Contributions against the loan"),
            None if share is None else voice.percent(share),
        ),
        Fact(voice.tr("Owed to the owner"), answer.rent_owed),
        Fact(voice.tr("Remitted to the owner"), answer.rent_remitted),
        Fact(voice.tr("Not paid by members"), answer.rent_outstanding),
    )
    return known(facts)


def _loans(answer: ProjectStatement, voice: Voice) -> Table:
    rows = [
        Row(
            (
                voice.digits(str(one.source.card)),
                one.source.party or one.source.name,
                one.drawn,
                one.repaid.principal,
                one.balance,
                one.lent,
                one.members_balance,
            )
        )
        for one in answer.loans
    ]
    columns = (
        code(voice.tr("Card")),
        text(voice.tr("Lender"), weight=2),
        money(voice.tr("Drawn")),
        money(voice.tr("Principal paid")),
        money(voice.tr("Owed to lenders")),
        money(voice.tr("Lent on to members")),
        money(voice.tr("Members owe")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Loans for the project"))


def _grants(answer: ProjectStatement, voice: Voice) -> Table:
    rows = [
        Row((one.code, one.donor, one.total, one.received, one.spent, one.returned, one.remaining))
        for one in answer.grants
    ]
    columns = (
        code(voice.tr("Code")),
        text(voice.tr("Donor"), weight=2),
        money(voice.tr("Grant")),
        money(voice.tr("Received")),
        money(voice.tr("Spent")),
        money(voice.tr("Returned to the donor")),
        money(voice.tr("Remaining")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Grants of the project"))


def _leases(answer: ProjectStatement, voice: Voice) -> Table:
    rows = [
        Row((one.code, one.owner, one.owed, one.billed, one.collected, one.remitted, one.open))
        for one in answer.leases
    ]
    columns = (
        code(voice.tr("Lease")),
        text(voice.tr("Owner of the land"), weight=2),
        money(voice.tr("Owed to the owner")),
        money(voice.tr("Billed to members")),
        money(voice.tr("Collected")),
        money(voice.tr("Remitted to the owner")),
        money(voice.tr("Not remitted yet")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Leased land"))


def _members(answer: ProjectStatement, voice: Voice) -> Table:
    rows = [
        Row(
            (
                one.member,
                name_of(one.name, voice),
                one.household or None,
                ", ".join(one.plots) or None,
                one.savings,
                one.loan,
            )
        )
        for one in answer.members
    ]
    sums = (None, voice.tr("Total"), None, None, answer.savings, answer.members_owe)
    rows.append(Row(sums, RowStyle.TOTAL))
    columns = (
        code(voice.tr("Member number")),
        text(voice.tr("Name"), weight=2),
        code(voice.tr("Household")),
        text(voice.tr("Plots")),
        money(voice.tr("Members' savings for it")),
        money(voice.tr("Owes of the loan")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Members of the project"))

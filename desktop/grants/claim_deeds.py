"""Claims on an insurer as forms: reported, received, passed on, reduced; premiums of each loan."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QDialog
from typing_extensions import override

from desktop.grants.state import LoanPremiums, premiums_of
from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.field import Field
from desktop.parts.text_fields import LongTextField
from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import (
    Asked,
    AskedDialog,
    amount,
    day,
    member,
    money_place,
    picks,
    reason,
    words,
)
from ledger.domain.commands import Command
from ledger.domain.lending import Direction
from ledger.domain.money import ZERO
from ledger.queries.insurance import ClaimRow, InsuranceRow, insurance_card
from ledger.queries.loans import loans
from ledger.usecases.claiming_insurance import (
    PayOutClaim,
    ReceiveClaim,
    ReduceClaim,
    ReportClaim,
)
from ledger.usecases.insuring import BillPremiums, Premium
from reports.words.voice import Voice


def report_form(session: Session, voice: Voice, policy: InsuranceRow) -> QDialog | None:
    """The insurer owes for a member, on to her, her heirs or her loan."""
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Report a claim to the insurer"),
        verb=lambda voice: voice.tr("Report the claim"),
        asks=(
            member(),
            day("event_on", lambda voice: voice.tr("Day of the death or damage")),
            day("on", lambda voice: voice.tr("Reported on")),
            amount(),
            reason(),
            Asked(
                "loan",
                lambda voice: voice.tr("Goes to the loan"),
                loan_chooser,
                optional=True,
            ),
            words("reference", lambda voice: voice.tr("Number at the insurer"), optional=True),
        ),
        makes=partial(ReportClaim, policy=policy.code),
    )


def received_form(session: Session, voice: Voice, policy: InsuranceRow) -> QDialog | None:
    """The insurer pays on a claim."""
    claims = [one for one in _claims(session, policy) if one.open > ZERO]
    if not claims:
        return None
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("The insurer pays a claim"),
        verb=lambda voice: voice.tr("Receive"),
        asks=(
            _claim(claims),
            amount(start=claims[0].open),
            day(),
            money_place(lambda voice: voice.tr("Comes into")),
            words("document", lambda voice: voice.tr("Document"), optional=True),
        ),
        makes=ReceiveClaim,
    )


def paid_form(session: Session, voice: Voice, policy: InsuranceRow) -> QDialog | None:
    """What came in on a claim goes to the member or heir, or pays her loan."""
    claims = [one for one in _claims(session, policy) if one.held > ZERO]
    if not claims:
        return None
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Pass a claim on"),
        verb=lambda voice: voice.tr("Pay out"),
        asks=(
            _claim(claims),
            amount(start=claims[0].held),
            day(),
            words("payee", lambda voice: voice.tr("Paid to"), start=claims[0].name),
            money_place(lambda voice: voice.tr("Paid from")),
            words("approved_by", lambda voice: voice.tr("Approved by"), optional=True),
            words("document", lambda voice: voice.tr("Document"), optional=True),
        ),
        makes=PayOutClaim,
    )


def reduced_form(session: Session, voice: Voice, policy: InsuranceRow) -> QDialog | None:
    """What the insurer will not pay of a claim is taken off."""
    claims = [one for one in _claims(session, policy) if one.open > ZERO]
    if not claims:
        return None
    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("The insurer pays less"),
        verb=lambda voice: voice.tr("Take it off"),
        asks=(
            _claim(claims),
            amount("amount", lambda voice: voice.tr("Amount that is not paid")),
            day(),
            reason(),
        ),
        makes=ReduceClaim,
    )


class PremiumsField(LongTextField):
    """A loan's card and its premium, one a row; pasted from a spreadsheet as well."""

    def __init__(self, voice: Voice, known: frozenset[int]) -> None:
        super().__init__(voice, lines=6)
        self._known = known

    def answer(self) -> LoanPremiums | None:
        typed = premiums_of(self.edit.toPlainText())
        return typed if typed.rows and typed.wrong is None else None

    @override
    def trouble(self) -> Says | None:
        typed = premiums_of(self.edit.toPlainText())
        wrong = typed.wrong
        if wrong is not None:
            return lambda voice: voice.tr(
                "Row {number} is no premium. Write the card number of the loan, a space, and baht."
            ).format(number=voice.number(wrong))
        strange = [card for card, _ in typed.rows if card not in self._known]
        if strange:
            return lambda voice: voice.tr(
                "Card {card} is no running loan of a member. Look up the loan's card number."
            ).format(card=voice.number(strange[0]))
        # Tabs between the columns are no strange letters here.
        return super().trouble() if self.is_empty() else None


def premiums_form(session: Session, voice: Voice, policy: InsuranceRow) -> QDialog | None:
    """Each loan is asked for its own premium."""
    rows = session.ask(loans, at=session.today, leg=Direction.OUT).rows
    whose = {row.card: row.party for row in rows if row.settled_on is None}

    def billed(*, premiums: LoanPremiums, due_on: date, note: str = "") -> Command:
        asked = tuple(
            Premium(member=whose[card], amount=baht, loan=card)
            for card, baht in premiums.rows
            if card in whose
        )
        return BillPremiums(policy=policy.code, due_on=due_on, premiums=asked, note=note)

    return AskedDialog(
        session,
        voice,
        title=lambda voice: voice.tr("Bill premiums loan by loan"),
        verb=lambda voice: voice.tr("Bill"),
        asks=(
            Asked(
                "premiums",
                lambda voice: voice.tr("Card of the loan and premium, one a row"),
                lambda _session, voice: PremiumsField(voice, frozenset(whose)),
            ),
            day("due_on", lambda voice: voice.tr("Due on")),
            words("note", lambda voice: voice.tr("Note"), optional=True),
        ),
        makes=billed,
    )


def loan_chooser(session: Session, voice: Voice) -> Field:
    """A running loan, by its card number or by whose it is."""
    rows = session.ask(loans, at=session.today, leg=Direction.OUT).rows
    return Chooser(
        voice,
        [
            Choice(row.card, row.name, str(row.card), voice.money(row.outstanding))
            for row in rows
            if row.settled_on is None
        ],
    )


def _claims(session: Session, policy: InsuranceRow) -> tuple[ClaimRow, ...]:
    return session.ask(insurance_card, policy=policy.code, at=session.today).claims


def _claim(claims: list[ClaimRow]) -> Asked:
    return picks(
        "claim",
        lambda voice: voice.tr("Claim on the insurer"),
        [(one.claim.number, _said(one)) for one in claims],
    )


def _said(one: ClaimRow) -> Says:
    return lambda voice: voice.tr("{number}: {name}, to come {open}, to pass on {held}").format(
        number=voice.number(one.claim.number),
        name=one.name,
        open=voice.money(one.open),
        held=voice.money(one.held),
    )

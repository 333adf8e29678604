"""What is done less often with one loan: who stands for it, what secures it, whose it becomes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog

from desktop.parts.words import Says, verbatim
from desktop.session import Session
from desktop.session.asked import (
    Asked,
    AskedDialog,
    amount,
    day,
    member,
    money_place,
    picks,
    picks_word,
    reason,
    resolution,
    words,
    yes_no,
)
from desktop.session.more import Deed, forms_of
from desktop.session.screen import Screen
from ledger.domain.loan_life import Collateral
from ledger.queries.loan_paper import LoanPaper
from ledger.usecases.loan_passing import RecoverLoan, TransferLoan, TransferReason
from ledger.usecases.loan_security import (
    AddGuarantor,
    PledgeCollateral,
    ReleaseCollateral,
    ReleaseGuarantor,
)
from reports.words.loan_words import SECURITY, security_name
from reports.words.voice import N_, Voice

_REASONS = {
    TransferReason.HEIR: N_("goes to an heir"),
    TransferReason.GUARANTOR: N_("goes to a guarantor"),
    TransferReason.SALE: N_("goes to who takes over the house"),
}


def deeds_of(screen: Screen, loan: Callable[[], LoanPaper | None]) -> tuple[Deed, ...]:
    """The further forms of a loan's page; ``loan`` is the one that is open."""
    form = forms_of(screen, loan)
    return (
        Deed("add-guarantor", _guarantor, form(guarantor_form)),
        Deed("release-guarantor", _let_go, form(let_go_form)),
        Deed("pledge-collateral", _pledge, form(pledge_form)),
        Deed("release-collateral", _give_back, form(give_back_form)),
        Deed("transfer-loan", _transfer, form(transfer_form)),
        Deed("recover-loan", _recover, form(recover_form)),
    )


def guarantor_form(session: Session, voice: Voice, loan: LoanPaper) -> QDialog | None:
    """One more member stands for the loan."""
    return AskedDialog(
        session,
        voice,
        title=_guarantor,
        verb=lambda voice: voice.tr("Add the guarantor"),
        asks=(member("member", _standing), day(), _circle()),
        makes=partial(AddGuarantor, card=_card(loan)),
    )


def let_go_form(session: Session, voice: Voice, loan: LoanPaper) -> QDialog | None:
    """A guarantor is let go; another one may step in for her in the same act."""
    if not loan.guarantors:
        return None
    standing = [
        (one.number, verbatim(f"{one.number} {one.name}".strip())) for one in loan.guarantors
    ]
    return AskedDialog(
        session,
        voice,
        title=_let_go,
        verb=lambda voice: voice.tr("Let the guarantor go"),
        asks=(
            picks("member", _standing, standing),
            member("replacement", lambda voice: voice.tr("Steps in for her"), optional=True),
            day(),
            resolution(),
            _circle(),
        ),
        makes=partial(ReleaseGuarantor, card=_card(loan)),
    )


def pledge_form(session: Session, voice: Voice, loan: LoanPaper) -> QDialog | None:
    """Something is pledged for the loan."""
    return AskedDialog(
        session,
        voice,
        title=_pledge,
        verb=lambda voice: voice.tr("Enter the collateral"),
        asks=(
            picks_word("kind", lambda voice: voice.tr("Kind"), SECURITY),
            words("description", lambda voice: voice.tr("Description")),
            amount("value", lambda voice: voice.tr("Appraised value")),
            day(),
        ),
        makes=partial(PledgeCollateral, card=_card(loan)),
    )


def give_back_form(session: Session, voice: Voice, loan: LoanPaper) -> QDialog | None:
    """What was pledged is given back."""
    held = [one for one in loan.loan.collateral if one.released_on is None]
    if not held:
        return None
    return AskedDialog(
        session,
        voice,
        title=_give_back,
        verb=lambda voice: voice.tr("Give the collateral back"),
        asks=(
            picks(
                "number",
                lambda voice: voice.tr("Collateral"),
                [(one.number, _pledged(one)) for one in held],
            ),
            day(),
            reason(),
        ),
        makes=partial(ReleaseCollateral, card=_card(loan)),
    )


def transfer_form(session: Session, voice: Voice, loan: LoanPaper) -> QDialog | None:
    """Another member owes the loan from a day on."""
    return AskedDialog(
        session,
        voice,
        title=_transfer,
        verb=lambda voice: voice.tr("Transfer the loan"),
        asks=(
            member("to", lambda voice: voice.tr("Who owes it from then on")),
            picks_word("reason", lambda voice: voice.tr("Reason"), _REASONS),
            day(),
            resolution(),
            _circle(),
        ),
        makes=partial(TransferLoan, card=_card(loan)),
    )


def recover_form(session: Session, voice: Voice, loan: LoanPaper) -> QDialog | None:
    """Money comes in on a loan that was written off."""
    if loan.loan.row.written_off_on is None:
        return None
    return AskedDialog(
        session,
        voice,
        title=_recover,
        verb=lambda voice: voice.tr("Receive"),
        asks=(
            amount(),
            day(),
            money_place(),
            words("payee", lambda voice: voice.tr("Received from"), optional=True),
            words("note", lambda voice: voice.tr("Note"), optional=True),
        ),
        makes=partial(RecoverLoan, card=_card(loan)),
    )


def _card(loan: LoanPaper) -> int:
    return loan.loan.contract.card


def _circle() -> Asked:
    return yes_no(
        "circle_allowed", lambda voice: voice.tr("May stand for each other by resolution")
    )


def _pledged(one: Collateral) -> Says:
    return lambda voice: voice.tr("{name}, {amount} baht: {reason}").format(
        name=security_name(one.kind, voice),
        amount=voice.money(one.value),
        reason=one.description,
    )


def _standing(voice: Voice) -> str:
    return voice.tr("Guarantor")


def _guarantor(voice: Voice) -> str:
    return voice.tr("One more guarantor")


def _let_go(voice: Voice) -> str:
    return voice.tr("Let a guarantor go")


def _pledge(voice: Voice) -> str:
    return voice.tr("Collateral for the loan")


def _give_back(voice: Voice) -> str:
    return voice.tr("Give collateral back")


def _transfer(voice: Voice) -> str:
    return voice.tr("Transfer the loan to another member")


def _recover(voice: Voice) -> str:
    return voice.tr("Money on a loan that was written off")

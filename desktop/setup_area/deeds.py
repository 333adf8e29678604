"""What is set less often: funds, roles of accounts, rules of approval, the pages of passbooks."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from desktop.parts.words import Says
from desktop.session import Session
from desktop.session.asked import (
    Asked,
    AskedDialog,
    amount,
    day,
    picks,
    resolution,
    whole,
    words,
    yes_no,
)
from desktop.session.fields import account_chooser
from desktop.session.more import Deed, forms_on
from desktop.session.records import approval_rules
from desktop.session.screen import Screen
from ledger.domain.accounts import BookKind, Kind, standard_chart
from ledger.domain.approving import DEFAULT_LIMIT, ApprovalRule
from ledger.queries.accounts import chart
from ledger.queries.passbook import passbook_layout
from ledger.usecases.approving import SetApprovalRules
from ledger.usecases.founding import AssignRole, OpenFund
from ledger.usecases.passbooks import SetPassbookLayout
from reports.words.labels import role_name
from reports.words.voice import N_, Voice

# As the command calls them; in tenths of a millimetre, lines, and tenths of a point.
_MEASURES = {
    "lines": N_("Lines on a page"),
    "top": N_("First line from the top (tenths of a millimetre)"),
    "pitch": N_("From line to line (tenths of a millimetre)"),
    "left": N_("From the left edge (tenths of a millimetre)"),
    "fold_after": N_("Seam of the book after line"),
    "fold": N_("Further down behind the seam (tenths of a millimetre)"),
    "size": N_("Size of the letters (tenths of a point)"),
}


def deeds_of(screen: Screen) -> tuple[Deed, ...]:
    """The further forms of set-up."""
    form = forms_on(screen)
    return (
        Deed("set-approval-rules", _approval, form(approval_form)),
        Deed("open-fund", _fund, form(fund_form)),
        Deed("assign-role", _role, form(role_form)),
        Deed("set-passbook-layout", _pages, form(passbook_form)),
    )


def approval_form(session: Session, voice: Voice) -> QDialog:
    """Whether another person approves payouts, and above which amount a person and day."""
    rules: list[ApprovalRule] = session.ask(approval_rules)
    now = max(rules, key=lambda one: one.from_day, default=None)
    return AskedDialog(
        session,
        voice,
        title=_approval,
        verb=lambda voice: voice.tr("Save the rule"),
        told=lambda voice: _rule_now(now, voice),
        asks=(
            yes_no(
                "required",
                lambda voice: voice.tr("Another person approves payouts"),
                start=True,
            ),
            amount(
                "payout_limit",
                lambda voice: voice.tr("Payouts to one person in a day above"),
                start=DEFAULT_LIMIT if now is None else now.payout_limit,
            ),
            day("from_day", lambda voice: voice.tr("From the day")),
            resolution(),
        ),
        makes=SetApprovalRules,
    )


def fund_form(session: Session, voice: Voice) -> QDialog:
    """A fund or project that balances for itself."""
    return AskedDialog(
        session,
        voice,
        title=_fund,
        verb=lambda voice: voice.tr("Open the fund"),
        asks=(
            words("code", lambda voice: voice.tr("Code")),
            words("name_th", lambda voice: voice.tr("Name in Thai")),
            words("name_en", lambda voice: voice.tr("Name in English"), optional=True),
        ),
        makes=OpenFund,
    )


def role_form(session: Session, voice: Voice) -> QDialog:
    """Where the program books from now on what it books by itself."""
    rows = session.ask(chart, at=session.today).rows
    plays = {role: row.account for row in rows for role in row.roles}
    standard = {one.role for kind in BookKind for one in standard_chart(kind).roles}
    roles = sorted(standard | set(plays))
    return AskedDialog(
        session,
        voice,
        title=_role,
        verb=lambda voice: voice.tr("Save the account"),
        told=lambda voice: voice.tr(
            "Entries that stand stay where they are; later ones go to the account chosen here."
        ),
        asks=(
            picks(
                "role",
                lambda voice: voice.tr("What is booked"),
                [(role, _playing(role, plays.get(role, ""))) for role in roles],
            ),
            Asked(
                "account",
                lambda voice: voice.tr("Account"),
                lambda session, voice: account_chooser(
                    session, voice, kinds=tuple(Kind), cards=True
                ),
            ),
        ),
        makes=AssignRole,
    )


def passbook_form(session: Session, voice: Voice) -> QDialog:
    """Where lines stand on the pages of passbooks, after a look at the calibration sheet."""
    now = session.ask(passbook_layout)
    asks = [whole(name, _said(says), start=getattr(now, name)) for name, says in _MEASURES.items()]
    return AskedDialog(
        session,
        voice,
        title=_pages,
        verb=lambda voice: voice.tr("Save the measures"),
        told=lambda voice: voice.tr(
            "Print the calibration sheet among the reports, lay a passbook over it, and correct "
            "the measures here."
        ),
        asks=asks,
        makes=SetPassbookLayout,
    )


def _rule_now(now: ApprovalRule | None, voice: Voice) -> str:
    if now is None:
        return voice.tr(
            "No rule was decided yet: once there is an approver besides the treasurer, payouts "
            "above {amount} baht to one person in a day are approved."
        ).format(amount=voice.money(DEFAULT_LIMIT))
    if not now.required:
        return voice.tr("Since {day} nobody else approves payouts ({resolution}).").format(
            day=voice.day(now.from_day), resolution=now.resolution
        )
    return voice.tr(
        "Since {day} payouts above {amount} baht to one person in a day are approved by another "
        "person ({resolution})."
    ).format(
        day=voice.day(now.from_day),
        amount=voice.money(now.payout_limit),
        resolution=now.resolution,
    )


def _playing(role: str, account: str) -> Says:
    return lambda voice: voice.tr("{name}: account {account}").format(
        name=role_name(role, voice), account=account or "–"
    )


def _said(text: str) -> Says:
    return lambda voice: voice.tr(text)


def _approval(voice: Voice) -> str:
    return voice.tr("Rules of approval")


def _fund(voice: Voice) -> str:
    return voice.tr("Open a fund")


def _role(voice: Voice) -> str:
    return voice.tr("Account for what is booked by itself")


def _pages(voice: Voice) -> str:
    return voice.tr("Pages of passbooks")

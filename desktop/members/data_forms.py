"""What becomes of a member's personal data: their use restricted, and erased (trust.md 6.8)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QDialog

from desktop.members.records import is_restricted
from desktop.session import Session
from desktop.session.asked import AskedDialog, day, reason
from desktop.session.text_forms import Erasable, erase_texts_form, shortened
from ledger.queries.position import MemberPosition
from ledger.queries.texts_naming import NamingText, texts_naming
from ledger.usecases.members import ErasePerson
from ledger.usecases.restricting import RestrictPerson
from reports.words.columns import column_name
from reports.words.voice import Voice

_MOST_SHOWN = 5  # of the texts that name somebody; her paper lists all of them


def restrict_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """Her data may not be used further, or they may again (trust.md 6.8)."""
    member = position.member.number
    lift = session.ask(is_restricted, member=member)
    return AskedDialog(
        session,
        voice,
        title=restrict_title,
        verb=lambda voice: (
            voice.tr("Allow the use again") if lift else voice.tr("Restrict the use")
        ),
        told=_restricted if lift else _not_restricted,
        asks=(day(), reason()),
        makes=partial(RestrictPerson, member=member, lift=lift),
    )


def erase_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """The personal data of a member who left go for good; the books stay provable."""
    if position.member.left is None or position.person is None:
        return None
    member = position.member.number
    return AskedDialog(
        session,
        voice,
        title=erase_title,
        verb=lambda voice: voice.tr("Erase for good"),
        told=partial(_erasing, session.ask(texts_naming, member=member).rows),
        asks=(reason(),),
        makes=partial(ErasePerson, member=member),
    )


def texts_form(session: Session, voice: Voice, position: MemberPosition) -> QDialog | None:
    """Memos, notes and reasons that name her are erased by themselves."""
    named = session.ask(texts_naming, member=position.member.number).rows
    return erase_texts_form(
        session,
        voice,
        [Erasable(one.commitment, partial(_named, one)) for one in named if one.commitment],
    )


def _named(one: NamingText, voice: Voice) -> str:
    where = column_name(one.table, one.column, voice)
    return f"{voice.day(one.on)} · {where}: {shortened(one.text)}"


def restrict_title(voice: Voice) -> str:
    return voice.tr("Use of personal data")


def erase_title(voice: Voice) -> str:
    return voice.tr("Erase personal data")


def _restricted(voice: Voice) -> str:
    return voice.tr("The use of this member's personal data is restricted now.")


def _not_restricted(voice: Voice) -> str:
    return voice.tr(
        "Restricted data stay in the book where a law asks for it and are used for nothing else."
    )


def _erasing(named: Sequence[NamingText], voice: Voice) -> str:
    said = voice.tr(
        "Name, numbers, address and photo go for good; nobody can bring them back. Entries, "
        "amounts and the member number stay."
    )
    if not named:
        return said
    shown = [f"· {voice.day(one.on)}: {one.text}" for one in named[:_MOST_SHOWN]]
    if len(named) > _MOST_SHOWN:
        shown.append(f"· … {voice.digits(str(len(named) - _MOST_SHOWN))}")
    stays = voice.tr(
        "These texts of vouchers and registers name her and stay, until they are erased themselves:"
    )
    return "\n".join((said, stays, *shown))

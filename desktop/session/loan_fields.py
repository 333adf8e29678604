"""Fields of loans that two areas share: a member, a type of loan, a number of instalments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typing_extensions import override

from desktop.parts.chooser import Chooser
from desktop.parts.choosing import Choice
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.session import Session
from ledger.domain.lending import Direction, LoanType
from ledger.domain.refusals import WrongKind
from ledger.queries.members import members
from reports.words.figures import in_western_digits
from reports.words.refused import sentence
from reports.words.voice import Voice


def loan_types(reader: Any) -> list[LoanType]:
    """Every type of loan, of both legs."""
    found: list[LoanType] = reader.every(LoanType)
    return found


def member_chooser(session: Session, voice: Voice) -> Chooser:
    """One of the present members, by number or by name with typing slips."""
    rows = session.ask(members, at=session.today).rows
    return Chooser(voice, [Choice(row.number, row.name, row.number, row.zone_name) for row in rows])


def type_field(voice: Voice, types: Sequence[LoanType], leg: Direction) -> PickField:
    """One of the types of a leg that take new contracts."""
    offered = [one for one in types if one.direction is leg and not one.closed]
    return PickField(voice, [(one.code, _named(one)) for one in offered])


class WholeField(TextField):
    """Hands over a whole number, such as how many instalments."""

    def whole(self) -> int | None:
        plain = in_western_digits(self.typed()).strip()
        return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 6 else None

    @override
    def trouble(self) -> Says | None:
        if self.is_empty() or self.whole() is not None:
            return super().trouble()
        wrong = WrongKind("instalments", "integer")
        return lambda voice: sentence(wrong, voice)


def _named(one: LoanType) -> Says:
    return lambda voice: voice.name(one.name_th, one.name_en)

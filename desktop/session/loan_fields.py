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
from ledger.queries.members import members
from reports.words.figures import in_western_digits
from reports.words.labels import quoted
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
    """Hands over a whole number of at most so many digits, such as how many instalments."""

    def __init__(self, voice: Voice, *, digits: int = 5) -> None:
        super().__init__(voice)
        self._digits = digits

    def whole(self) -> int | None:
        plain = self._plain()
        return int(plain) if _is_whole(plain) and len(plain) <= self._digits else None

    @override
    def trouble(self) -> Says | None:
        if self.is_empty() or self.whole() is not None:
            return super().trouble()
        text = quoted(self.typed().strip())
        if _is_whole(self._plain()):
            return lambda voice: voice.tr(
                "“{text}” is too large a number. Type at most {count} digits."
            ).format(text=text, count=voice.number(self._digits))
        return lambda voice: voice.tr(
            "“{text}” is no whole number. Type it in digits, like 24."
        ).format(text=text)

    def _plain(self) -> str:
        return in_western_digits(self.typed()).strip()


def _is_whole(plain: str) -> bool:
    return plain.isascii() and plain.isdecimal()


def _named(one: LoanType) -> Says:
    return lambda voice: voice.name(one.name_th, one.name_en)

"""One member's line on the sheet as it is being filled in, and how it is kept on the desk."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from ledger.domain.money import Money
from ledger.domain.refusals import Refusal


class LineState(Enum):
    """Whether a line is still to do, paid as shown, or not paid this time."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    NOT_PAID = "not_paid"


@dataclass(frozen=True, slots=True)
class Line:
    """What was accepted on one line; ``amounts`` by column where it differs from the expected.

    ``command`` is the id under which the line was to be booked alone, for a receipt at once.
    """

    state: LineState = LineState.WAITING
    amounts: Mapping[str, Money] = field(default_factory=dict)
    note: str = ""
    payer: str = ""
    paper_number: str = ""
    command: str = ""

    def with_amount(self, column: str, amount: Money) -> Line:
        return replace(self, amounts={**self.amounts, column: amount})

    def kept(self) -> str:
        """The line as text for the desk; empty for a line on which nothing was done."""
        if self == Line():
            return ""
        plain = {
            "state": self.state.value,
            "amounts": {column: amount.as_decimal() for column, amount in self.amounts.items()},
            "note": self.note,
            "payer": self.payer,
            "paper_number": self.paper_number,
            "command": self.command,
        }
        return json.dumps(plain, ensure_ascii=False)


def readable(kept: Mapping[str, str]) -> dict[str, str]:
    """The lines that this screen can read; the console may have put anything beside them."""
    return {member: text for member, text in kept.items() if _is_line(text)}


def _is_line(text: str) -> bool:
    try:
        line_from(text)
    except (ValueError, KeyError, TypeError, AttributeError, Refusal):
        return False
    return True


def commands_of(kept: Mapping[str, str]) -> tuple[str, ...]:
    """The ids under which lines of a sheet were to be booked alone."""
    ids = (json.loads(text).get("command", "") for text in kept.values())
    return tuple(one for one in ids if one)


def line_from(kept: str) -> Line:
    """The line that was kept on the desk."""
    plain = json.loads(kept)
    return Line(
        state=LineState(plain["state"]),
        amounts={column: Money.from_decimal(amount) for column, amount in plain["amounts"].items()},
        note=plain["note"],
        payer=plain["payer"],
        paper_number=plain["paper_number"],
        command=plain.get("command", ""),
    )

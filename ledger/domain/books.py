"""The port: what use cases may ask of the book they write into."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from ledger.domain.commands import Posted
from ledger.domain.days import Month
from ledger.domain.entries import Entry
from ledger.domain.money import Money
from ledger.domain.records import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Movement:
    """One line on a card: the day, the event, and the amount signed (debit positive)."""

    entry: int
    on: date
    event: str
    amount: Money


class Books(Protocol):
    """An open book during one act; everything written is part of that act or of nothing."""

    @property
    def today(self) -> date:
        """The day by the clock of this PC, Thai time."""

    @property
    def recorded_day(self) -> date:
        """The day under which the act is kept: today, or later where the clock was set back."""

    @property
    def now(self) -> datetime:
        """The moment of the act, with its zone."""

    @property
    def user(self) -> str: ...

    @property
    def act(self) -> int:
        """The number this act will have."""

    def newest(self, kind: type[R], *key: object) -> R | None:
        """The current version of the thing with this key; None where there is none."""

    def every(self, kind: type[R], /, **fixed: object) -> list[R]:
        """The current version of every thing whose columns equal the given values, in key order."""

    def written_with(self, record: Record, kind: type[R]) -> list[R]:
        """What the act that first wrote this record wrote of a kind, in key order."""

    def add(self, record: Record) -> None:
        """Write one row as part of this act."""

    def add_rows(self, kind: type[Record], rows: Iterable[tuple[int | str | None, ...]]) -> None:
        """Write rows of a kind that happens once, as their columns hold them: satang, ISO days.

        For what is written by the thousand: making the values would take as long as the rest.
        """

    def keep_personal(self, value: object, kept: str) -> tuple[int, str]:
        """Keep personal data beside the chain; answers their number and the commitment to them."""

    def persons_of(self, member: str) -> list[int]:
        """The numbers of all personal data a member ever had, every version."""

    def photos_of(self, member: str) -> list[int]:
        """The numbers of a member's photos that are kept, older ones with the newest."""

    def erase_personal(self, number: int) -> None:
        """Take personal data and their salt out of the book for ever."""

    def erase_text(self, commitment: str) -> None:
        """Take a free text and its salt out of the book for ever."""

    def free_text(self, commitment: str) -> str | None:
        """The free text that a commitment stands for; None where there is none, or no more."""

    def is_party(self, commitment: str) -> bool:
        """Whether a receipt, voucher or the like says by this text who paid or was paid."""

    def day_of(self, act: int) -> date:
        """The business day of an act that there is."""

    def personal(self, number: int) -> str | None:
        """Personal data as kept; None where they were erased."""

    def commitment(self, number: int) -> str | None:
        """The commitment to personal data as kept; None where they were erased."""

    def post(self, entry: Entry) -> Posted:
        """Write an entry with its lines after every check of accounts, funds, cards and periods."""

    def entry(self, number: int) -> Entry | None: ...

    def reversed_by(self, number: int) -> int | None: ...

    def reversed_entries(self) -> frozenset[int]:
        """All entries that another one reverses, for who looks at thousands."""

    def balance(self, account: str, *, fund: str | None = None, at: date | None = None) -> Money:
        """Balance of an account, debit positive; at the end of the day, or of all days."""

    def card_balance(self, card: int, account: str, *, at: date | None = None) -> Money:
        """Balance of a card on an account, debit positive."""

    def card_balances(self, cards: Iterable[int], account: str, *, at: date) -> dict[int, Money]:
        """Balances of many cards on an account at the end of a day, debit positive."""

    def least_owed(self, card: int, account: str, *, since: date) -> Money:
        """The least the cooperative owes on a card at the end of any day from this one on."""

    def least_held(
        self, account: str, *, since: date, card: int | None = None, fund: str | None = None
    ) -> Money:
        """The least an account, its card or a fund's part of it holds at the end of any later day.

        The day itself counts as well.
        """

    def movements(self, card: int, account: str) -> list[Movement]:
        """All lines of a card on an account by day and entry."""

    def report_of(self, month: Month) -> str:
        """The figures of a month's report as they stand now, as canonical text."""

    def paying_entries(
        self, accounts: Collection[str], *, on: date | None = None, recorded: date | None = None
    ) -> list[int]:
        """The entries of that day, or booked on it, that credit one of these accounts.

        Among them are all whose lines somebody wrote out.
        """

    def money_accounts(self) -> frozenset[str]:
        """The accounts of cash and banks, also those that were it once."""

    def next_number(self, kind: type[Record], /, **fixed: object) -> int:
        """One more than the highest number among the rows with these columns; 1 for the first."""

    def sheets_waiting(self, until: date) -> list[tuple[date, int]]:
        """The days, up to this one, of sheets that lie typed on the desk, with their lines."""

    def clear_desk(self, place: str) -> None:
        """Take away what lies on the desk at a place, together with this act."""

    def make(self, **made: object) -> None:
        """Say what this act brought into being, for the outcome."""

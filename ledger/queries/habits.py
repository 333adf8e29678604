"""What members usually pay into their cards, so that a slip of the finger can be asked about."""

from __future__ import annotations

from datetime import date

from ledger.domain.days import Month
from ledger.domain.money import Money
from ledger.storage.reading import Reader

MONTHS = 12
# Balances brought in, interest and corrections say nothing about what somebody pays at the table.
_LARGEST = """
SELECT c.number, (
  SELECT MAX(credit) FROM lines
  WHERE card = c.number AND day BETWEEN ?1 AND ?2
  AND event NOT IN ('opening', 'savings_interest', 'reversal'))
FROM (SELECT DISTINCT number FROM cards WHERE ?3 IS NULL OR member = ?3) AS c"""


def largest_payments(reader: Reader, *, at: date, member: str | None = None) -> dict[int, Money]:
    """By card the largest amount paid into it at once in the twelve months up to a day."""
    since = Month.of(at).plus(1 - MONTHS).first
    rows = reader.rows(_LARGEST, (since.isoformat(), at.isoformat(), member))
    return {int(card): Money(int(largest)) for card, largest in rows if largest}

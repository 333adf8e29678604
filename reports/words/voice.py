"""The reader's language and habits of writing figures and days: a value passed on, never global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Literal

from ledger.domain.days import Month
from ledger.domain.money import ZERO, Money
from reports.words import calendar
from reports.words.calendar import Era, Form, Tongue
from reports.words.catalogue import thai_texts
from reports.words.figures import decimal, grouped, in_thai_digits, percent
from reports.words.months import ERA_SIGNS

__all__ = ["BESIDE", "N_", "Era", "Form", "Language", "Tongue", "Voice"]

Language = Literal["th", "en", "both"]

BESIDE = " / "
"""What stands between a text in Thai and the same in English."""

# Thailand has kept this one offset since 1920, without summer time.
_THAI_TIME = timezone(timedelta(hours=7))


def N_(text: str) -> str:  # noqa: N802  (gettext's own name)
    """Mark a text that ``tr`` translates later, so that the extraction finds it."""
    return text


@dataclass(frozen=True, slots=True)
class Voice:
    """How one reader is spoken to; ``both`` puts Thai and English beside each other on one sheet.

    Thai digits are for Thai readers: the English voice always writes Western ones.
    """

    language: Language
    era: Era = Era.BUDDHIST
    thai_digits: bool = False

    @property
    def tongue(self) -> Tongue:
        """The language that leads: ``th`` for ``th`` and ``both``, else ``en``."""
        return "en" if self.language == "en" else "th"

    def joined(self, make: Callable[[Voice], str]) -> str:
        """What the maker says, once in each language of this voice, joined by a slash.

        Use it where a sentence holds days or names: each half then holds its own.
        """
        if self.language != "both":
            return make(self)
        thai = make(replace(self, language="th"))
        english = make(replace(self, language="en"))
        return _beside(thai, english)

    def tr(self, text: str) -> str:
        """The text for the reader; English where no translation is known."""
        if self.language == "en" or not text:
            return text
        thai = thai_texts().gettext(text)
        return thai if self.language == "th" else _beside(thai, text)

    def tr_n(self, one: str, many: str, count: int) -> str:
        """The form for so many; places such as ``{count}`` are left for the caller to fill."""
        english = one if count == 1 else many
        if self.language == "en":
            return english
        thai = thai_texts().ngettext(one, many, count)
        return thai if self.language == "th" else _beside(thai, english)

    def name(self, th: str, en: str) -> str:
        """A name kept in two languages; the other one where the reader's is empty."""
        if self.language == "both":
            return _beside(th or en, en or th)
        return (th or en) if self.language == "th" else (en or th)

    def digits(self, text: str) -> str:
        """Western digits as this reader sees them; everything else stays."""
        return in_thai_digits(text) if self.thai_digits and self.language != "en" else text

    def number(self, number: int) -> str:
        """A count, grouped: ``23,403``."""
        return self.digits(grouped(number))

    def percent(self, part: Fraction, places: int = 2) -> str:
        """A part of one, in percent, half up, without closing zeros: ``6.25%``."""
        return self.digits(percent(part, places))

    def money(self, amount: Money) -> str:
        """Baht with two decimals: ``1,250.50``, ``-1,250.50``, ``0.00``."""
        return self.digits(decimal(amount))

    def signed(self, amount: Money) -> str:
        """A difference with its sign: ``+1,250.50``, ``-1,250.50``, ``0.00``."""
        return self.digits(f"+{decimal(amount)}" if amount > ZERO else decimal(amount))

    def statement(self, amount: Money) -> str:
        """As on statements (domain.md 3.8): negative in parentheses, zero as ``-``."""
        if amount == ZERO:
            return "-"
        text = decimal(abs(amount))
        return self.digits(f"({text})" if amount < ZERO else text)

    def amount_in_words(self, amount: Money) -> str:
        # On first use: whoever opens the window or asks the console writes no amount in words.
        from reports.words.english_amounts import english_words
        from reports.words.thai_amounts import thai_words

        return self.joined(
            lambda voice: thai_words(amount) if voice.language == "th" else english_words(amount)
        )

    def day(self, day: date, form: Form = "short") -> str:
        """A day, in the era shown: ``22 พ.ย. 2569``; forms as in ``calendar.day_text``."""
        return self._dated(
            lambda tongue: calendar.day_text(day, form, tongue=tongue, era=self.era), form
        )

    def weekday(self, day: date) -> str:
        return self.joined(lambda voice: calendar.weekday_name(day, tongue=voice.tongue))

    def month(self, month: Month, form: Form = "long") -> str:
        """A month, in the era shown: ``พฤศจิกายน 2569``."""
        return self._dated(
            lambda tongue: calendar.month_text(month, form, tongue=tongue, era=self.era), form
        )

    def month_name(self, number: int, form: Form = "long") -> str:
        """The name of month 1 to 12, without a year."""
        return self._dated(lambda tongue: calendar.month_name(number, form, tongue=tongue), form)

    def year(self, common_year: int) -> str:
        """A common-era year in the era shown, with the era's sign: ``พ.ศ. 2569``."""
        return self._dated(
            lambda tongue: calendar.year_text(common_year, tongue=tongue, era=self.era), "long"
        )

    def era_sign(self) -> str:
        """The sign of the era shown, as beside a field for a year: ``พ.ศ.`` or ``BE``."""
        return self.joined(lambda voice: ERA_SIGNS[voice.tongue][voice.era])

    def moment(self, moment: datetime, form: Form = "short") -> str:
        """A clock time, in Thai time where the moment knows its zone: ``22 พ.ย. 2569 14:05``."""
        local = moment.astimezone(_THAI_TIME) if moment.tzinfo else moment
        clock = self.digits(f"{local.hour:02d}:{local.minute:02d}")
        return f"{self.day(local.date(), form)} {clock}"

    def _dated(self, write: Callable[[Tongue], str], form: Form) -> str:
        if form == "numeric":  # the same in both languages, so it stands once
            return self.digits(write(self.tongue))
        return self.joined(lambda voice: voice.digits(write(voice.tongue)))


def _beside(thai: str, english: str) -> str:
    return thai if thai == english else f"{thai}{BESIDE}{english}"

"""Sentences about days, amounts and names that a person typed and that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.money import LARGEST_SATANG, Money
from ledger.domain.refusals import Refusal
from reports.words.amounts import AmountProblem, WrongAmount
from reports.words.labels import quoted
from reports.words.texts import TextProblem, WrongText
from reports.words.typed_days import AmbiguousDay, DayProblem, UnreadableDay
from reports.words.voice import N_, Voice

_DAYS = {
    DayProblem.EMPTY: N_("No day is entered. Write it as 22/11/2569."),
    DayProblem.NOT_UNDERSTOOD: N_(
        "“{text}” cannot be read as a day. Write day, month and year, such as 22/11/2569."
    ),
    DayProblem.NO_SUCH_MONTH: N_(
        "“{text}” has no month from 1 to 12. Write the day first, then the month."
    ),
    DayProblem.NO_SUCH_DAY: N_(
        "“{text}” does not exist: {month} has {days} days. Check the day and the year."
    ),
    DayProblem.YEAR_OUT_OF_RANGE: N_(
        "The year in “{text}” is neither a Buddhist year from 2400 to 2700 "
        "nor a common year from 1857 to 2157. Check the year."
    ),
    DayProblem.NO_BASE_DAY: N_(
        "“{text}” says no year, and there is no day here to count from. "
        "Write day, month and year, such as 22/11/2569."
    ),
}

_AMOUNTS = {
    AmountProblem.EMPTY: N_("No amount is entered. Write it in baht, such as 1,250.50."),
    AmountProblem.NOT_AN_AMOUNT: N_(
        "“{text}” is not an amount. "
        "Write baht in figures, such as 1,250.50, or a sum such as 300+50."
    ),
    AmountProblem.OTHER_DIGITS: N_(
        "“{text}” holds figures of another script. Write 0 to 9 or ๐ to ๙."
    ),
    AmountProblem.BAD_GROUPING: N_(
        "The commas in “{text}” do not stand between thousands, so the amount is unclear. "
        "Write it without commas."
    ),
    AmountProblem.TOO_MANY_DECIMALS: N_(
        "“{text}” has more than two decimals, and there is nothing below a satang. "
        "Write at most two."
    ),
    AmountProblem.TOO_LARGE: N_(
        "“{text}” is more than the book can hold, which is {largest} baht. Check the figures."
    ),
    AmountProblem.NEGATIVE: N_(
        "“{text}” comes to less than zero. Enter what was really received or paid."
    ),
}

_TEXTS = {
    TextProblem.EMPTY: N_("Nothing is entered here. Write the text, then go on."),
    TextProblem.TOO_LONG: N_(
        "The text is longer than {longest} characters. Shorten it, then go on."
    ),
    TextProblem.HIDDEN_SIGN: N_(
        "The text holds a character that nobody can see ({sign}), often copied from elsewhere. "
        "Type it again by hand."
    ),
}


def unreadable_day(refusal: UnreadableDay, voice: Voice) -> str:
    month = refusal.month
    return voice.tr(_DAYS[refusal.problem]).format(
        text=quoted(refusal.text),
        month=voice.month(month) if month else "",
        days=voice.number(month.last.day) if month else "",
    )


def ambiguous_day(refusal: AmbiguousDay, voice: Voice) -> str:
    # note: the readings are whole days, such as "1 Feb 2525, 1 Feb 2568"
    return voice.tr(
        "The year in “{text}” can be Buddhist or common: {readings}. "
        "Choose one, or write the year with four figures."
    ).format(
        text=quoted(refusal.text),
        readings=", ".join(voice.day(day, "long") for day in refusal.readings),
    )


def wrong_amount(wrong: WrongAmount, voice: Voice) -> str:
    """What is wrong with a typed amount, and how to write it."""
    return voice.joined(
        lambda one: one.tr(_AMOUNTS[wrong.problem]).format(
            text=quoted(wrong.text), largest=one.money(Money(LARGEST_SATANG))
        )
    )


def wrong_text(wrong: WrongText, voice: Voice) -> str:
    """What is wrong with a typed name or note."""
    return voice.joined(
        lambda one: one.tr(_TEXTS[wrong.problem]).format(
            longest=one.number(wrong.longest), sign=wrong.sign
        )
    )


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    UnreadableDay: unreadable_day,
    AmbiguousDay: ambiguous_day,
}

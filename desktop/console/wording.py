"""``satcha words`` and ``satcha date``: amounts and days as people write them, in bare lines."""

from __future__ import annotations

from datetime import date
from typing import Literal

from desktop.console.arguments import Call, Given, Option
from desktop.console.cases import LINES_OPTION, answer_cases
from desktop.console.terminal import DONE
from desktop.console.texts import N_

_FORMS: tuple[Literal["long", "short", "numeric"], ...] = ("long", "short", "numeric")


def _words(given: Given) -> int:
    return answer_cases(given, "AMOUNT", lambda text: (amount_words(text, given.language), DONE))


def amount_words(text: str, language: str) -> str:
    """An amount of baht in words.

    Raises:
        NotAnAmount: the text is none.
    """
    from ledger.domain.money import Money

    try:
        amount = Money.from_decimal(text)
    except ValueError as error:
        from ledger.domain.refusals import NotAnAmount

        raise NotAnAmount("amount", text[:80]) from error
    if language == "th":
        from reports.words.thai_amounts import thai_words

        return thai_words(amount)
    from reports.words.english_amounts import english_words

    return english_words(amount)


def _date(given: Given) -> int:
    write = _parsed if given.has("parse") else _dated
    return answer_cases(given, "DATE", lambda text: (write(given, text), DONE))


def _dated(given: Given, text: str) -> str:
    from reports.words.calendar import Era, day_text

    form = next(form for form in _FORMS if form == given.option("form", "long"))
    era = Era(given.option("era", "be"))
    if given.language == "th":
        return day_text(iso_day(text), form, tongue="th", era=era)
    return day_text(iso_day(text), form, tongue="en", era=era)


def _parsed(given: Given, text: str) -> str:
    """The day that a person's writing means, in ISO form; what may mean two days is refused."""
    from reports.words.typed_days import parse_day

    base = iso_day(given.option("base")) if given.has("base") else None
    return parse_day(text, base=base).day.isoformat()


def iso_day(text: str) -> date:
    """A day written YYYY-MM-DD in the common era.

    Raises:
        NotADay, BuddhistYear: it is none.
    """
    from ledger.domain.codec import read_value

    day: date = read_value(date, text, "date")
    return day


CALLS = (
    Call(
        "words",
        N_("writes an amount in words"),
        _words,
        places=("[AMOUNT]",),
        options=(LINES_OPTION,),
    ),
    Call(
        "date",
        N_("writes a day as people do, or with --parse reads what they wrote"),
        _date,
        places=("[DATE]",),
        options=(
            Option("form", "FORM", N_("long, short or numeric"), choices=_FORMS),
            Option(
                "era",
                "ERA",
                N_("be for Buddhist years, ce for those of the common era"),
                choices=("be", "ce"),
            ),
            Option("parse", says=N_("read DATE as people write it; what is ambiguous is refused")),
            Option("base", "DAY", N_("the day from which years of two digits and +1 are counted")),
            LINES_OPTION,
        ),
    ),
)

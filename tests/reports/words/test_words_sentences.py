"""Each refusal has a sentence, and the sentence says the facts."""

import re
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, get_args, get_type_hints

import pytest

from ledger import domain
from ledger.domain import refusals
from ledger.domain.days import Month
from ledger.domain.identity import IdProblem
from ledger.domain.loans.contract import Part
from ledger.domain.money import Money, baht
from ledger.domain.refusals import Refusal
from ledger.domain.refusals.intake import HiddenSign
from ledger.domain.surplus import AllocationUnlawful, LegalTest, Use
from ledger.usecases import COMMANDS
from reports.words.amounts import AmountProblem, WrongAmount
from reports.words.fields import field_name
from reports.words.labels import (
    chart_defect,
    decision,
    kind_of_value,
    leaving_reason,
    month_or_day,
    payment_part,
    quoted,
    receipt_item,
    role_name,
    surplus_use,
)
from reports.words.sentences import SENTENCES, sentence, wrong_amount, wrong_text
from reports.words.texts import TextProblem, WrongText
from reports.words.typed_days import AmbiguousDay, DayProblem, UnreadableDay
from reports.words.voice import Voice

ENGLISH, THAI, BOTH = Voice("en"), Voice("th"), Voice("both")

# Facts for programs: a person is served better by what the sentence says instead.
UNSAID = {
    ("CommandIdReused", "command_id"),
    ("CopyNotVerified", "problem"),  # said in words, all that it may be in four
    ("MemberHasBalances", "cards"),
    ("FundMoneyTooLow", "fund"),  # its name is there
    ("FundMoneyTooLow", "name_th"),
    ("UnknownBook", "name_th"),  # a name in English is there
}


def every_refusal():
    for module in walk_packages(domain.__path__, "ledger.domain."):
        import_module(module.name)
    found, open_kinds = [], [Refusal]
    while open_kinds:
        kind = open_kinds.pop()
        open_kinds += kind.__subclasses__()
        if kind not in (Refusal, refusals.Trouble):
            found.append(kind)
    # A class made by a test of somebody else is not the books' word.
    ours = [kind for kind in found if kind.__module__.startswith(("ledger.", "reports."))]
    return sorted(ours, key=lambda kind: kind.__name__)


SAMPLES = {
    str: ("m-07", "b 12"),
    bool: (True, False),
    int: (41, 4_200),
    date: (date(2026, 11, 22), date(2025, 2, 1)),
    date | None: (date(2026, 11, 22), None),
    Money: (baht(1_250, 50), baht(-99)),
    Money | None: (baht(1_250, 50), baht(99)),
    Fraction: (Fraction(1, 16), Fraction(1, 3)),
    Month: (Month(2026, 11), Month(2024, 2)),
    Month | None: (Month(2026, 11), Month(2024, 2)),
    tuple[str, ...]: (("one", "two"), ("three",)),
    tuple[int, ...]: ((4, 5), (6,)),
    tuple[date, ...]: ((date(1982, 2, 1), date(2025, 2, 1)), (date(2026, 1, 1),)),
    DayProblem: (DayProblem.NO_SUCH_DAY, DayProblem.EMPTY),
    LegalTest: (LegalTest.RESERVE, LegalTest.CEILING),
    Use: (Use.RESERVE, Use.BONUS),
}


# Texts that are words of a list: of what kind, how far, in which position.
WORDS = {
    ("AlreadyConsented", "covers"): ("photo", "health"),
    ("NoConsent", "covers"): ("photo", "health"),
    ("PassphraseGuessable", "why"): ("digits", "row"),
    ("PartOfAnother", "kind"): ("loan", "grant"),
    ("UnknownPart", "kind"): ("loan", "lease"),
    ("PositionTaken", "position"): ("chairperson", "treasurer"),
    ("SurveyStep", "standing"): ("surveyed", "declined"),
    ("SurveyStep", "wanted"): ("certified", "qualified"),
}


def samples(kind, name):
    return WORDS.get((kind.__name__, name)) or SAMPLES[get_type_hints(kind)[name]]


def sample(kind, /, **other):
    facts = {field.name: samples(kind, field.name)[0] for field in fields(kind)}
    return kind(**(facts | other))


def test_each_refusal_has_a_sentence():
    assert [kind.__name__ for kind in every_refusal() if kind not in SENTENCES] == []


def test_no_sentence_is_left_of_a_refusal_that_is_gone():
    assert set(SENTENCES) <= set(every_refusal())


@pytest.mark.parametrize("kind", every_refusal(), ids=lambda kind: kind.__name__)
def test_a_sentence_is_whole_and_short(kind):
    said = sentence(sample(kind), ENGLISH)

    assert not re.search(r"[{}]|  |None", said)
    assert said.endswith(".")
    assert said.count(". ") <= 1
    assert len(said) <= 260


@pytest.mark.parametrize("kind", every_refusal(), ids=lambda kind: kind.__name__)
def test_a_sentence_says_the_facts(kind):
    said = sentence(sample(kind), ENGLISH)

    silent = {
        field.name
        for field in fields(kind)
        if sentence(sample(kind, **{field.name: samples(kind, field.name)[1]}), ENGLISH) == said
    }
    assert silent == {name for refusal, name in UNSAID if refusal == kind.__name__}


def test_only_a_fund_that_somebody_named_is_named_where_an_entry_does_not_balance():
    def said(fund):
        return sentence(refusals.Unbalanced(fund, baht(10), baht(9)), Voice("en"))

    assert said("general").startswith("Debit is 10.00 and credit is 9.00")
    assert said("shop").startswith("In fund shop debit is 10.00")


def test_a_paper_number_without_a_book_is_told_without_one():
    def said(book):
        return sentence(refusals.PaperNumberUsed(book, "34", "R2569/000004"), Voice("en"))

    assert "of receipt book 12 was" in said("12")
    assert "of the paper receipts was" in said("")


def test_a_buddhist_year_is_said_as_one_beside_the_year_to_write():
    said = sentence(refusals.BuddhistYear("year", "2569", "2026"), Voice("en"))

    assert "If you mean 2569 BE, write 2026." in said


def test_both_languages_stand_beside_each_other_with_their_own_days():
    refusal = refusals.FutureDay(day=date(2026, 11, 23), today=date(2026, 11, 22))

    thai, english = sentence(refusal, THAI), sentence(refusal, ENGLISH)

    assert "23 พ.ย. 2569" in thai
    assert "23 Nov 2569" in english
    assert sentence(refusal, BOTH) == f"{thai} / {english}"


def test_braces_in_a_fact_stay_what_they_are():
    assert "{0}{member}" in sentence(refusals.UnknownMember("{0}{member}"), ENGLISH)


def test_a_refusal_from_elsewhere_is_at_least_named():
    class Elsewhere(Refusal):
        """Known to nobody."""

    assert "Elsewhere" in sentence(Elsewhere(), ENGLISH)


@pytest.mark.parametrize("problem", list(IdProblem))
def test_a_wrong_national_number_says_what_is_wrong(problem):
    said = {sentence(refusals.BadNationalId(one.value), ENGLISH) for one in IdProblem}

    assert len(said) == len(IdProblem)
    assert problem.value not in sentence(refusals.BadNationalId(problem.value), ENGLISH)


@pytest.mark.parametrize("problem", list(DayProblem))
def test_each_problem_of_a_typed_day_has_its_words(problem):
    said = sentence(UnreadableDay("31/4/69", problem, Month(2026, 4)), ENGLISH)

    assert not re.search(r"[{}]", said)
    assert said.endswith(".")
    if problem is DayProblem.NO_SUCH_DAY:
        assert "April 2569 has 30 days" in said


def test_an_ambiguous_day_offers_its_readings():
    refusal = AmbiguousDay("1/2/25", (date(1982, 2, 1), date(2025, 2, 1)))

    assert "1 February 2525 BE, 1 February 2568 BE" in sentence(refusal, ENGLISH)


@pytest.mark.parametrize("problem", list(AmountProblem))
def test_each_problem_of_a_typed_amount_has_its_words(problem):
    said = wrong_amount(WrongAmount(problem, "1,25.0"), ENGLISH)

    assert ("1,25.0" in said) == (problem is not AmountProblem.EMPTY)
    assert ("10,000,000,000,000.00" in said) == (problem is AmountProblem.TOO_LARGE)
    assert not re.search(r"[{}]", said)


@pytest.mark.parametrize("problem", list(TextProblem))
def test_each_problem_of_a_typed_text_has_its_words(problem):
    said = wrong_text(WrongText(problem, "x", 120, "U+202E"), ENGLISH)

    assert ("U+202E" in said) == (problem is TextProblem.HIDDEN_SIGN)
    assert ("120" in said) == (problem is TextProblem.TOO_LONG)


def test_fields_are_called_as_the_form_calls_them():
    assert field_name("amount", ENGLISH) == "amount"
    assert field_name("items.2.amount", ENGLISH) == "amount of item 2"
    assert field_name("person.given", ENGLISH) == "given name"
    assert field_name("grace.principal", ENGLISH) == "instalments free of principal"
    assert field_name("items.2.of_nobody", ENGLISH) == "items.2.of_nobody"


def test_words_of_the_ledger_are_said_and_unknown_ones_stay():
    assert kind_of_value("integer", ENGLISH) == "a whole number"
    assert chart_defect("twice", ENGLISH) == "it stands there twice"
    assert leaving_reason("deceased", ENGLISH) == "deceased"
    assert role_name("cash", ENGLISH) == "Cash in hand"
    assert role_name("contribution", THAI) == "เงินสมทบสมาชิก"
    assert decision("approved", ENGLISH) == "approved"
    assert receipt_item("fee", ENGLISH) == "fee"
    assert payment_part("interest_arrears", ENGLISH) == "interest in arrears"
    assert surplus_use("patronage", ENGLISH) == "patronage refund"


@pytest.mark.parametrize(
    "say",
    [
        *(kind_of_value, chart_defect, leaving_reason, role_name),
        *(decision, receipt_item, payment_part, surplus_use),
    ],
)
def test_a_word_that_nobody_knows_stays(say):
    assert say("of nobody", ENGLISH) == "of nobody"


def test_each_use_of_the_surplus_and_each_decision_has_its_words():
    assert {surplus_use(use.value, ENGLISH) for use in Use} & {use.value for use in Use} == {
        "dividend",
        "bonus",
    }
    assert all(payment_part(part.value, ENGLISH) != "" for part in Part)


@pytest.mark.parametrize("test", list(LegalTest))
def test_each_legal_test_of_the_surplus_has_its_words(test):
    said = sentence(AllocationUnlawful(test, Use.RESERVE, baht(5), baht(9)), ENGLISH)

    assert "reserve fund" in said
    assert "5.00" in said
    assert "9.00" in said


def test_months_and_days_of_programs_are_said_as_the_reader_writes_them():
    assert month_or_day("2026-10", ENGLISH) == "October 2569"
    assert month_or_day("2026-10-31", ENGLISH) == "31 Oct 2569"
    assert month_or_day("soon", ENGLISH) == "soon"
    assert month_or_day("2026-13", ENGLISH) == "2026-13"


def test_a_long_text_is_shortened_when_it_is_quoted():
    assert quoted("ก" * 60) == "ก" * 60
    assert quoted("ก" * 61) == "ก" * 60 + "…"


def nameless(command: Any) -> set[str]:
    """The amounts and days of a command, and of what it is made of, that a form cannot name."""
    hints, found = get_type_hints(command), set()
    for field in fields(command):
        kinds = [hints[field.name], *get_args(hints[field.name])]
        if {Money, date} & set(kinds) and field_name(field.name, THAI) == field.name:
            found.add(field.name)
        for kind in kinds:
            if is_dataclass(kind) and kind is not Money:
                found |= nameless(kind)
    return found


def test_every_amount_and_day_of_a_command_has_a_name_that_people_read():
    assert {name: nameless(one) for name, one in COMMANDS.items() if nameless(one)} == {}
    assert field_name("document", THAI) == "เอกสาร"  # of vouchers that are booked anew


def test_an_amount_without_quotation_marks_is_told_so_and_a_word_is_no_amount():
    bare, word = refusals.NotAnAmount("amount", "300"), refusals.NotAnAmount("amount", "1e6")

    assert 'Write baht as text between quotation marks, such as "1250.50".' in sentence(
        bare, ENGLISH
    )
    assert "เครื่องหมายคำพูด" in sentence(bare, THAI)
    assert "is not an amount" in sentence(word, ENGLISH)
    assert "is not an amount" in sentence(refusals.NotAnAmount("amount", "9" * 20), ENGLISH)


def test_a_card_of_another_kind_is_not_said_to_lie_on_another_account():
    said = refusals.CardWrong("21050", 1)

    assert sentence(said, ENGLISH) == (
        "Card 1 with account 21050 cannot be used for this. "
        "Choose a card of the kind that is needed here."
    )


def test_a_sign_that_nobody_sees_is_said_to_turn_the_writing_only_where_it_does():
    bell = sentence(HiddenSign("note", "U+0007"), Voice("en"))
    turns = sentence(HiddenSign("note", "U+202E"), Voice("en"))

    assert "turns the writing" not in bell
    assert "(U+0007)" in bell
    assert "turns the writing" in turns

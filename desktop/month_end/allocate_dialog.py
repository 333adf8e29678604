"""The surplus of a year: a proposal with its legal tests while it is typed, then the resolution."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from typing_extensions import override

from desktop.month_end.year_asking import YearRow
from desktop.month_end.year_dialogs import amount_of
from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.fields import business_day
from desktop.session.long_dialog import LongDialog
from desktop.session.rule_fields import PartField, RateField
from desktop.session.session import Session
from ledger.domain.commands import Outcome
from ledger.domain.distribution import Refund
from ledger.domain.dividend import RoundingPer, WeightRule
from ledger.domain.money import ZERO, Money
from ledger.domain.surplus import ProposalLine, Use
from ledger.usecases.surplus_allocating import AllocateSurplus, DividendTerms, ProposeSurplus
from reports.words.labels import surplus_line
from reports.words.voice import Voice
from reports.words.year_words import legal_test

_TYPED = (Use.BONUS, Use.EQUALISATION, Use.PUBLIC_BENEFIT, Use.WELFARE, Use.EDUCATION, Use.OTHER)


class _Step(Enum):
    """Whether the sheet is only kept, or booked."""

    PROPOSE = "propose"
    ALLOCATE = "allocate"


class AllocateDialog(LongDialog):
    """What is left over goes to the reserve; every test stands there with what it found."""

    def __init__(self, session: Session, voice: Voice, row: YearRow) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Surplus of the fiscal year {year}").format(
                year=voice.year(row.year)
            ),
            verb=lambda voice: voice.tr("Save"),
            tells=_sheet,
        )
        self._year = row.year
        self.step = self.add("step", lambda voice: voice.tr("What is done"), _steps(voice))
        self.day = self.add("on", lambda voice: voice.tr("Day"), business_day(session, voice))
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice), optional=True
        )
        self.dividend = self.add(
            "dividend.rate",
            lambda voice: voice.tr("Dividend, percent a year"),
            RateField(voice),
            optional=True,
        )
        self.weights = self.add(
            "dividend.weights", lambda voice: voice.tr("Shares earn"), _weights(voice)
        )
        self.rounding_per = self.add(
            "dividend.rounding_per", lambda voice: voice.tr("Dividend is rounded"), _per(voice)
        )
        self.refund = self.add(
            "refund.rate",
            lambda voice: voice.tr("Refund, percent of the loan interest paid"),
            PartField(voice),
            optional=True,
        )
        self.drawn = self.add(
            "drawn",
            lambda voice: voice.tr("Of the dividend from the equalisation fund"),
            MoneyField(voice),
            optional=True,
        )
        self.amounts = {use: self._amount_field(use) for use in _TYPED}
        self.rehearse()

    def _amount_field(self, use: Use) -> MoneyField:
        return self.form.add(
            lambda voice: surplus_line(use.value, voice), MoneyField(self.voice), optional=True
        )

    @override
    def command(self) -> ProposeSurplus | AllocateSurplus | None:
        day = self.day.day()
        if day is None:
            return None
        lines, terms, refund = tuple(self._lines()), self._terms(), self._refund()
        amount = self.drawn.amount()
        drawn = ZERO if amount is None else amount
        if self.step.picked() is _Step.PROPOSE:
            return ProposeSurplus(
                year=self._year, on=day, lines=lines, dividend=terms, refund=refund, drawn=drawn
            )
        return AllocateSurplus(
            year=self._year,
            on=day,
            resolution=self.resolution.words(),
            lines=lines,
            dividend=terms,
            refund=refund,
            drawn=drawn,
        )

    def _lines(self) -> Iterator[ProposalLine]:
        for use, field in self.amounts.items():
            amount = field.amount()
            if amount is not None and amount > ZERO:
                yield ProposalLine(use, amount=amount)

    def _terms(self) -> DividendTerms | None:
        rate, weights, per = self.dividend.rate(), self.weights.picked(), self.rounding_per.picked()
        if rate is None or not isinstance(weights, WeightRule) or not isinstance(per, RoundingPer):
            return None
        return DividendTerms(rate=rate, weights=weights, rounding_per=per)

    def _refund(self) -> Refund | None:
        rate = self.refund.rate()
        return None if rate is None else Refund(rate)


def _steps(voice: Voice) -> PickField:
    return PickField(
        voice,
        [
            (_Step.PROPOSE, lambda voice: voice.tr("A proposal is kept, nothing is booked")),
            (_Step.ALLOCATE, lambda voice: voice.tr("The meeting has decided: it is booked")),
        ],
    )


def _weights(voice: Voice) -> PickField:
    return PickField(
        voice,
        [
            (WeightRule.MONTH_AFTER, lambda voice: voice.tr("from the month after")),
            (WeightRule.MONTH_OF, lambda voice: voice.tr("from the month itself")),
            (WeightRule.DAYS, lambda voice: voice.tr("from the day itself")),
        ],
    )


def _per(voice: Voice) -> PickField:
    return PickField(
        voice,
        [
            (RoundingPer.LINE, lambda voice: voice.tr("for each purchase")),
            (RoundingPer.MEMBER, lambda voice: voice.tr("for each member")),
        ],
    )


def _sheet(outcome: Outcome) -> Says:
    """The lines of the sheet, then every test with what was found and its limit."""

    def says(voice: Voice) -> str:
        said = [
            voice.tr("{use}: {amount}").format(
                use=one["name"] or surplus_line(str(one["use"]), voice),
                amount=voice.money(_money(one, "amount")),
            )
            for one in _rows(outcome, "lines")
        ]
        said += [_test(one, voice) for one in _rows(outcome, "tests")]
        reserve = voice.money(amount_of(outcome, "reserve"))
        said.append(voice.tr("To the reserve: {amount} baht.").format(amount=reserve))
        return "\n".join(said)

    return says


def _test(one: Mapping[str, Any], voice: Voice) -> str:
    sign = "✓" if one["holds"] else "✗"
    # note: a test of the law on the allocation, such as "✗ At least …: 41.00, limit 90.00"
    return voice.tr("{sign} {test}: {found}, limit {limit}").format(
        sign=sign,
        test=legal_test(str(one["test"]), voice),
        found=voice.money(_money(one, "found")),
        limit=voice.money(_money(one, "limit")),
    )


def _rows(outcome: Outcome, name: str) -> list[Mapping[str, Any]]:
    found = outcome.made.get(name)
    return list(found) if isinstance(found, list) else []


def _money(one: Mapping[str, Any], name: str) -> Money:
    return Money.from_decimal(str(one[name]))

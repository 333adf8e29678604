"""The rule of a benefit as a form: amount or tiers, caps, who is entitled, what is asked for."""

from __future__ import annotations

from typing_extensions import override

from desktop.parts.money_field import MoneyField
from desktop.parts.text_fields import PickField, TextField
from desktop.parts.words import Says
from desktop.session.command_dialog import CommandDialog
from desktop.session.fields import business_day
from desktop.session.loan_fields import WholeField
from desktop.session.rule_fields import choice_field
from desktop.session.session import Session
from desktop.welfare.state import SEX_OR_NONE, RuleForm, read_tiers, tiers_text
from ledger.domain.benefits import Per, Sex, Tier
from ledger.domain.welfare_claims import BenefitHeading
from ledger.queries.welfare_claims import RuleView
from ledger.usecases.welfare_ruling import SetBenefitRule
from reports.words.voice import N_, Voice
from reports.words.welfare_words import HEADINGS, PER

_COUNTS = {
    "waiting_days": N_("Waiting days"),
    "grace_days": N_("Days of grace for contributions"),
    "least_age": N_("Lowest age"),
    "most_age": N_("Highest age"),
    "least_years": N_("Least full years in the fund"),
    "events_per_year": N_("Times in a year"),
    "events_per_life": N_("Times in a lifetime"),
    "claim_within_days": N_("Days to claim in"),
    "apart_days": N_("Days apart that are one stay"),
}
_CAPS = {
    "most_per_event": N_("Most for an event"),
    "most_per_year": N_("Most in a year"),
    "most_per_life": N_("Most in a lifetime"),
}


class TierField(TextField):
    """Amounts by years of membership, as in ``0+180: 3,000; 3: 10,000``."""

    @override
    def trouble(self) -> Says | None:
        if self.is_empty() or read_tiers(self.typed()) is not None:
            return super().trouble()
        return lambda voice: voice.tr(
            "Write years and amount with a colon, and semicolons between: 1: 3,000; 5: 10,000"
        )


class RuleDialog(CommandDialog):
    """A new benefit, or with ``view`` its rule from another day on."""

    def __init__(self, session: Session, voice: Voice, view: RuleView | None = None) -> None:
        super().__init__(
            session,
            voice,
            title=lambda voice: voice.tr("Rule of a benefit"),
            verb=lambda voice: voice.tr("Save the rule"),
        )
        self.code = self.add("code", lambda voice: voice.tr("Code"), TextField(voice))
        self.name_th = self.add("name_th", lambda voice: voice.tr("Name in Thai"), TextField(voice))
        self.name_en = self.add(
            "name_en", lambda voice: voice.tr("Name in English"), TextField(voice), optional=True
        )
        self.heading = self.add(
            "heading", lambda voice: voice.tr("Heading"), choice_field(voice, HEADINGS)
        )
        self.amount = self.add(
            "amount", lambda voice: voice.tr("Amount"), MoneyField(voice), optional=True
        )
        self.per = self.add(
            "per", lambda voice: voice.tr("Unit of the benefit"), choice_field(voice, PER)
        )
        self.tiers = self.add(
            "tiers",
            lambda voice: voice.tr("Amounts by years in the fund"),
            TierField(voice),
            optional=True,
        )
        self._add_limits(voice)
        self._add_paper(session, voice)
        if view is not None:
            self._fill(view)

    @override
    def command(self) -> SetBenefitRule | None:
        day, heading, per = self.from_day.day(), self.heading.picked(), self.per.picked()
        code, name, sex = self.code.words(), self.name_th.words(), self.sex.picked()
        if not (code and name and day and isinstance(heading, BenefitHeading)):
            return None
        whole = {name: field.whole() for name, field in self.counts.items()}
        form = RuleForm(
            code=code,
            name_th=name,
            name_en=self.name_en.words(),
            heading=heading,
            per=per if isinstance(per, Per) else Per.EVENT,
            amount=self.amount.amount(),
            tiers=self.tiers.typed(),
            paid_up=self.paid_up.picked() is True,
            sex=sex if isinstance(sex, Sex) else None,
            documents=self.documents.words(),
            resolution=self.resolution.words(),
            from_day=day,
            closed=self.ends.picked() is True,
            waiting_days=whole["waiting_days"],
            grace_days=whole["grace_days"],
            least_age=whole["least_age"],
            most_age=whole["most_age"],
            least_years=whole["least_years"],
            events_per_year=whole["events_per_year"],
            events_per_life=whole["events_per_life"],
            claim_within_days=whole["claim_within_days"],
            apart_days=whole["apart_days"],
            most_per_event=self.caps["most_per_event"].amount(),
            most_per_year=self.caps["most_per_year"].amount(),
            most_per_life=self.caps["most_per_life"].amount(),
        )
        return form.command()

    def _add_limits(self, voice: Voice) -> None:
        self.caps = {
            name: self.add(name, _said(says), MoneyField(voice), optional=True)
            for name, says in _CAPS.items()
        }
        self.counts = {
            name: self.add(name, _said(says), WholeField(voice), optional=True)
            for name, says in _COUNTS.items()
        }
        self.paid_up = self.form.add(
            lambda voice: voice.tr("Contributions"),
            PickField(
                voice,
                [
                    (True, lambda voice: voice.tr("have to be paid up")),
                    (False, lambda voice: voice.tr("may be behind")),
                ],
            ),
        )
        self.sex = self.add(
            "sex", lambda voice: voice.tr("Only for"), choice_field(voice, SEX_OR_NONE)
        )

    def _add_paper(self, session: Session, voice: Voice) -> None:
        self.documents = self.add(
            "documents",
            lambda voice: voice.tr("Documents, with semicolons between"),
            TextField(voice),
            optional=True,
        )
        self.resolution = self.add(
            "resolution", lambda voice: voice.tr("Resolution"), TextField(voice)
        )
        self.from_day = self.add(
            "from_day", lambda voice: voice.tr("In force since"), business_day(session, voice)
        )
        self.ends = self.form.add(
            lambda voice: voice.tr("From that day"),
            PickField(
                voice,
                [
                    (False, lambda voice: voice.tr("it is paid by this rule")),
                    (True, lambda voice: voice.tr("it is paid no more")),
                ],
            ),
        )

    def _fill(self, view: RuleView) -> None:
        rule = view.rule
        self.code.set_words(rule.code)
        self.code.setEnabled(False)
        self.name_th.set_words(rule.name_th)
        self.name_en.set_words(rule.name_en)
        self.heading.pick(rule.heading)
        self.per.pick(rule.per)
        self.tiers.set_words(
            tiers_text([Tier(one.amount, one.years, one.days) for one in view.tiers])
        )
        self.paid_up.pick(rule.paid_up)
        self.sex.pick(rule.sex)
        self.documents.set_words("; ".join(rule.documents.split("\n")))
        for name, caps in {"amount": self.amount, **self.caps}.items():
            caps.set_amount(getattr(rule, name))
        for name, field in self.counts.items():
            count = getattr(rule, name)
            field.set_words("" if count is None else str(count))


def _said(text: str) -> Says:
    return lambda voice: voice.tr(text)

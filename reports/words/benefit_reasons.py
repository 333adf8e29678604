"""Why a welfare benefit is not paid, or not in full: one sentence for each finding."""

from __future__ import annotations

from datetime import date

from ledger.domain.benefits import Finding, Reason
from ledger.domain.money import Money
from reports.words.voice import N_, Voice

_BY_DAY = {
    Reason.NOT_YET_MEMBER: N_("The event was before the member joined on {day}."),
    Reason.NO_LONGER_MEMBER: N_("Nothing is paid for what came after the member left on {day}."),
    Reason.AFTER_DEATH: N_("Nothing is paid for what came after the member died on {day}."),
    Reason.UNDER_SANCTION: N_(
        "Instalments of a loan were missed; the member gets no welfare for events up to {day}."
    ),
    Reason.WAITING_PERIOD: N_(
        "The event was within the waiting period; benefits are paid for events from {day} on."
    ),
    Reason.NOT_PAID_UP: N_("The contributions are paid only through {day}."),
    Reason.CLAIMED_TOO_LATE: N_("The claim had to be made by {day}."),
    Reason.ENDS_BEFORE_START: N_("The event would end on {day}, before it begins."),
    Reason.BEFORE_ADMISSION: N_("The stay began on {day}; nothing is paid for days before it."),
    Reason.ADMITTED_OTHERWISE: N_(
        "Another claim, paid or approved, says that this stay began on {day}. One of the two days "
        "of admission is wrong: correct it here, or cancel that claim."
    ),
}
_BY_COUNT = {
    Reason.TOO_YOUNG: N_("The member was only {count} years old."),
    Reason.TOO_OLD: N_("The member was already {count} years old."),
    Reason.MEMBERSHIP_TOO_SHORT: N_(
        "The member had completed only {count} full years of membership."
    ),
    Reason.ALREADY_PAID: N_("Of what is claimed, {count} was paid before and is not paid twice."),
    Reason.EVENTS_OF_YEAR_USED: N_(
        "This benefit was paid {count} times this year, and the rule allows no more."
    ),
    Reason.EVENTS_OF_LIFE_USED: N_(
        "This benefit was paid {count} times to the member, and the rule allows no more."
    ),
}
_BY_AMOUNT = {
    Reason.CAP_OF_EVENT: N_("Only {amount} is left of the limit for one event."),
    Reason.CAP_OF_YEAR: N_("Only {amount} is left of this year's limit."),
    Reason.CAP_OF_LIFE: N_("Only {amount} is left of the limit for a lifetime."),
    Reason.CLAIMED_APART: N_(
        "This shows that claims paid before were of one stay, which got {amount} more than the "
        "limit for one event. Cancel the last of them, and claim the whole stay at once."
    ),
}
_PLAIN = {
    Reason.AGE_UNKNOWN: N_("The benefit depends on age, but the date of birth is not known."),
    Reason.NOT_DEAD: N_(
        "The register does not say that the member died. Record the death first; help with the "
        "funeral of a relative is a benefit of its own, under the heading of funerals."
    ),
    Reason.NOTHING_TO_PAY: N_("By its rule the benefit comes to nothing here."),
}


def benefit_reason(finding: Finding, voice: Voice) -> str:
    """The finding in the reader's words."""
    if finding.reason in _BY_DAY:
        day = date.fromisoformat(finding.fact)
        return voice.joined(
            lambda one: one.tr(_BY_DAY[finding.reason]).format(day=one.day(day, "long"))
        )
    if finding.reason in _BY_COUNT:
        count = voice.number(int(finding.fact))
        return voice.tr(_BY_COUNT[finding.reason]).format(count=count)
    if finding.reason in _BY_AMOUNT:
        amount = voice.money(Money.from_decimal(finding.fact))
        return voice.tr(_BY_AMOUNT[finding.reason]).format(amount=amount)
    if finding.reason is Reason.DOCUMENT_MISSING:
        return voice.tr("A document is missing: {document}.").format(document=finding.fact)
    if finding.reason is Reason.WRONG_SEX:
        return _only_for(finding.fact, voice)
    return voice.tr(_PLAIN[finding.reason])


def named_reason(text: str, voice: Voice) -> str:
    """The finding that a refusal names by its reason and its fact; an unknown one stays."""
    reason, _, fact = text.partition(" ")
    if reason not in {one.value for one in Reason}:
        return text
    return benefit_reason(Finding(Reason(reason), fact), voice)


def _only_for(sex: str, voice: Voice) -> str:
    if sex == "female":
        return voice.tr("This benefit is for women only.")
    return voice.tr("This benefit is for men only.")

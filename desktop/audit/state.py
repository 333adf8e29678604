"""What the auditor's desk knows and decides, without Qt: where rows lead, and its facts."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from ledger.domain.red_flags import Sign
from ledger.queries.acts import Acts
from ledger.queries.audit_desk import AuditQuestions, Confirmations, QuestionView
from ledger.queries.consents import ConsentGaps
from ledger.queries.integrity import Audit, CodeFound
from ledger.queries.integrity.findings import Finding
from ledger.queries.red_flags import FlagResult, RedFlags
from ledger.queries.red_flags.looking import FlagRow
from ledger.queries.samples import Sample, Sampled, SampleRow
from ledger.usecases.flag_clearing import ClearRedFlag
from reports.words.findings import code_sentence
from reports.words.voice import N_, Voice


class Tab(Enum):
    """The tabs of the desk in their order."""

    CHECK = "check"
    QUESTIONS = "questions"
    SAMPLES = "samples"
    CONFIRMATIONS = "confirmations"
    FOLLOW_UP = "follow-up"
    RED_FLAGS = "red-flags"
    CONSENTS = "consents"
    LOG = "log"


def tab_named(key: Hashable) -> Tab | None:
    """The tab that another area sends people to."""
    return next((tab for tab in Tab if tab.value == key), None)


SAMPLED = {
    Sampled.RECEIPTS: N_("Receipts"),
    Sampled.VOUCHERS: N_("Vouchers"),
    Sampled.ENTRIES: N_("Entries"),
    Sampled.LOANS: N_("Loans"),
    Sampled.MEMBERS: N_("Members"),
}


@dataclass(frozen=True, slots=True)
class Leads:
    """An area and the thing to open there."""

    area: str
    key: Hashable


@dataclass(frozen=True, slots=True)
class FlagLine:
    """An exception with the test that saw it."""

    result: FlagResult
    row: FlagRow


def flag_lines(answer: RedFlags) -> list[FlagLine]:
    """Every exception; what is open stands first, the worst before the rest."""
    lines = [FlagLine(result, row) for result in answer.tests for row in result.rows]
    return sorted(lines, key=lambda line: (not line.row.open, -line.row.severity.value))


_ON_LOANS = frozenset(sign for sign in Sign if sign.value.startswith(("loan", "rate_", "paid_")))


def flag_leads(row: FlagRow) -> Leads | None:
    """Where an exception can be looked at: its entry, its loan, its member, or its paper."""
    if row.entry is not None:
        return Leads("journal", row.entry)
    if row.sign is Sign.LENDER_MONEY_HELD:
        return Leads("codi", row.card)
    if row.card is not None and row.sign in _ON_LOANS:
        return Leads("loans", row.card)
    if row.member:
        return Leads("members", row.member)
    return _area_of(row.sign)


def _area_of(sign: Sign) -> Leads | None:
    if sign.value.startswith(("bank", "cash", "count")):
        return Leads("cash", None)
    return Leads("home", None) if sign is Sign.CONTROL_DIFFERS else None


def sample_leads(kind: Sampled, row: SampleRow) -> Leads:
    """Where a thing that was drawn can be looked at."""
    if kind is Sampled.ENTRIES:
        return Leads("journal", int(row.key))
    if kind is Sampled.LOANS:
        return Leads("loans", int(row.key))
    if kind is Sampled.MEMBERS:
        return Leads("members", row.key)
    return Leads("papers", ("receipt" if kind is Sampled.RECEIPTS else "voucher", row.key))


def finding_leads(finding: Finding) -> Leads | None:
    """The entry a finding is about, where it names one."""
    return None if finding.entry is None else Leads("journal", finding.entry)


def clearing(row: FlagRow, *, note: str, by: str, on: date) -> ClearRedFlag:
    """The command that clears an exception for the money it puts at risk now."""
    return ClearRedFlag(flag=row.flag, amount=row.at_risk, note=note, by=by, on=on)


def audit_facts(found: Audit | None, voice: Voice) -> str:
    """What the last audit said in one line, with totals that only grow."""
    if found is None:
        return voice.tr("The book was not audited since the last change.")
    totals = found.totals
    said = voice.tr("Looked at: acts {acts}, entries {entries}, receipts {receipts}.").format(
        acts=voice.number(totals.acts),
        entries=voice.number(totals.entries),
        receipts=voice.number(totals.receipts),
    )
    if found.clean:
        return f"{said}\n" + voice.tr(
            "The audit found nothing: every act, row and balance is right."
        )
    findings = voice.tr("Findings: {count}. Call your auditor before you go on.").format(
        count=voice.number(len(found.findings))
    )
    return f"{said}\n{findings}"


def code_facts(code: CodeFound | None, voice: Voice) -> str:
    """What a typed code says, with the moment at which it was printed."""
    if code is None:
        return ""
    said = code_sentence(code, voice)
    if code.recorded_at is None:
        return said
    moment = datetime.fromisoformat(code.recorded_at)
    by = voice.tr("Recorded {moment} by {user}.").format(
        moment=voice.moment(moment), user=code.user or "-"
    )
    return f"{said}\n{by}"


def likely_code(found: CodeFound) -> str:
    """The code that was meant, where exactly one is nearest to what was typed."""
    return found.nearest[0] if len(found.nearest) == 1 else ""


def code_wanted(key: Hashable) -> str:
    """The code that the search sends people to prove."""
    return str(key[1]) if isinstance(key, tuple) and key[0] == "code" else ""


def act_wanted(key: Hashable) -> int | None:
    """The act of the log that another area sends people to."""
    return key[1] if isinstance(key, tuple) and key[0] == "act" else None


def log_facts(found: Acts, voice: Voice) -> str:
    said = voice.tr("Acts: {count}").format(count=voice.number(len(found.rows)))
    if found.before is None:
        return said
    return f"{said}. " + voice.tr("There are older ones in these days: choose fewer days.")


def question_facts(answer: AuditQuestions, voice: Voice) -> str:
    return voice.tr("Not answered: {open} · answered: {answered} · settled: {settled}").format(
        open=voice.number(answer.open),
        answered=voice.number(answer.answered),
        settled=voice.number(answer.settled),
    )


def about(row: QuestionView, voice: Voice) -> str:
    """What a question is pinned to."""
    parts = []
    if row.entry is not None:
        parts.append(voice.tr("entry {number}").format(number=voice.digits(str(row.entry))))
    if row.member is not None:
        parts.append(f"{voice.digits(row.member)} {row.name}".strip())
    return ", ".join(parts) or voice.tr("the books")


def sample_facts(answer: Sample | None, voice: Voice) -> str:
    if answer is None:
        return voice.tr("Whoever types the same lot draws the same things again.")
    return voice.tr("Drawn {drawn} of {all}, {share} of the value.").format(
        drawn=voice.number(len(answer.rows)),
        all=voice.number(answer.population),
        share=voice.percent(answer.value_share),
    )


def confirmation_facts(answer: Confirmations, voice: Voice) -> str:
    """How far the balances are confirmed: by value and by number of cards."""
    said = voice.tr("Replied: {value} of the value, {cards} of the cards.").format(
        value=voice.percent(answer.coverage_value), cards=voice.percent(answer.coverage_cards)
    )
    counted = voice.tr(
        "Agreed {agreed} · disagreed {disagreed} · no reply {silent} · not found {gone}"
    ).format(
        agreed=voice.number(answer.agreed),
        disagreed=voice.number(answer.disagreed),
        silent=voice.number(answer.no_reply),
        gone=voice.number(answer.not_found),
    )
    return f"{said} {counted}"


def flag_facts(answer: RedFlags, voice: Voice) -> str:
    return voice.tr("Score {score} · to look into {open} · cleared {cleared}").format(
        score=voice.number(answer.score),
        open=voice.number(answer.open),
        cleared=voice.number(answer.cleared),
    )


def consent_facts(answer: ConsentGaps, voice: Voice) -> str:
    """From how many members a signature is missing."""
    return voice.tr_n(
        "{count} member has to sign a consent, or what is kept has to go.",
        "{count} members have to sign a consent, or what is kept has to go.",
        answer.members,
    ).format(count=voice.number(answer.members))

"""What the area of imports and exports knows and decides, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.domain.commands import Command
from ledger.domain.import_runs import ImportKind
from ledger.domain.money import Money
from ledger.domain.refusals import NothingToDo, Refusal, WorkbookUnreadable
from ledger.exchange.opening_file import CellProblem, OpeningFile
from ledger.exchange.opening_proving import proof_of
from ledger.exchange.opening_reading import read_opening
from ledger.exchange.opening_sheets import column_called
from ledger.queries.import_runs import ImportRuns
from ledger.queries.opening import OpeningLists
from ledger.queries.opening_proof import Carryings, OpeningProof
from ledger.usecases.carrying_back import TakeBackCarrying
from ledger.usecases.import_back import TakeBackImport
from reports.words.choices import IMPORTS
from reports.words.refused import sentence, sentence_of_cell
from reports.words.voice import N_, Voice


@dataclass(frozen=True, slots=True)
class Chosen:
    """A workbook that was looked at: what it holds, and why it cannot be booked where it can't.

    ``proof`` is the cut-over sheet of it, to be signed before anything is booked.
    """

    path: Path
    found: OpeningFile | None = None
    refusal: Refusal | None = None
    proof: OpeningProof | None = None

    @property
    def can_be_booked(self) -> bool:
        return self.found is not None and not self.found.wrong and self.refusal is None

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        return () if self.found is None else tuple(self.found.problems)


def looked_at(path: Path, lists: OpeningLists, rows: Callable[[int], None] | None = None) -> Chosen:
    """Read a workbook; nothing is written. ``rows`` hears how many were read.

    Raises:
        Refusal: it cannot be read at all.
    """
    try:
        found = read_opening(path, lists, rows)
    except OSError as error:
        raise WorkbookUnreadable(path.name) from error
    proof = None if found.on is None else proof_of(found, lists, path.name)
    return Chosen(path, found, proof=proof)


def facts_of(chosen: Chosen | None, voice: Voice) -> str:
    """What is to be said of the workbook above the lists."""
    if chosen is None:
        return voice.tr(
            "Make the workbook, fill it in from the books on paper, then choose it here. "
            "It is only looked at until you import it."
        )
    if isinstance(chosen.refusal, NothingToDo):
        return voice.tr("There is nothing in {file} that is not in the book already.").format(
            file=chosen.path.name
        )
    if chosen.refusal is not None:
        return sentence(chosen.refusal, voice)
    found = chosen.found
    if found is None:
        return ""
    if found.wrong:
        return voice.tr_n(
            "{file}: {count} cell has to be corrected first. Nothing was saved.",
            "{file}: {count} cells have to be corrected first. Nothing was saved.",
            found.wrong,
        ).format(file=chosen.path.name, count=voice.number(found.wrong))
    rows = len(found.chart) + len(found.grants) + len(found.assets)
    rows += len(found.welfare) + len(found.benefits)
    return voice.tr(
        "{file} can be taken over: {members} members, {cards} cards, {loans} loans, "
        "{rows} rows of other registers; {known} rows are in the book already. "
        "Compare the totals, then import it."
    ).format(
        file=chosen.path.name,
        members=voice.number(len(found.members)),
        cards=voice.number(len(found.cards)),
        loans=voice.number(len(found.loans)),
        rows=voice.number(rows),
        known=voice.number(found.known),
    )


def stopped_said(sheets: int, voice: Voice) -> str:
    """What stands in the book of a workbook whose import was stopped."""
    if not sheets:
        return voice.tr("Stopped. Nothing was booked; the workbook can be imported at any time.")
    return voice.tr_n(
        "Stopped. {count} sheet of the workbook stands in the book. Choose the same workbook again "
        "to go on with the others, or take it back under “What was imported”.",
        "Stopped. {count} sheets of the workbook stand in the book. Choose the same workbook again "
        "to go on with the others, or take it back under “What was imported”.",
        sheets,
    ).format(count=voice.number(sheets))


def column_name(problem: CellProblem, voice: Voice) -> str:
    """What the workbook calls the column."""
    column = column_called(problem.sheet, problem.column)
    return problem.column if column is None else voice.name(column.th, column.en)


def problem_said(problem: CellProblem | None, voice: Voice) -> str:
    """The whole sentence of a problem, however narrow its column in the list is."""
    if problem is None:
        return ""
    return sentence_of_cell(problem.refusal, column_name(problem, voice), voice)


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that came in: an opening workbook or members by ``carrying``, else a run."""

    number: int
    kind: str
    carrying: bool
    source: str
    on: date | None
    count: int
    amount: Money | None
    entries: str
    taken_back_on: date | None


def imported(brought: Carryings, runs: ImportRuns) -> tuple[Imported, ...]:
    """Everything that came in by a file, workbooks first."""
    rows = [
        Imported(
            number=one.number,
            kind=N_("Books on paper"),
            carrying=True,
            source=one.source,
            on=one.on,
            count=one.members,
            amount=one.amount,
            entries=", ".join(str(number) for number in one.entries),
            taken_back_on=one.taken_back_on,
        )
        for one in brought.rows
    ]
    rows += [
        Imported(
            number=one.run,
            kind=IMPORTS[one.kind],
            carrying=False,
            source=one.source,
            on=None,
            count=one.count,
            amount=None,
            entries="" if one.kind is ImportKind.STATEMENT else f"{one.first}–{one.last}",
            taken_back_on=one.taken_back_on,
        )
        for one in runs.rows
    ]
    return tuple(rows)


def take_back_of(row: Imported, on: date, reason: str) -> Command:
    """The command that takes all of it back."""
    if row.carrying:
        return TakeBackCarrying(carrying=row.number, on=on, reason=reason)
    return TakeBackImport(run=row.number, on=on, reason=reason)


def can_be_taken_back(row: Imported | None) -> bool:
    return row is not None and row.taken_back_on is None


@dataclass(frozen=True, slots=True)
class Format:
    """One way out: its name in the exchange, its ending, and what it is for."""

    name: str
    ending: str
    title: str
    says: str


FORMATS = (
    Format("xlsx", "xlsx", N_("Workbook"), N_("a sheet for each register, for any spreadsheet")),
    Format(
        "groups",
        "xlsx",
        N_("Chart and trial balance by groups"),
        N_("in the layout of the regulator's groups"),
    ),
    Format("csv", "csv", N_("Journal as CSV"), N_("every line of the journal, for any program")),
    Format("acts", "jsonl", N_("Every act of the book"), N_("to make the same book from it again")),
    Format("json", "json", N_("Whole book as JSON"), N_("everything, for programs")),
    Format("hledger", "journal", "hledger", N_("the journal for hledger")),
    Format("ledger", "ledger", "ledger", N_("the journal for Ledger")),
    Format("beancount", "beancount", "Beancount", N_("the journal for Beancount")),
    Format(
        "gnucash-accounts", "csv", "GnuCash", N_("the accounts for GnuCash, imported there first")
    ),
    Format("gnucash-csv", "csv", "GnuCash", N_("the journal for GnuCash")),
)

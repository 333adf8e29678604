"""What the console says to people: its own refusals as sentences, the books' by their own table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.console import refusals
from ledger.domain.refusals import Refusal
from ledger.exchange.opening_sheets import column_called, tab_of
from reports.words.labels import quoted
from reports.words.refused import sentence_of_cell
from reports.words.sentences import sentence
from reports.words.voice import Language, Voice

if TYPE_CHECKING:
    from ledger.exchange.opening_file import CellProblem

_ROWS_SAID = 20  # the others stand in the answer for programs
_VOICES: dict[str, Language] = {"th": "th", "en": "en", "both": "both"}


def voice_of(language: str) -> Voice:
    return Voice(_VOICES[language])


def said(refusal: Refusal, voice: Voice) -> str:
    """The refusal in the reader's words."""
    own = _SENTENCES.get(type(refusal))
    return sentence(refusal, voice) if own is None else own(refusal, voice)


def said_in_both(refusal: Refusal) -> dict[str, str]:
    return {language: said(refusal, voice_of(language)) for language in ("th", "en")}


def lines_said(refusal: Refusal, language: str, line: object = None) -> list[str]:
    """The refusal for people: where it came from a file with its line, and its rows one by one."""
    voice = voice_of(language)
    sentences = [_at(None if "line" in refusal.facts() else line, said(refusal, voice), voice)]
    if isinstance(refusal, refusals.RowsRefused):
        for row in refusal.rows[:_ROWS_SAID]:
            line = None if "line" in row.refusal.facts() else row.line
            sentences.append(_at(line, said(row.refusal, voice), voice))
    if isinstance(refusal, refusals.CellsRefused):
        sentences += [_in_cell(cell, voice) for cell in refusal.rows]
    return sentences


def _in_cell(cell: CellProblem, voice: Voice) -> str:
    known = column_called(cell.sheet, cell.column)
    heading = cell.column if known is None else voice.name(known.th, known.en)
    # note: before a whole sentence about what is wrong in a cell of a spreadsheet
    return voice.tr("Sheet {sheet}, row {row}, column {column}: {sentence}").format(
        sheet=tab_of(cell.sheet),
        row=cell.row,
        column=heading if known is None else f"{heading} [{cell.column}]",
        sentence=sentence_of_cell(cell.refusal, heading, voice),
    )


def _at(line: object, sentence_alone: str, voice: Voice) -> str:
    if line is None:
        return sentence_alone
    # note: before a whole sentence about what is wrong in that line of a file
    return voice.tr("Line {line}: {sentence}").format(line=line, sentence=sentence_alone)


def _unknown_call(refusal: refusals.UnknownCall, voice: Voice) -> str:
    if not refusal.near:
        return voice.tr("There is no call “{asked}”. “satcha help” lists them all.").format(
            asked=quoted(refusal.asked)
        )
    return voice.tr("There is no call “{asked}”. Perhaps you mean: {near}.").format(
        asked=quoted(refusal.asked), near=", ".join(refusal.near)
    )


def _unknown_option(refusal: refusals.UnknownOption, voice: Voice) -> str:
    return voice.tr("“satcha {call}” has no option {option}. It knows these: {known}.").format(
        call=refusal.call, option=quoted(refusal.option), known=", ".join(refusal.known)
    )


def _option_twice(refusal: refusals.OptionTwice, voice: Voice) -> str:
    return voice.tr("{option} stands there twice. Give it once.").format(option=refusal.option)


def _value_missing(refusal: refusals.ValueMissing, voice: Voice) -> str:
    return voice.tr("Nothing stands behind {option}. Write {option} {value}.").format(
        option=refusal.option, value=refusal.value
    )


def _place_missing(refusal: refusals.PlaceMissing, voice: Voice) -> str:
    return voice.tr("{place} is missing. Write it like this: {usage}").format(
        place=refusal.place, usage=refusal.usage
    )


def _word_too_many(refusal: refusals.WordTooMany, voice: Voice) -> str:
    return voice.tr("“{word}” is one word too many. Write it like this: {usage}").format(
        word=quoted(refusal.word), usage=refusal.usage
    )


def _unknown_paper(refusal: refusals.UnknownPaper, voice: Voice) -> str:
    return voice.tr("There is no paper “{asked}”. “satcha papers” lists them all.").format(
        asked=quoted(refusal.asked)
    )


def _not_for_members(refusal: refusals.NotForMembers, voice: Voice) -> str:
    return voice.tr(
        "“{paper}” cannot be printed for all members: it is no member's own paper, "
        "or one member is named already. Print it without --all-members."
    ).format(paper=refusal.paper)


def _nothing_to_print(refusal: refusals.NothingToPrint, voice: Voice) -> str:
    return voice.tr(
        "“{paper}” cannot be printed for all members, since the book has none on that day. "
        "Choose another day."
    ).format(paper=refusal.paper)


def _two_command_ids(refusal: refusals.TwoCommandIds, voice: Voice) -> str:
    return voice.tr(
        "The command id is “{option}” behind --id and “{inside}” in the JSON. Give it once."
    ).format(option=quoted(refusal.option), inside=quoted(refusal.inside))


def _noted_by_program(refusal: refusals.NotedByProgram, voice: Voice) -> str:
    return voice.tr(
        "Nobody writes {command} by hand: the program notes it once it has proved it. "
        "Use this call instead: {call}"
    ).format(command=refusal.command, call=refusal.call)


def _rows_refused(refusal: refusals.RowsRefused, voice: Voice) -> str:
    return voice.tr_n(
        "{count} row of {path} cannot be booked, so nothing was saved. "
        "Correct it and import again.",
        "{count} rows of {path} cannot be booked, so nothing was saved. "
        "Correct them and import again.",
        refusal.count,
    ).format(count=voice.number(refusal.count), path=refusal.path)


def _cells_refused(refusal: refusals.CellsRefused, voice: Voice) -> str:
    return voice.tr_n(
        "{count} cell of {path} cannot be taken over, so nothing was saved. "
        "Correct it and import again.",
        "{count} cells of {path} cannot be taken over, so nothing was saved. "
        "Correct them and import again.",
        refusal.count,
    ).format(count=voice.number(refusal.count), path=refusal.path)


def _columns_wrong(refusal: refusals.ColumnsWrong, voice: Voice) -> str:
    return voice.tr(
        "The first line of {path} must name these columns, once each and no others: {needed}. "
        "It names: {found}."
    ).format(
        path=refusal.path,
        needed=", ".join(refusal.needed),
        found=quoted(", ".join(refusal.found)) or "-",
    )


def _nothing_inside(refusal: refusals.NothingInside, voice: Voice) -> str:
    return voice.tr("{path} holds nothing to book. Check whether it is the right file.").format(
        path=refusal.path
    )


def _no_such_file(refusal: refusals.NoSuchFile, voice: Voice) -> str:
    return voice.tr("There is no file {path}. Check the name and the folder.").format(
        path=refusal.path
    )


def _file_unreadable(refusal: refusals.FileUnreadable, voice: Voice) -> str:
    return voice.tr("{path} cannot be read ({detail}). Check the file and its rights.").format(
        path=refusal.path, detail=quoted(refusal.detail)
    )


def _no_screen(_: refusals.NoScreen, voice: Voice) -> str:
    return voice.tr(
        "There is no screen here to open a window on. “satcha help” says what works without one."
    )


def _window_missing(refusal: refusals.WindowMissing, voice: Voice) -> str:
    return voice.tr(
        "The window cannot be opened, since a library is missing ({detail}). "
        "Run “make setup” again; it names the command that installs it."
    ).format(detail=quoted(refusal.detail))


_SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    refusals.UnknownCall: _unknown_call,
    refusals.UnknownOption: _unknown_option,
    refusals.OptionTwice: _option_twice,
    refusals.ValueMissing: _value_missing,
    refusals.PlaceMissing: _place_missing,
    refusals.WordTooMany: _word_too_many,
    refusals.UnknownPaper: _unknown_paper,
    refusals.NotForMembers: _not_for_members,
    refusals.NothingToPrint: _nothing_to_print,
    refusals.TwoCommandIds: _two_command_ids,
    refusals.NotedByProgram: _noted_by_program,
    refusals.RowsRefused: _rows_refused,
    refusals.CellsRefused: _cells_refused,
    refusals.ColumnsWrong: _columns_wrong,
    refusals.NothingInside: _nothing_inside,
    refusals.NoSuchFile: _no_such_file,
    refusals.FileUnreadable: _file_unreadable,
    refusals.NoScreen: _no_screen,
    refusals.WindowMissing: _window_missing,
}

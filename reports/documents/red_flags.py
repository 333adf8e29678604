"""Red flags on paper: first the tests without a name, then each exception with its way out."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.red_flags import FlagTest
from ledger.queries.red_flags import FlagResult, RedFlags
from ledger.queries.red_flags.looking import Clearance, FlagRow
from reports.document import (
    Block,
    Document,
    Fact,
    Facts,
    Fingerprint,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    RowStyle,
    Table,
)
from reports.documents.frame import (
    Frame,
    count,
    money,
    paper,
    period_of,
    signatures,
    single,
    text,
    unbroken,
)
from reports.words.red_flag_signs import sign_sentence
from reports.words.red_flag_tests import cannot_tell, how_to_clear, severity_word, test_title
from reports.words.voice import Voice


def red_flags_paper(answer: RedFlags, frame: Frame) -> Document:
    """One page that accuses nobody, and behind it what was seen, test by test."""
    voice = frame.voice
    act = frame.head.act
    blocks: list[Block] = [
        Facts(
            (
                Fact(voice.tr("Score"), answer.score, strong=True),
                Fact(voice.tr("To look into"), answer.open),
                Fact(voice.tr("Cleared"), answer.cleared),
            ),
            columns=3,
        ),
        Paragraph(
            text=voice.tr(
                "A red flag is a question, not an accusation. The score adds weight times "
                "severity of what is open; one sum may be at risk in several tests."
            ),
            small=True,
        ),
        _summary(answer, voice),
        signatures((voice.tr("Inspector"), ""), (voice.tr("Recipient"), "")),
        Fingerprint(act.number, act.code, qr=act.code),
        PageBreak(),
        *_details(answer, voice),
    ]
    title = voice.tr("Red flags")
    return paper(frame, title, blocks, period=period_of(answer.since, answer.at, voice))


def _summary(answer: RedFlags, voice: Voice) -> Table:
    rows = [
        Row(
            (
                voice.digits(str(number)),
                test_title(one.test, voice),
                one.weight,
                severity_word(one.severity, voice),
                one.open,
                one.cleared,
                one.at_risk,
            )
        )
        for number, one in enumerate(answer.tests, start=1)
    ]
    rows.append(
        Row(
            (None, voice.tr("Total"), None, None, answer.open, answer.cleared, None),
            RowStyle.TOTAL,
        )
    )
    columns = (
        unbroken(voice.tr("No.")),
        text(voice.tr("Test"), weight=2),
        count(voice.tr("Weight")),
        unbroken(voice.tr("Severity")),
        count(voice.tr("To look into")),
        count(voice.tr("Cleared")),
        single(voice.tr("Money at risk")),
    )
    return Table(columns, tuple(rows), name=voice.tr("Red flags"))


def _details(answer: RedFlags, voice: Voice) -> Iterator[Block]:
    seen = [(number, one) for number, one in enumerate(answer.tests, start=1) if one.rows]
    for number, one in seen:
        yield Heading(f"{voice.number(number)}. {test_title(one.test, voice)}")
        yield Paragraph(text=_way_out(one.test, voice))
        yield _rows(one, voice)
    if not seen:
        yield Paragraph(text=voice.tr("Nothing was found by any test."), strong=True)
    if answer.earlier:
        yield Heading(voice.tr("Cleared earlier and no longer seen"))
        yield _earlier(answer, voice)
    yield Heading(voice.tr("What one book cannot tell"))
    yield _limits(answer, voice)


def _way_out(test: FlagTest, voice: Voice) -> str:
    return voice.joined(
        lambda one: one.tr("How to clear it: {text}").format(text=how_to_clear(test, one))
    )


def _rows(result: FlagResult, voice: Voice) -> Table:
    rows = [
        Row(
            (
                sign_sentence(row, voice),
                severity_word(row.severity, voice),
                row.at_risk,
                cleared_text(row, voice),
            )
        )
        for row in result.rows
    ]
    columns = (
        text(voice.tr("Exception"), weight=3),
        unbroken(voice.tr("Severity")),
        money(voice.tr("Money at risk")),
        text(voice.tr("Cleared by"), weight=2),
    )
    return Table(columns, tuple(rows), name=test_title(result.test, voice))


def cleared_text(row: FlagRow, voice: Voice) -> str:
    """Who looked into it, when, and what was found; that it is open again where it is."""
    if row.cleared is None:
        return ""
    said = clearance_text(row.cleared, voice)
    # note: below what was said when a red flag was cleared, where it stands open again
    again = voice.tr("(more is at risk now)")
    return f"{said}\n{again}" if row.open else said


def clearance_text(one: Clearance, voice: Voice) -> str:
    # note: who cleared a red flag, such as "22 Nov 2569, Somjai: the slip is in the file"
    return voice.tr("{day}, {name}: {note}").format(
        day=voice.day(one.on), name=one.by, note=one.note
    )


def _earlier(answer: RedFlags, voice: Voice) -> Table:
    rows = [Row((one.flag, one.amount, clearance_text(one, voice))) for one in answer.earlier]
    columns = (
        text(voice.tr("Exception")),
        money(voice.tr("Money at risk")),
        text(voice.tr("Cleared by"), weight=2),
    )
    return Table(columns, tuple(rows))


def _limits(answer: RedFlags, voice: Voice) -> Table:
    rows = [
        Row((voice.digits(str(number)), test_title(one.test, voice), cannot_tell(one.test, voice)))
        for number, one in enumerate(answer.tests, start=1)
    ]
    columns = (
        unbroken(voice.tr("No.")),
        text(voice.tr("Test")),
        text(voice.tr("What one book cannot tell"), weight=2),
    )
    return Table(columns, tuple(rows))

"""Consents on paper: the form that a member signs, and the list of what is kept without one.

The form is for somebody who reads it at the desk: what it is for, how long, and that she may say no
and may change her mind (PDPA s.19 and s.26, trust.md 6.8).
"""

from __future__ import annotations

from collections.abc import Iterator

from ledger.domain.consents import ConsentTo
from ledger.queries.consents import ConsentForm, ConsentGap, ConsentGaps
from reports.document import (
    A4,
    A5,
    Block,
    Document,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Row,
    Signature,
    Signatures,
    Table,
    Value,
)
from reports.documents.frame import Frame, at_day, code, day, name_of, paper, text
from reports.words.choices import choice_name
from reports.words.consents import kept_words
from reports.words.voice import Voice

_NUMBER = "________________"
_CROSS = "(      )"  # a place for it


def consent_form_paper(answer: ConsentForm, frame: Frame) -> Document:
    """One page, of the larger size where it says everything twice."""
    voice = frame.voice
    sheet = A4 if voice.language == "both" else A5
    return paper(frame, voice.tr("Consent"), list(_form(answer, voice)), sheet=sheet)


def _form(answer: ConsentForm, voice: Voice) -> Iterator[Block]:
    yield Facts(
        (
            Fact(voice.tr("Name"), name_of(answer.member.name, voice), strong=True),
            Fact(voice.tr("Member number"), answer.member.number, strong=True),
            Fact(voice.tr("Number of this form"), _NUMBER),
        )
    )
    for covers in answer.covers:
        yield Heading(choice_name(covers, voice))
        yield Paragraph(text=_what_for(covers, voice))
        yes, no = voice.tr("I consent"), voice.tr("I do not consent")
        yield Paragraph(text=f"{_CROSS} {yes}        {_CROSS} {no}")
    yield Paragraph(
        text=voice.tr(
            "You are free to say no: your savings, shares and loans do not depend on it. You may "
            "take a consent back at any time and without a reason, by telling or writing to the "
            "treasurer. What was done until then stays right."
        )
    )
    yield Paragraph(
        text=voice.tr("You may ask at any time what the cooperative keeps about you."), small=True
    )
    yield Signatures(
        (
            Signature(voice.tr("Member"), answer.member.name),
            Signature(voice.tr("Received by"), ""),
        )
    )


def _what_for(covers: ConsentTo, voice: Voice) -> str:
    if covers is ConsentTo.PHOTO:
        return voice.tr(
            "A photo of your face, so that whoever pays out money sees that it is you. It stands "
            "in the register and on your member card. It is erased when you take this consent "
            "back or your data are erased after you left, and is gone from the copies within 90 "
            "days."
        )
    return voice.tr(
        "That you were ill or are disabled, as far as a benefit of the welfare fund asks for it; "
        "no diagnosis is kept. Only those who keep and audit this book see it. It is kept "
        "as long as the law asks for the proof of the payment. Without this consent the fund may "
        "be unable to check a claim for such a benefit."
    )


# ── what is kept without consent ────────────────────────────────────────────────────────────────


def consent_gaps_paper(answer: ConsentGaps, frame: Frame) -> Document:
    """For the committee and the auditor: from whom a signature is missing."""
    voice = frame.voice
    columns = (
        code(voice.tr("Member number")),
        text(voice.tr("Name"), 2),
        text(voice.tr("What is kept"), 3),
        day(voice.tr("Since")),
        day(voice.tr("Consent taken back on")),
    )
    rows = tuple(Row(_cells(one, voice)) for one in answer.rows)
    blocks: list[Block] = [
        Facts((Fact(voice.tr("Members concerned"), answer.members, strong=True),)),
        Table(columns, rows, when_empty=voice.tr("For everything kept there is a consent.")),
        Paragraph(
            text=voice.tr(
                "Let these members sign the consent form, and record its number. Where somebody "
                "does not consent, take the photo out."
            )
        ),
    ]
    title = voice.tr("Kept without consent")
    return paper(frame, title, blocks, period=at_day(answer.at, voice))


def _cells(one: ConsentGap, voice: Voice) -> tuple[Value, ...]:
    return (
        voice.digits(one.member),
        name_of(one.name, voice),
        kept_words(one, voice),
        one.since,
        one.withdrawn,
    )

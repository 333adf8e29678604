"""The sentences around a paper: who printed it, which page, which copy, whose practice."""

from __future__ import annotations

from reports.document import Printed, Signature
from reports.render.plain import one_line
from reports.words.voice import Voice


def printed_line(printed: Printed, voice: Voice) -> str:
    """Who and when; the name stands as it is, whatever is in it."""

    def said(one: Voice) -> str:
        if not printed.by:
            # note: at the foot of every printed page, where nobody said who is at the keyboard
            return one.tr("Printed {moment}").format(moment=one.moment(printed.at))
        # note: at the foot of every printed page
        text = one.tr("Printed by {name}, {moment}")
        return text.format(name=one_line(printed.by), moment=one.moment(printed.at))

    return voice.joined(said)


def page_count(count: tuple[int, int], voice: Voice) -> str:
    """Which page of how many."""
    page, pages = count
    text = voice.tr("Page {page} of {pages}")
    return text.format(page=voice.number(page), pages=voice.number(pages))


def copy_mark(number: int, voice: Voice) -> str:
    # note: on every sheet that was printed before; สำเนา
    return voice.tr("Copy {number}").format(number=voice.number(number))


def practice_words() -> str:
    """In both languages whatever the voice: nobody may take practice for the real book."""
    return Voice("both").tr("Practice book")


def signature_lines(place: Signature, voice: Voice) -> tuple[str, str, str, str]:
    """Where to sign, the name in brackets, the role, and the day or room for it."""
    name = one_line(place.name) or "." * 24
    day = voice.day(place.day) if place.day else "......../......../........"
    # note: on the dotted line of a signature
    signed = voice.tr("Signed")
    return (f"{signed} {'.' * 30}", f"({name})", one_line(place.role), f"{voice.tr('Date')} {day}")

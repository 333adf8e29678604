"""Sentences about books on an office's server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal, server
from reports.words.labels import quoted
from reports.words.voice import Voice


def place_wrong(refusal: server.ServerPlaceWrong, voice: Voice) -> str:
    # note: {example} is an address as a person types it
    return voice.tr(
        "The address {place} names no book. Write the book's name at its end, in small letters, "
        "such as {example}."
    ).format(place=refusal.place, example="postgresql://server/office?book=rimnam")


def driver_missing(refusal: server.ServerDriverMissing, voice: Voice) -> str:  # noqa: ARG001 - it has no facts
    return voice.tr(
        "This computer lacks the part of the program that talks to a server. "
        "Ask whoever looks after the computers to install the program for offices."
    )


def unreachable(refusal: server.ServerUnreachable, voice: Voice) -> str:
    return voice.tr(
        "The server with {place} does not let us in ({detail}). Look at the network and at the "
        "user's name, then try again; nothing was changed."
    ).format(place=refusal.place, detail=quoted(refusal.detail))


def unsafe(refusal: server.ServerUnsafe, voice: Voice) -> str:
    return voice.tr(
        "The server with {place} is not set up for books: “{setting}” is “{found}”. Show this to "
        "whoever looks after the server."
    ).format(place=refusal.place, setting=refusal.setting, found=quoted(refusal.found))


def only_for_files(refusal: server.OnlyForFiles, voice: Voice) -> str:
    return voice.tr(
        "The book {place} is on a server, where this cannot be done. Write the whole book to a "
        "file with {export}, and make a book of that file."
    ).format(place=refusal.place, export="satcha export … acts")


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    server.ServerPlaceWrong: place_wrong,
    server.ServerDriverMissing: driver_missing,
    server.ServerUnreachable: unreachable,
    server.ServerUnsafe: unsafe,
    server.OnlyForFiles: only_for_files,
}

"""Sentences about a release of the program that somebody brings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ledger.domain.refusals import Refusal
from ledger.domain.refusals import releasing as refusals
from reports.words.voice import Voice


def not_a_release(refusal: refusals.NotARelease, voice: Voice) -> str:
    return voice.tr(
        "{folder} holds no release of Satcha. Name the folder with the file RELEASE in it, or ask "
        "for the release again."
    ).format(folder=refusal.folder)


def release_not_signed(refusal: refusals.ReleaseNotSigned, voice: Voice) -> str:
    if not refusal.signed:
        return voice.tr(
            "Version {version} is signed by nobody whom this program knows; {needed} of its "
            "makers have to sign. Do not install it; ask the network office where it comes from."
        ).format(version=refusal.version, needed=refusal.needed)
    return voice.tr(
        "Version {version} is signed by {signed} alone; {needed} of its makers have to sign. "
        "Do not install it; ask the network office where it comes from."
    ).format(version=refusal.version, signed=", ".join(refusal.signed), needed=refusal.needed)


def release_changed(refusal: refusals.ReleaseChanged, voice: Voice) -> str:
    return voice.tr(
        "{file} is not what the makers signed. Do not install this release; copy it again from "
        "where it came from, or ask for another."
    ).format(file=refusal.file)


def release_not_newer(refusal: refusals.ReleaseNotNewer, voice: Voice) -> str:
    return voice.tr(
        "This release is version {version}, and {installed} is installed. An older program is "
        "not put over a newer one; keep the one that you have."
    ).format(version=refusal.version, installed=refusal.installed)


SENTENCES: dict[type[Refusal], Callable[[Any, Voice], str]] = {
    refusals.NotARelease: not_a_release,
    refusals.ReleaseChanged: release_changed,
    refusals.ReleaseNotNewer: release_not_newer,
    refusals.ReleaseNotSigned: release_not_signed,
}

"""Signals may be emitted as often as people type."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

from desktop.parts.kept_truth import ENOUGH, keep_truth

YES = bool(1)


class Speaker(QObject):
    said = Signal()


def test_a_program_lives_through_more_emits_than_there_were_references():
    speaker = Speaker()

    for _ in range(20_000):
        speaker.said.emit()

    assert sys.getrefcount(YES) > ENOUGH // 2
    assert sys.getrefcount(None) > ENOUGH // 2


def test_references_are_given_once():
    before = sys.getrefcount(YES)

    keep_truth()

    assert sys.getrefcount(YES) - before < ENOUGH // 2

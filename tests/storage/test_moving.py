"""A finished file takes its place although Windows says for a moment that somebody holds it."""

from __future__ import annotations

import os

import pytest

from ledger.storage import moving
from ledger.storage.moving import take_place


@pytest.fixture
def held(monkeypatch):
    """The system refuses so often with this number; answers how often it was asked."""
    monkeypatch.setattr(moving, "sleep", lambda _: None)
    whole, came = os.replace, []

    def hold(number, times):
        def replace(finished, target):
            came.append(finished)
            if len(came) <= times:
                error = PermissionError("held")
                error.winerror = number  # type: ignore[attr-defined]  # as Windows says it
                raise error
            whole(finished, target)

        monkeypatch.setattr(os, "replace", replace)
        return came

    return hold


@pytest.mark.parametrize("number", [5, 32, 33])
def test_what_a_scanner_holds_is_tried_again(held, tmp_path, number):
    (tmp_path / "new").write_bytes(b"new")
    held(number, 3)
    take_place(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old").read_bytes() == b"new"


def test_what_is_held_for_good_or_forbidden_is_said(held, tmp_path):
    (tmp_path / "new").write_bytes(b"new")
    came = held(32, 1_000)
    with pytest.raises(PermissionError):
        take_place(tmp_path / "new", tmp_path / "old")
    assert 5 < len(came) < 20
    tries = len(came)
    held(19, 1_000)  # a card that is locked against writing
    with pytest.raises(PermissionError):
        take_place(tmp_path / "new", tmp_path / "old")
    assert len(came) == tries + 1

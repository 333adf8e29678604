"""Packages are opened in this process here, but for the tests of the process itself."""

from __future__ import annotations

import pytest

from ledger.exchange import package_apart


@pytest.fixture(autouse=True)
def looks_here(monkeypatch):
    monkeypatch.setattr(package_apart, "_MAKES", package_apart.Here)

"""The house tests look at the right files, with version control and without."""

from __future__ import annotations

import subprocess

from tests.tools.tree import kept_files, modules


def test_made_files_are_not_looked_at_where_there_is_no_version_control(tmp_path, monkeypatch):
    def no_git(*_arguments, **_named):
        raise OSError

    for name in (
        "ledger/money.py",
        ".venv/lib/a.py",
        "ledger/__pycache__/money.pyc",
        "locale/satcha.mo",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(subprocess, "run", no_git)

    assert kept_files(tmp_path) == [tmp_path / "ledger" / "money.py"]


def test_modules_are_found_at_every_depth(tmp_path):
    for name in ("ledger/__init__.py", "ledger/domain/money.py", "ledger/domain/chart.tsv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    found = [module.path for module in modules("ledger", root=tmp_path)]

    assert found == ["ledger/__init__.py", "ledger/domain/money.py"]

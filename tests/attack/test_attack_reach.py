"""Which tests go through a rule, so that no others are asked whether they find it changed."""

from __future__ import annotations

import os

from tests.attack.mutants import mutants_of
from tests.attack.reach import gone_through

RULE = """
def late(days):
    if days > 5:
        return True
    return False


def early(days):
    return days < 2
"""
TESTS = {
    "test_late.py": "from rules.days import late\n\ndef test_late():\n    assert late(6)\n",
    "test_neither.py": "import rules.days\n\ndef test_neither():\n    assert rules.days\n",
    "test_started.py": (
        "import subprocess, sys\n\ndef test_started():\n"
        "    code = 'from rules.days import early; early(1)'\n"
        "    assert not subprocess.run([sys.executable, '-c', code]).returncode\n"
    ),
}


def test_a_file_of_tests_reaches_what_it_or_a_program_of_its_own_goes_through(tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "__init__.py").touch()
    (tmp_path / "rules" / "days.py").write_text(RULE, "utf-8")
    for name, text in TESTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}

    reach = gone_through(tmp_path, list(TESTS), ("rules",), environment)

    found = {
        (mutant.by, *reach.through(mutant.file, *mutant.body))
        for mutant in mutants_of("rules/days.py", RULE.encode())
    }
    assert found == {
        ("(days >= 5)", "test_late.py"),
        ("(not (days > 5))", "test_late.py"),
        ("6", "test_late.py"),
        ("False", "test_late.py"),
        ("True", "test_late.py"),
        ("(days <= 2)", "test_started.py"),
        ("3", "test_started.py"),
    }
    assert 0 < reach.took(["test_late.py"]) < reach.took(TESTS)

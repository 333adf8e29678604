"""``make attack``: every suite, then chance over the rules; prints and keeps the certificate.

``python -m tests.attack [SEED [SCALE]]``; ``--suites`` leaves out what pytest runs.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.attack.certificate import certificate
from tests.attack.results import Result
from tests.attack.suites import all_suites

HERE = Path(__file__).parent
PLACES = (
    "tests/properties",
    "tests/storage",
    "tests/domain",
    "tests/exchange",
    "tests/reports/documents/test_documents_hostile.py",
)


def main(arguments: list[str]) -> int:
    """Run what is asked for; HYPOTHESIS_PROFILE=attack says how hard chance tries."""
    numbers = [int(one) for one in arguments if one.isdecimal()]
    seed, scale = [*numbers, *(1, 1)[len(numbers) :]]
    start, results = time.monotonic(), []
    with tempfile.TemporaryDirectory(prefix="satcha-attack-") as folder:
        for result in all_suites(Path(folder), seed, scale):
            results.append(result)
            print(_line(result), flush=True)
    code = 0 if "--suites" in arguments else int(pytest.main(["-q", *PLACES]))
    chance = "not run" if "--suites" in arguments else ("held" if code == 0 else "FAILED")
    minutes = round((time.monotonic() - start) / 60)
    day = time.strftime("%Y-%m-%d")
    page = certificate(results, day=day, minutes=minutes, chance=chance)
    (HERE / "certificate.md").write_text(page, encoding="utf-8")
    print(page)
    return code or int(not all(result.holds for result in results))


def _line(result: Result) -> str:
    missed = [f"planted {bug!r} not found" for bug, found in result.planted.items() if not found]
    verdict = "holds" if result.holds else "FAILS"
    return "\n      ".join(
        [f"{verdict}  {result.name}: {result.tried:,} tried", *missed, *result.wrong]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

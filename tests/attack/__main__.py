"""``make attack``: chance tries the rules for longer than ``make test`` lets it."""

from __future__ import annotations

import sys

import pytest

PLACES = ("tests/properties", "tests/storage", "tests/domain", "tests/exchange")


def main() -> int:
    """Run what draws by chance; HYPOTHESIS_PROFILE=attack says how hard."""
    return int(pytest.main(["-q", *PLACES]))


if __name__ == "__main__":
    sys.exit(main())

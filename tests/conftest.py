"""What all tests share: no real screen for Qt, and chance that repeats itself."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

# Before anything imports Qt: windows are drawn, but on no screen; what they take for one is as
# large as the village's.
os.environ["QT_QPA_PLATFORM"] = (
    f"offscreen:configfile={Path(__file__).resolve().parent / 'support' / 'screen.json'}"
)

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# The same cases in every run and on every machine; a slow machine is no failure.
settings.register_profile(
    "ci",
    max_examples=60,
    derandomize=True,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# New cases in every run, and many more of them.
settings.register_profile(
    "attack",
    parent=settings.get_profile("ci"),
    derandomize=False,
    max_examples=2_000,
    stateful_step_count=100,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

# Windows on a real screen are tested where there is one: make test brings a virtual one.
collect_ignore = [] if os.environ.get("DISPLAY") else ["real_window"]


def pytest_collection_finish():
    """What is loaded by now stays: each window's test collects rubbish, and must not look there."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a real PostgreSQL, started once for all tests of a run that need one."""
    from tests.support.server import folder_of_this_run, running_server

    with running_server(folder_of_this_run()) as address:
        yield address

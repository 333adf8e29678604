"""What a program did to a folder, seen call by call, and the folder as a power cut leaves it."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.attack.disk import Call, calls_in

HERE = Path(__file__).parent
ROOT = HERE.parent.parent

Files = dict[str, bytes]


@cache
def shim() -> Path | None:
    """The compiled shim; None where there is no compiler."""
    folder = Path(tempfile.mkdtemp(prefix="satcha-shim-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    target = folder / "shim.so"
    compiler = ["cc", "-shared", "-fPIC", "-O1", "-o", str(target), str(HERE / "shim.c"), "-ldl"]
    try:
        subprocess.run(compiler, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return target


def traced(folder: Path, *work: str) -> tuple[Files, list[Call]]:
    """The files below a folder before the worker's work, and every call that changed them."""
    before = files_in(folder)
    trace = folder.with_name(f"{folder.name}.trace")
    trace.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "LD_PRELOAD": str(shim()),
        "SHIM_TRACE": str(trace),
        "SHIM_FOLDER": str(folder),
    }
    worker = [sys.executable, "-m", "tests.attack.worker", *work]
    done = subprocess.run(
        worker, check=False, capture_output=True, text=True, cwd=ROOT, env=environment
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2_000:])
    return before, calls_in(trace)


def files_in(folder: Path) -> Files:
    """Every file by its whole name."""
    return {str(one): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def lay_out(state: Files, root: Path, folder: Path) -> None:
    """Put the files that stood below ``root`` into ``folder``, which had others before."""
    for old in folder.rglob("*"):
        if old.is_file():
            old.unlink()
    for path, data in state.items():
        target = folder / Path(path).relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

"""P5: the rules themselves changed by chance, one place at a time; the tests must find it."""

from __future__ import annotations

import ast
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from tests.attack.reach import Reach, gone_through
from tests.attack.results import Result

ROOT = Path(__file__).resolve().parents[2]
TAKEN = (
    *("desktop", "installer", "ledger", "locale", "reports", "tests"),
    *("Makefile", "README.md", "pyproject.toml"),  # tests read these too
)
# What decides about money and what finds harm; the words and windows around it are others' work.
RULES = ("ledger/domain", "ledger/usecases", "ledger/queries/integrity")
PLACES = tuple(
    f"tests/{name}"
    for name in (
        *("domain", "usecases", "properties", "queries", "storage", "stories"),
        *("network", "exchange", "reports", "console"),
    )
)
MANY = 100  # so many pay for a look, once, at which tests go through what
# Seconds at most: what takes longer, or twenty times as long as on the tree as it is, goes round
# and round, and is found by that.
PATIENCE = 1_800
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
_TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to a file named from the root on: what stands between two bytes, and by what.

    It is in a function whose body is the lines ``body``, first and last.
    """

    file: str
    line: int
    body: tuple[int, int]
    start: int
    end: int
    by: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} by {' '.join(self.by.split())[:60]!r}"

    def planted(self, source: bytes) -> bytes:
        return source[: self.start] + self.by.encode() + source[self.end :]


def mutants(folder: Path, *, seed: int, tries: int) -> Result:
    """So many places by chance; a tenth may stay unfound, because not every change makes a fault.

    A test that finds one must pass on the tree as it is; that is asked each time. Where many are
    tried, only tests that go through the function that was changed are run.
    """
    result = Result("P5 mutants", "rules changed by chance: the tests find nine of ten", seed)
    tree, chance = _copied(folder), random.Random(seed)
    drawn = chance.sample(list(everything(tree)), tries)
    reach = gone_through(tree, _files(tree), RULES, _environment(tree)) if tries >= MANY else None
    for mutant in drawn:
        result.tried += 1
        if not _found(tree, mutant, result, reach):
            result.missed.append(str(mutant))
    result.planted["a sum that takes away"] = _found(tree, _plain_bug(tree), result, reach)
    return result


def _copied(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in TAKEN:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


def everything(tree: Path) -> Iterator[Mutant]:
    """Every change there is to make to the rules."""
    for place in RULES:
        for path in sorted((tree / place).rglob("*.py")):
            yield from mutants_of(path.relative_to(tree).as_posix(), path.read_bytes())


def mutants_of(file: str, source: bytes) -> Iterator[Mutant]:
    """The changes to what the functions of one file do."""
    lines = [0, *accumulate(len(line) for line in source.splitlines(keepends=True))]
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef):
            continue
        body = (function.body[0].lineno, function.end_lineno or function.body[-1].lineno)
        for statement in function.body:
            for node in ast.walk(statement):
                for place, by in _changes(node):
                    assert place.end_lineno is not None
                    assert place.end_col_offset is not None
                    start = lines[place.lineno - 1] + place.col_offset
                    end = lines[place.end_lineno - 1] + place.end_col_offset
                    yield Mutant(file, place.lineno, body, start, end, by)


def _changes(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """What of this node is replaced, and by which text."""
    match node:
        case ast.Compare() | ast.BinOp() | ast.BoolOp():
            yield from _other_operator(node)
        case ast.Call(func=ast.Name(id=name) as called) if name in _TWINS:
            yield called, _TWINS[name]
        case ast.Constant(value=bool(value)):
            yield node, str(not value)
        case ast.Constant(value=int(value)):
            yield node, str(value + 1)
        case ast.If(test=test) | ast.IfExp(test=test):
            yield test, f"(not ({ast.unparse(test)}))"
        case ast.Raise():
            yield node, "pass"


def _other_operator(node: ast.Compare | ast.BinOp | ast.BoolOp) -> Iterator[tuple[ast.expr, str]]:
    changed = copy(node)
    match changed:
        case ast.Compare(ops=[how]) if type(how) in _SWAPPED:
            changed.ops = [_SWAPPED[type(how)]()]  # type: ignore[list-item]
        case ast.BinOp(op=how) | ast.BoolOp(op=how) if type(how) in _SWAPPED:
            changed.op = _SWAPPED[type(how)]()  # type: ignore[assignment]
        case _:
            return
    yield node, f"({ast.unparse(changed)})"


def _plain_bug(tree: Path) -> Mutant:
    """What every test of money sees at once."""
    source = (tree / "ledger/domain/money.py").read_bytes()
    found = mutants_of("ledger/domain/money.py", source)
    return next(one for one in found if " - " in one.by and "self.satang" in one.by)


def _found(tree: Path, mutant: Mutant, result: Result, reach: Reach | None) -> bool:
    """Whether a test fails that passes without the mutant."""
    path = tree / mutant.file
    source = path.read_bytes()
    path.write_bytes(mutant.planted(source))
    try:
        for tests in _nearest_first(tree, mutant, reach):
            patience = PATIENCE if reach is None else min(PATIENCE, 60 + 20 * reach.took(tests))
            failed = _failed(tree, tests, patience)
            if failed is not None:
                break
        else:
            return False
    finally:
        path.write_bytes(source)
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
            compiled.unlink()  # times are too coarse
    if failed and _failed(tree, (failed,)) is not None:
        result.note(f"{failed} fails without a mutant")
    return True


def _files(tree: Path) -> list[str]:
    """All files of tests that may find a mutant."""
    files = [path for place in PLACES for path in sorted((tree / place).rglob("test_*.py"))]
    return [path.relative_to(tree).as_posix() for path in files]


def _nearest_first(tree: Path, mutant: Mutant, reach: Reach | None) -> Iterator[tuple[str, ...]]:
    """First the tests that name the module or its package, then all others."""
    module = mutant.file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    package, _, name = module.rpartition(".")
    named = re.compile(rf"{re.escape(module)}\b|from {re.escape(package)} import .*\b{name}\b")
    files = _files(tree) if reach is None else reach.through(mutant.file, *mutant.body)
    near = [one for one in files if named.search((tree / one).read_text("utf-8"))]
    for some in (near, [one for one in files if one not in near]):
        if some:
            yield tuple(some)


def _environment(tree: Path) -> dict[str, str]:
    """Of a run in the tree; what is compiled there once is kept, whatever is the habit here."""
    own = {"PYTHONPATH": str(tree), "HYPOTHESIS_PROFILE": "ci", "PYTHONDONTWRITEBYTECODE": ""}
    return os.environ | own


def _failed(tree: Path, tests: tuple[str, ...], patience: float = PATIENCE) -> str | None:
    """The first of the tests that fails; nothing if all pass; no name if there is none to say."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    running = subprocess.Popen(
        command,
        cwd=tree,
        env=_environment(tree),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        said, _ = running.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        return ""
    if running.returncode == 0:
        return None
    named = _FAILED.search(said)
    return named[1] if named else ""

"""``make bench``: ours beside the limits of the machine and the peers installed, in one run."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from ledger.practice.sizes import M, Size
from tests.bench.asking import asking_rows
from tests.bench.calls import call_rows
from tests.bench.encrypting import encrypting_rows
from tests.bench.importing import importing_rows
from tests.bench.lending import lending_rows
from tests.bench.machine import facts
from tests.bench.papers import paper_rows
from tests.bench.posting import posting_rows
from tests.bench.table import markdown
from tests.bench.volume import volume
from tests.bench.windows import window_rows
from tests.bench.year_end import year_end_rows

QUICK = Size(members=60, months=12)
_SMALL = "Small books: the figures to reach are meant for the whole ones.\n"


def main() -> None:
    given = _given()
    with tempfile.TemporaryDirectory(prefix="satcha-bench-") as made:
        kept = Path(made) if given.folder is None else given.folder
        kept.mkdir(parents=True, exist_ok=True)
        _say("making the books …")
        found = volume(kept, QUICK if given.quick else M)
        _say("posting …")
        rows = posting_rows(found, Path(made))
        _say("closing a year …")
        rows += year_end_rows(Path(made) / "year", quick=given.quick)
        _say("asking …")
        rows += asking_rows(found)
        _say("lending …")
        rows += lending_rows(Path(made) / "lending", quick=given.quick)
        _say("importing …")
        rows += importing_rows(Path(made) / "importing", quick=given.quick)
        _say("encrypting …")
        rows += encrypting_rows(found, Path(made) / "encrypted")
        _say("printing …")
        rows += paper_rows(found, Path(made) / "papers")
        _say("looking …")
        rows += window_rows(found)
        _say("calling, and other programs …")
        rows += call_rows(found, kept)
        report = f"{markdown(rows)}\n{_SMALL if given.quick else ''}{facts(found)}"
    sys.stdout.write(report)
    if given.out is not None:
        given.out.write_text(report, encoding="utf-8")


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small books, to see that it works")
    parser.add_argument("--folder", type=Path, help="where the books are kept for the next time")
    parser.add_argument("--out", type=Path, help="a file for the table, too")
    return parser.parse_args()


def _say(what: str) -> None:
    sys.stderr.write(f"{what}\n")


if __name__ == "__main__":
    main()

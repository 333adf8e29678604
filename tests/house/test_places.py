"""No file under version control knows the machine it was written on."""

from __future__ import annotations

import re
from pathlib import Path

from tests.tools.tree import ROOT, kept_files

# Put together here, so that this file does not find itself.
FOLDERS = tuple(f"/{name}/" for name in ("home", "root", "Users", "tmp", "work"))
PLACE = re.compile("|".join(rf"(?<![\w.~}})-]){re.escape(folder)}" for folder in FOLDERS))


def places_in(text: str, own: tuple[str, ...] = ()) -> list[str]:
    """Lines that name a folder of one particular machine."""
    return [
        line.strip()[:120]
        for line in text.splitlines()
        if PLACE.search(line) or any(place in line for place in own)
    ]


def test_no_kept_file_names_a_folder_of_this_machine():
    own = tuple(f"{place}/" for place in {str(ROOT), str(Path.home())} if len(place) > 1)
    found = {}
    for path in kept_files():
        content = path.read_bytes()
        if b"\0" in content:
            continue
        lines = places_in(content.decode("utf-8", errors="replace"), own)
        if lines:
            found[path.relative_to(ROOT).as_posix()] = lines

    assert not found


def test_a_planted_place_is_found():
    for folder in FOLDERS:
        assert places_in(f"see {folder}somebody")
        assert places_in(f'open("{folder}x")')


def test_an_ordinary_path_is_no_place_of_a_machine():
    assert not places_in("ledger/domain/money.py and tests/work/data and $(HOME)/x and ./home/a")

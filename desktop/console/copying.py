"""A copy of a closed book beside it, for a rehearsal of many acts; gone when it is over."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def copy_of(book: Path) -> Iterator[Path]:
    """The place of a copy. In the book's own folder, where there is room and nobody else looks.

    The book must be closed: copying the file of an open one would let go of its lock.
    """
    with tempfile.TemporaryDirectory(prefix=f".{book.stem}-", dir=book.parent) as folder:
        copy = Path(folder) / book.name
        shutil.copyfile(book, copy)
        yield copy

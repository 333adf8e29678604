"""Troubles in a folder of copies, told of the folder: the names of files in it tell nobody much."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ledger.domain.refusals import BookReadOnly, DiskFull, FolderUnwritable, StorageFailed
from ledger.storage.troubles import named_troubles


@contextmanager
def troubles_there(folder: Path) -> Iterator[None]:
    """Give what goes wrong in the folder its name; nothing there is a book that somebody opened.

    Raises:
        FolderUnwritable, DiskFull, StorageFailed: what is wrong with the folder.
    """
    try:
        with named_troubles(folder):
            yield
    except BookReadOnly as error:
        raise FolderUnwritable(str(folder)) from error
    except DiskFull as error:
        raise DiskFull(str(folder)) from error
    except StorageFailed as error:
        raise StorageFailed(str(folder), error.detail) from error

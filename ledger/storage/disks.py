"""Where a folder lies: on the disk of the book, on another one, or on one that is carried away."""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path

from ledger.domain.refusals.committing import BookElsewhere, BookInCloud, NameTooLong

_REMOVABLE, _REMOTE = 2, 4  # as GetDriveTypeW of Windows calls them
_PLUGGED_IN = ("/media/", "/run/media/", "/Volumes/")
# The database adds up to nine letters to a name; Windows counts letters, others bytes.
_LONGEST = (259 if sys.platform == "win32" else 511) - len("-journal")
# How programs that copy a folder into the network call theirs; Windows tells of its own besides.
_CLOUDS = (
    *("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "owncloud"),
    *("megasync", "box sync", "pcloud", "yandex.disk"),
)
_CLOUD_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs"})


class Lies(Enum):
    """As far as the system tells; a disk on a cable often looks as if it were built in."""

    SAME_DISK = "same disk"
    OTHER_DISK = "other disk"
    CARRIED = "carried"


def lies(folder: Path, book: Path) -> Lies:
    """Where a folder, which may have to be made yet, lies as seen from the book."""
    place, home = _there(folder), _there(book)
    if place.stat().st_dev == home.stat().st_dev:
        return Lies.SAME_DISK
    return Lies.CARRIED if carried_away(place) or _plugged(place) else Lies.OTHER_DISK


def check_place(path: Path) -> None:
    """Refuse to work with a book where a stick can be pulled or a network can break off.

    Raises:
        BookElsewhere: it lies on a stick, a card, or on a disk of another computer.
        BookInCloud: a program copies its folder into the network while it is open.
        NameTooLong: the database cannot open a file there; a Thai letter takes three bytes.
    """
    if _length(path) > _LONGEST:
        raise NameTooLong(str(path))
    if carried_away(path.parent):
        raise BookElsewhere(str(path))
    if in_cloud(path.parent):
        raise BookInCloud(str(path))


def _length(path: Path) -> int:
    whole = path.absolute()
    return len(str(whole)) if sys.platform == "win32" else len(os.fsencode(whole))


def in_cloud(folder: Path) -> bool:
    """Whether a folder is kept in step with the network by a program that we know of."""
    place = _there(folder)
    named = {os.environ.get(name, "") for name in _CLOUD_VARIABLES} - {""}
    parts = [part.casefold() for part in place.parts]
    return any(part.startswith(_CLOUDS) for part in parts) or any(
        place.is_relative_to(Path(one).resolve()) for one in named
    )


def carried_away(path: Path) -> bool:
    """Whether the system says that this is a stick, a card, or a disk of another computer."""
    place = _there(path)
    if sys.platform == "win32":
        import ctypes

        # A share has no letter and no type of its own.
        if place.drive.startswith("\\\\"):
            return True
        kind = ctypes.windll.kernel32.GetDriveTypeW(f"{place.drive}\\")
        return kind in {_REMOVABLE, _REMOTE}
    return f"{place}/".startswith(_PLUGGED_IN) or _kind_of(place) in _NETWORK


def _there(path: Path) -> Path:
    """The nearest folder that exists already."""
    place = path.absolute()
    while not place.is_dir() and place != place.parent:
        place = place.parent
    return place.resolve()


def _kind_of(place: Path) -> str:
    """The kind of file system, from the list that Linux keeps; nothing where there is none."""
    try:
        lines = Path("/proc/self/mounts").read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    kinds = {}
    for line in lines:
        _source, where, kind, *_ = [*line.split(" "), "", "", ""]
        kinds[where.replace("\\040", " ")] = kind
    for one in (place, *place.parents):
        if str(one) in kinds:
            return kinds[str(one)]
    return ""


def _plugged(place: Path) -> bool:
    """Whether the device is removable or hangs on a cable; a whole PC may run from such a one."""
    device = place.stat().st_dev
    found = Path(f"/sys/dev/block/{os.major(device)}:{os.minor(device)}").resolve()
    if "/usb" in str(found):
        return True
    for one in (found, found.parent):
        try:
            if (one / "removable").read_text("ascii").strip() == "1":
                return True
        except (OSError, ValueError):
            continue
    return False

"""For the makers of the program: a release is its files, and a list of their sums that two sign.

    python installer/release.py key NAME --passphrase-file FILE --out KEY
    python installer/release.py make FOLDER
    python installer/release.py sign FOLDER --key KEY --passphrase-file FILE

The first makes a key and prints its row for ``ledger/exchange/maintainers.tsv``; the second lays
out the files of the last commit with their list. Who receives a release asks the program that is
installed already: ``satcha check-release FOLDER``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from ledger.book.copy_proofs import sum_of  # noqa: E402 - the place of the program comes first
from ledger.domain.releases import (  # noqa: E402
    RELEASE,
    SIGNATURES,
    Release,
    ReleasedFile,
    code_of_release,
    read_release,
    signed_text,
)
from ledger.domain.signing import SigningKey  # noqa: E402
from ledger.exchange.releases import INSTALLED  # noqa: E402
from ledger.storage.signing import new_signing_key, signature_of  # noqa: E402


def make_key(name: str, passphrase: str, out: Path) -> str:
    """Keep a new key under a passphrase; answers the row of ``maintainers.tsv``."""
    key = new_signing_key(name, passphrase)
    with out.open("x", encoding="utf-8") as file:
        json.dump(asdict(key), file, indent=1)
    return f"{name}\t{key.public}"


def make_release(folder: Path, version: str = INSTALLED, commit: str = "HEAD") -> str:
    """Put the files of a commit into a new folder with their list; answers its letters."""
    folder.mkdir(parents=True)
    git = ["git", "archive", commit]
    packed = subprocess.run(git, cwd=ROOT, check=True, stdout=subprocess.PIPE)  # noqa: S603
    unpack = ["tar", "-x", "-C", str(folder)]
    subprocess.run(unpack, check=True, input=packed.stdout)  # noqa: S603 - words of ours
    return write_list(folder, version)


def write_list(folder: Path, version: str) -> str:
    """List what the folder holds; answers the letters of the list."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and path.name not in (RELEASE, SIGNATURES):
            sha256, size = sum_of(path)
            found.append(ReleasedFile(path.relative_to(folder).as_posix(), size, sha256))
    written = Release(version, tuple(sorted(found, key=lambda one: one.path))).to_bytes()
    if read_release(written) is None:
        raise SystemExit("a file has a name that another system reads as another place")
    (folder / RELEASE).write_bytes(written)
    return code_of_release(written)


def sign_release(folder: Path, key_file: Path, passphrase: str) -> str:
    """Put a maker's signature under the list; answers her name."""
    key = SigningKey(**json.loads(key_file.read_text("utf-8")))
    signature = signature_of(key, passphrase, signed_text((folder / RELEASE).read_bytes()))
    if signature is None:
        raise SystemExit("the passphrase does not open this key")
    with (folder / SIGNATURES).open("a", encoding="utf-8") as file:
        file.write(f"{key.user} {signature}\n")
    return key.user


def main(words: list[str] | None = None) -> None:
    given = _given(words)
    if given.what == "key":
        said = make_key(given.name, _passphrase(given), given.out)
    elif given.what == "make":
        said = make_release(given.folder)
    else:
        said = sign_release(given.folder, given.key, _passphrase(given))
    sys.stdout.write(f"{said}\n")


def _passphrase(given: argparse.Namespace) -> str:
    return str(given.passphrase_file.read_text("utf-8").splitlines()[0])


def _given(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = parser.add_subparsers(dest="what", required=True)
    key, make, sign = (kinds.add_parser(name) for name in ("key", "make", "sign"))
    key.add_argument("name")
    key.add_argument("--out", type=Path, required=True)
    for one in (make, sign):
        one.add_argument("folder", type=Path)
    sign.add_argument("--key", type=Path, required=True)
    for one in (key, sign):
        one.add_argument("--passphrase-file", type=Path, required=True)
    return parser.parse_args(words)


if __name__ == "__main__":
    main()

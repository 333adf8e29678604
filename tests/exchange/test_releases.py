"""A release of the program is used only if two makers signed it, it is whole, and it is newer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from installer import release as making
from ledger.domain.refusals.releasing import (
    NotARelease,
    ReleaseChanged,
    ReleaseNotNewer,
    ReleaseNotSigned,
)
from ledger.domain.releases import RELEASE, SIGNATURES, is_newer, read_release
from ledger.exchange import releases
from ledger.exchange.releases import INSTALLED, check_release, maintainers
from ledger.storage import keys
from tests.console.calling import call
from tests.tools.tree import ROOT

MAKERS = ("malee", "somchai")


def words(name: str) -> str:
    return f"{name} river stone mango lamp"


@pytest.fixture(scope="module")
def signed(tmp_path_factory) -> tuple[Path, dict[str, str]]:
    """A release that two makers signed, and the public halves of their keys."""
    folder = tmp_path_factory.mktemp("makers")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(keys, "effort_here", lambda: keys.LEAST)
        rows = [making.make_key(name, words(name), folder / name) for name in MAKERS]
    made = folder / "satcha-9.0.0"
    (made / "ledger").mkdir(parents=True)
    (made / "Makefile").write_text("run:\n")
    (made / "ledger" / "สัจจะ.py").write_text("ok = True\n")
    making.write_list(made, "9.0.0")
    for name in MAKERS:
        making.sign_release(made, folder / name, words(name))
    return made, dict(row.split("\t") for row in rows)


@pytest.fixture
def released(signed, tmp_path) -> tuple[Path, dict[str, str]]:
    """The same release in a folder of the test's own."""
    made, known = signed
    return Path(shutil.copytree(made, tmp_path / made.name)), known


def test_what_two_makers_signed_is_proved_with_the_letters_of_its_letter(released):
    folder, known = released

    found = check_release(folder, known)

    assert (found.version, found.installed, found.signed_by) == ("9.0.0", INSTALLED, MAKERS)
    assert found.files == 2
    assert found.code == making.write_list(folder, "9.0.0")


def test_a_release_needs_two_makers_with_two_keys(released):
    folder, known = released
    lines = (folder / SIGNATURES).read_text().splitlines()

    for left in ([], lines[:1], lines[:1] * 3, ["", "malee", "x y z", lines[0][:-2] + "00"]):
        (folder / SIGNATURES).write_text("\n".join(left))
        with pytest.raises(ReleaseNotSigned):
            check_release(folder, known)

    (folder / SIGNATURES).write_text("\n".join(lines))
    with pytest.raises(ReleaseNotSigned) as told:
        check_release(folder, {"malee": known["malee"]})
    assert told.value.signed == ("malee",)
    with pytest.raises(ReleaseNotSigned):  # two names for one key are one person
        check_release(folder, {"malee": known["malee"], "somchai": known["malee"]})


def test_nobody_s_key_but_that_of_the_installed_program_counts(released):
    folder, _ = released
    with pytest.raises(ReleaseNotSigned) as told:
        check_release(folder)
    assert told.value.signed == ()
    assert set(MAKERS).isdisjoint(maintainers())


def spoilt(folder: Path, how: str) -> str:
    """Change something in the folder; answers the file that is to be told."""
    makefile = folder / "Makefile"
    if how == "changed":
        makefile.write_text("run:\t")
    elif how == "gone":
        makefile.unlink()
    elif how == "more":
        (folder / "ledger" / "more.py").write_text("")
        return "ledger/more.py"
    else:
        makefile.rename(folder.parent / "Makefile")
        makefile.symlink_to(folder.parent / "Makefile")
    return "Makefile"


@pytest.mark.parametrize("how", ["changed", "gone", "more", "link"])
def test_a_file_that_is_not_what_was_signed_is_named(released, how):
    folder, known = released
    told = spoilt(folder, how)

    with pytest.raises(ReleaseChanged) as refused:
        check_release(folder, known)
    assert refused.value.file == told


def test_an_older_or_equal_release_is_not_put_over_a_newer_program(released):
    folder, known = released
    for installed in ("9.0.0", "9.0.1", "10.0.0"):
        with pytest.raises(ReleaseNotNewer):
            check_release(folder, known, installed)
    assert is_newer("0.10.0", "0.9.9")


def test_a_list_changed_after_it_was_signed_is_signed_by_nobody(released):
    folder, known = released
    (folder / "Makefile").write_text("run: other\n")
    making.write_list(folder, "9.0.0")
    with pytest.raises(ReleaseNotSigned):
        check_release(folder, known)


HASH = "0" * 64


@pytest.mark.parametrize(
    "written",
    [
        "",
        "satcha release 1\nversion 1.0.0\n",
        f"satcha release 2\nversion 1.0.0\n{HASH} 1 a\n",
        f"satcha release 1\nversion 1.0\n{HASH} 1 a\n",
        f"satcha release 1\nversion 01.0.0\n{HASH} 1 a\n",
        f"satcha release 1\nversion 1.0.0\n{HASH} 1 a",
        f"satcha release 1\nversion 1.0.0\n{HASH} 01 a\n",
        f"satcha release 1\nversion 1.0.0\n{HASH} 1 ../a\n",
        f"satcha release 1\nversion 1.0.0\n{HASH} 1 /a\n",
        f"satcha release 1\nversion 1.0.0\n{HASH} 1 a//b\n",
        f"satcha release 1\nversion 1.0.0\n{HASH} 1 c:\\a\n",
        f"satcha release 1\nversion 1.0.0\n{HASH} 1 b\n{HASH} 1 a\n",
        f"satcha release 1\nversion 1.0.0\n{HASH} 1 a\n{HASH} 1 a\n",
        f"satcha release 1\nversion 1.0.0\n{HASH} 1 {RELEASE}\n",
        f"satcha release 1\r\nversion 1.0.0\r\n{HASH} 1 a\r\n",
    ],
)
def test_a_list_that_leads_astray_is_none(tmp_path, written):
    assert read_release(written.encode()) is None
    (tmp_path / RELEASE).write_bytes(written.encode())
    with pytest.raises(NotARelease):
        check_release(tmp_path)


def test_a_plain_list_is_one():
    assert read_release(f"satcha release 1\nversion 1.0.0\n{HASH} 1 a b\n".encode())


@pytest.mark.skipif(not ROOT.joinpath(".git").exists(), reason="an unpacked archive has no commits")
def test_the_last_commit_becomes_a_release_that_lists_every_file(tmp_path):
    folder = tmp_path / "out"
    code = making.make_release(folder)
    found = read_release((folder / RELEASE).read_bytes())

    assert found is not None
    assert (found.version, len(code)) == (INSTALLED, 19)
    assert {"Makefile", "installer/requirements.lock", "ledger/__init__.py"} <= {
        one.path for one in found.files
    }


def test_the_console_refuses_what_nobody_known_signed(released):
    told = call("check-release", str(released[0]))
    assert (told.code, told.refusal) == (2, "ReleaseNotSigned")


def test_the_console_says_what_to_compare(released, monkeypatch):
    folder, known = released
    monkeypatch.setattr(releases, "maintainers", lambda: known)

    told = call("check-release", str(folder))

    assert (told.code, told.json["signed_by"]) == (0, list(MAKERS))
    assert told.json["code"] in told.err

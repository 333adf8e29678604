"""Every dependency says why it is here, and is locked to hashed files without any address."""

from __future__ import annotations

import re

import pytest

from tests.tools.tree import PACKAGES, ROOT, modules

RUNTIME = ROOT / "installer" / "requirements.lock"
DEVELOP = ROOT / "installer" / "requirements-develop.lock"
COMPONENTS = ROOT / "installer" / "components.tsv"

PINNED = re.compile(r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==(\S+)", re.MULTILINE)
DEPENDENCY = re.compile(r'^  "([A-Za-z0-9_-]+)[^"]*",(.*)$', re.MULTILINE)


def dependency_lines() -> list[tuple[str, str]]:
    """Name and the rest of the line, of every dependency for use and for development."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(
        r"^(?:dependencies|office|develop) = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL
    )
    return [found for part in lists for found in DEPENDENCY.findall(part)]


def locked(text: str) -> dict[str, str]:
    return dict(PINNED.findall(text))


def unhashed(text: str) -> list[str]:
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    return [entry for entry in entries if entry.strip() and "--hash=sha256:" not in entry]


@pytest.mark.parametrize(("name", "rest"), dependency_lines())
def test_a_dependency_says_why_it_is_here(name, rest):
    assert re.fullmatch(r"  # \S+ \S+.*", rest), name


def test_every_dependency_is_locked():
    names = {name.lower().replace("_", "-") for name, _ in dependency_lines()}

    assert len(names) > 15
    assert names <= locked(DEVELOP.read_text(encoding="utf-8")).keys()


def test_what_is_installed_for_use_is_what_was_tested():
    runtime = locked(RUNTIME.read_text(encoding="utf-8"))

    assert runtime
    assert runtime.items() <= locked(DEVELOP.read_text(encoding="utf-8")).items()


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOP], ids=["use", "develop"])
def test_a_lock_holds_hashes_and_no_address(lock):
    text = lock.read_text(encoding="utf-8")

    assert not unhashed(text)
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def components() -> list[list[str]]:
    _, *rows = COMPONENTS.read_text(encoding="utf-8").splitlines()
    return [row.split("\t") for row in rows]


def test_the_list_of_components_is_what_is_installed_for_use_each_with_its_licence():
    listed = {name: version for name, version, *_ in components() if version != "-"}

    assert listed == locked(RUNTIME.read_text(encoding="utf-8"))
    assert all(len(row) == 4 and all(row) for row in components())


def unpickling(text: str) -> bool:
    return bool(
        re.search(
            r"^\s*(?:import|from) (?:pickle|shelve|marshal|dill|reportlab)\b|\bQSettings\b",
            text,
            re.MULTILINE,
        )
    )


def test_nothing_is_read_as_python_objects_or_drawn_with_a_shared_cache():
    """trust.md T29 and 6.6: a file of others that is unpickled runs as a program."""
    for planted in ("import pickle", "from reportlab.lib import fonts", "QSettings()"):
        assert unpickling(f"x = 1\n{planted}\n"), planted

    assert [one.path for one in modules(*PACKAGES) if unpickling(one.text)] == []


def test_a_lock_line_without_hash_is_found():
    assert unhashed("babel==2.18.0\nclick==8 \\\n    --hash=sha256:ab\n") == ["babel==2.18.0\n"]

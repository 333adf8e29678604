"""From a closed month in a village to the sums of a network, by calls alone."""

from __future__ import annotations

import json

import pytest

from ledger.domain.money import baht
from tests.console.calling import call
from tests.support.network import close_january, cooperative

ADDITIONS = {
    "places": [{"code": "SRN", "level": "province", "name_th": "สุรินทร์"}],
    "networks": [{"code": "AGE", "kind": "issue", "name_th": "ชมรมผู้สูงอายุ"}],
    "organisations": [
        {
            "code": "A",
            "name_th": "สหกรณ์ ก",
            "registration": "กท. 1",
            "place": "SRN",
            "networks": ["AGE"],
        },
        {"code": "B", "name_th": "สหกรณ์ ข", "networks": ["AGE"], "telephone": "044"},
    ],
}


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    made = cooperative(tmp_path_factory.mktemp("village"), "กท. 1", baht(500), baht(300))
    close_january(made)
    made.book.close()
    return made.book.path


@pytest.fixture(scope="module")
def office(village, tmp_path_factory):
    """An office that received the one package there is."""
    path = tmp_path_factory.mktemp("office") / "surin.satnet"
    stick = path.parent / "stick"
    stick.mkdir()
    assert call("network", "new", path, "--from", '{"name_th": "สุรินทร์"}').code == 0
    assert call("network", "add", path, "--json", json.dumps(ADDITIONS)).json["added"] == 4
    handed = call("hand-in", village, "--month", "2026-01", "--out", stick)
    assert handed.code == 0
    assert handed.json["key_code"] == ""
    looked = call("network", "receive", path, stick, "--unsigned", "--rehearse")
    assert (looked.code, looked.json["act"]) == (0, 0)
    received = call("network", "receive", path, stick, "--unsigned")
    assert (received.code, received.json["version"]) == (0, 1)
    return path


def test_the_same_month_is_handed_in_once_and_received_once(village, office):
    stick = office.parent / "stick"

    again = call("hand-in", village, "--month", "2026-01", "--out", stick)

    assert again.code == 0
    assert len(list(stick.iterdir())) == 1
    assert call("network", "receive", office, stick).json["again"] is True
    (row,) = call("ask", village, "handed-in-months").json["rows"]
    assert row["sha256"] == again.json["sha256"]


def test_sums_lists_and_papers_come_from_what_was_received(office, tmp_path):
    month = ("--month", "2026-01")

    sums = call("network", "roll-up", office, *month, "--by", "province").json
    assert sums["total"]["key"]["savings"] == "800.00"
    assert [row["code"] for row in sums["rows"]] == ["SRN", ""]
    assert [one["code"] for one in call("network", "missing", office, *month).json["rows"]] == ["B"]
    worst = call("network", "compare", office, *month, "--worst", "savings-per-member").json
    assert [one["code"] for one in worst["rows"]] == ["A", "B"]
    one = call("network", "figures", office, *month, "--organisation", "A").json
    (came,) = call("network", "packages", office, *month).json["rows"]
    assert (came["organisation"], came["newest"], came["key"]) == ("A", True, "")
    since = call("network", "change", office, *month, "--earlier", "2025-12").json
    assert (since["organisations"], since["only_month"]) == (0, ["A"])
    assert since["earlier"] == call("network", "change", office, *month).json["earlier"]
    assert one["figures"]["key"]["members"] == 2
    assert call("network", "check", office).json["clean"] is True
    assert len(call("network", "register", office).json["organisations"]) == 2
    for name in ("a.pdf", "a.xlsx", "a.txt"):
        path = tmp_path / name
        assert call("network", "print", office, "roll-up", *month, "--out", path).code == 0
        assert path.stat().st_size > 500


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        (["dance"], 2, "NotAChoice"),
        (["roll-up"], 2, "PlaceMissing"),
        (["roll-up", "--month", "2569-01"], 2, "BuddhistYear"),
        (["roll-up", "--month", "2026-01", "--by", "moon"], 2, "NotAChoice"),
        (["roll-up", "--month", "2026-01", "--network", "X"], 2, "UnknownNetwork"),
        (["missing", "--month", "2026-01", "--place", "X"], 2, "UnknownPlace"),
        (["figures", "--month", "2026-01"], 2, "PlaceMissing"),
        (["figures", "--month", "2026-01", "--organisation", "X"], 2, "UnknownOrganisation"),
        (["figures", "--month", "2026-02", "--organisation", "A"], 2, "NotHandedIn"),
        (["receive"], 2, "PlaceMissing"),
        (["receive", "/nowhere.satpack"], 3, "NoSuchFile"),
        (["print", "dance", "--month", "2026-01", "--out", "a.pdf"], 2, "NotAChoice"),
    ],
)
def test_what_cannot_be_answered_is_refused(office, words, code, name):
    action, *rest = words

    answered = call("network", action, office, *rest)

    assert (answered.code, answered.refusal) == (code, name)


def test_one_bad_file_in_a_folder_stops_nobody_else(office, village, tmp_path):
    call("hand-in", village, "--month", "2026-01", "--out", tmp_path)
    (tmp_path / "bad.satpack").write_bytes(b"PK nothing")

    answered = call("network", "receive", office, tmp_path)

    assert answered.code == 1
    assert [line.get("refusal", "") for line in answered.lines] == ["", "NotAPackage"]
    assert "bad.satpack" in answered.err


def test_a_month_that_is_open_and_a_book_that_is_no_office_are_refused(village, tmp_path):
    open_month = call("hand-in", village, "--month", "2026-02", "--out", tmp_path)

    assert (open_month.code, open_month.refusal) == (2, "MonthNotClosed")
    assert not list(tmp_path.iterdir())
    other = call("network", "missing", village, "--month", "2026-01")
    assert (other.code, other.refusal) == (2, "NotAnOffice")

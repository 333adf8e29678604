"""``satcha new`` makes a whole book, or leaves nothing behind."""

from __future__ import annotations

import json

import pytest

from tests.console.calling import a_book, call, done

SECTIONS = {
    "accounts": [
        {"code": "53999", "kind": "expense", "name_th": "ค่าน้ำชา", "parent": "53000"},
    ],
    "funds": [{"code": "roof", "name_th": "กองทุนหลังคา"}],
    "roles": [{"role": "savings", "account": "21010"}],
    "products": [
        {"code": "KIDS", "name_th": "ออมเด็ก", "nature": "deposit", "account": "21010"},
    ],
    "rates": [{"product": "SAVINGS", "from_day": "2025-01-01", "rate": "1.25"}],
    "share_types": [{"code": "LAND", "name_th": "หุ้นที่ดิน", "par": "100", "account": "31010"}],
    "charges": [{"code": "BOOK", "name_th": "สมุด", "kind": "dues", "account": "43010"}],
    "zones": [{"code": "Z1", "name": "โซน 1"}, {"code": "Z2", "name": "โซน 2"}],
    "banks": [{"code": "GSB", "bank": "ออมสิน", "account_number": "020-1", "on": "2025-01-01"}],
}


def new(path, fields):
    return call("new", path, "--from", json.dumps(fields))


def files_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_book_needs_a_name_and_a_kind_only(tmp_path):
    answered = new(tmp_path / "a.satcha", {"name": "กลุ่มออมทรัพย์", "kind": "savings-group"})

    assert answered.code == 0
    assert answered.json["act"] == 1
    assert answered.json["path"] == str(tmp_path / "a.satcha")
    assert len(answered.json["book"]) == 32
    assert files_in(tmp_path) == ["a.satcha"]


@pytest.mark.parametrize(
    "kind", ["housing", "savings-group", "village-fund", "welfare-fund", "journal"]
)
def test_every_kind_of_book_can_be_made_and_is_whole(tmp_path, kind):
    book = a_book(tmp_path, kind=kind, starts_on=None)

    assert call("check", book).code == 0


@pytest.mark.parametrize(
    ("name", "thai", "english"),
    [
        ("Home", "Home", "Home"),
        ({"th": "บ้าน", "en": "Home"}, "บ้าน", "Home"),
        ({"th": "บ้าน"}, "บ้าน", "บ้าน"),
        ({"en": "Home"}, "Home", "Home"),
    ],
)
def test_a_name_is_one_text_or_one_for_each_language(tmp_path, name, thai, english):
    book = a_book(tmp_path, name=name)

    head = call("ask", book, "letterhead").json
    assert (head["name_th"], head["name_en"], head["name"]) == (thai, english, english)


def test_the_fields_of_the_cooperative_are_kept(tmp_path):
    book = a_book(tmp_path, name_en="Home", telephone="021234567", registration="กพร. 12")

    head = call("ask", book, "letterhead").json
    assert head["telephone"] == "021234567"
    assert head["registration"] == "กพร. 12"


def test_every_other_section_is_carried_out_in_acts_of_its_own(tmp_path):
    book = a_book(tmp_path, **SECTIONS)

    names = [act["command"] for act in call("ask", book, "acts").json["rows"]]
    assert names[::-1] == [
        "found-book",
        *("open-account", "open-fund", "assign-role", "define-savings-product"),
        *("set-savings-rate", "define-share-type", "define-charge-type"),
        *("open-zone", "open-zone", "open-bank"),
    ]
    assert [zone["code"] for zone in call("ask", book, "zones").json["rows"]] == ["Z1", "Z2"]


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_a_section_that_fails_leaves_no_file_behind(tmp_path, section):
    fields = {"name": "บ้าน", "kind": "housing", **SECTIONS}
    wrong = {**fields, section: [*SECTIONS[section], {"nonsense": "x"}]}

    answered = new(tmp_path / "a.satcha", wrong)

    assert (answered.code, answered.refusal) == (2, "UnknownField")
    assert answered.json["facts"]["field"] == f"{section}.{len(wrong[section])}.nonsense"
    assert files_in(tmp_path) == []


def test_an_act_that_is_refused_leaves_no_file_behind(tmp_path):
    zones = [{"code": "Z1", "name": "1"}, {"code": "Z1", "name": "again"}]

    answered = new(tmp_path / "a.satcha", {"name": "บ้าน", "kind": "housing", "zones": zones})

    assert (answered.code, answered.refusal) == (2, "ZoneExists")
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    ("fields", "refusal", "field"),
    [
        ({"kind": "housing"}, "MissingField", "name"),
        ({"name": "บ้าน"}, "MissingField", "kind"),
        ({"name": {}, "kind": "housing"}, "MissingField", "name.th"),
        ({"name": {"de": "Haus"}, "kind": "housing"}, "UnknownField", "name.de"),
        ({"name": 5, "kind": "housing"}, "WrongKind", "name"),
        ({"name": "", "kind": "housing"}, "NameMissing", "name_th"),
        ({"name": "บ้าน", "kind": "house"}, "NotAChoice", "kind"),
        ({"name": "บ้าน", "kind": "housing", "colour": "red"}, "UnknownField", "colour"),
        ({"name": "บ้าน", "kind": "housing", "users": {}}, "WrongKind", "users"),
        ({"name": "บ้าน", "kind": "housing", "users": [{"name": "ก"}]}, "MissingField", None),
        ({"name": "บ้าน", "kind": "housing", "zones": {}}, "WrongKind", "zones"),
        ({"name": "บ้าน", "kind": "housing", "zones": ["Z1"]}, "WrongKind", "zones.1"),
        ({"name": "บ้าน", "kind": "housing", "starts_on": "2568-01-01"}, "BuddhistYear", None),
        ({"name": "บ้าน", "kind": "housing", "cash_limit": 5000}, "NotAnAmount", "cash_limit"),
        ({"name": "บ้าน", "kind": "housing", "year_ends_in": 13}, "WrongKind", "year_ends_in"),
    ],
)
def test_what_no_book_can_be_made_of_is_refused_by_its_field(tmp_path, fields, refusal, field):
    answered = new(tmp_path / "a.satcha", fields)

    assert (answered.code, answered.refusal) == (2, refusal)
    assert field in (None, answered.json["facts"]["field"])
    assert files_in(tmp_path) == []


def test_a_file_is_never_overwritten(tmp_path):
    path = tmp_path / "letter.satcha"
    path.write_text("dear treasurer")

    answered = new(path, {"name": "บ้าน", "kind": "housing"})

    assert (answered.code, answered.refusal) == (3, "BookExists")
    assert path.read_text() == "dear treasurer"


def test_a_folder_that_takes_no_files_is_named(tmp_path):
    (tmp_path / "file").touch()

    for folder in (tmp_path / "nowhere", tmp_path / "file"):
        answered = new(folder / "a.satcha", {"name": "บ้าน", "kind": "housing"})

        assert (answered.code, answered.refusal) == (3, "FolderUnwritable")
        assert answered.json["facts"]["path"] == str(folder)


def test_the_founding_can_come_from_a_file_or_from_standard_input(tmp_path):
    fields = json.dumps({"name": "บ้าน", "kind": "journal"})
    file = tmp_path / "new.json"
    file.write_text(f"\ufeff{fields}", encoding="utf-8")

    assert call("new", tmp_path / "a.satcha", "--from", file).code == 0
    assert call("new", tmp_path / "b.satcha", "--from", "-", stdin=fields).code == 0


def test_who_founded_it_stands_in_every_act(tmp_path):
    fields = {"name": "บ้าน", "kind": "housing", "zones": SECTIONS["zones"]}
    path = tmp_path / "a.satcha"

    call("new", path, "--from", json.dumps(fields), "--user", "สมใจ")

    acts = call("ask", path, "acts").json["rows"]
    assert [act["user"] for act in acts] == ["สมใจ"] * 4

    (user,) = call("ask", path, "users").json["rows"]
    assert (user["name"], user["roles"]) == ("สมใจ", ["administrator", "treasurer", "approver"])
    assert call("run", path, "open-zone", "--json", '{"code": "Z", "name": "z"}').refusal == (
        "UserNotRegistered"
    )


def test_the_first_users_are_named_at_the_founding_and_only_do_their_own_work(tmp_path):
    users = [
        {"name": "ดำ", "roles": ["administrator"]},
        {"name": "แดง", "roles": ["treasurer"], "display_name": "เหรัญญิก"},
    ]
    book = a_book(tmp_path, users=users, **SECTIONS)
    zone = ("run", book, "open-zone", "--json", '{"code": "Z9", "name": "z"}')

    assert call("ask", book, "users").json["alone"]
    refused = call(*zone, "--user", "ดำ")
    assert (refused.refusal, refused.json["facts"]["users"]) == ("NotAllowed", ["แดง"])
    assert call(*zone, "--user", "แดง").code == 0


def test_the_practice_book_tells_the_same_story_for_the_same_seed(tmp_path):
    def story(folder, seed):
        answered = call("practice", folder, "--members", 5, "--months", 2, "--seed", seed)
        assert answered.code == 0, answered.err
        return call("ask", answered.json["path"], "trial-balance").json

    first = story(tmp_path / "one", 1)

    assert story(tmp_path / "deep" / "two", 1) == first
    assert story(tmp_path / "three", 2) != first
    assert first["rows"]


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5", "๕", "9" * 30])
def test_a_practice_book_of_no_sensible_size_is_refused(tmp_path, number):
    answered = call("practice", tmp_path, "--months", number)

    assert (answered.code, answered.refusal) == (2, "WrongKind")
    assert files_in(tmp_path) == []


def test_a_founded_book_takes_commands(tmp_path):
    assert done(a_book(tmp_path), "open-zone", code="Z9", name="โซน")["act"] == 2

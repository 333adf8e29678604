"""An audit pack proves itself to who trusts nobody, and its giving is an act of the book."""

from __future__ import annotations

import json
import shutil
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from ledger.book import Book, Secret
from ledger.book.keyholding import give_key
from ledger.book.own_copies import folder_of
from ledger.book.signing import make_signing_key
from ledger.domain.manifests import MANIFEST, SIGNATURE, is_name, key_code, read_manifest
from ledger.domain.members import Person
from ledger.domain.money import baht
from ledger.domain.packs import PackFault
from ledger.domain.people import ALONE, UserRole
from ledger.domain.refusals.copies import NoPackThere, PackPlaceTaken
from ledger.domain.refusals.keys import WrongPassphrase
from ledger.domain.refusals.people import NotAllowed, SignatureMissing, WrongSigningPassphrase
from ledger.exchange.audit_pack import YEARLY_ARCHIVE, make_pack
from ledger.exchange.pack_check import check_pack
from ledger.exchange.registers import register_tables
from ledger.exchange.tables import all_tables
from ledger.exchange.whole_book import WholeBook
from ledger.exchange.withheld import withheld
from ledger.exchange.yearly_archive import archive_year
from ledger.queries.integrity import audit
from ledger.queries.packs import packs_given
from ledger.queries.personal_data import personal_data
from ledger.usecases.user_keeping import NameUsers, NewUser
from reports.document import Printed
from reports.documents import PAPERS, made
from reports.render.text import render_text
from reports.words.voice import Voice
from tests.queries.small_book import THAI_TIME
from tests.support.books import TODAY, Village, found_village, founding
from tests.support.clocks import CountedLetters, StandingClock
from tests.support.full import fill
from tests.support.quick_keys import quick_guesses

WORDS, HERS, SIGN = "four words nobody guesses", "สี่คำที่ไม่มีใครเดา", "เรือใบสีขาวลำเล็ก"
PRINTED = Printed("มาลี", datetime(2026, 4, 5, 9, 30, tzinfo=THAI_TIME))
NAME = Person(title="นาย", given="วรเชษฐ์", family="อรุณสวัสดิ์")


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A signed pack of an encrypted book for the auditor's own slot, made once."""
    with quick_guesses():
        folder = tmp_path_factory.mktemp("pack")
        clock = StandingClock(TODAY)
        book = Book.found(
            folder / "village.satcha",
            founding(),
            user="มาลี",
            passphrase=WORDS,
            clock=clock,
            chance=CountedLetters(),
        )
        village = Village(book, clock)
        village.member(person=NAME)
        village.saver(baht(250))
        village.run(
            NameUsers(
                users=(
                    NewUser(name="มาลี", roles=ALONE),
                    NewUser(name="อนงค์", roles=(UserRole.AUDITOR,)),
                    NewUser(name="แดง", roles=(UserRole.CLERK,)),
                )
            )
        )
        give_key(village.book, "อนงค์", HERS)
        make_signing_key(village.book, SIGN)
        made = make_pack(village.book, folder / "kept", receiver="อนงค์", signing=SIGN)
        yield village, made, folder
        village.book.close()


@pytest.fixture
def pack(kept, tmp_path):
    with quick_guesses():
        yield Path(shutil.copytree(kept[1].path, tmp_path / "pack"))


def faults(found):
    return [(one.fault, one.file) for one in found.faults]


def test_a_pack_proves_itself_and_its_giving_is_an_act(kept, pack):
    village, made, _ = kept

    found = check_pack(pack, Secret("อนงค์", HERS), key=made.key_code)

    assert faults(found) == []
    assert (found.audited, found.signed_by, found.key_of) == (True, "มาลี", "มาลี")
    assert (found.manifest.act, found.manifest.code) == (made.through_act, made.code)
    [row] = village.book.ask(packs_given).rows
    assert (row.pack.receiver, row.pack.manifest, row.act) == ("อนงค์", made.manifest, made.act)
    assert (row.pack.signed, row.pack.slot, row.user) == (True, "อนงค์", "มาลี")
    assert village.book.ask(audit).clean


def test_only_the_receiver_s_passphrase_opens_the_copy(pack):
    with pytest.raises(WrongPassphrase):
        check_pack(pack, Secret("อนงค์", WORDS))
    assert not check_pack(pack).audited
    assert [
        one["user"] for one in json.loads((pack / "book.satcha.keys").read_text())["slots"]
    ] == ["อนงค์"]


def test_nothing_of_a_member_s_name_lies_open_on_the_stick(pack):
    for path in pack.iterdir():
        if path.suffix != ".xlsx":
            for part in (NAME.given, NAME.family):
                assert part.encode() not in path.read_bytes(), path.name
    sheet = openpyxl.load_workbook(pack / "registers.xlsx", read_only=True)["members"]
    names = [str(row[1]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert any("ว." in name and "อ." in name for name in names)
    assert all(NAME.family not in name for name in names)


# Thai words that are no person's and nobody's own: names of things, rules, papers and officers.
OPEN = {
    *("name", "name_th", "name_en", "rule_name_th", "rule_name_en", "asset_name", "title", "fund"),
    *("code", "asset", "asset_number", "bank", "insurer", "medium", "file", "source", "meetings"),
    *("resolution", "rule_resolution", "document", "receipt", "agreement", "organisation"),
    *("tenure", "receiver", "by", "user", "users", "display_name", "maker", "benefit", "rule_code"),
    *("zone", "zones", "lender", "donor", "party", "place", "reference", "grant", "closed_by"),
    *("contract", "leader_name", "holder", "owner", "payee", "payer", "chair"),  # by initials
    *("networks", "by_network"),
}


def test_a_text_that_people_write_freely_is_not_in_the_lists(tmp_path):
    """The full book has Thai text wherever text can stand: a new column has to be thought of."""
    with quick_guesses():
        village = fill(found_village(tmp_path, year_ends_in=2))
    whole = WholeBook(village.book)
    shown = {
        column
        for table in withheld((*all_tables(whole), *register_tables(whole)))
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if isinstance(cell, str) and any("ก" <= letter <= "๙" for letter in cell)
    }

    assert shown <= OPEN


def test_who_asks_for_names_gets_them_and_the_book_says_so(kept, tmp_path):
    village, _, _ = kept
    with quick_guesses():
        made = make_pack(
            village.book, tmp_path / "named", receiver="สำนักงาน", names=True, signing=SIGN
        )
        sheet = openpyxl.load_workbook(tmp_path / "named" / "registers.xlsx")["members"]
        assert any(NAME.family in str(row[1].value) for row in sheet.iter_rows())
        newest = village.book.ask(packs_given).rows[0]
        assert (newest.pack.names, newest.pack.slot, made.slot) == (True, "", "")
        assert faults(check_pack(tmp_path / "named", Secret("มาลี", WORDS))) == []


@pytest.mark.parametrize(
    "name", ["acts.csv", "registers.xlsx", "verify_book.py", "book.satcha", "book.satcha.keys"]
)
def test_a_file_that_was_changed_taken_away_or_added_is_named(pack, name):
    whole = (pack / name).read_bytes()
    (pack / name).write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert (PackFault.CHANGED, name) in faults(check_pack(pack, Secret("อนงค์", HERS)))
    (pack / name).unlink()
    assert (PackFault.MISSING, name) in faults(check_pack(pack))
    (pack / name).symlink_to("/etc/passwd")
    (pack / "late.txt").write_text("x")
    found = faults(check_pack(pack))
    assert (PackFault.MISSING, name) in found
    assert (PackFault.NOT_LISTED, "late.txt") in found


def test_a_list_that_was_changed_is_known_by_its_signature(pack):
    text = (pack / MANIFEST).read_text("utf-8")
    (pack / MANIFEST).write_text(text.replace("อนงค์", "อนงค"), "utf-8")

    assert (PackFault.SIGNATURE, SIGNATURE) in faults(check_pack(pack))


def test_a_list_signed_anew_with_another_key_is_known_by_the_book_and_by_the_pin(pack):
    """Who makes a pack himself signs it with a key that is not hers."""
    from ledger.domain.manifests import Signed, signed_bytes
    from ledger.storage import signing

    key = signing.new_signing_key("มาลี", SIGN)
    text = (pack / MANIFEST).read_bytes()
    signature = signing.signature_of(key, SIGN, signed_bytes(text)) or ""
    (pack / SIGNATURE).write_bytes(Signed("มาลี", key.public, signature).to_bytes())

    unknown = (PackFault.UNKNOWN_KEY, SIGNATURE)
    assert faults(check_pack(pack, Secret("อนงค์", HERS))) == [unknown]
    assert faults(check_pack(pack, key="XXXX XXXX XXXX XXXX")) == [unknown]
    assert faults(check_pack(pack, key=key_code(key.public))) == []


def test_an_older_copy_in_the_pack_of_today_is_known_by_its_sum(kept, pack):
    village, _, _ = kept
    (pack / "book.satcha").unlink()
    village.book.copy_to(pack / "book.satcha")

    assert (PackFault.CHANGED, "book.satcha") in faults(check_pack(pack))


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b" " * ((1 << 20) + 1),
        json.dumps({"format": "satcha-manifest/1", "code": "", "files": []}).encode(),
    ],
)
def test_a_list_that_is_none_is_refused_before_anything_is_read(pack, written):
    (pack / MANIFEST).write_bytes(written)
    with pytest.raises(NoPackThere):
        check_pack(pack)


@pytest.mark.parametrize(
    "name",
    ["../x.csv", "/etc/passwd", "a\\b.csv", "C:x.csv", "con.txt", "x.", "x", "ก.csv", "a..b"],
)
def test_a_list_that_leads_out_of_its_folder_is_none(pack, name):
    plain = json.loads((pack / MANIFEST).read_text("utf-8"))
    plain["files"][0]["name"] = name

    assert not is_name(name)
    assert read_manifest(json.dumps(plain).encode()) is None


def test_who_may_not_gets_no_pack_and_nothing_is_left(kept, tmp_path):
    village, _, _ = kept
    book = village.book
    with quick_guesses():
        for user, signing, why in (
            ("แดง", "", NotAllowed),
            ("มาลี", "", SignatureMissing),
            ("มาลี", "another one", WrongSigningPassphrase),
        ):
            book.user = user
            with pytest.raises(why):
                make_pack(book, tmp_path / "none", receiver="x", signing=signing)
        book.user = "มาลี"
        (tmp_path / "full").mkdir()
        (tmp_path / "full" / "file").touch()
        with pytest.raises(PackPlaceTaken):
            make_pack(book, tmp_path / "full", receiver="x", signing=SIGN)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["full"]


def test_a_pack_of_a_plain_book_opens_without_a_passphrase(tmp_path):
    with found_village(tmp_path).book as book:
        made = make_pack(book, tmp_path / "plain", receiver="ผู้สอบ")

    found = check_pack(tmp_path / "plain", Secret())
    assert (faults(found), found.audited, made.signed_by) == ([], True, "")
    with Book.open_for_reading(tmp_path / "plain" / "book.satcha") as copy:
        assert copy.ask(packs_given).rows == ()  # the act that says so came after the copy


def test_a_closed_year_is_kept_for_ever_in_an_archive_without_names(tmp_path):
    village = fill(found_village(tmp_path, year_ends_in=2))
    with village.book as book:
        names = {one.given for one in people(book) if one is not None and len(one.given) > 2}
        assert names
        assert archive_year(book)
        assert not archive_year(book)  # once for each closing

        [folder] = folder_of(book.path).glob("archive-*")
        found = check_pack(folder)
        assert (faults(found), found.manifest.kind) == ([], YEARLY_ARCHIVE)
        assert not (folder / "book.satcha").exists()
        for path in folder.glob("*.[jct]s*"):
            assert not [name for name in names if name.encode() in path.read_bytes()], path.name
        document = made(PAPERS["audit-packs"], book.ask, {}, Voice("en"), PRINTED)
        assert found.manifest.code in render_text(document, Voice("en"))


def people(book):
    numbers = book.ask(lambda reader: reader.rows("SELECT number FROM members"))
    return [book.ask(personal_data, member=number).person for (number,) in numbers]

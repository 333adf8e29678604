"""A whole book goes out as its acts and comes in again with the same fingerprints."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook

from ledger.book import Book
from ledger.book.packing import names_of_keys
from ledger.book.signing import make_signing_key
from ledger.book.whole_acts import act_lines, found_again
from ledger.domain.manifests import key_code
from ledger.domain.refusals import BookExists
from ledger.domain.refusals.acts_file import ActsFileNewer, ActsFileWrong
from ledger.exchange.formats import FILES
from ledger.exchange.registers import register_names, register_tables
from ledger.exchange.signed_file import manifest_of, signature_of
from ledger.exchange.tables import all_tables
from ledger.exchange.whole_book import WholeBook
from ledger.queries.trial_balance import trial_balance
from tests.console.calling import a_book, a_member, call, done
from tests.support.books import found_village
from tests.support.full import fill
from tests.support.quick_keys import quick_guesses

ACTS = "SELECT number, command, payload, fingerprint FROM acts ORDER BY number"


def asked(path, statement):
    with Book.open(path) as book:
        return book.ask(lambda reader: reader.rows(statement))


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    village = fill(found_village(tmp_path_factory.mktemp("full"), year_ends_in=2))
    with village.book:
        yield village


def test_a_book_that_did_everything_comes_back_act_by_act(full, tmp_path):
    lines = list(act_lines(full.book))

    fingerprint = found_again(tmp_path / "again.satcha", lines)

    ours = full.rows(ACTS)
    assert asked(tmp_path / "again.satcha", ACTS) == ours
    assert fingerprint == ours[-1][-1]
    with Book.open(tmp_path / "again.satcha") as again:
        assert again.ask(trial_balance) == full.book.ask(trial_balance)
        assert list(act_lines(again)) == lines


def test_every_register_of_such_a_book_goes_out_with_its_rows(full):
    rows = {one.name: len(list(one.rows)) for one in register_tables(WholeBook(full.book))}

    assert not [name for name, count in rows.items() if not count]
    assert rows.keys() >= {"surveyed_households", "budget_lines", "charges", "bank_lines"}
    assert rows.keys() >= {"loan_rates", "receipt_lines", "committee_terms", "promises"}


def test_every_table_is_listed_in_both_languages_with_its_rows(full):
    whole, out = WholeBook(full.book), BytesIO()
    tables = {
        one.name: len(list(one.rows)) for one in (*all_tables(whole), *register_tables(whole))
    }

    FILES["xlsx"](whole, out)

    listed, *sheets = load_workbook(out)
    names = {key: (one.th, one.en) for key, one in register_names().items()}
    assert names.keys() == tables.keys(), "every table has a line in register_names.tsv"
    rows = [(row[0], (row[1], row[2]), row[3]) for row in list(listed.values)[1:]]
    assert rows == [(name, names[name], count) for name, count in tables.items()]
    assert [sheet.title for sheet in sheets] == list(tables)


def changed(lines, at, change):
    told = json.loads(lines[at])
    change(told)
    return [*lines[:at], json.dumps(told), *lines[at + 1 :]]


@pytest.fixture
def small(tmp_path):
    path = a_book(tmp_path)
    a_member(path)
    done(path, "open-zone", code="ก", name="โซน")
    with Book.open(path) as book:
        return list(act_lines(book))


def refused(tmp_path, lines, refusal=ActsFileWrong):
    target = tmp_path / "refused.satcha"
    with pytest.raises(refusal):
        found_again(target, lines)
    assert not target.exists()


def test_what_was_touched_makes_no_book_and_leaves_no_file(small, tmp_path):
    last = len(small) - 1
    refused(tmp_path, changed(small, last, lambda told: told["rows"]["zones"][0].reverse()))
    refused(tmp_path, changed(small, last, lambda told: told["act"].update(user="x")))
    refused(tmp_path, changed(small, last, lambda told: told["rows"].update(zones=[])))
    refused(tmp_path, changed(small, last, lambda told: told["rows"].update(sqlite_master=[[1]])))
    refused(tmp_path, changed(small, last, lambda told: told.pop("act")))
    refused(tmp_path, [*small[:1], *small[2:]])
    refused(tmp_path, small[:1])
    refused(tmp_path, [])
    refused(tmp_path, ["[" * 100_000])
    newer = changed(small, 0, lambda told: told.update(columns={}, schema=99))
    refused(tmp_path, newer, ActsFileNewer)
    refused(tmp_path, changed(small, 0, lambda told: told.update(columns={})), ActsFileWrong)


def test_the_console_makes_the_same_book_again(tmp_path):
    book = a_book(tmp_path)
    a_member(book)
    out, again = tmp_path / "acts.jsonl", tmp_path / "b.satcha"
    assert call("export", book, "acts", "--out", out).code == 0

    assert call("import-acts", out, "--to", again).code == 0

    assert call("check", again).code == 0
    assert asked(book, ACTS) == asked(again, ACTS)
    assert call("import-acts", out, "--to", again).refusal == BookExists.__name__
    out.write_bytes(b"\xff\xfe")
    assert call("import-acts", out, "--to", tmp_path / "c.satcha").refusal == "ActsFileWrong"
    assert call("import-acts", tmp_path / "no", "--to", tmp_path / "c").refusal == "NoSuchFile"
    assert call("import-acts", out).refusal == "PlaceMissing"


def test_a_file_that_was_signed_is_taken_in_only_as_it_was_signed(tmp_path):
    book, secret = a_book(tmp_path), tmp_path / "secret.txt"
    a_member(book)
    secret.write_text("เรือใบสีขาวลำเล็ก", "utf-8")
    with quick_guesses():
        with Book.open(book, user="malee") as opened:
            make_signing_key(opened, "เรือใบสีขาวลำเล็ก")
            code = key_code(names_of_keys(opened).popitem()[0])
        for form in ("acts", "json"):
            out = tmp_path / f"signed.{form}"
            named = ("--user", "malee", "--sign-file", secret)
            told = call("export", book, form, "--out", out, *named)
            assert len(told.json["files"]) == 3
    out = tmp_path / "signed.acts"
    manifest, signature = manifest_of(out), signature_of(out)

    def taken(name, *more):
        found = call("import-acts", out, "--to", tmp_path / name, *more)
        assert (tmp_path / name).exists() == (found.code == 0)
        return found.refusal if found.code else None

    assert taken("known.satcha", "--key", code) is None
    assert taken("unknown.satcha", "--key", "AAAA AAAA AAAA AAAA") == "FileNotSigned"
    for path in (manifest, signature, out):
        whole = path.read_bytes()
        path.write_bytes(whole.replace(b"malee", b"malex") if path == signature else whole + b" ")
        assert taken("changed.satcha", "--key", code) == (
            None if path == signature else "FileNotSigned"
        ), path
        (tmp_path / "changed.satcha").unlink(missing_ok=True)
        path.write_bytes(whole)
    signature.unlink()
    assert taken("without.satcha") == "FileNotSigned"
    manifest.unlink()
    assert taken("without.satcha", "--key", code) == "FileNotSigned"
    assert taken("nothing.satcha") is None


def test_a_signature_never_lies_beside_another_file(tmp_path):
    book, secret, wrong = a_book(tmp_path), tmp_path / "secret.txt", tmp_path / "wrong.txt"
    secret.write_text("เรือใบสีขาวลำเล็ก", "utf-8")
    wrong.write_text("เรือใบสีดำลำใหญ่", "utf-8")
    out, before = tmp_path / "signed.acts", tmp_path / "before.acts"
    with quick_guesses():
        with Book.open(book, user="malee") as opened:
            make_signing_key(opened, "เรือใบสีขาวลำเล็ก")
        signed = ("export", book, "acts", "--user", "malee", "--sign-file")
        assert call(*signed, secret, "--out", out).code == 0
        assert call(*signed, wrong, "--out", before).refusal == "WrongSigningPassphrase"
    assert not before.exists()
    a_member(book)

    call("export", book, "acts", "--out", out)

    assert [one.exists() for one in (manifest_of(out), signature_of(out))] == [False, False]
    assert call("import-acts", out, "--to", tmp_path / "again.satcha").code == 0

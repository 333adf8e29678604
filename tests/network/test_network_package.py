"""What a cooperative gives is sums, sealed, the same bytes each time, and true to its book."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ledger.book.signing import make_signing_key
from ledger.domain.accounts import Account, Kind, RoleAccount
from ledger.domain.codec import canonical, plain_value
from ledger.domain.days import Month
from ledger.domain.members import Person
from ledger.domain.money import ZERO, Money, baht
from ledger.domain.network.common_chart import common_groups, groups_of
from ledger.domain.network.figures import KeyFigures, Saved
from ledger.domain.people import UserRole
from ledger.domain.refusals import MonthNotClosed, Refusal
from ledger.domain.refusals.network import (
    NotAPackage,
    PackageChanged,
    PackageNewer,
    PackageNotFooting,
    PackageOfOpenMonth,
    PackageSignatureWrong,
    PackageTooLarge,
    PackageUnreadable,
)
from ledger.domain.refusals.people import SignatureMissing
from ledger.exchange.package import seal, zipped
from ledger.exchange.package_parts import FIGURES, LARGEST_FILE, MANIFEST, SIGNATURE
from ledger.exchange.package_reading import package_from, read_package
from ledger.queries.handed_in import handed_in_months, key_code
from ledger.queries.integrity import audit
from ledger.queries.loan_quality import loan_quality
from ledger.queries.month_figures import month_figures
from ledger.queries.monthly_report import monthly_report
from ledger.queries.trial_balance import trial_balance
from ledger.usecases.reversing import ReverseEntry
from ledger.usecases.user_keeping import NameUsers, NewUser
from tests.queries.book_fixtures import kept_book, mine, small
from tests.queries.small_book import FEBRUARY, MARCH
from tests.support.lending import borrowing, contract, pay, pay_out, with_types
from tests.support.network import JANUARY, close_january, cooperative, handed_in, put
from tests.support.quick_keys import quick_guesses

__all__ = ["kept_book", "mine", "small"]

HERS = "เรือใบสีขาวลำเล็ก"


@pytest.fixture(scope="module")
def lender(tmp_path_factory):
    """A cooperative that lends on what CODI lent it, closed for January."""
    folder = tmp_path_factory.mktemp("lender")
    village = with_types(cooperative(folder, "กท. 1", baht(500), baht(300)))
    source = borrowing(village)
    pay_out(village, source, baht(50_000))
    card = contract(village, "0001", baht(12_000))
    pay_out(village, card, baht(12_000))
    pay(village, card, baht(1_060), date(2026, 1, 31))
    close_january(village)
    yield village
    village.book.close()


@pytest.fixture(scope="module")
def sealed(lender):
    return seal(lender.book, JANUARY)


# ── the figures ─────────────────────────────────────────────────────────────────────────────────


def test_the_figures_of_a_month_are_those_that_can_be_added_up_by_hand(sealed):
    key = sealed.figures.key

    # Two members saved 500 and 300; 12,000 of CODI's 50,000 were lent on, 1,060 came back: interest
    # of 30 days at 6 % is 59.18, the rest is principal.
    assert (key.members_opening, key.members_joined, key.members) == (0, 2, 2)
    assert key.savings == baht(800)
    assert key.outstanding == baht(12_000) - baht(1_000, 82)
    assert key.collected == baht(1_060)
    assert key.income == baht(59, 18)
    assert key.net == baht(59, 18)
    assert key.codi_balance == baht(50_000)
    assert key.cash == baht(800 + 50_000 - 12_000 + 1_060)
    assert key.assets == key.cash + key.outstanding
    assert (key.borrowers, key.in_arrears) == (1, 0)


def test_the_figures_are_what_the_book_answers_to_its_own_questions(small):
    """Every closed month of the small book, and the open one."""
    for month in (Month(2026, 1), FEBRUARY, MARCH, Month(2026, 4)):
        given = small.book.ask(month_figures, month=month)
        report = small.book.ask(monthly_report, month=month)
        quality = small.book.ask(loan_quality, at=month.last)

        assert given.closed == report.closed
        assert given.key.members == report.members.closing
        assert given.key.net == report.result.net[0]
        assert given.key.net_of_year == report.result.net[2]
        assert given.key.bank == report.banks.balance
        assert given.key.assets == report.position.assets.totals[0]
        shares = given.key.shares + sum_of(given, Saved.CONTRIBUTION)
        assert given.key.savings + shares == report.products.balance
        assert given.key.outstanding == quality.outstanding
        assert [row.loans for row in given.late] == [row.loans for row in quality.ageing]
        assert given.key.reversals == len(report.reversals.rows)


def sum_of(given, kind) -> Money:
    return next((row.balance for row in given.saved if row.kind is kind), ZERO)


def test_every_account_of_every_chart_is_in_one_group_of_its_own_kind(small):
    book = small.book
    accounts = book.ask(lambda reader: reader.every(Account))
    where = groups_of(accounts, book.ask(lambda reader: reader.every(RoleAccount)))

    assert {one.code for one in accounts} == set(where)
    assert all(common_groups()[where[one.code]].kind is one.kind for one in accounts)
    assert where["12700"] == "bank"


def test_the_common_chart_holds_what_the_trial_balance_holds(small):
    given = small.book.ask(month_figures, month=MARCH)
    told = small.book.ask(trial_balance, at=MARCH.last)

    for kind in Kind:
        groups = [row for row in given.groups if common_groups()[row.group].kind is kind]
        accounts = [row for row in told.rows if row.kind is kind]
        assert sum(row.balance.satang for row in groups) == sum(
            row.balance.satang for row in accounts
        )


def test_a_later_correction_changes_nothing_that_was_given(mine):
    before = seal(mine.book, FEBRUARY).figures
    entry = mine.book.ask(
        lambda reader: reader.rows(
            "SELECT MIN(number) FROM entries WHERE day LIKE '2026-02-%' AND event = 'income'"
        )
    )[0][0]

    mine.clock.day = date(2026, 4, 20)
    mine.book.run(ReverseEntry(entry=entry, reason="ซ้ำ", on=date(2026, 4, 20)))

    assert seal(mine.book, FEBRUARY).figures == before


# ── the seal ────────────────────────────────────────────────────────────────────────────────────


def test_the_same_month_of_the_same_book_is_the_same_bytes_and_noted_once(lender):
    first = handed_in(lender)

    second = handed_in(lender)

    assert first.content == second.content
    rows = lender.book.ask(handed_in_months).rows
    assert [row.sha256 for row in rows] == [first.sha256]
    assert rows[0].through_act == first.manifest.sequence < rows[0].act
    assert not lender.book.ask(audit).findings


def test_nobodys_name_or_number_is_in_a_package(tmp_path):
    village = cooperative(tmp_path, "กท. 7")
    person = Person(
        given="จันทร์เพ็ญ", family="ทองแท้", phone="0812345678", national_id="1101700230708"
    )
    member, _ = village.member(person=person)
    village.deposit(village.savings(member), baht(75), on=date(2026, 1, 9))
    close_january(village)

    text = seal(village.book, JANUARY).content.decode("utf-8", errors="replace")

    assert "กท. 7" in text
    for hidden in ("จันทร์เพ็ญ", "ทองแท้", "0812345678", "1101700230708"):
        assert hidden not in text
    village.book.close()


def test_an_open_month_is_not_handed_in(lender):
    with pytest.raises(MonthNotClosed):
        seal(lender.book, FEBRUARY)


def test_a_package_is_signed_with_the_key_of_the_user_who_makes_it(tmp_path):
    with quick_guesses():
        village = cooperative(tmp_path, "กท. 2", baht(100))
        roles = (UserRole.ADMINISTRATOR, UserRole.TREASURER)
        village.run(NameUsers(users=(NewUser(name="แดง", roles=roles),)))
        village.book.user = "แดง"
        make_signing_key(village.book, HERS)
        close_january(village, signing=HERS)

        with pytest.raises(SignatureMissing):
            seal(village.book, JANUARY)
        sealed = handed_in(village, signing=HERS)

    package = read_package(put(sealed, tmp_path))
    assert package.public == sealed.public != ""
    assert village.book.ask(handed_in_months).rows[0].key_code == key_code(package.public)
    changed = tampered(sealed.content, MANIFEST, lambda text: text.replace(b"2026", b"2025"))
    assert why_refused(changed) == "PackageSignatureWrong"
    village.book.close()


# ── hostile files ───────────────────────────────────────────────────────────────────────────────


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def why_refused(content: bytes) -> str:
    """The name of what is said to these bytes."""
    with pytest.raises(Refusal) as caught:
        package_from(content, "x")
    return caught.value.name


def tampered(content: bytes, name: str, change) -> bytes:
    parts = parts_of(content)
    return zipped({**parts, name: change(parts[name])})


def sealed_anew(sealed, **figures) -> bytes:
    """Figures that do not foot or are none, sealed as somebody with the program's source would."""
    part = canonical({**plain_value(sealed.figures), **figures}).encode()
    manifest = replace(sealed.manifest, figures=hashlib.sha256(part).hexdigest())
    text = canonical(plain_value(manifest)).encode()
    return zipped({MANIFEST: text, FIGURES: part, SIGNATURE: b"unsigned\n"})


def test_a_package_is_read_back_as_it_was_made(sealed, tmp_path):
    package = read_package(put(sealed, tmp_path))

    assert (package.manifest, package.figures) == (sealed.manifest, sealed.figures)
    assert package.public == ""


def test_files_that_are_no_package_or_were_changed_are_refused(sealed):
    key = plain_value(sealed.figures.key)
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as packed:
        for name in (MANIFEST, FIGURES, SIGNATURE):
            packed.writestr(name, b" " * LARGEST_FILE)
    path = zipped({**parts_of(sealed.content), "../evil.txt": b"x"})
    forged = b"ed25519 " + b"0" * 64 + b" " + b"0" * 128 + b"\n"
    deep = b"[" * 100_000 + b"]" * 100_000
    schema = canonical({**plain_value(sealed.manifest), "schema": "satcha package/2"}).encode()
    for content, why in (
        (b"", NotAPackage),
        (b"PK\x03\x04 but nothing else", NotAPackage),
        (sealed.content[:-40], NotAPackage),
        (path, NotAPackage),
        (bomb.getvalue(), PackageTooLarge),
        (tampered(sealed.content, FIGURES, lambda text: text.replace(b"800.00", b"900.00")),
         PackageChanged),
        (tampered(sealed.content, SIGNATURE, lambda _: forged),
         PackageSignatureWrong),
        (tampered(sealed.content, SIGNATURE, lambda _: b"signed by nobody"), PackageSignatureWrong),
        (tampered(sealed.content, MANIFEST, lambda _: deep), PackageUnreadable),
        (tampered(sealed.content, MANIFEST, lambda _: schema), PackageNewer),
        (sealed_anew(sealed, form=2), PackageNewer),
        (sealed_anew(sealed, closed=False), PackageOfOpenMonth),
        (sealed_anew(sealed, month="2026-02"), PackageUnreadable),
        (sealed_anew(sealed, key={**key, "cash": "1.00"}), PackageNotFooting),
        (sealed_anew(sealed, key={**key, "cash": 1}), PackageUnreadable),
        (sealed_anew(sealed, surprise=1), PackageUnreadable),
    ):  # fmt: skip
        assert why_refused(content) == why.__name__, content


def test_every_byte_that_is_flipped_is_noticed(sealed):
    original = package_from(sealed.content, "x")
    for at in range(0, len(sealed.content), 97):
        content = bytearray(sealed.content)
        content[at] ^= 1
        try:
            package = package_from(bytes(content), "x")
        except Refusal:
            continue
        # A byte that says nothing, such as a date of the zip's own.
        assert (package.figures, package.manifest) == (original.figures, original.manifest)


def test_a_figure_that_cannot_be_added_is_no_key_figure():
    assert {type(field.default) for field in fields(KeyFigures)} == {int, Money}
    assert json.loads(canonical(plain_value(KeyFigures())))["cash"] == "0.00"

"""Which papers there are, and what each asks for."""

from __future__ import annotations

import inspect
from datetime import date

import pytest

from desktop.papers.making import number_of, single, title_of, unprinted
from desktop.papers.printing import count
from desktop.papers.state import (
    OF_ACCOUNTS,
    PARAMS,
    UNPRINTED,
    ParamKind,
    Wanted,
    account_behind,
    default_of,
    month_offered,
    months_offered,
    opened_at,
)
from ledger.domain.days import Month
from ledger.queries.closings import closings
from ledger.queries.month_checklist import CheckItem, CheckState, month_checklist
from ledger.usecases.printing import RecordPrint
from reports.documents import PAPERS
from reports.words.voice import Voice
from tests.support.books import TODAY


def test_every_paper_of_the_program_is_offered():
    assert set(PARAMS) - {UNPRINTED} == set(PAPERS)


@pytest.mark.parametrize("name", [name for name in PARAMS if name != UNPRINTED])
def test_the_fields_of_a_paper_are_those_of_its_question(name):
    wanted = inspect.signature(PAPERS[name].question).parameters
    offered = {param.name: param for param in PARAMS[name]}

    assert offered.keys() <= wanted.keys()
    needed = {one for one, p in wanted.items() if p.default is p.empty and one != "reader"}
    needed -= set(PAPERS[name].fixed)
    assert needed <= offered.keys()
    assert not [one for one in needed if offered[one].optional]


@pytest.mark.parametrize("name", PARAMS)
def test_every_paper_has_a_title_in_both_languages(name):
    assert title_of(name, Voice("th")) != title_of(name, Voice("en"))


def test_the_month_that_is_wanted_most_is_the_last_one_that_is_over(opened):
    found = opened.session.ask(closings)

    assert month_offered(found, TODAY) == Month(2026, 2)
    assert months_offered(found, TODAY) == (Month(2026, 3), Month(2026, 2))


def test_in_a_new_book_this_month_is_offered(opened):
    found = opened.session.ask(closings)

    assert month_offered(found, date(2026, 2, 15)) == Month(2026, 2)


@pytest.mark.parametrize("name", PARAMS)
def test_days_begin_with_something_sensible(opened, name):
    found = opened.session.ask(closings)
    for param in PARAMS[name]:
        if param.kind is ParamKind.DAY:
            value = default_of(param, today=TODAY, found=found)
            assert value in (None, TODAY, date(2026, 3, 1))
            assert (value is None) <= param.optional


@pytest.mark.parametrize(
    ("key", "paper"),
    [
        ("arrears", ("arrears", {})),
        ("receipts", (UNPRINTED, {})),
        (("receipt", "R2569/000001"), ("receipt", {"receipt": "R2569/000001"})),
        (("entry", 7), ("journal-voucher", {"entry": 7})),
        (("member-statement", "0001"), ("member-statement", {"member": "0001"})),
        (("monthly-report", Month(2026, 2)), ("monthly-report", {"month": Month(2026, 2)})),
        ("nothing", None),
        (("nothing", 1), None),
        (None, None),
    ],
)
def test_other_areas_send_people_to_a_paper_with_what_they_know(key, paper):
    assert opened_at(key) == paper


def test_receipts_that_no_printer_has_seen_are_named_until_they_are_printed(opened):
    labels = unprinted(opened.session.ask, today=TODAY)
    assert labels == ("R2569/000002",)

    opened.session.run(RecordPrint(paper=labels[0]))

    assert unprinted(opened.session.ask, today=TODAY) == ()


def test_the_list_of_receipts_is_printed_as_single_receipts(opened):
    papers = single(Wanted(UNPRINTED, {}, "both"), ("R2569/000001", "R2569/000002"))

    counted_as = [number_of(opened.session.ask, one) for one in papers]
    assert counted_as == ["R2569/000001", "R2569/000002"]
    assert {one.language for one in papers} == {"both"}


def test_only_papers_that_stand_for_something_are_counted(opened):
    ask = opened.session.ask
    held = Wanted("share-certificate", {"member": "0001"})
    assert str(number_of(ask, held)).startswith("share-certificate/0001/")
    assert number_of(ask, Wanted("share-certificate", {"member": "0003"})) is None
    assert number_of(ask, Wanted("trial-balance", {})) is None


def test_that_a_monthly_report_was_printed_is_known_at_month_end_and_it_has_no_copies(opened):
    wanted = Wanted("monthly-report", {"month": Month(2026, 2)})

    count((wanted,), opened.session.ask, opened.session.run)

    found = opened.session.ask(month_checklist, month=Month(2026, 2)).rows
    assert (CheckItem.REPORT, CheckState.RIGHT) in [(row.item, row.state) for row in found]


def test_a_paper_of_accounts_leads_to_the_lines_of_its_time():
    month = Month(2026, 2)

    assert set(PARAMS) >= OF_ACCOUNTS
    assert account_behind({"month": month}, TODAY) == ("", month.first, month.last)
    assert account_behind({"at": month.last}, TODAY) == ("", month.first, month.last)
    fields = {"account": "11010", "since": month.first, "until": TODAY}
    assert account_behind(fields, TODAY) == ("11010", month.first, TODAY)
    assert account_behind({}, TODAY) == ("", Month.of(TODAY).first, TODAY)

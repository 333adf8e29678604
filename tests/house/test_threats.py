"""Every threat of trust.md 4.4 names the tests that hold its answer, and the tests are there."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.tools.tree import ROOT

# What no test can hold is drilled or said: cash that is never booked (T4), a screen that lies on
# the treasurer's own PC (T30).
ANSWERED = """
T1   a_changed_cell_is_found_and_its_table_named
     the_act_and_the_row_of_a_changed_amount_are_named
     changed_cells_are_found
T2   a_rewritten_history_is_found_by_one_later_slip
     a_list_signed_anew_with_another_key_is_known_by_the_book_and_by_the_pin
T3   an_old_file_put_back_is_found_by_a_slip
     an_older_file_is_announced_with_its_last_receipt
     an_older_book_another_history_and_shrunken_totals_are_refused
T4   a_receipt_says_what_was_paid_and_what_is_left
     receipts_are_numbered_by_the_buddhist_year_without_gaps
T5   receipts_that_were_not_printed_go_out_in_one_job
     the_reprints_are_counted
T6   a_statement_follows_its_own_balances
     cash_that_reaches_the_bank_later_and_later_shows
T7   nobody_approves_what_she_asked_for
     nobody_approves_what_is_paid_to_herself
T8   splitting_does_not_get_round_the_limit
     a_planted_scheme_shows_above_its_limit
T9   recorded_times_do_not_go_backwards_when_the_clock_does
     no_tool_adds_an_entry_to_a_closed_month
     a_clock_that_jumps_loses_nothing
T10  changed_personal_data_are_found
     every_sign_is_planted_by_a_test
T11  a_changed_schema_is_found
     tricks_with_the_structure_are_found
T12  each_user_opens_with_the_own_passphrase_only
     who_is_locked_does_not_even_read
T13  idle_minutes_lock_after_a_warning_and_a_touch_begins_them_anew
     a_pc_that_slept_asks_again_whatever_minutes_are_left
     the_top_says_who_is_there_and_in_which_role
T14  nothing_can_be_read_in_any_file_while_open_and_closed
     new_slots_on_this_pc_cost_enough
T15  a_robot_gets_seventy_guesses_an_hour_and_the_owner_comes_in
     five_slips_of_the_fingers_cost_no_wait
T16  the_paper_opens_the_book_without_its_key_file_and_makes_a_new_one
     with_the_key_file_still_there_the_others_keep_their_keys
     the_office_opens_the_book_when_nobody_else_can_and_the_book_tells_of_it
T17  the_light_turns_with_the_age_of_the_copies_outside_this_pc
     a_restored_book_goes_on_from_the_longest_copy_and_says_so
     before_an_import_the_book_is_copied_as_it_was
T18  nothing_told_is_lost_after_a_cut_and_the_attack_would_see_it
     a_disk_that_lied_is_told_of
T19  a_copy_that_the_medium_spoils_is_never_called_a_backup
     what_reads_back_otherwise_than_it_was_written_is_no_backup
     a_spoilt_copy_is_never_good
T20  a_second_program_is_told_that_the_book_is_in_use
     a_book_on_a_stick_or_in_the_network_is_read_and_not_worked_with
T21  a_command_sent_again_books_once
     the_same_form_filled_in_once_more_is_asked_about_first
T22  an_unusual_amount_is_asked_once
     an_ambiguous_day_offers_its_readings
T23  what_is_no_file_of_ours_is_refused_in_both_languages
     spoilt_files_are_read_or_refused
     a_workbook_whose_parts_lead_away_is_none
     a_list_that_leads_away_removes_nothing
T24  a_paper_of_hostile_names_is_whole_in_every_form
     no_formula_comes_from_a_text_anywhere
     whatever_would_obey_markup_is_found_hidden_or_not
T25  codes_that_are_misread_prove_nothing
T26  a_pack_proves_itself_and_its_giving_is_an_act
     an_older_copy_in_the_pack_of_today_is_known_by_its_sum
T27  nobodys_name_or_number_is_in_a_package
     no_answer_names_a_person
     only_the_receiver_s_passphrase_opens_the_copy
T28  a_lock_holds_hashes_and_no_address
     a_release_needs_two_makers_with_two_keys
     an_older_or_equal_release_is_not_put_over_a_newer_program
     what_is_installed_for_use_is_what_was_tested
T29  nothing_is_read_as_python_objects_or_drawn_with_a_shared_cache
T30  it_shares_nothing_with_the_program
     it_runs_by_itself_and_finds_codes
T31  no_byte_is_left_in_book_log_and_later_copies
     an_older_copy_that_is_restored_erases_again
     what_is_restricted_stands_in_no_list_search_or_paper
"""


def threats(text: str) -> dict[str, list[str]]:
    """The tests of each threat, which stands before the first of them."""
    found: dict[str, list[str]] = {}
    for line in text.split("\n"):
        threat, _, name = line.partition(" ")
        if threat:
            found[threat] = []
        if name.strip():
            found[list(found)[-1]].append(name.strip())
    return found


THREATS = threats(ANSWERED)


@cache
def written() -> frozenset[str]:
    named = re.compile(r"^(?:    )?def test_(\w+)", re.MULTILINE)
    files = (ROOT / "tests").rglob("test_*.py")
    return frozenset(name for one in files for name in named.findall(one.read_text("utf-8")))


def missing(names: list[str]) -> list[str]:
    return [name for name in names if name not in written()]


def test_every_threat_has_its_row():
    assert list(THREATS) == [f"T{number}" for number in range(1, 32)]


@pytest.mark.parametrize("threat", THREATS)
def test_what_answers_a_threat_is_tested(threat):
    assert THREATS[threat]
    assert not missing(THREATS[threat])


def test_a_test_that_is_gone_is_missed():
    assert missing(["every_threat_has_its_row", "nobody_wrote_this"]) == ["nobody_wrote_this"]

"""The red-flag tests in words: what each looks for, how to clear it, what one book cannot tell."""

from __future__ import annotations

from ledger.domain.red_flags import FlagTest, Severity
from reports.words.voice import N_, Voice

_TITLES = {
    FlagTest.FORGED_BANK: N_("Bank money without proof"),
    FlagTest.MISSING_CASH: N_("Cash missing or too much"),
    FlagTest.UNRECORDED_RECEIPTS: N_("Receipts that were not recorded"),
    FlagTest.LAPPING: N_("One member's money used for another's"),
    FlagTest.GHOSTS: N_("Loans and members that may not be real"),
    FlagTest.FILE_CHANGES: N_("Changes of rates, plans and members' data"),
    FlagTest.DORMANT_MONEY: N_("Old or changed accounts drawn on"),
    FlagTest.INSIDERS: N_("Exceptions for leaders"),
    FlagTest.INTEREST: N_("Interest that is off"),
    FlagTest.WINDOW_DRESSING: N_("Figures made up for the closing"),
    FlagTest.NEGATIVE_BALANCES: N_("Balances below nothing"),
    FlagTest.BACKDATING: N_("Entries made late"),
    FlagTest.VOIDS: N_("Void receipts"),
    FlagTest.SPLITTING: N_("Payments split or kept below a limit"),
    FlagTest.GUARANTOR_RING: N_("Guarantors in a ring"),
    FlagTest.CARDS_AND_CONTROL: N_("Cards and ledger differ"),
    FlagTest.SUSPENSE: N_("Money that waits to be explained"),
    FlagTest.BORROWED_NAMES: N_("One borrower behind several names"),
    FlagTest.DIVERTED: N_("Money for the lender kept back"),
    FlagTest.BENEFITS: N_("Welfare paid wrongly"),
    FlagTest.STOCK: N_("Stock nobody counted"),
    FlagTest.ONE_PERSON: N_("One person does everything"),
}
_HOW_TO_CLEAR = {
    FlagTest.FORGED_BANK: N_(
        "Get a statement or a confirmation straight from the bank, enter its lines and match them."
    ),
    FlagTest.MISSING_CASH: N_(
        "Count the cash unannounced by denomination, with a second person, and keep the count."
    ),
    FlagTest.UNRECORDED_RECEIPTS: N_(
        "Look at the stubs of the receipt books and compare the members' passbooks with the book."
    ),
    FlagTest.LAPPING: N_(
        "Compare the days of receipts with the bank's deposits, and ask both members what they "
        "paid."
    ),
    FlagTest.GHOSTS: N_(
        "Visit the borrower, see the ID card, and let her confirm the balance in her own hand."
    ),
    FlagTest.FILE_CHANGES: N_(
        "Compare each change with the resolution or the member's request, and file that paper."
    ),
    FlagTest.DORMANT_MONEY: N_(
        "Ask the member in person whether she took this money, and see the signed slip."
    ),
    FlagTest.INSIDERS: N_(
        "Let the inspector or the network compare the terms with the rules and the resolution."
    ),
    FlagTest.INTEREST: N_(
        "Work the interest out from the contract and correct it, or file the resolution that "
        "allows it."
    ),
    FlagTest.WINDOW_DRESSING: N_(
        "Look where the money came from and where it went in the weeks around the end of the year."
    ),
    FlagTest.NEGATIVE_BALANCES: N_("Find the entry that went to the wrong card and correct it."),
    FlagTest.BACKDATING: N_("Ask why it was entered late and see the paper of that day."),
    FlagTest.VOIDS: N_(
        "See the original with both its copies, and ask the member whether she paid."
    ),
    FlagTest.SPLITTING: N_(
        "Put the payments beside their bills and the resolution; one purchase is one payment."
    ),
    FlagTest.GUARANTOR_RING: N_(
        "Ask for another guarantor or collateral, or lower the loans by resolution."
    ),
    FlagTest.CARDS_AND_CONTROL: N_(
        "Run the check of the whole book and restore the last copy that is whole."
    ),
    FlagTest.SUSPENSE: N_(
        "Find out what it is and move it where it belongs, or write it off by resolution."
    ),
    FlagTest.BORROWED_NAMES: N_(
        "Ask each borrower in person what she borrowed and who uses the money."
    ),
    FlagTest.DIVERTED: N_(
        "Show where the money is now and send it on, or show the lender's confirmation."
    ),
    FlagTest.BENEFITS: N_(
        "See the claim with its proof, such as the hospital's paper or the certificate."
    ),
    FlagTest.STOCK: N_("Count the stock, price it, and enter the difference."),
    FlagTest.ONE_PERSON: N_(
        "Let a second person approve payments, and another one enter while the first takes leave."
    ),
}
_CANNOT_TELL = {
    FlagTest.FORGED_BANK: N_(
        "The book keeps no picture of the bank's paper and cannot ask the bank itself."
    ),
    FlagTest.MISSING_CASH: N_(
        "Only a count sees the cash itself; the book knows what should be there."
    ),
    FlagTest.UNRECORDED_RECEIPTS: N_(
        "A receipt from a second, secret receipt book is seen only in members' own passbooks."
    ),
    FlagTest.LAPPING: N_(
        "The book does not know which receipts a deposit at the bank was made of; where change is "
        "kept in the box, its sum says nothing."
    ),
    FlagTest.GHOSTS: N_(
        "The book keeps no bank accounts of members and sees nobody's face or signature."
    ),
    FlagTest.FILE_CHANGES: N_(
        "Whether a resolution was really taken stands in the minutes, not in the book."
    ),
    FlagTest.DORMANT_MONEY: N_(
        "The slip with the signature is paper; the book cannot tell who really took the money."
    ),
    FlagTest.INSIDERS: N_(
        "Leaders of zones, committees, users of the book and who lives with them are known to it; "
        "other relatives are not."
    ),
    FlagTest.INTEREST: N_(
        "There is no list of allowed rates in the book; most loans of a type stand for it."
    ),
    FlagTest.WINDOW_DRESSING: N_("Money lent from outside for a few days looks like any deposit."),
    FlagTest.NEGATIVE_BALANCES: N_(
        "The book refuses such entries; this shows a file changed by other means."
    ),
    FlagTest.BACKDATING: N_(
        "A paper that was itself written with an earlier day looks right here."
    ),
    FlagTest.VOIDS: N_("Whether the member got her money back is known to her alone."),
    FlagTest.SPLITTING: N_(
        "Without a rule of the book about approvals, the limit up to which one person may pay is a "
        "figure of this test."
    ),
    FlagTest.GUARANTOR_RING: N_("Families that live in different households are not seen as one."),
    FlagTest.CARDS_AND_CONTROL: N_(
        "The book keeps both in step; this shows a file changed by other means."
    ),
    FlagTest.SUSPENSE: N_("Amounts hidden in other accounts are seen only by reading their cards."),
    FlagTest.BORROWED_NAMES: N_(
        "Signatures for cash are on paper; the book sees payers, telephones and what was pledged."
    ),
    FlagTest.DIVERTED: N_("Only loans that name the loan they were lent on from are counted."),
    FlagTest.BENEFITS: N_(
        "Claims are looked at by their rules. Of welfare that was paid as an expense, without a "
        "claim, no cap, waiting period or night is known."
    ),
    FlagTest.STOCK: N_("The book holds the value of stock only, no pieces and no prices."),
    FlagTest.ONE_PERSON: N_("Two persons who share one user look like one."),
}
_SEVERITIES = {
    Severity.NOTICE: N_("to look at"),
    Severity.WARNING: N_("to ask about"),
    Severity.SERIOUS: N_("to act on"),
}


def test_title(test: FlagTest, voice: Voice) -> str:
    return voice.tr(_TITLES[test])


def how_to_clear(test: FlagTest, voice: Voice) -> str:
    """What an auditor does about an exception of the test."""
    return voice.tr(_HOW_TO_CLEAR[test])


def cannot_tell(test: FlagTest, voice: Voice) -> str:
    """The part of the scheme that one book cannot show, and why."""
    return voice.tr(_CANNOT_TELL[test])


def severity_word(severity: Severity | None, voice: Voice) -> str:
    return "" if severity is None else voice.tr(_SEVERITIES[severity])

"""Which areas and buttons belong to which command: what a role may not do is not shown."""

from __future__ import annotations

from collections.abc import Mapping

# An area is shown to whoever may give one of these commands; the others are shown to everybody.
AREAS: Mapping[str, tuple[str, ...]] = {
    "collection": ("post-sheet",),
    "setup_area": ("add-user", "approve", "change-cooperative", "open-zone", "request-approval"),
}
# The command behind a button, by the names that the screen of the area gives to it.
BUTTONS: Mapping[str, Mapping[str, str]] = {
    "members": {
        "admit": "admit-member",
        "page.receive": "receive-visit",
        "page.pay_out": "withdraw",
        "page.ask_for": "charge-members",
        "page.promise": "set-promise",
        "page.open_card": "open-savings",
        "page.choose_photo": "set-member-photo",
        "page.change": "change-member",
        "page.end": "end-membership",
    },
    "savings": {
        "interest": "post-savings-interest",
        "rate": "set-savings-rate",
        "change": "define-savings-product",
        "new_product": "define-savings-product",
        "new_shares": "define-share-type",
    },
    "loans": {
        "apply": "apply-for-loan",
        "decide": "decide-loan-application",
        "contract": "open-loan",
        "rest": "declare-moratorium",
        "provide": "post-provision",
        "new_type": "define-loan-type",
        "receive": "pay-loans",
        "pay_out": "pay-out-loan",
        "new_plan": "reschedule-loan",
        "rate": "set-loan-rate",
        "write_off": "write-off-loan",
    },
    "codi": {
        "contract": "open-loan",
        "new_type": "define-loan-type",
        "repay": "repay-lender",
        "draw": "pay-out-loan",
        "figure": "record-lender-statement",
    },
    "welfare": {
        "join": "join-welfare",
        "claim": "file-welfare-claim",
        "cancel": "cancel-welfare-claim",
        "ask_round": "request-match",
        "granted": "grant-match",
        "match_money": "receive-match",
        "new_rule": "set-benefit-rule",
        "fund": "set-welfare-fund",
        "contribute": "deposit",
        "claim_for": "file-welfare-claim",
        "rate": "set-contribution",
        "leave": "leave-welfare",
    },
    "cash": {
        "count": "count-cash",
        "pay": "pay-expense",
        "receive": "receive-income",
        "move_button": "move-money",
        "adjust": "post-journal",
        "page.add_line": "record-statement",
        "page.join_all": "match-bank-line",
        "page.join": "match-bank-line",
        "page.part": "match-bank-line",
        "page.agree": "reconcile-bank",
    },
    "journal": {
        "page.reverse": "reverse-entry",
        "page.correct": "correct-entry",
        "page.question": "ask-audit-question",
    },
    "month_end": {
        "close_month": "close-month",
        "back_up": "record-backup",
        "reopen": "reopen-month",
        "lock": "lock-month",
    },
    "exchange_area": {
        "take_over": "carry-forward",
        "take_back": "take-back-carrying",
    },
    "audit": {
        "questions.ask": "ask-audit-question",
        "questions.answer": "answer-audit-question",
        "questions.settle": "settle-audit-question",
        "confirmations.reply": "record-confirmation",
        "follow_up.add": "record-inspection",
        "follow_up.follow": "follow-inspection",
        "red_flags.clear": "clear-red-flag",
    },
    "setup_area": {
        "cooperative": "change-cooperative",
        "new_zone": "open-zone",
        "new_bank": "open-bank",
        "new_account": "open-account",
        "new_charge": "define-charge-type",
        "users.add_user": "add-user",
        "users.roles": "set-user-roles",
        "users.lock": "lock-user",
    },
}

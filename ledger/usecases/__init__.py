"""Everything the books can be asked to do: the table of commands and their handlers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ledger.domain.books import Books
from ledger.domain.commands import Command, DeskCommand
from ledger.domain.commands import name_of as name_of  # who looks for commands looks here
from ledger.domain.refusals import UnknownCommand
from ledger.usecases import (
    applying,
    approving,
    auditing,
    banking,
    carrying,
    charging,
    closing,
    collecting,
    copying,
    counting,
    flag_clearing,
    founding,
    grant_money,
    granting,
    importing,
    interest,
    lender_receipts,
    lending,
    loan_applying,
    loan_easing,
    loan_passing,
    loan_paying,
    loan_payouts,
    loan_security,
    members,
    passbooks,
    photographing,
    printing,
    provisioning,
    repaying,
    reversing,
    sanctioning,
    saving,
    settling,
    sharing,
    surplus_allocating,
    user_keeping,
    visiting,
    vouching,
    welfare_joining,
    year_closing,
)

Handler = Callable[[Any, Books], object]

HANDLERS: Mapping[type[Command], Handler] = {
    founding.FoundBook: founding.found_book,
    founding.ChangeCooperative: founding.change_cooperative,
    founding.OpenAccount: founding.open_account,
    founding.ChangeAccount: founding.change_account,
    founding.AssignRole: founding.assign_role,
    founding.OpenFund: founding.open_fund,
    members.OpenZone: members.open_zone,
    members.ChangeZone: members.change_zone,
    members.AdmitMember: members.admit_member,
    applying.ApplyForMembership: applying.apply_for_membership,
    applying.DecideApplication: applying.decide_application,
    applying.RecordMeeting: applying.record_meeting,
    applying.CorrectAttendance: applying.correct_attendance,
    members.ChangeMember: members.change_member,
    photographing.SetMemberPhoto: photographing.set_member_photo,
    members.EndMembership: members.end_membership,
    members.ErasePerson: members.erase_person,
    settling.SettleMember: settling.settle_member,
    settling.UndoSettlement: settling.undo_settlement,
    saving.DefineSavingsProduct: saving.define_savings_product,
    saving.SetSavingsRate: saving.set_savings_rate,
    saving.OpenSavings: saving.open_savings,
    saving.SetPromise: saving.set_promise,
    saving.PlaceHold: saving.place_hold,
    saving.ReleaseHold: saving.release_hold,
    saving.Withdraw: saving.withdraw,
    saving.TransferSavings: saving.transfer_savings,
    saving.CloseCard: saving.close_card,
    interest.PostSavingsInterest: interest.post_savings_interest,
    sharing.DefineShareType: sharing.define_share_type,
    sharing.OpenShares: sharing.open_shares,
    sharing.ReturnShares: sharing.return_shares,
    charging.DefineChargeType: charging.define_charge_type,
    charging.ChargeMembers: charging.charge_members,
    charging.CancelCharge: charging.cancel_charge,
    visiting.ReceiveVisit: visiting.receive_visit,
    visiting.Deposit: visiting.deposit,
    visiting.BuyShares: visiting.buy_shares,
    visiting.VoidReceipt: visiting.void_receipt,
    lending.DefineLoanType: lending.define_loan_type,
    lending.OpenLoan: lending.open_loan,
    loan_payouts.PayOutLoan: loan_payouts.pay_out_loan,
    lending.SetLoanRate: lending.set_loan_rate,
    lending.RescheduleLoan: lending.reschedule_loan,
    loan_applying.ApplyForLoan: loan_applying.apply_for_loan,
    loan_applying.DecideLoanApplication: loan_applying.decide_loan_application,
    loan_applying.SetLoanLimits: loan_applying.set_loan_limits,
    loan_easing.DeclareMoratorium: loan_easing.declare_moratorium,
    loan_security.AddGuarantor: loan_security.add_guarantor,
    loan_security.ReleaseGuarantor: loan_security.release_guarantor,
    loan_security.PledgeCollateral: loan_security.pledge_collateral,
    loan_security.ReleaseCollateral: loan_security.release_collateral,
    loan_passing.TransferLoan: loan_passing.transfer_loan,
    loan_passing.RecoverLoan: loan_passing.recover_loan,
    loan_passing.RecordLenderStatement: loan_passing.record_lender_statement,
    provisioning.SetLoanClasses: provisioning.set_loan_classes,
    provisioning.PostProvision: provisioning.post_provision,
    sanctioning.SetSanctions: sanctioning.set_sanctions,
    lender_receipts.NoteLenderReceipt: lender_receipts.note_lender_receipt,
    loan_paying.PayLoans: loan_paying.pay_loans,
    loan_paying.UseLoanAdvances: loan_paying.use_loan_advances,
    repaying.RepayLender: repaying.repay_lender,
    repaying.WriteOffLoan: repaying.write_off_loan,
    collecting.PostSheet: collecting.post_sheet,
    counting.CountCash: counting.count_cash,
    vouching.ReceiveIncome: vouching.receive_income,
    vouching.PayExpense: vouching.pay_expense,
    vouching.MoveMoney: vouching.move_money,
    vouching.PostJournal: vouching.post_journal,
    banking.OpenBank: banking.open_bank,
    banking.RecordStatement: banking.record_statement,
    banking.MatchBankLine: banking.match_bank_line,
    banking.ReconcileBank: banking.reconcile_bank,
    reversing.ReverseEntry: reversing.reverse_entry,
    reversing.CorrectEntry: lambda command, books: reversing.correct_entry(command, books, handle),
    closing.CloseMonth: closing.close_month,
    closing.ReopenMonth: closing.reopen_month,
    closing.LockMonth: closing.lock_month,
    year_closing.CloseYear: year_closing.close_year,
    year_closing.ReopenYear: year_closing.reopen_year,
    surplus_allocating.ProposeSurplus: surplus_allocating.propose_surplus,
    surplus_allocating.AllocateSurplus: surplus_allocating.allocate_surplus,
    granting.OpenGrant: granting.open_grant,
    granting.ChangeGrantBudget: granting.change_grant_budget,
    grant_money.ReceiveGrant: grant_money.receive_grant,
    grant_money.SpendGrant: grant_money.spend_grant,
    grant_money.ReturnGrant: grant_money.return_grant,
    granting.CloseGrant: granting.close_grant,
    printing.RecordPrint: printing.record_print,
    passbooks.SetPassbookLayout: passbooks.set_passbook_layout,
    passbooks.RecordPassbook: passbooks.record_passbook,
    welfare_joining.SetWelfareFund: welfare_joining.set_welfare_fund,
    welfare_joining.JoinWelfare: welfare_joining.join_welfare,
    welfare_joining.SetContribution: welfare_joining.set_contribution,
    welfare_joining.LeaveWelfare: welfare_joining.leave_welfare,
    auditing.AskAuditQuestion: auditing.ask_audit_question,
    auditing.AnswerAuditQuestion: auditing.answer_audit_question,
    auditing.SettleAuditQuestion: auditing.settle_audit_question,
    auditing.RecordInspection: auditing.record_inspection,
    auditing.FollowInspection: auditing.follow_inspection,
    auditing.RecordConfirmation: auditing.record_confirmation,
    flag_clearing.ClearRedFlag: flag_clearing.clear_red_flag,
    copying.RecordBackup: copying.record_backup,
    copying.DeclareRestore: copying.declare_restore,
    user_keeping.NameUsers: user_keeping.name_users,
    user_keeping.AddUser: user_keeping.add_user,
    user_keeping.SetUserRoles: user_keeping.set_user_roles,
    user_keeping.LockUser: user_keeping.lock_user,
    approving.RequestApproval: approving.request_approval,
    approving.Approve: approving.approve,
    approving.DeclineApproval: approving.decline_approval,
    approving.SetApprovalRules: approving.set_approval_rules,
    importing.ImportJournal: importing.import_journal,
    carrying.CarryForward: carrying.carry_forward,
}

# The desk: kept by the file itself, outside the chain (ledger.storage.desk).
DESK_COMMANDS: tuple[type[DeskCommand], ...] = (collecting.SaveDrafts, collecting.DropDrafts)


def handle(command: Command, books: Books) -> None:
    """Carry out one command inside an act.

    Raises:
        UnknownCommand: it is none for the books, such as one for the desk inside a correction.
    """
    handler = HANDLERS.get(type(command))
    if handler is None:
        raise UnknownCommand(name_of(type(command)))
    handler(command, books)


COMMANDS: Mapping[str, type[Command]] = {
    name_of(kind): kind for kind in (*HANDLERS, *DESK_COMMANDS)
}

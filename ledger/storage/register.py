"""The list of everything a book keeps: one line per table."""

from __future__ import annotations

from ledger.domain.accounts import Account, Fund, RoleAccount
from ledger.domain.accruing import InterestAccrual
from ledger.domain.approving import Approval, ApprovalRequest, ApprovalRule, ApprovalUsed
from ledger.domain.assets import DepreciationRow, DepreciationRun, FixedAsset
from ledger.domain.auditing import AuditAnswer, AuditQuestion, Confirmation, Inspection
from ledger.domain.banks import BankAccount, BankLine, BankMatch, Reconciliation
from ledger.domain.budgets import Budget, BudgetLine
from ledger.domain.cards import Card
from ledger.domain.carried import CarriedMember, CarriedThing, Carrying
from ledger.domain.committees import Committee, Term
from ledger.domain.consents import Consent
from ledger.domain.cooperative import Closing, Cooperative, KeptReport
from ledger.domain.copies import BackupTaken, OldCode, Restored
from ledger.domain.free_text import TextErasure
from ledger.domain.grants import Grant, GrantBudget, GrantPart, GrantReturn, GrantSpending
from ledger.domain.handing_in import CardPartner, HandedIn
from ledger.domain.import_maps import ImportMap
from ledger.domain.import_runs import ImportRun
from ledger.domain.insurance import (
    ClaimPaidOut,
    ClaimReceived,
    ClaimReduced,
    InsuranceClaim,
    InsurancePolicy,
    PremiumBill,
)
from ledger.domain.key_notes import KeysNoted, SheetLook
from ledger.domain.leases import Lease, LeaseRent, Plot, PlotTransfer, Remittance, RentBill
from ledger.domain.lending import (
    Guarantor,
    LoanContract,
    LoanPayment,
    LoanPayout,
    LoanPlan,
    LoanPlanRow,
    LoanPosting,
    LoanRate,
    LoanType,
    LoanWriteOff,
)
from ledger.domain.loan_life import (
    Collateral,
    LenderReceipt,
    LenderStatement,
    LoanApplication,
    LoanLimits,
    LoanPause,
    LoanRecovery,
    LoanTransfer,
)
from ledger.domain.loan_opening import LoanOpening
from ledger.domain.loan_quality import LoanClassStep
from ledger.domain.members import (
    Application,
    Attendance,
    Erasure,
    Meeting,
    Member,
    Restriction,
    Zone,
)
from ledger.domain.packs import PackGiven
from ledger.domain.papers import (
    CashCount,
    CashPieces,
    PaperPrint,
    Receipt,
    ReceiptLine,
    ReceiptVoid,
    SheetPosted,
    SheetReceipt,
    Voucher,
)
from ledger.domain.passbooks import PassbookLayout, PassbookMark
from ledger.domain.people import RoleHeld, User
from ledger.domain.photos import MemberPhoto
from ledger.domain.products import (
    Charge,
    ChargePayment,
    ChargeType,
    Hold,
    InterestPosting,
    InterestRow,
    Promise,
    SavingsProduct,
    SavingsRate,
    ShareType,
)
from ledger.domain.projects import Project, ProjectPart, SurveyedHousehold
from ledger.domain.records import Record
from ledger.domain.red_flags import ClearedFlag
from ledger.domain.sanctions import SanctionRule, SanctionRuleStep
from ledger.domain.settling import MemberSettlement, SettledItem
from ledger.domain.signing import Signature, SigningKey
from ledger.domain.welfare_claims import (
    WelfareClaim,
    WelfareClaimPart,
    WelfareRule,
    WelfareRuleTier,
)
from ledger.domain.welfare_fund import WelfareFund, WelfareMembership, WelfareRate
from ledger.domain.welfare_match import (
    MatchMember,
    MatchReceipt,
    MatchRound,
    WelfareBefore,
    WelfareProfile,
)
from ledger.domain.year_end import (
    DuePayment,
    FiscalYear,
    MemberDue,
    SharedOut,
    ShareOutPart,
    SurplusAllocation,
    SurplusCheck,
    SurplusLine,
)

RECORDS: tuple[type[Record], ...] = (
    Account,
    Application,
    Approval,
    ApprovalRequest,
    ApprovalRule,
    ApprovalUsed,
    Attendance,
    AuditAnswer,
    AuditQuestion,
    BackupTaken,
    KeysNoted,
    SheetLook,
    OldCode,
    PackGiven,
    BankAccount,
    BankLine,
    BankMatch,
    Budget,
    BudgetLine,
    Card,
    CardPartner,
    CarriedMember,
    CarriedThing,
    Carrying,
    CashCount,
    CashPieces,
    Charge,
    ChargePayment,
    ChargeType,
    ClearedFlag,
    ClaimPaidOut,
    ClaimReceived,
    ClaimReduced,
    Closing,
    Collateral,
    Committee,
    Confirmation,
    Cooperative,
    DepreciationRow,
    DepreciationRun,
    Erasure,
    FixedAsset,
    Fund,
    Grant,
    GrantBudget,
    GrantPart,
    GrantReturn,
    GrantSpending,
    Guarantor,
    HandedIn,
    Hold,
    ImportMap,
    ImportRun,
    Inspection,
    InsuranceClaim,
    InsurancePolicy,
    InterestAccrual,
    InterestPosting,
    InterestRow,
    KeptReport,
    Lease,
    LeaseRent,
    LenderReceipt,
    LenderStatement,
    LoanApplication,
    LoanClassStep,
    LoanContract,
    LoanLimits,
    LoanOpening,
    LoanPause,
    LoanPayment,
    LoanPayout,
    LoanPlan,
    LoanPlanRow,
    LoanPosting,
    LoanRate,
    LoanRecovery,
    LoanTransfer,
    LoanType,
    LoanWriteOff,
    Meeting,
    Member,
    MemberPhoto,
    MemberSettlement,
    PaperPrint,
    PassbookLayout,
    PassbookMark,
    Plot,
    PlotTransfer,
    PremiumBill,
    Project,
    ProjectPart,
    Promise,
    Receipt,
    ReceiptLine,
    ReceiptVoid,
    Reconciliation,
    Remittance,
    RentBill,
    Restored,
    Restriction,
    Consent,
    RoleAccount,
    RoleHeld,
    SanctionRule,
    SanctionRuleStep,
    SavingsProduct,
    SavingsRate,
    SettledItem,
    ShareType,
    SheetPosted,
    SheetReceipt,
    Signature,
    SigningKey,
    User,
    SurveyedHousehold,
    Term,
    TextErasure,
    Voucher,
    MatchMember,
    MatchReceipt,
    MatchRound,
    WelfareBefore,
    WelfareClaim,
    WelfareClaimPart,
    WelfareFund,
    WelfareMembership,
    WelfareProfile,
    WelfareRate,
    WelfareRule,
    WelfareRuleTier,
    Zone,
    DuePayment,
    SharedOut,
    ShareOutPart,
    FiscalYear,
    MemberDue,
    SurplusAllocation,
    SurplusCheck,
    SurplusLine,
)

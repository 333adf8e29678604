"""The papers of closing a month or a year, for the table of all papers."""

from __future__ import annotations

from collections.abc import Mapping

from ledger.queries import QUESTIONS
from reports.documents.annual_pack import annual_pack_paper
from reports.documents.dividends import dividend_register_paper, dividend_slip_paper
from reports.documents.kept_reports import report_differences_paper
from reports.documents.kind import PaperKind
from reports.documents.month_figures import hand_in_paper
from reports.documents.ratios import ratios_paper
from reports.documents.share_outs import share_out_paper
from reports.documents.surplus import surplus_sheet_paper
from reports.words.voice import N_

CLOSING_PAPERS: Mapping[str, PaperKind] = {
    "report-differences": PaperKind(
        N_("Reports kept at closing, compared with today's book"),
        QUESTIONS["report-differences"],
        report_differences_paper,
    ),
    "surplus-sheet": PaperKind(
        N_("Surplus allocation sheet"), QUESTIONS["surplus-sheet"], surplus_sheet_paper
    ),
    "dividend-register": PaperKind(
        N_("Register of dividend and refund"),
        QUESTIONS["dividend-register"],
        dividend_register_paper,
    ),
    "dividend-slip": PaperKind(
        N_("Dividend slip"), QUESTIONS["dividend-register"], dividend_slip_paper
    ),
    "share-out": PaperKind(
        N_("Share-out at the end of the cycle"), QUESTIONS["share-outs"], share_out_paper
    ),
    "hand-in-slip": PaperKind(N_("Hand-in slip"), QUESTIONS["hand-in-slip"], hand_in_paper),
    "ratios": PaperKind(N_("Ratios"), QUESTIONS["ratios"], ratios_paper),
    "annual-pack": PaperKind(
        N_("Papers for the annual meeting"), QUESTIONS["annual-pack"], annual_pack_paper
    ),
}

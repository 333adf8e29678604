"""The papers of housing projects: grants, leased land, and what joins them."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pytest

from reports.document import Document, Printed
from reports.documents import PAPERS, made
from reports.render.pdf import render_pdf
from reports.render.text import render_text
from reports.render.xlsx import render_xlsx
from reports.words.voice import Voice
from tests.queries.small_book import THAI_TIME
from tests.reports.documents.project_book import TODAY, project_book

PROJECT_FIELDS: dict[str, dict[str, Any]] = {
    "grant-list": {},
    "grant-report": {"grant": "INFRA"},
    "lease": {"lease": "SRT"},
    "plot-register": {},
    "insurance": {"policy": "HOUSE"},
    "project": {"project": "RIM"},
    "survey": {"project": "RIM"},
    "committees": {},
    "fund-position": {},
    "fund-income": {"fund": "SHOP", "until": TODAY},
}
WITHOUT_DAY = {"survey", "fund-income"}
PRINTED = Printed("นางสาวสมใจ ใจดี", datetime(2026, 3, 20, 19, 5, tzinfo=THAI_TIME))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    village = project_book(tmp_path_factory.mktemp("project"))
    with village.book:
        yield village


def document(village, paper: str, language: Any = "en", **more) -> Document:
    at = {} if paper in WITHOUT_DAY else {"at": TODAY}
    fields = {**at, **PROJECT_FIELDS[paper], **more}
    return made(PAPERS[paper], village.book.ask, fields, Voice(language), PRINTED)


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize("paper", PROJECT_FIELDS)
def test_a_paper_of_a_project_says_what_it_said(paper, language, project, golden):
    found = document(project, paper, language)

    golden(f"{paper}.{language}.txt", render_text(found, Voice(language)))


@pytest.mark.parametrize("paper", PROJECT_FIELDS)
def test_a_paper_of_a_project_is_drawn_as_pages_and_as_a_spreadsheet(paper, project):
    found, voice = document(project, paper, "both"), Voice("both")
    pages, sheets = io.BytesIO(), io.BytesIO()

    assert render_pdf(found, voice, pages) >= 1
    render_xlsx(found, voice, sheets)

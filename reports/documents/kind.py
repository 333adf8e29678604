"""What a paper is: its question, the function that builds it from the answer, and its title."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reports.document import Document
from reports.documents.frame import Frame

Question = Callable[..., Any]
Build = Callable[[Any, Frame], Document]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper by its question, the function that builds it from the answer, and its title.

    The fields a caller gives are the question's own; ``fixed`` are those it always asks with.
    """

    title: str
    question: Question
    build: Build
    fixed: Mapping[str, Any] = field(default_factory=dict)

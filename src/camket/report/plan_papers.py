"""The papers that set the targets of a plan, in words: kind, number, day and who issued them."""

from __future__ import annotations

from collections.abc import Iterable

from camket.model.message import message
from camket.model.scoreboard import PlanPaper
from camket.report.dates import day
from camket.report.naming import word
from camket.words import Language, say


def named(paper: PlanPaper, language: Language) -> str:
    """`Nghị quyết số 30/NQ-HĐND ngày 10/12/2021 của HĐND tỉnh Bắc Ninh`, as far as its head says."""
    parts = [
        word(f"paper.type.{paper.type}", language),
        say(message("plan.paper.number", number=paper.number), language),
    ]
    if paper.day is not None:
        parts.append(say(message("plan.paper.day", day=day(paper.day, language)), language))
    if paper.issuer:
        parts.append(say(message("plan.paper.issuer", issuer=paper.issuer), language))
    return " ".join(parts)


def counted(paper: PlanPaper, language: Language) -> str:
    """How many targets it sets."""
    return say(message("plan.paper.targets", count=paper.targets), language)


def paper_lines(papers: Iterable[PlanPaper], language: Language) -> tuple[str, ...]:
    """A line for each, with how many targets it sets."""
    return tuple(f"{named(each, language)}: {counted(each, language)}" for each in papers)

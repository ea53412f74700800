"""The papers that set the targets of a plan, with what their heads say: number, day, who issued them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from camket.model.document import DocumentKind, Head
from camket.model.plan import Plan
from camket.model.scoreboard import PlanPaper
from camket.model.series import Source
from camket.resolve.placing import paper_day

_SETTING: tuple[DocumentKind, ...] = ("resolution", "plan", "decision")
"""Kinds of papers that set targets; reports, notices and news tell of what others have set."""


def papers_of(plan: Plan, sources: Mapping[str, Source], heads: Mapping[str, Head]) -> tuple[PlanPaper, ...]:
    """The numbered papers that set targets of a plan, the earliest first; a target that is gone is not counted.

    Args:
        plan: with its targets.
        sources: where repeated targets stand, by the ids of their mentions.
        heads: of all papers, by their ids.
    """
    found: dict[str, list[str]] = {}
    for target in plan.targets:
        if target.is_gone:
            continue
        own = target.statement
        told = {sources[id_].document: id_ for id_ in reversed(target.repeats) if id_ in sources}
        for document, id_ in (told | {own.source.document: own.id}).items():
            head = heads.get(document)
            if head is not None and head.number and head.type in _SETTING:
                found.setdefault(document, []).append(id_)
    papers = (_paper(document, heads[document], ids) for document, ids in found.items())
    return tuple(sorted(papers, key=lambda each: (each.day or date.max, each.document)))


def _paper(document: str, head: Head, statements: list[str]) -> PlanPaper:
    return PlanPaper(
        document=document,
        type=head.type,
        title=head.title,
        number=head.number or "",
        day=paper_day(head),
        issuer=head.issuer,
        statement=statements[0],
        targets=len(statements),
    )

"""Targets that ask whether something was done, answered by what papers say of it; the latest word counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from camket.assess.case import Judged
from camket.model.extraction import Extraction
from camket.model.message import message
from camket.model.plan import YES_NO, Plan, Target
from camket.resolve.done import Answer, answers_of, question_of


def answered(plan: Plan, target: Target, judged: Judged, extractions: Sequence[Extraction], day: date | None) -> Judged:
    """What is made of a target by the latest answer of a paper; as it was where nothing was asked, or nobody answers.

    Args:
        plan: the plan that asks; answers from before its time are of something else.
        target: the target.
        judged: what values say of it.
        extractions: the papers.
        day: the day to judge at.
    """
    if target.statement.figure.unit != YES_NO or judged.state != "no_data":
        return judged
    answer = _latest(plan, target, extractions)
    if answer is None:
        return judged
    when = answer.day.isoformat() if answer.day is not None else ""
    said = {"source": answer.source.name, "period": when}
    if answer.done:
        early = "" if _is_over(target, day) else "_early"
        return Judged(state="met", reason=message(f"assess.answered_done{early}", **said), answer=answer.source)
    if _is_over(target, day):
        return Judged(state="missed", reason=message("assess.answered_not_done", **said), answer=answer.source)
    return Judged(state="unclear", reason=message("assess.answered_not_yet", **said), answer=answer.source)


def _latest(plan: Plan, target: Target, extractions: Sequence[Extraction]) -> Answer | None:
    question = question_of(target.statement.figure.indicator_text or "")
    if question is None:
        return None
    opened = plan.period.first if plan.period is not None else None
    own = target.statement.source.document
    found = [
        answer
        for extraction in extractions
        if extraction.document.id != own
        for answer in answers_of(extraction, question, plan.area)
        if opened is None or answer.day is None or answer.day >= opened
    ]
    return max(found, key=_order, default=None)


def _order(answer: Answer) -> tuple[date, str, int]:
    return answer.day or date.min, answer.source.document, answer.source.start or 0


def _is_over(target: Target, day: date | None) -> bool:
    return day is not None and target.due is not None and day > target.due

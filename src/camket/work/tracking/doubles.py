"""Rows that give one task: the same paper and words twice, a title cut short and the whole of it, one id twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from camket.model.message import message
from camket.report.dates import day as shown_day
from camket.work.tracking.drafts import Draft, begins, same_number, text_key
from camket.work.tracking.papers import number_key
from camket.work.tracking.reading import Field, squeezed
from camket.work.tracking.statuses import status_in

_LEAST_CUT = 12
"""Letters of a cut title by which the whole one may be found."""
_START = 8
_FIELDS: tuple[Field, ...] = (
    "status", "result", "evidence", "evidence_day", "done_day", "percent", "due_now", "obstacle", "proposal", "product",
    "leader", "officer", "supporting",
)  # fmt: skip


class Found(NamedTuple):
    """The task of a row, and whether an earlier row gave it."""

    draft: Draft
    first: Draft


def without_doubles(drafts: Iterable[Draft]) -> Iterator[Found]:
    """Every row with the first row that gives its task, which may be itself; what doubles add is added there."""
    held = _Held()
    for draft in drafts:
        first = held.find(draft)
        if first is None:
            held.take(draft)
            yield Found(draft, draft)
        else:
            _merge(first, draft)
            held.take(draft, first)
            yield Found(draft, first)


class _Held:
    """The tasks found so far, by their ids, their words and the beginnings of their words."""

    def __init__(self) -> None:
        self._by_id: dict[str, Draft] = {}
        self._by_text: dict[str, list[Draft]] = defaultdict(list)
        self._by_start: dict[str, list[tuple[str, bool, Draft]]] = defaultdict(list)

    def find(self, draft: Draft) -> Draft | None:
        outside = squeezed(draft.said("id"))
        if outside and outside in self._by_id:
            return self._by_id[outside]
        key = text_key(draft.text)
        found = next((each for each in self._by_text[key] if _is_same(each, draft)), None)
        return found or self._cut(draft, key)

    def _cut(self, draft: Draft, key: str) -> Draft | None:
        """The task whose words begin as a cut title does, or whose cut title these words go on with."""
        if len(key) < _LEAST_CUT:
            return None
        for other, cut, first in self._by_start[key[:_START]]:
            goes_on = (draft.cut and begins(draft.text, other)) or (
                cut and len(text_key(other)) >= _LEAST_CUT and begins(other, draft.text)
            )
            if (
                goes_on
                and draft.number
                and number_key(draft.number) == number_key(first.number)
                and _same_lead(first, draft)
            ):
                return first
        return None

    def take(self, draft: Draft, first: Draft | None = None) -> None:
        kept = first or draft
        key = text_key(draft.text)
        outside = squeezed(draft.said("id"))
        if outside:
            self._by_id.setdefault(outside, kept)
        if (first is None or text_key(first.text) == key) and kept not in self._by_text[key]:
            self._by_text[key].append(kept)
        if first is None:
            self._by_start[key[:_START]].append((draft.text, draft.cut, kept))


def _is_same(first: Draft, second: Draft) -> bool:
    if bool(first.said("id")) and bool(second.said("id")) and squeezed(first.said("id")) != squeezed(second.said("id")):
        return False
    return same_number(first.number, second.number) and _same_lead(first, second)


def _same_lead(first: Draft, second: Draft) -> bool:
    return not first.led.lead or not second.led.lead or first.led.lead == second.led.lead


def _merge(first: Draft, double: Draft) -> None:
    """What a double adds, and where the two say different things."""
    if first.cut and not double.cut:
        first.text, first.cut = double.text, False
        first.values["text"] = double.values["text"]
    _differences(first, double)
    first.papers = first.papers or double.papers
    if first.papers and double.papers and first.papers[0].day is None:
        first.papers = (first.papers[0]._replace(day=double.papers[0].day), *first.papers[1:])
    if not first.led.lead:
        first.led = double.led
    if first.due.due.kind == "none" and double.due.due.kind != "none":
        first.due = double.due
    for name in _FIELDS:
        if name not in first.values and name in double.values:
            first.values[name] = double.values[name]
            first.borrowed[name] = double.sheet
    first.marks = first.marks or double.marks


def _differences(first: Draft, double: Draft) -> None:
    due, other = first.due.due.day, double.due.due.day
    if due is not None and other is not None and due != other:
        said = message("tracking.double_due", other=first.place, found=shown_day(other), first=shown_day(due))
        double.say("due", said)
    state, told = status_in(first.told("status")), status_in(double.told("status"))
    if state is not None and told is not None and state.state != told.state:
        said = message(
            "tracking.double_status", other=first.place, found=double.told("status"), first=first.told("status")
        )
        double.say("status", said)

"""The same instruction in several papers is one task with several sources; a paper's decisions find their tasks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

import msgspec

from camket.model.task import Due, Task, TaskSource
from camket.work.content import common, content_of, covered, weight_in_common
from camket.work.decisions import Closing, is_same_number
from camket.work.drafts import Draft
from camket.work.givers import level_named
from camket.work.marks import is_under

_ENOUGH, _ENOUGH_WITHOUT_LEAD = 0.5, 0.7
"""How much of the shorter instruction must stand in the other; more where one of them names no body."""
_COVERED = 0.7
"""How many of its specific syllables must: one verb may have two objects (`vi phạm về đất đai`, `vi phạm trật tự`)."""
_LEAST_WEIGHT, _LEAST_OF_ONE_DAY = 2.0, 1.0
"""Weight of content words in common that must be there at all: `đẩy mạnh giải ngân` alone proves nothing. Less where
the same body must do it by the same day."""
NEAR_DAYS = 45
"""A conclusion, the notice that hands it out and the news of both come within some weeks."""
_SAME_DUE_DAYS = 1
"""`trước ngày 30/6` and `trong tháng 6` are one due."""


_COMMITTEE = "uy-ban-nhan-dan-tinh"
_FORMS = {"dang-uy-ubnd-tinh": _COMMITTEE, "chu-tich-ubnd-tinh": _COMMITTEE}
"""The committee, its chairman and its Party committee hand on one and the same; so does its office, in their name."""
Reason = Literal["same", "part", "paper", "body", "due", "days", "names", "numbers", "words"]


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """How alike two instructions are.

    Attributes:
        same: whether they are taken for one.
        words: how much of the shorter stands in the other, 0 to 1.
        reason: why they are or are not; `work.same.` and the reason is its words. `part` is an instruction by which
            the body that leads the other has its own work done by those below it.
    """

    same: bool
    words: float = 0.0
    reason: Reason = "words"


def likeness(one: Draft | Task, other: Draft | Task) -> Likeness:
    """Whether two instructions are the same, by body, due, days, names, numbers, words: it proposes, people merge."""
    handed = _handed_on(one, other) or _handed_on(other, one)
    reason = _apart(one, other, handed=handed)
    if reason is not None:
        return Likeness(same=False, reason=reason)
    left, right = content_of(one.text), content_of(other.text)
    if left.names and right.names and not _meet(left.names, right.names):
        return Likeness(same=False, reason="names")
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        return Likeness(same=False, reason="numbers")
    words = round(common(left, right), 3)
    enough = _ENOUGH if _one_body(one, other) else _ENOUGH_WITHOUT_LEAD
    one_day = one.due.day is not None and one.due.day == other.due.day and one.lead == other.lead != ""
    least = _LEAST_OF_ONE_DAY if one_day else _LEAST_WEIGHT
    if not (words >= enough and covered(left, right) >= _COVERED and weight_in_common(left, right) >= least):
        return Likeness(same=False, words=words)
    is_part = handed and _COMMITTEE not in (_whole(one.lead), _whole(other.lead))
    return Likeness(same=not is_part, words=words, reason="part" if is_part else "same")


def find_same(one: Draft | Task, among: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks that an instruction is taken to be the same as, the likeliest first."""
    found = [(likeness(one, each), each) for each in among]
    return tuple(task for like, task in sorted(found, key=lambda pair: -pair[0].words) if like.same)


def find_whole(one: Draft, among: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks that an instruction is a part of: who leads them gives it to those below, as work of their own."""
    found = [(likeness(one, each), each) for each in among if _handed_on(each, one)]
    return tuple(task for like, task in sorted(found, key=lambda pair: -pair[0].words) if like.reason == "part")


def hands_on(task: Task, one: Draft | Task) -> bool:
    """Whether the body that leads a task gives an instruction that is the same: then who leads that one does it."""
    return _handed_on(task, one)


def leads_alike(one: Draft) -> frozenset[str] | None:
    """The leads, by id, that a task may have to be the same as an instruction; None where it may be any."""
    if not one.lead or _whole(one.lead) == _COMMITTEE:
        return None
    above = {_COMMITTEE, *_FORMS} if _whole(one.giver) == _COMMITTEE else {one.giver}
    return frozenset({"", one.lead, *above})


def merged(papers: Iterable[Sequence[Draft]]) -> tuple[Draft, ...]:
    """The drafts of several papers, the same instruction once, with all its sources.

    The basis is a signed paper that names who does it, the earliest of those; the rest of the draft is the basis's,
    filled up from the others where it says nothing. The order is that in which papers say them first.
    """
    told = [each for paper in papers for each in paper]
    groups: list[list[int]] = []
    for number in sorted(range(len(told)), key=lambda each: _as_basis(told[each])):
        group = next((each for each in groups if any(likeness(told[number], told[one]).same for one in each)), None)
        if group is None:
            groups.append([number])
        else:
            group.append(number)
    return tuple(_as_one([told[number] for number in group]) for group in sorted(groups, key=min))


def concerned(closing: Closing, among: Iterable[Task]) -> tuple[Task, ...]:
    """The tasks that a decision of a paper is about: of the paper that it names, under the marks that it names.

    An extension that names no paper is about the tasks whose content it tells.
    """
    if not closing.number:
        about = content_of(closing.quote)
        return tuple(
            each
            for each in among
            if covered(about, content_of(each.text)) >= _COVERED
            and weight_in_common(about, content_of(each.text)) >= _LEAST_WEIGHT
        )
    return tuple(each for each in among if any(_is_of(source, closing) for source in each.sources))


def _is_of(source: TaskSource, closing: Closing) -> bool:
    return is_same_number(source.number, closing.number) and is_under(source.place, closing.place)


def _whole(body: str) -> str:
    """The body for which another one speaks; itself where it speaks for itself."""
    if body in _FORMS or level_named(body) in ("chair", "committee"):
        return _COMMITTEE
    return body


def _handed_on(one: Draft | Task, other: Draft | Task) -> bool:
    """Whether who leads the first gives the second to another body, not before it was told itself."""
    if not one.lead or _whole(one.lead) == _whole(other.lead):
        return False
    in_order = one.given is None or other.given is None or one.given <= other.given
    return in_order and _whole(one.lead) == _whole(other.giver)


def _one_body(one: Draft | Task, other: Draft | Task) -> bool:
    return one.lead != "" and _whole(one.lead) == _whole(other.lead)


def _apart(one: Draft | Task, other: Draft | Task, *, handed: bool) -> Reason | None:
    """What sets two instructions apart whatever their words; None for nothing."""
    papers = {each.document for each in one.sources if each.document}
    if papers & {each.document for each in other.sources}:
        return "paper"
    if one.lead and other.lead and not _one_body(one, other) and not handed:
        return "body"
    below = _below(one, other)
    if not _due_meets(one.due, other.due) and not (below is not None and _is_within(*below)):
        return "due"
    if one.given is not None and other.given is not None and abs((one.given - other.given).days) > NEAR_DAYS:
        return "days"
    return None


def _below(one: Draft | Task, other: Draft | Task) -> tuple[Due, Due] | None:
    """The dues of two instructions of which one hands the other on or carries its paper out: its own first."""
    for lower, upper in ((one, other), (other, one)):
        numbers = [source.number for source in upper.sources if source.number]
        cited = lower.carries_out if isinstance(lower, Draft) else ()
        if _handed_on(upper, lower) or any(is_same_number(left, right) for left in cited for right in numbers):
            return lower.due, upper.due
    return None


def _is_within(lower: Due, upper: Due) -> bool:
    """Whether who hands on sets a day within the one that was set to him."""
    return lower.day is not None and upper.day is not None and lower.day <= upper.day


def _due_meets(one: Due, other: Due) -> bool:
    if "none" in (one.kind, other.kind):
        return True
    if one.day is not None and other.day is not None and one.kind == other.kind:
        return abs((one.day - other.day).days) <= _SAME_DUE_DAYS
    return one.kind == other.kind


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(left in right or right in left for left in one for right in other)


def _as_basis(draft: Draft) -> tuple[bool, bool, bool, date]:
    """Who does it goes before the committee that hands it on."""
    return draft.expected, not draft.lead, _whole(draft.lead) == _COMMITTEE, draft.given or date.max


def _as_one(group: Sequence[Draft]) -> Draft:
    basis = group[0]
    if len(group) == 1:
        return basis
    due = next((each.due for each in group if each.due.kind != "none"), basis.due)
    return msgspec.structs.replace(
        basis,
        sources=tuple(source for each in group for source in each.sources),
        supporting=tuple(dict.fromkeys(body for each in group for body in each.supporting if body != basis.lead)),
        lead=next((each.lead for each in group if each.lead), ""),
        product=next((each.product for each in group if each.product), ""),
        due=due,
        key=any(each.key for each in group),
    )

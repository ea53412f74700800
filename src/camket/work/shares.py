"""Counts and shares of tasks on a day, each share with its denominator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import get_args

from camket.model.message import Message, message
from camket.model.share import GroupBy, OutcomeCount, Share, ShareCode
from camket.model.task import Outcome, Standing

_DONE: frozenset[Outcome] = frozenset(("done_in_time", "done_late"))


def shares(standings: Iterable[Standing], by: GroupBy = "") -> tuple[Share, ...]:
    """The five shares of tasks as they stand on a day, for all or for each group, groups in order of their names.

    Tasks that are out (expected, dropped, replaced, merged, not tracked, recurring as such) stand in none.
    """
    found = []
    for group, tasks in _groups(standings, by):
        found += [_share(code, by, group, tasks) for code in get_args(ShareCode)]
    return tuple(found)


def outcomes(standings: Iterable[Standing], by: GroupBy = "") -> tuple[OutcomeCount, ...]:
    """How many tasks there are of each outcome, those out too, for all or for each group."""
    found = []
    for group, tasks in _groups(standings, by, out=True):
        for outcome in get_args(Outcome):
            ids = tuple(each.task.id for each in tasks if each.outcome == outcome)
            found.append(OutcomeCount(outcome=outcome, by=by, group=group, count=len(ids), tasks=ids))
    return tuple(found)


def in_words(share: Share, digits: int = 2) -> Message:
    """A share in words: its part and whole, and the percentage with what cutting would print where that differs."""
    percent, cut = share.percent(digits), share.cut(digits)
    if percent is None or cut is None:
        return message(f"work.share_of_nothing.{share.code}")
    if percent == cut:
        return message(f"work.share.{share.code}", done=share.part, total=share.whole, share=percent)
    return message(f"work.share_rounded.{share.code}", done=share.part, total=share.whole, share=percent, exact=cut)


def _groups(standings: Iterable[Standing], by: GroupBy, *, out: bool = False) -> list[tuple[str, list[Standing]]]:
    found: dict[str, list[Standing]] = {} if by else {"": []}
    for each in standings:
        if out or each.outcome != "out":
            found.setdefault(_GROUPS[by](each), []).append(each)
    return sorted(found.items())


def _share(code: ShareCode, by: GroupBy, group: str, tasks: Sequence[Standing]) -> Share:
    in_part, in_whole = _SHARES[code]
    whole = [each for each in tasks if in_whole(each)]
    part = [each for each in whole if in_part(each)]
    return Share(
        code=code,
        by=by,
        group=group,
        part=len(part),
        whole=len(whole),
        part_tasks=tuple(each.task.id for each in part),
        whole_tasks=tuple(each.task.id for each in whole),
    )


def is_done(standing: Standing) -> bool:
    """Whether it is confirmed done."""
    return standing.outcome in _DONE


def is_due(standing: Standing) -> bool:
    """Whether its due has come, or it is done: what is done early is due, so that no share passes a hundred."""
    return is_done(standing) or (standing.due is not None and standing.due <= standing.day)


def _always(_: Standing) -> bool:
    return True


_SHARES: Mapping[ShareCode, tuple[Callable[[Standing], bool], Callable[[Standing], bool]]] = {
    "done_of_due": (is_done, is_due),
    "done_of_all": (is_done, _always),
    "in_time_of_done": (lambda each: each.outcome == "done_in_time", is_done),
    "overdue_of_all": (lambda each: each.outcome == "open_overdue", _always),
    "updated_of_all": (lambda each: each.updated is not None, _always),
}
_GROUPS: Mapping[GroupBy, Callable[[Standing], str]] = {
    "": lambda _: "",
    "body": lambda each: each.lead,
    "giver": lambda each: each.task.giver,
    "level": lambda each: each.task.level,
    "key": lambda each: "key" if each.key else "",
    "period": lambda each: each.due.strftime("%Y-%m") if each.due is not None else "",
}

"""A role as the time allows it: nothing was reached in years to come, no plan is made for years gone by."""

from __future__ import annotations

from camket.extract.figures.roles import Ruling
from camket.extract.figures.timing import is_ahead, is_past
from camket.extract.scene import Scene
from camket.rules.period.item import When


def timely(ruling: Ruling, own: When | None, scene: Scene, told: When | None = None) -> Ruling:
    """The ruling as the time allows it: nothing was reached in years to come, and no plan is made for years gone by.

    Nor does a plan for a year to come (`told`) reach on to what is told of this one.
    """
    if ruling.how in ("done", "from"):
        return ruling  # `năm 2025 giảm từ 18% xuống còn 15%`: so many there were before
    if ruling.how == "carried" and ruling.role == "target" and scene.is_story and _goes_back(own, told, scene):
        return Ruling("actual", how="past")
    guessed = scene.day is None and scene.reported is None  # its year is only the one that it names most
    reached = ruling.role == "actual" or (ruling.role == "estimate" and not guessed)
    runs = ruling.role == "estimate" and own is not None and own.year is not None and own.year <= (scene.year or 0)
    if reached and not runs and is_ahead(own, scene):  # `giai đoạn 2021-2025 ước đạt 7,8%/năm` is said before its end
        return Ruling("target", how="ahead")
    if reached and _is_due_later(own, scene):
        return Ruling("target", how="ahead")
    handed = ruling.how in ("default", "list", "carried")
    if ruling.role == "target" and handed and _has_passed(own, scene):
        return Ruling("actual", how="past")
    if (
        ruling.role in ("target", "estimate", "scenario", "projection")
        and (handed or ruling.how == "section")
        and not guessed
        and is_past(own, scene)
    ):
        return Ruling("actual", how="past")
    return ruling


def _is_due_later(own: When | None, scene: Scene) -> bool:
    """Whether a time is a day before which something is due, and comes after the paper's own: nothing was done then."""
    if own is None or own.mode not in ("before", "by") or own.day is None or scene.day is None:
        return False
    dated = own.dated(scene.year)
    if dated is None or dated.year is None or dated.month is None:
        return False
    return f"{dated.year}-{dated.month:02}-{dated.day:02}" > scene.day


def held_then(own: When | None, ruling: Ruling, scene: Scene) -> When | None:
    """The time of what a move begins with: none where that is yet to come, for so many there were before."""
    return None if ruling.how == "from" and is_ahead(own, scene) else own


def _goes_back(own: When | None, told: When | None, scene: Scene) -> bool:
    """Whether a time is this year or part of it, behind what was aimed at for a later one."""
    if own is None or own.word or own.mode not in ("in", "at") or not is_ahead(told, scene):
        return False
    return own.dated(scene.year) is not None and not is_ahead(own, scene)


def _has_passed(own: When | None, scene: Scene) -> bool:
    """Whether a time is a day, up to which something was counted, not after that of the paper."""
    if own is None or own.day is None or own.mode in ("by", "before") or scene.day is None:
        return False
    dated = own.dated(scene.year)
    if dated is None or dated.year is None or dated.month is None:
        return False
    return f"{dated.year}-{dated.month:02}-{dated.day:02}" <= scene.day

"""Times that are told from the paper's day, its term or its plan: `đến nay`, `nhiệm kỳ qua`, `bình quân 5 năm`."""

from __future__ import annotations

from camket.extract.scene import Scene
from camket.model.fact import Role
from camket.rules.period.holiday import lunar_new_year
from camket.rules.period.item import When

FORWARD: frozenset[Role] = frozenset(("target", "projection", "scenario"))
"""Roles of what is to come."""
TERM = 5
"""Years of a term of a congress."""


_LAST_MONTHS = "11"
"""From this month on the year that ends is the last of `5 năm qua`."""


def term_gone_by(when: When, scene: Scene) -> When | None:
    """At a congress `5 năm qua` are the term that ends; so many years up to now are those that the paper names."""
    named = _years_named(when, scene)
    if named is not None:
        return named
    late = scene.day is not None and scene.day[5:7] >= _LAST_MONTHS and when.year is None and not when.word
    if when.span is not None and when.span < 0 and late and scene.year is not None:
        return When(year=scene.year + when.span + 1, high_year=scene.year)
    opens = scene.year is not None and scene.term is not None and scene.term[0] == scene.year
    if when.span != -TERM or not opens or scene.year is None:
        return None
    return When(year=scene.year - TERM, high_year=scene.year)


def _years_named(when: When, scene: Scene) -> When | None:
    """The years that `5 năm qua` mean, where the paper names so many that end with its year or the one before.

    `10 năm tới` are so many named that begin after its year.
    """
    if when.span is None or when.year is not None or when.word:
        return None
    if when.span > 0:
        ahead = (years for years in scene.ranges if years[1] - years[0] + 1 == when.span)
        named = next((years for years in ahead if scene.year is None or scene.year <= years[0]), None)
        return When(year=named[0], high_year=named[1]) if named is not None else None
    if scene.year is None:
        return None
    for first, last in scene.ranges:
        if last - first + 1 == -when.span and scene.year - 1 <= last <= scene.year:
            return When(year=first, high_year=last)
    for first, last in scene.ranges:
        if last - first == -when.span and last == scene.year:  # `giai đoạn 2015-2020`, reviewed in 2020
            return When(year=first, high_year=last)
    return None


def worded(when: When, role: Role, scene: Scene) -> str | None:
    """A time that is told from the paper's day, its term or the plan that it speaks of."""
    if when.word == "now":
        return scene.now
    if when.word == "plan":
        return _plan_spoken_of(role, scene) if when.span is None else _stage_of(when, scene)
    if when.word == "tet":
        return lunar_new_year(when.year or (None if scene.day else scene.year), scene.day)
    if scene.term is None and when.word == "term":
        return _term_of(role, scene)
    if scene.term is None or when.word not in ("term", "term_so_far"):
        return None
    begins, ends = scene.term
    if scene.head.event == "congress" and scene.year == begins and role in ("actual", "estimate"):
        begins, ends = begins - TERM, begins  # what was done is of the term that ends
    if when.word == "term_so_far":
        return f"{begins}/{scene.year}" if scene.year else None
    return f"by:{ends}-12" if when.mode == "until" and role in FORWARD else f"{begins}/{ends}"


def _term_of(role: Role, scene: Scene) -> str | None:
    """The term of a paper that names the years of none: congresses meet in the years that five divides."""
    if scene.year is None or scene.year % TERM:
        return None
    if role in ("actual", "estimate"):
        return f"{scene.year - TERM}/{scene.year}"
    return f"{scene.year}/{scene.year + TERM}" if role == "target" else None


_LATE_IN_THE_YEAR = "07"


def _stage_of(when: When, scene: Scene) -> str | None:
    """The years that the paper names most, of those that are so many: `Qua 3 năm triển khai` after `2021 - 2023`.

    A mean of years of which it names none is of the last ones, in a later half of a year with that.
    """
    years = -(when.span or 0)
    named = next((f"{first}/{last}" for first, last in scene.ranges if last - first + 1 == years), None)
    if named is not None or not when.closes or scene.day is None or scene.year is None:
        return named
    last = scene.year - (scene.day[5:7] < _LATE_IN_THE_YEAR)
    return f"{last - years + 1}/{last}"


def _plan_spoken_of(role: Role, scene: Scene) -> str | None:
    """The years of the plan that the paper names most; what was reached is of the one before a plan to come."""
    if scene.plan is None:
        return None
    first, last = scene.plan
    if role in ("actual", "estimate") and scene.day is not None and scene.year is not None and first >= scene.year:
        first, last = first - TERM, last - TERM
    return f"{first}/{last}"

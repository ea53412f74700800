"""Lines of what may come, drawn into a chart: growth paths told apart by dash, mark and colour; a forecast's fan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from camket.report.markup import text

COLOURS = ("#174a7c", "#9c1f24", "#17603a", "#744a00", "#5b3a86", "#0c5a6e", "#505963", "#1c2228")
"""Told apart on white by those who see them; everybody tells the dashes and marks apart."""
_DASHES = ("", "7 4", "2 3", "10 3 2 3", "14 4", "5 2", "1 2", "8 2 2 2 2 2")
_SHAPES = ("circle", "square", "diamond", "triangle", "cross", "ring", "plus", "wedge")
_SIZE = 4


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A value of a course at a day, with the interval that it lies in where one is known.

    `label` says it in words, `href` leads to where it is told; without a label no mark is drawn.
    """

    when: date
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    label: str = ""
    href: str = ""


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What may come, in the order of time; `style` is its place among the courses of a chart."""

    steps: tuple[Step, ...]
    style: int = 0


def values_of(courses: Sequence[Course]) -> list[Decimal]:
    """All that must find room on the axis."""
    steps = [step for course in courses for step in course.steps]
    ends = [end for step in steps for end in (step.low, step.high) if end is not None]
    return [*(step.value for step in steps), *ends]


def days_of(courses: Sequence[Course]) -> list[date]:
    """All days that must find room."""
    return [step.when for course in courses for step in course.steps]


def ground(courses: Sequence[Course], place: Callable[[date, Decimal], tuple[float, float]]) -> Iterator[str]:
    """The bands and lines, which are no links."""
    for course in courses:
        colour, dash = COLOURS[course.style % len(COLOURS)], _DASHES[course.style % len(_DASHES)]
        banded = [step for step in course.steps if step.low is not None and step.high is not None]
        if len(banded) > 1:
            upper = [place(step.when, step.high) for step in banded if step.high is not None]
            lower = [place(step.when, step.low) for step in banded if step.low is not None]
            yield f'<path d="M{_path([*upper, *reversed(lower)])}z" fill="{colour}" fill-opacity=".13"/>'
        if len(course.steps) > 1:
            line = _path([place(step.when, step.value) for step in course.steps])
            dashed = f' stroke-dasharray="{dash}"' if dash and not banded else ' stroke-dasharray="5 4"' * bool(banded)
            yield f'<path d="M{line}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>'


def marks(courses: Sequence[Course], place: Callable[[date, Decimal], tuple[float, float]]) -> Iterator[str]:
    """The steps, each with its words."""
    for course in courses:
        for step in course.steps:
            if step.label:
                x, y = place(step.when, step.value)
                yield _named(_shape(course.style, x, y), step)


def key(style: int) -> str:
    """How a course looks, for the list beside the chart."""
    colour, dash = COLOURS[style % len(COLOURS)], _DASHES[style % len(_DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        '<svg width="34" height="14" viewBox="0 0 34 14" aria-hidden="true">'
        f'<path d="M1 7H33" stroke="{colour}" stroke-width="2" fill="none"{dashed}/>{_shape(style, 17, 7)}</svg>'
    )


def _shape(style: int, x: float, y: float) -> str:
    colour, shape, s = COLOURS[style % len(COLOURS)], _SHAPES[style % len(_SHAPES)], _SIZE
    paths = {
        "square": f"M{x - s} {y - s}h{2 * s}v{2 * s}h-{2 * s}z",
        "diamond": f"M{x} {y - s - 1}l{s + 1} {s + 1}l-{s + 1} {s + 1}l-{s + 1} -{s + 1}z",
        "triangle": f"M{x} {y - s - 1}l{s + 1} {2 * s}h-{2 * s + 2}z",
        "wedge": f"M{x} {y + s + 1}l{s + 1} -{2 * s}h-{2 * s + 2}z",
        "cross": f"M{x - s} {y - s}l{2 * s} {2 * s}m0 -{2 * s}l-{2 * s} {2 * s}",
        "plus": f"M{x - s} {y}h{2 * s}m-{s} -{s}v{2 * s}",
    }
    if shape in paths:
        fill = "none" if shape in ("cross", "plus") else "#fff"
        return f'<path d="{paths[shape]}" fill="{fill}" stroke="{colour}" stroke-width="2"/>'
    fill = colour if shape == "circle" else "#fff"
    return f'<circle cx="{x}" cy="{y}" r="{s}" fill="{fill}" stroke="{colour}" stroke-width="2"/>'


def _named(shape: str, step: Step) -> str:
    said = f"<title>{text(step.label)}</title>"
    if not step.href:
        return f"<g>{said}{shape}</g>"
    return f'<a href="{text(step.href)}" aria-label="{text(step.label)}">{said}{shape}</a>'


def _path(places: Sequence[tuple[float, float]]) -> str:
    return "L".join(f"{x} {y}" for x, y in places)

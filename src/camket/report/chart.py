"""Charts as SVG of our own: no script, sharp on paper, every point a link to the sentence that says it.

What is drawn is what the table beside it says. A chart with links is a group, for an image hides them from those who
listen; a chart without links is an image. Colours are told apart by shape too.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

import msgspec

from camket.report import courses
from camket.report.courses import Course
from camket.report.markup import text
from camket.report.scale import Scale, nice_steps

Kind = Literal["actual", "estimate", "rival"]
Toward = Literal["at", "up", "down"]

INK, SOFT, LINE, SERIES, AIM, BAND, BREAK = "#1c2228", "#505963", "#dcdbd5", "#174a7c", "#9c1f24", "#f0d9d6", "#744a00"
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 36, 30
_FONT = 13
_DIGIT, _GAP = 0.64, 10
"""How wide a digit is at most, in parts of the height of letters; and what is kept free beside a label."""
_RADIUS = 4.5
_BAR = 9
_SPARK_WIDTH, _SPARK_HEIGHT, _SPARK_EDGE = 96, 26, 4
_DAYS = 365.25


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A value at a day. `label` says it in words, `href` leads to its sentence."""

    when: date
    value: Decimal
    kind: Kind
    label: str
    href: str = ""


class Aim(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for over some days: a value, a range, or from a value on (`toward`)."""

    first: date
    last: date
    low: Decimal
    high: Decimal
    toward: Toward = "at"
    label: str
    href: str = ""


class Break(msgspec.Struct, frozen=True, kw_only=True):
    """A day from which numbers are of something else, such as another boundary."""

    when: date
    label: str


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """What a chart shows.

    Attributes:
        name: sets its parts apart from those of other charts of a page; a word of letters, digits and `-`.
        title: what it is of.
        desc: what it shows, in a sentence.
        unit: of the values, written over the axis.
        lines: values that are joined in the order of time, one line a boundary.
        marks: values that stand alone, drawn under the lines.
        aims: targets.
        breaks: days at which lines end.
        courses: what may come.
    """

    name: str
    title: str
    desc: str
    unit: str
    lines: tuple[tuple[Mark, ...], ...] = ()
    marks: tuple[Mark, ...] = ()
    aims: tuple[Aim, ...] = ()
    breaks: tuple[Break, ...] = ()
    courses: tuple[Course, ...] = ()

    @property
    def all_marks(self) -> tuple[Mark, ...]:
        """Every value."""
        return (*self.marks, *(mark for line in self.lines for mark in line))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.all_marks and not self.aims and not self.courses

    @property
    def is_linked(self) -> bool:
        """Whether anything in it leads somewhere."""
        steps = (step for course in self.courses for step in course.steps)
        return any(each.href for part in (self.all_marks, self.aims, steps) for each in part)


class _Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Where days and values lie on the drawing."""

    width: int
    height: int
    left: int
    x: Scale
    y: Scale
    ticks: tuple[Decimal, ...]
    years: tuple[int, ...]

    def at_day(self, day: date) -> float:
        return self.x.at(day.toordinal())

    def at_value(self, value: Decimal) -> float:
        return self.y.at(float(value))

    def at(self, day: date, value: Decimal) -> tuple[float, float]:
        return _round(self.at_day(day)), _round(self.at_value(value))


def draw(chart: Chart, number: Callable[[Decimal], str], *, width: int = 760, height: int = 320) -> str:
    """The SVG of a chart; `number` writes the values of the axis."""
    frame = _frame(chart, number, width, height)
    linked = chart.is_linked
    title, desc = f"{chart.name}-title", f"{chart.name}-desc"
    scenery = "".join(
        (
            *_grid(frame, chart, number), *_breaks(frame, chart), *courses.ground(chart.courses, frame.at),
            *(_line(frame, line) for line in chart.lines),
        )
    )  # fmt: skip
    ground = f'<g role="img" aria-label="{text(chart.desc)}">{scenery}</g>' if linked else scenery
    above = courses.marks(chart.courses, frame.at)
    foreground = "".join((*_aims(frame, chart.aims), *_rivals(frame, chart), *above, *_points(frame, chart)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-size="{_FONT}" role="{"group" if linked else "img"}" aria-labelledby="{title} {desc}">'
        f'<title id="{title}">{text(chart.title)}</title><desc id="{desc}">{text(chart.desc)}</desc>'
        f"{ground}{foreground}</svg>"
    )


def room_for(labels: Iterable[str], least: int) -> int:
    """How far from the left edge an axis stands, so that the longest of its labels is whole; `least` at least."""
    return max((least, *(round(len(each) * _FONT * _DIGIT) + _GAP for each in labels)))


def spark(values: Sequence[Decimal], title: str, cuts: Container[int] = ()) -> str:
    """A small line of values without axes, the last one a dot; empty where there are fewer than two.

    At each place of `cuts` the line begins anew: what comes from there on is of something else.
    """
    if len(values) < 2:
        return ""
    numbers = [float(value) for value in values]
    x = Scale(0, len(numbers) - 1, _SPARK_EDGE, _SPARK_WIDTH - _SPARK_EDGE)
    y = Scale(min(numbers), max(numbers), _SPARK_HEIGHT - _SPARK_EDGE, _SPARK_EDGE)
    places = [(x.at(place), y.at(value)) for place, value in enumerate(numbers)]
    zero = ""
    if min(numbers) < 0 < max(numbers):
        level = _round(y.at(0))
        zero = f'<path d="M0 {level}H{_SPARK_WIDTH}" stroke="{LINE}" fill="none"/>'
    path = "".join(
        f"{'M' if place == 0 or place in cuts else 'L'}{_round(left)} {_round(top)}"
        for place, (left, top) in enumerate(places)
    )
    left, top = places[-1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="spark" viewBox="0 0 {_SPARK_WIDTH} {_SPARK_HEIGHT}" '
        f'width="{_SPARK_WIDTH}" height="{_SPARK_HEIGHT}" role="img" aria-label="{text(title)}">{zero}'
        f'<path d="{path}" fill="none" stroke="{SERIES}" stroke-width="1.5"/>'
        f'<circle cx="{_round(left)}" cy="{_round(top)}" r="2.5" fill="{SERIES}"/></svg>'
    )


def _frame(chart: Chart, number: Callable[[Decimal], str], width: int, height: int) -> _Frame:
    days = [mark.when for mark in chart.all_marks] + [day for aim in chart.aims for day in (aim.first, aim.last)]
    days += courses.days_of(chart.courses)
    first, last = min(days, default=date(2000, 1, 1)), max(days, default=date(2000, 12, 31))
    years = tuple(range(first.year, last.year + 1))
    opened, closed = date(first.year, 1, 1), date(last.year, 12, 31)
    values = [mark.value for mark in chart.all_marks] + [end for aim in chart.aims for end in (aim.low, aim.high)]
    values += courses.values_of(chart.courses)
    ticks = nice_steps(min(values, default=Decimal(0)), max(values, default=Decimal(1)))
    left = room_for(map(number, ticks), _LEFT)
    return _Frame(
        width=width,
        height=height,
        left=left,
        x=Scale(opened.toordinal(), closed.toordinal(), left, width - _RIGHT),
        y=Scale(float(ticks[0]), float(ticks[-1]), height - _BOTTOM, _TOP),
        ticks=ticks,
        years=years,
    )


def _grid(frame: _Frame, chart: Chart, number: Callable[[Decimal], str]) -> Iterator[str]:
    yield _words(frame.left - 8, 12, chart.unit, "start" if len(chart.unit) > 6 else "end", x_for_start=4)
    for tick in frame.ticks:
        level = _round(frame.at_value(tick))
        colour = SOFT if tick == 0 else LINE
        yield f'<path d="M{frame.left} {level}H{frame.width - _RIGHT}" stroke="{colour}" fill="none"/>'
        yield _words(frame.left - 8, level + 4, number(tick), "end")
    apart = (frame.width - frame.left - _RIGHT) / max(len(frame.years), 1)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if apart * step >= 40 or step == 100)
    for year in frame.years:
        start = _round(frame.at_day(date(year, 1, 1)))
        yield f'<path d="M{start} {frame.height - _BOTTOM}v5" stroke="{SOFT}" fill="none"/>'
        if (frame.years[-1] - year) % step == 0:
            yield _words(_round(frame.at_day(date(year, 7, 2))), frame.height - 8, str(year), "middle")


def _words(x: float, y: float, said: str, anchor: str, *, x_for_start: float | None = None) -> str:
    place = x_for_start if anchor == "start" and x_for_start is not None else x
    return f'<text x="{place}" y="{y}" text-anchor="{anchor}" fill="{SOFT}">{text(said)}</text>'


def _breaks(frame: _Frame, chart: Chart) -> Iterator[str]:
    for each in chart.breaks:
        place = _round(frame.at_day(each.when))
        if not frame.left < place < frame.width - _RIGHT:
            continue
        yield (
            f'<path d="M{place} {_TOP}V{frame.height - _BOTTOM}" stroke="{BREAK}" stroke-dasharray="4 4" fill="none"/>'
        )
        left = place > frame.width / 2
        anchor, shift = ("end", -5) if left else ("start", 5)
        x, y = place + shift, _TOP - 8
        yield f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{BREAK}">{text(each.label)}</text>'


def _line(frame: _Frame, line: Iterable[Mark]) -> str:
    places = [f"{_round(frame.at_day(mark.when))} {_round(frame.at_value(mark.value))}" for mark in line]
    return f'<path d="M{"L".join(places)}" fill="none" stroke="{SERIES}" stroke-width="2"/>' if len(places) > 1 else ""


def _aims(frame: _Frame, aims: Iterable[Aim]) -> Iterator[str]:
    """Over more than a year a stripe as long as its time, else a bar or a stroke at its middle."""
    for aim in aims:
        low, high = _round(frame.at_value(aim.low)), _round(frame.at_value(aim.high))
        start, end = frame.at_day(aim.first), frame.at_day(aim.last)
        if (aim.last - aim.first).days / _DAYS <= 1.01:
            middle = (start + end) / 2
            start, end = middle - _BAR, middle + _BAR
        start, end = _round(start), _round(end)
        shape = f'<path d="M{start} {low}H{end}" stroke="{AIM}" stroke-width="2.5" fill="none"/>'
        if aim.low != aim.high:
            shape = (
                f'<rect x="{start}" y="{high}" width="{_round(end - start)}" height="{_round(low - high)}" '
                f'fill="{BAND}" fill-opacity=".6" stroke="{AIM}"/>'
            )
        yield _linked(shape + _arrow((start + end) / 2, low, aim.toward), aim.label, aim.href)


def _arrow(x: float, y: float, toward: Toward) -> str:
    if toward == "at":
        return ""
    sign = -1 if toward == "up" else 1
    return f'<path d="M{_round(x - 4)} {_round(y + sign * 3)}h8l-4 {sign * 6}z" fill="{AIM}"/>'


def _rivals(frame: _Frame, chart: Chart) -> Iterator[str]:
    """Other values of the same day, each tied by a thin stroke to the one in use."""
    standing = {mark.when: mark for line in chart.lines for mark in line}
    for mark in chart.marks:
        place, level = _round(frame.at_day(mark.when)), _round(frame.at_value(mark.value))
        tie = ""
        if mark.kind == "rival" and mark.when in standing:
            tie = f'<path d="M{place} {level}V{_round(frame.at_value(standing[mark.when].value))}" stroke="{SOFT}"/>'
        yield tie + _linked(_dot(place, level, mark.kind), mark.label, mark.href)


def _points(frame: _Frame, chart: Chart) -> Iterator[str]:
    for line in chart.lines:
        for mark in line:
            place, level = _round(frame.at_day(mark.when)), _round(frame.at_value(mark.value))
            yield _linked(_dot(place, level, mark.kind), mark.label, mark.href)


def _dot(x: float, y: float, kind: Kind) -> str:
    if kind == "rival":
        return f'<path d="M{x - 4} {y - 4}l8 8m0-8l-8 8" stroke="{SOFT}" stroke-width="1.5" fill="none"/>'
    fill = SERIES if kind == "actual" else "#fff"
    return f'<circle cx="{x}" cy="{y}" r="{_RADIUS}" fill="{fill}" stroke="{SERIES}" stroke-width="2"/>'


def _linked(shape: str, label: str, href: str) -> str:
    said = f"<title>{text(label)}</title>"
    if not href:
        return f"<g>{said}{shape}</g>"
    return f'<a href="{text(href)}" aria-label="{text(label)}">{said}{shape}</a>'


def _round(value: float) -> float:
    """Tenths of a point are as fine as anyone sees."""
    short = round(value, 1)
    return int(short) if short == int(short) else short


def middle(first: date, last: date) -> date:
    """The day in the middle, where the value of a period is drawn."""
    return first + timedelta(days=(last - first).days // 2)


def stacked(parts: Sequence[tuple[str, int, str]], title: str, *, width: int = 240, height: int = 14) -> str:
    """A bar of parts of one whole, each a colour, its name and its count; empty where all counts are zero."""
    whole = sum(count for _, count, _ in parts)
    if not whole:
        return ""
    place, drawn = 0.0, []
    for name, count, colour in parts:
        length = width * count / whole
        drawn.append(
            f'<rect x="{_round(place)}" y="0" width="{_round(max(length - 1, 0.5))}" height="{height}" '
            f'fill="{colour}"><title>{text(name)}: {count}</title></rect>'
        )
        place += length
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="stacked" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" preserveAspectRatio="none" role="img" aria-label="{text(title)}">{"".join(drawn)}</svg>'
    )

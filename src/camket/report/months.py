"""Months of a year as bars, each beside the same month of the year before; the table below says the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

import msgspec

from camket.report.chart import INK, LINE, SERIES, SOFT, room_for
from camket.report.markup import text
from camket.report.scale import nice_steps

_TOP, _BOTTOM, _LEFT, _RIGHT, _FONT = 34, 34, 62, 8, 13
_BEFORE = "#b9c4cf"


class MonthBar(msgspec.Struct, frozen=True, kw_only=True):
    """A month: what is written below it, its value, that of the year before, and both in words."""

    name: str
    value: Decimal | None
    before: Decimal | None
    label: str


def month_bars(
    bars: Sequence[MonthBar],
    title: str,
    unit: str,
    number: Callable[[Decimal], str],
    *,
    width: int = 1080,
    height: int = 320,
) -> str:
    """The drawing; values are cumulative, so a month without one is left blank and not drawn as nothing.

    Args:
        bars: the months in order.
        title: what it shows, for those who do not see it.
        unit: of the values, written over the axis.
        number: how values of the axis are written.
        width: of the drawing, in its own units.
        height: the same.
    """
    largest = max((each for bar in bars for each in (bar.value, bar.before) if each is not None), default=Decimal(0))
    if largest <= 0:
        return ""
    ticks = nice_steps(Decimal(0), largest)
    top = max(ticks[-1], largest)
    scale = float(height - _TOP - _BOTTOM) / float(top)
    left = room_for(map(number, ticks), _LEFT)
    step = (width - left - _RIGHT) / max(len(bars), 1)
    parts = [
        *_axis(ticks, scale, left, width, height, unit, number),
        *(part for place, bar in enumerate(bars) for part in _bar(bar, left + place * step, step, scale, height)),
    ]
    return (
        f'<svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-label="{text(title)}" '
        f'font-size="{_FONT}">{"".join(parts)}</svg>'
    )


def _axis(
    ticks: Sequence[Decimal],
    scale: float,
    left: int,
    width: int,
    height: int,
    unit: str,
    number: Callable[[Decimal], str],
) -> Iterator[str]:
    yield f'<text x="4" y="14" fill="{SOFT}">{text(unit)}</text>'
    for tick in ticks:
        y = height - _BOTTOM - float(tick) * scale
        yield f'<line x1="{left}" x2="{width - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="{LINE}"/>'
        yield f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end" fill="{SOFT}">{text(number(tick))}</text>'


def _bar(bar: MonthBar, left: float, step: float, scale: float, height: int) -> Iterator[str]:
    """Two bars side by side; the year before is pale and has no edge, so that both are told apart in print too."""
    base, wide = height - _BOTTOM, step * 0.36
    for value, shift, fill in ((bar.before, step * 0.1, _BEFORE), (bar.value, step * 0.1 + wide, SERIES)):
        if value is not None:
            tall = float(value) * scale
            yield (
                f'<rect x="{left + shift:.1f}" y="{base - tall:.1f}" width="{wide:.1f}" height="{tall:.1f}" '
                f'fill="{fill}"><title>{text(bar.label)}</title></rect>'
            )
    yield f'<text x="{left + step / 2:.1f}" y="{base + 16}" text-anchor="middle" fill="{INK}">{text(bar.name)}</text>'

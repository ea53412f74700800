"""What `make bench FORECAST=1` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean

from bench.forecasts.judging import Error, Judged, error_of, held, judged, learnt, own_error, widths_of
from bench.forecasts.series import GROUPS, QUARTERLY_GROUPS, Group, missing, series_of
from bench.forecasts.ways import Named, peers
from bench.forecasts.windows import QUARTERLY, YEARLY, Kind, Window, windows
from camket.assess.forecast import WIDTHS, Widths

LOW, HIGH = 0.70, 0.90
"""The bounds within which 80 % intervals are to hold."""


def forecast_lines(yearly: Sequence[Group] = GROUPS, quarterly: Sequence[Group] = QUARTERLY_GROUPS) -> list[str]:
    """Windows and licences, errors beside the peers, widths learnt on one half and held against the other."""
    absent = missing((*yearly, *quarterly))
    lines = [f"not installed, so left out: {', '.join(absent)} (pip install '.[bench]')"] if absent else []
    parts = [part for part in (_part(yearly, YEARLY), _part(quarterly, QUARTERLY)) if part]
    if not parts:
        return [*lines, "no series, no forecast to judge"]
    return [*lines, *(line for part in parts for line in (*part, ""))]


def _part(groups: Sequence[Group], kind: Kind) -> list[str]:
    """Of years or of quarters; empty where there are no series."""
    found = windows([each for group in groups for each in series_of(group)], kind=kind)
    told = judged(found)
    if not told:
        return []
    return [*_source_lines(groups, found, told), "", *error_lines(told, peers(kind)), "", *width_lines(told)]


def _source_lines(groups: Sequence[Group], found: Sequence[Window], told: Sequence[Judged]) -> Iterator[str]:
    refused, kind = len(found) - len(told), told[0].window.kind
    yield (
        f"forecast of 1 to {kind.ahead} {kind.name}: {len(told)} windows of public series; "
        f"{refused} refused (break, no change)"
    )
    for group in groups:
        own = sum(each.window.group == group.name for each in told)
        if own:
            yield f"  {group.name:44} {own:5}  {group.package} ({group.licence})"


def error_lines(told: Sequence[Judged], ways: Sequence[Named]) -> list[str]:
    """The errors of all ways; the last line says whether any single one is better on the windows that it answers."""
    ours = own_error(told)
    others = [error for error in (error_of(way, told) for way in ways) if error is not None]
    lines = [f"{'error in mean yearly changes':38} windows    mean  median  camket on the same"]
    lines += [_error_line(each) for each in (ours, *others)]
    better = [each for each in others if each.mean < each.own_mean]
    if not better:
        return [*lines, "no single way is better on the windows that it answers"]
    return [*lines, *(f"BETTER than camket: {each.name}, by {1 - each.mean / each.own_mean:.1%}" for each in better)]


def _error_line(error: Error) -> str:
    return f"{error.name:38} {error.windows:7} {error.mean:7.3f} {error.median:7.3f} {error.own_mean:10.3f}"


def width_lines(told: Sequence[Judged]) -> list[str]:
    """Widths learnt on each half and what they hold of the other, then those of `widths.yaml` on all."""
    halves = [[each for each in told if each.window.half == half] for half in (0, 1)]
    lines = [f"{'half widths by ' + told[0].window.kind.name:38} {'':17} hold of the values (80 % wanted)"]
    if all(halves):
        for half, name in enumerate(("first", "second")):
            widths = learnt(halves[half])
            lines.append(_width_line(f"learnt on the {name} half, judged on the other", widths, halves[1 - half]))
    lines.append(_width_line("learnt on all, judged on all", learnt(told), told))
    lines.append(_width_line("widths.yaml, judged on all", WIDTHS, told))
    parts = [(f"  {each.window.group}", each) for each in told]
    parts += [(f"  {len(each.window.known)} {each.window.kind.name} known", each) for each in told]
    names = dict.fromkeys(name for name, _ in parts)
    return [*lines, *(_part_line(name, [each for part, each in parts if part == name]) for name in names)]


def _width_line(name: str, widths: Widths, told: Sequence[Judged]) -> str:
    outside = not all(LOW <= share <= HIGH for share in held(told, widths))
    said = " ".join(f"{width:4}" for width in widths_of(widths, told))
    return f"{name:46} {said}  {_shares(widths, told)}" + (f"  OUTSIDE {LOW:.0%}-{HIGH:.0%}" if outside else "")


def _part_line(name: str, told: Sequence[Judged]) -> str:
    return f"{name:46} {'':14}  {_shares(WIDTHS, told)}"


def _shares(widths: Widths, told: Sequence[Judged]) -> str:
    shares = held(told, widths)
    return f"{' '.join(f'{share:6.1%}' for share in shares)}  mean {fmean(shares):.1%}"

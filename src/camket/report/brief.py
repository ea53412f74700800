"""The scoreboard on one or two screens: what needs a leader first, the rest counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from camket.model.scoreboard import State, Verdict
from camket.report.layout import Cell, shortened, shown_width, wrap
from camket.report.pen import INDENT, Pen
from camket.report.view import (
    BoardView,
    DifferenceRow,
    DirectiveRow,
    PlanView,
    ResultRow,
    ResultsView,
    TallyRow,
    TargetRow,
    Tone,
)

_MOST_TARGETS, _MOST_LATER, _MOST_COMPATIBLE, _MOST_RECIPIENTS, _MOST_DIRECTIVES = 10, 3, 5, 8, 8
_LONGEST_RECIPIENT = 28
_FIRST_PLANS = 3
_NARROWEST_NAME = 22
_GAPS = 2
_SMALL_BOARD = 25
_FEWEST_VALUES = 2
_BULLET = "• "
_NAMED_STATES: tuple[State, ...] = ("no_data", "not_measurable", "qualitative")


def lines(view: BoardView, pen: Pen) -> Iterator[str]:
    """The lines of the text."""
    usual = pen.term("board.usual_area", area=view.usual_area) if view.usual_area else ""
    about: tuple[tuple[str, Tone | None], ...] = tuple((text, None) for text in (view.title, view.as_of, usual) if text)
    yield from pen.row(about, strong=True)
    yield from pen.tiles(view.tiles)
    whole = sum(len(plan.targets) for plan in (*view.plans, *filter(None, [view.others]))) <= _SMALL_BOARD
    for number, plan in enumerate(view.plans):
        most = None if whole else _MOST_TARGETS if number < _FIRST_PLANS else _MOST_LATER
        yield from _targets_of(plan, view, pen, most)
        yield from _tallies(plan.tallies, view, pen)
    if view.others is not None:
        yield from _targets_of(view.others, view, pen, None if whole else _MOST_TARGETS)
    yield from _results(view.results, view, pen)
    yield from _indices(view, pen)
    yield from _scenarios(view, pen)
    yield from _contradictions(view.contradictions, pen)
    yield from _compatible(view.compatible, pen)
    yield from _directives(view, pen)
    yield from _findings(view, pen)
    yield ""
    yield from (pen.paint(line, "quiet") for line in wrap(pen.term("board.whole"), pen.width))


def _targets_of(plan: PlanView, view: BoardView, pen: Pen, most: int | None) -> Iterator[str]:
    """A plan's heading and its targets: all of them, or with `most` the first so many judged and a count of others."""
    counts = [(f"{tile.count} {tile.label.lower()}", tile.tone) for tile in plan.counts]
    yield ""
    if plan.detail and plan is not view.others:
        yield from map(pen.strong, wrap(plan.title, pen.width))
        yield from pen.row([(plan.brief, "quiet"), *counts])
    else:
        yield from pen.row([(plan.title, None), *counts], strong=True)
    judged = [row for row in plan.valued if not row.is_old]
    shown = plan.targets if most is None else judged[:most]
    if not shown:
        yield from _asked(plan.targets, pen)
        return
    yield from _table(shown, pen, whole=most is None)
    papers = view.papers(note for row in shown for note in (*row.bound_notes, row.value_note) if note is not None)
    rest = "" if most is None else _rest(plan, len(judged) - len(shown), pen)
    below = _below(pen.term("board.more", rest=rest) if rest else "", papers, pen, pen.width)
    yield from (pen.paint(line, "quiet") for line in below)


def _asked(rows: Sequence[TargetRow], pen: Pen) -> Iterator[str]:
    """What a plan asks for of which no result is known: the first of it, on two lines."""
    named = "; ".join(f"{_name(row, pen.width)} {row.bound_short}" for row in rows)
    lines = wrap(named, pen.width)
    lines[1:] = [shortened(" ".join(lines[1:]), pen.width)]
    yield from (pen.paint(line, "quiet") for line in lines if line)


def _below(left: str, papers: Sequence[str], pen: Pen, width: int) -> list[str]:
    """What a table leaves out, and as many of its papers as have room on the line; where none has, on the next."""
    for many in range(len(papers), 0, -1):
        more = [pen.term("board.more_papers", count=len(papers) - many)] * (many < len(papers))
        line = " · ".join(filter(None, (left, f"{pen.term('board.papers')}: {', '.join((*papers[:many], *more))}")))
        if shown_width(line) <= width:
            return [line]
    return [*wrap(left, width), *wrap(f"{pen.term('board.papers')}: {', '.join(papers)}", width)]


def _table(rows: Sequence[TargetRow], pen: Pen, *, whole: bool) -> list[str]:
    """A line a target; on a whole board no name is cut, and a column that says nothing is left out."""
    columns = _columns(rows, whole=whole)
    taken = sum(_widest(code, cells, pen) for code, cells in columns.items())
    room = max(_NARROWEST_NAME, pen.width - taken - _GAPS * len(columns))
    names = [Cell(_whole_name(row) if whole else _name(row, room)) for row in rows]
    return pen.table(
        ["column.target", *columns], list(map(list, zip(names, *columns.values(), strict=True))), ruled=False
    )


def _widest(code: str, cells: Sequence[Cell], pen: Pen) -> int:
    return max(shown_width(pen.term(code)), *(shown_width(cell.text) for cell in cells))


def _columns(rows: Sequence[TargetRow], *, whole: bool) -> dict[str, list[Cell]]:
    """What stands beside the names; where a whole board has no value, the counts above say the one state of all."""
    columns = {"column.bound": [Cell(row.bound_short) for row in rows]}
    if len({row.due for row in rows}) > 1:
        columns["column.due"] = [Cell(row.due_short) for row in rows]
    has_values = any(row.value for row in rows) or not whole
    if has_values:
        columns["column.value"] = [Cell(_value(row), "quiet" if row.is_old else None) for row in rows]
    if has_values or len({row.state for row in rows}) > 1:
        columns["column.state"] = [Cell(row.state_text, row.tone) for row in rows]
    if any(row.distance_short for row in rows) or not whole:
        columns["column.distance"] = [Cell(row.distance_short) for row in rows]
    return columns


def _value(row: TargetRow) -> str:
    return f"{row.value} ({row.value_when})" if row.value_when else row.value


def _whole_name(row: TargetRow) -> str:
    return f"{row.short} ({row.detail})" if row.detail else row.short


def _name(row: TargetRow, room: int) -> str:
    """The name on one line; what is measured stays whole where there is room for it."""
    if not row.detail:
        return shortened(row.short, room)
    detail = f" ({row.detail})"
    left = room - shown_width(detail)
    return shortened(row.short, left) + detail if left >= room // 2 else shortened(row.short + detail, room)


def _rest(plan: PlanView, left: int, pen: Pen) -> str:
    """What the table does not show, counted."""
    states = Counter(row.state for row in plan.targets if row.is_old or not row.value)
    said = [pen.term(f"folded.{state}", count=states.pop(state)) for state in _NAMED_STATES if states[state]]
    old = sum(row.is_old for row in plan.targets)
    if old:
        said[0] += pen.term("folded.old", count=old)
    if left + states.total():
        said.append(pen.term("folded.other", count=left + states.total()))
    return ", ".join(said)


def _tallies(tallies: Iterable[TallyRow], view: BoardView, pen: Pen) -> Iterator[str]:
    """One line for each claim with all papers that make it; those of one paper that cannot be told share a line."""
    claims: dict[tuple[str, Verdict], list[TallyRow]] = {}
    for row in tallies:
        claims.setdefault((row.claimed, row.verdict), []).append(row)
    told: dict[tuple[Tone, str, str], list[str]] = {}
    for number, ((claimed, verdict), rows) in enumerate(claims.items()):
        papers = ", ".join(view.papers(row.note for row in rows))
        end = f"({papers}): {rows[0].verdict_text}{rows[0].brief}"
        told.setdefault((rows[0].tone, end, "" if verdict == "cannot_tell" else str(number)), []).append(claimed)
    for (tone, end, _), said in told.items():
        yield from pen.indented(f"{', '.join(said)} {end}", pen.paint(_BULLET, tone))


def _results(results: ResultsView, view: BoardView, pen: Pen) -> Iterator[str]:
    """One line an indicator, the latest values that have room on it; below them their papers."""
    if not results.rows:
        return
    yield from pen.heading(pen.term("board.results"))
    for row in results.rows:
        yield from pen.indented(_result(row, pen.width - 4), _BULLET)
    papers = view.papers(each.note for row in results.rows for each in row.values)
    below = _below(results.remark, papers, pen, pen.width - len(INDENT))
    yield from (INDENT + pen.paint(line, "quiet") for line in below if line)


def _result(row: ResultRow, room: int) -> str:
    name = f"{row.short} ({row.detail})" if row.detail else row.short
    values = [f"{each.value} ({each.when}){each.mark}" for each in row.values]
    while len(values) > _FEWEST_VALUES and shown_width(f"{name}: {'; '.join(values)}") > room:
        del values[0]
    return f"{name}: {'; '.join(values)}"


def _indices(view: BoardView, pen: Pen) -> Iterator[str]:
    if not view.indices:
        return
    yield from pen.heading(pen.term("board.indices"))
    for row in view.indices:
        yield from pen.indented(f"{row.name}: {row.said} ({', '.join(view.papers(row.notes))})", _BULLET)


def _scenarios(view: BoardView, pen: Pen) -> Iterator[str]:
    """One line for what one paper says of one indicator."""
    if not view.scenarios:
        return
    yield from pen.heading(pen.term("board.scenarios"))
    told: dict[tuple[str, str], list[str]] = {}
    for row in view.scenarios:
        about = (row.brief, ", ".join(view.papers([row.note])))
        told.setdefault(about, []).append(f"{row.scenario.lower()} {row.period} {row.bound}")
    for (name, paper), said in told.items():
        yield from pen.indented(f"{name}: {'; '.join(said)} ({paper})", _BULLET)


def _contradictions(rows: Sequence[DifferenceRow], pen: Pen) -> Iterator[str]:
    if not rows:
        return
    yield from pen.heading(f"{pen.term('board.contradictions')}: {len(rows)}")
    for row in rows:
        yield from pen.indented(row.brief, pen.paint(_BULLET, "bad"))


def _compatible(rows: Sequence[DifferenceRow], pen: Pen) -> Iterator[str]:
    """Those between papers; parts of one whole, which nobody would take for a contradiction, come last."""
    across = [row for row in rows if len(row.sides) > 1]
    if not across:
        return
    yield from pen.heading(f"{pen.term('board.compatible')}: {len(across)}")
    for row in across[:_MOST_COMPATIBLE]:
        said = row.brief if row.is_tally else f"{row.kind}: {row.brief}"
        yield from pen.indented(said, pen.paint(_BULLET, "good"))
    if len(across) > _MOST_COMPATIBLE:
        yield from pen.indented(pen.term("board.more_differences", count=len(across) - _MOST_COMPATIBLE), tone="quiet")


def _directives(view: BoardView, pen: Pen) -> Iterator[str]:
    if not view.recipients:
        return
    yield from pen.heading(f"{pen.term('board.directives')}: {len(view.directives)}")
    most = [
        f"{shortened(group.recipient, _LONGEST_RECIPIENT)} {len(group.directives)}"
        for group in view.recipients[:_MOST_RECIPIENTS]
    ]
    if len(view.recipients) > _MOST_RECIPIENTS:
        most.append(pen.term("board.recipients.more", count=len(view.recipients) - _MOST_RECIPIENTS))
    yield from pen.indented("; ".join(most), "")
    ahead = sorted((row for row in view.directives if row.due_on and not row.is_past), key=_due)
    past = sorted((row for row in view.directives if row.is_past), key=_due, reverse=True)
    chosen = ahead[:_MOST_DIRECTIVES]
    if chosen:
        yield INDENT + pen.term("board.upcoming", day=view.day)
        yield from (_directive(row, view, pen) for row in chosen)
    if past:
        yield from (INDENT + line for line in wrap(pen.term("board.past", count=len(past)), pen.width - len(INDENT)))
        yield from (_directive(row, view, pen) for row in past[: _MOST_DIRECTIVES - len(chosen)])


def _due(row: DirectiveRow) -> date:
    return row.due_on or date.max


def _directive(row: DirectiveRow, view: BoardView, pen: Pen) -> str:
    paper = ", ".join(view.papers([row.note]))
    room = pen.width - shown_width(paper) - 7
    said = shortened(f"{row.due}  {shortened(row.recipient, room // 2)}: {row.task}", max(room, _NARROWEST_NAME))
    return f"{INDENT * 2}{said} ({paper})"


def _findings(view: BoardView, pen: Pen) -> Iterator[str]:
    if not view.findings:
        return
    yield from pen.heading(f"{pen.term('board.findings')}: {sum(len(group.lines) for group in view.findings)}")
    for group in view.findings:
        label = f"{group.level} ({len(group.lines)})"
        example = shortened(group.lines[0], pen.width - shown_width(label) - 4)
        yield f"{INDENT}{pen.paint(label, group.tone)}: {example}"

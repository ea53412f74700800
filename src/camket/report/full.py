"""The whole scoreboard as text: every target, difference and directive, and the sentences at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from camket.report.layout import Cell, wrap
from camket.report.pen import INDENT, Pen
from camket.report.view import BoardView, DifferenceRow, FindingGroup, Note, PlanView, TargetRow, Tone

_SHOWN_FINDINGS = 3
_TARGET_COLUMNS = (
    "column.target", "column.bound", "column.due", "column.value", "column.period", "column.state", "column.distance",
)  # fmt: skip
_SCENARIO_COLUMNS = ("column.scenario", "column.indicator", "column.period", "column.figure")
_VALUE_COLUMNS = ("column.indicator", "column.period", "column.value")
_DIRECTIVE_COLUMNS = ("column.recipient", "column.task", "column.issuer", "column.due")


def lines(view: BoardView, pen: Pen) -> Iterator[str]:
    """The lines of the text."""
    yield pen.strong(view.title)
    yield view.as_of
    yield from pen.tiles(view.tiles)
    for plan in (*view.plans, *filter(None, [view.others])):
        yield from _plan(plan, pen)
    yield from _results(view, pen)
    yield from _indices(view, pen)
    yield from _scenarios(view, pen)
    yield from _differences("board.contradictions", view.contradictions, "bad", pen)
    yield from _differences("board.compatible", view.compatible, "good", pen)
    yield from _directives(view, pen)
    yield from _values(view, pen)
    yield from _findings(view.findings, pen)
    yield from _notes(view, pen)


def _plan(plan: PlanView, pen: Pen) -> Iterator[str]:
    yield from pen.heading(plan.title)
    if plan.detail:
        yield pen.paint(plan.detail, "quiet")
    for paper in plan.papers:
        yield from pen.indented(paper, "• ", tone="quiet")
    if plan.targets:
        yield from pen.table(_TARGET_COLUMNS, [_target(row) for row in plan.targets])
    for tally in plan.tallies:
        yield f"{INDENT}• {tally.claimed} [{tally.note}]: {pen.paint(tally.verdict_text, tally.tone)}"
        yield from pen.indented(tally.reason or tally.counted)
    for row in plan.gone:
        yield from pen.indented(f"{row.said} [{row.note}]", "• ", tone="quiet")


def _target(row: TargetRow) -> list[Cell]:
    about = ", ".join(filter(None, (row.detail, row.plan)))
    dim: Tone | None = "quiet" if row.is_old else None
    return [
        Cell(f"{row.name} ({about})" if about else row.name),
        Cell(f"{row.bound} {''.join(f'[{note}]' for note in row.bound_notes)}"),
        Cell(row.due),
        Cell(_with_note(row.value, row.value_note), dim),
        Cell(row.value_detail, dim),
        Cell(row.state_text, row.tone),
        Cell(row.distance),
    ]


def _results(view: BoardView, pen: Pen) -> Iterator[str]:
    if not view.results.rows:
        return
    yield from pen.heading(pen.term("board.results"))
    for row in view.results.rows:
        name = f"{row.name} ({row.detail})" if row.detail else row.name
        said = "; ".join(f"{_with_note(each.value, each.note)} ({each.when}){each.mark}" for each in row.values)
        yield from pen.indented(f"{name}: {said}", "• ")
    if view.results.remark:
        yield from pen.indented(view.results.remark, "", tone="quiet")


def _indices(view: BoardView, pen: Pen) -> Iterator[str]:
    if not view.indices:
        return
    yield from pen.heading(pen.term("board.indices"))
    for row in view.indices:
        yield from pen.indented(f"{row.name}: {row.said} {''.join(f'[{note}]' for note in row.notes)}", "• ")


def _scenarios(view: BoardView, pen: Pen) -> Iterator[str]:
    if not view.scenarios:
        return
    yield from pen.heading(pen.term("board.scenarios"))
    rows = [
        (row.scenario, f"{row.name} ({row.detail})", row.period, _with_note(row.bound, row.note))
        for row in view.scenarios
    ]
    yield from pen.table(_SCENARIO_COLUMNS, [list(map(Cell, row)) for row in rows])


def _differences(code: str, rows: Iterable[DifferenceRow], tone: Tone, pen: Pen) -> Iterator[str]:
    rows = tuple(rows)
    if not rows:
        return
    yield from pen.heading(pen.term(code))
    for row in rows:
        notes = " ".join(f"[{note}]" for note in dict.fromkeys(note for _, note in row.quotes))
        yield f"{INDENT}• {pen.paint(row.kind, tone)}"
        yield from pen.indented(f"{row.reason} {notes}")


def _directives(view: BoardView, pen: Pen) -> Iterator[str]:
    if not view.recipients:
        return
    yield from pen.heading(pen.term("board.directives"))
    yield pen.paint(pen.term("board.directives.detail"), "quiet")
    rows = [
        [Cell(row.recipient), Cell(f"{row.task} [{row.note}]"), Cell(row.issuer), Cell(row.due)]
        for row in view.directives
    ]
    yield from pen.table(_DIRECTIVE_COLUMNS, rows)


def _values(view: BoardView, pen: Pen) -> Iterator[str]:
    if not view.values:
        return
    yield from pen.heading(pen.term("board.values"))
    rows = [
        [Cell(f"{row.name} ({row.detail})"), Cell(row.period), Cell(f"{row.value} [{row.note}]")] for row in view.values
    ]
    yield from pen.table(_VALUE_COLUMNS, rows)


def _findings(groups: Iterable[FindingGroup], pen: Pen) -> Iterator[str]:
    groups = tuple(groups)
    if not groups:
        return
    yield from pen.heading(pen.term("board.findings"))
    for group in groups:
        yield f"{INDENT}{pen.paint(group.level, group.tone)} ({len(group.lines)})"
        for line in group.lines[:_SHOWN_FINDINGS]:
            yield from pen.indented(line)
        if len(group.lines) > _SHOWN_FINDINGS:
            yield from pen.indented("…")


def _notes(view: BoardView, pen: Pen) -> Iterator[str]:
    if not view.notes:
        return
    yield from pen.heading(pen.term("board.sources"))
    told = {row.note for row in view.directives}
    for where, notes in groupby(sorted(view.notes, key=_where), key=_where):
        yield from pen.indented(where)
        quotes = (f"[{note.number}]" if note.number in told else _with_quote(note) for note in notes)
        yield from (f"{INDENT * 3}{line}" for line in wrap(" ".join(quotes), pen.width - 6))


def _where(note: Note) -> str:
    return ", ".join(filter(None, (note.document, note.published)))


def _with_quote(note: Note) -> str:
    return f"[{note.number}] “{note.quote}”" if note.quote else f"[{note.number}]"


def _with_note(text: str, note: int | None) -> str:
    return f"{text} [{note}]" if text and note is not None else text

"""A scoreboard as aligned text: for a terminal with colours, for a pipe without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from camket.report.layout import Cell, Painter, plain, table, wrap
from camket.report.view import BoardView, DifferenceRow, FindingGroup, Note, PlanView, RecipientView, Tone
from camket.words import Language, term

_COLOURS: dict[Tone, str] = {"good": "32", "fair": "36", "warn": "33", "bad": "31", "quiet": "2"}
_SHOWN_FINDINGS = 3
_INDENT = "  "


def coloured(text: str, tone: Tone | None) -> str:
    """The painter for a terminal."""
    return f"\x1b[{_COLOURS[tone]}m{text}\x1b[0m" if tone and text.strip() else text


def render(view: BoardView, *, width: int = 110, colour: bool = False) -> str:
    """The scoreboard as text. Without colour there is no control code in it: each state is also a word."""
    drawing = _Drawing(view.language, width, coloured if colour else plain, colour=colour)
    return "\n".join(drawing.lines(view)) + "\n"


class _Drawing:
    def __init__(self, language: Language, width: int, paint: Painter, *, colour: bool) -> None:
        self._language = language
        self._width = width
        self._paint = paint
        self._colour = colour

    def lines(self, view: BoardView) -> Iterator[str]:
        yield self._strong(view.title)
        yield view.as_of
        tiles = (self._paint(f"{tile.label}: {tile.count}", tile.tone) for tile in view.tiles)
        yield "  ·  ".join(tiles)
        for plan in view.plans:
            yield from self._plan(plan)
        yield from self._scenarios(view)
        yield from self._differences("board.contradictions", view.contradictions, "bad")
        yield from self._differences("board.compatible", view.compatible, "good")
        yield from self._directives(view.recipients)
        yield from self._findings(view.findings)
        yield from self._notes(view)

    def _term(self, code: str) -> str:
        return term(code, self._language)

    def _strong(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self._colour else text

    def _heading(self, text: str) -> Iterator[str]:
        yield ""
        yield from map(self._strong, wrap(text, self._width))

    def _table(self, codes: Iterable[str], rows: list[list[Cell]]) -> list[str]:
        return table([self._term(code) for code in codes], rows, self._width, self._paint)

    def _plan(self, plan: PlanView) -> Iterator[str]:
        yield from self._heading(plan.title)
        if plan.detail:
            yield self._paint(plan.detail, "quiet")
        if plan.targets:
            yield from self._table(_TARGET_COLUMNS, [
                [
                    Cell(f"{row.name} ({row.detail})" if row.detail else row.name),
                    Cell(f"{row.bound} [{row.bound_note}]"),
                    Cell(row.due),
                    Cell(_with_note(row.value, row.value_note)),
                    Cell(row.value_detail),
                    Cell(row.state_text, row.tone),
                    Cell(row.distance),
                ]
                for row in plan.targets
            ])  # fmt: skip
        for tally in plan.tallies:
            verdict = self._paint(tally.verdict_text, tally.tone)
            yield f"{_INDENT}• {tally.claimed} [{tally.note}] — {verdict}"
            yield from self._indented(tally.reason or tally.counted)

    def _scenarios(self, view: BoardView) -> Iterator[str]:
        if not view.scenarios:
            return
        yield from self._heading(self._term("board.scenarios"))
        rows = [
            (row.scenario, f"{row.name} ({row.detail})", row.period, _with_note(row.bound, row.note))
            for row in view.scenarios
        ]
        yield from self._table(_SCENARIO_COLUMNS, [list(map(Cell, row)) for row in rows])

    def _differences(self, code: str, rows: Iterable[DifferenceRow], tone: Tone) -> Iterator[str]:
        rows = tuple(rows)
        if not rows:
            return
        yield from self._heading(self._term(code))
        for row in rows:
            notes = " ".join(f"[{note}]" for note in dict.fromkeys(note for _, note in row.quotes))
            yield f"{_INDENT}• {self._paint(row.kind, tone)}"
            yield from self._indented(f"{row.reason} {notes}")

    def _directives(self, recipients: Iterable[RecipientView]) -> Iterator[str]:
        recipients = tuple(recipients)
        if not recipients:
            return
        yield from self._heading(self._term("board.directives"))
        rows = [
            [Cell(group.recipient), Cell(f"{row.task} [{row.note}]"), Cell(row.issuer), Cell(row.due)]
            for group in recipients
            for row in group.directives
        ]
        yield from self._table(_DIRECTIVE_COLUMNS, rows)

    def _findings(self, groups: Iterable[FindingGroup]) -> Iterator[str]:
        groups = tuple(groups)
        if not groups:
            return
        yield from self._heading(self._term("board.findings"))
        for group in groups:
            yield f"{_INDENT}{self._paint(group.level, group.tone)} ({len(group.lines)})"
            for line in group.lines[:_SHOWN_FINDINGS]:
                yield from self._indented(line)
            if len(group.lines) > _SHOWN_FINDINGS:
                yield from self._indented("…")

    def _notes(self, view: BoardView) -> Iterator[str]:
        if not view.notes:
            return
        yield from self._heading(self._term("board.sources"))
        told = {row.note for group in view.recipients for row in group.directives}
        for where, notes in groupby(sorted(_named(view), key=_where), key=_where):
            yield from self._indented(where)
            quotes = (f"[{note.number}]" if note.number in told else _with_quote(note) for note in notes)
            yield from (f"{_INDENT * 3}{line}" for line in wrap(" ".join(quotes), self._width - 6))

    def _indented(self, text: str) -> Iterator[str]:
        for number, line in enumerate(wrap(text, self._width - 6)):
            yield _INDENT * (2 if number == 0 else 3) + line


_TARGET_COLUMNS = (
    "column.target", "column.bound", "column.due", "column.value", "column.period", "column.state", "column.distance",
)  # fmt: skip
_SCENARIO_COLUMNS = ("column.scenario", "column.indicator", "column.period", "column.figure")
_DIRECTIVE_COLUMNS = ("column.recipient", "column.task", "column.issuer", "column.due")


def _named(view: BoardView) -> list[Note]:
    """The notes that the text names: the values in use are not among its tables."""
    lines = [row for plan in view.plans for row in plan.targets]
    numbers = {row.bound_note for row in lines} | {row.value_note for row in lines}
    numbers |= {row.note for plan in view.plans for row in plan.tallies} | {row.note for row in view.scenarios}
    numbers |= {note for row in (*view.contradictions, *view.compatible) for _, note in row.quotes}
    numbers |= {row.note for group in view.recipients for row in group.directives}
    return [note for note in view.notes if note.number in numbers]


def _where(note: Note) -> str:
    return ", ".join(filter(None, (note.document, note.published)))


def _with_quote(note: Note) -> str:
    return f"[{note.number}] “{note.quote}”" if note.quote else f"[{note.number}]"


def _with_note(text: str, note: int | None) -> str:
    return f"{text} [{note}]" if text and note is not None else text

"""A scoreboard as Markdown: tables and footnotes as GitHub reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from camket.report.view import BoardView, DifferenceRow, DirectiveRow, PlanView, TargetRow
from camket.words import Language, term

_Cell = str | tuple[str, int | None] | tuple[str, tuple[int, ...]]
_TARGET_COLUMNS = (
    "column.target", "column.bound", "column.due", "column.value", "column.period", "column.state", "column.distance",
    "column.reason",
)  # fmt: skip
_TALLY_COLUMNS = ("column.claimed", "column.of", "column.counted", "column.verdict", "column.reason")
_BLANKS = re.compile(r"\s+")
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def render(view: BoardView) -> str:
    """The scoreboard as Markdown; each figure carries the footnote of its sentence."""
    return "\n".join(_lines(view)) + "\n"


def escape(text: str) -> str:
    """A text that Markdown shows letter for letter, on one line; blanks at its edges stay."""
    return _SPECIAL.sub(r"\\\1", _BLANKS.sub(" ", text))


def _lines(view: BoardView) -> Iterator[str]:
    language = view.language
    yield f"# {escape(view.title)}"
    yield ""
    if view.as_of:
        yield escape(view.as_of)
        yield ""
    yield " · ".join(f"**{escape(tile.label)}: {tile.count}**" for tile in view.tiles)
    for plan in (*view.plans, *filter(None, [view.others])):
        yield from _plan(plan, language)
    yield from _results(view)
    yield from _indices(view)
    if view.scenarios:
        yield from _heading("board.scenarios", language)
        yield from _table(("column.scenario", "column.indicator", "column.period", "column.figure"), language, [
            (row.scenario, f"{row.name} ({row.detail})", row.period, (row.bound, row.note)) for row in view.scenarios
        ])  # fmt: skip
    yield from _differences("board.contradictions", view.contradictions, language)
    yield from _differences("board.compatible", view.compatible, language)
    if view.recipients:
        yield from _heading("board.directives", language)
        yield from _table(("column.recipient", "column.task", "column.kind", "column.issuer", "column.due"), language, [
            (group.recipient, (row.task, row.note), row.kind, row.issuer, _due(row, language))
            for group in view.recipients
            for row in group.directives
        ])  # fmt: skip
    if view.values:
        yield from _heading("board.values", language)
        yield from _table(("column.indicator", "column.period", "column.value", "column.others"), language, [
            (f"{row.name} ({row.detail})", row.period, (row.value, row.note), str(row.others or ""))
            for row in view.values
        ])  # fmt: skip
    yield from _findings(view)
    yield from _heading("board.method", language)
    yield ""
    yield from (f"- {escape(line)}" for line in view.method)
    yield from _notes(view)


def _due(row: DirectiveRow, language: Language) -> str:
    return f"{row.due} ({term('directive.past', language)})" if row.is_past else row.due


def _plan(plan: PlanView, language: Language) -> Iterator[str]:
    yield ""
    yield f"## {escape(plan.title)}"
    if plan.detail:
        yield ""
        yield escape(plan.detail)
    if plan.papers:
        yield ""
        yield from (f"- {escape(paper)}" for paper in plan.papers)
    if plan.targets:
        yield from _table(_TARGET_COLUMNS, language, [
            (
                _name(row), (row.bound, row.bound_notes), row.due, (row.value, row.value_note), row.value_detail,
                row.state_text, row.distance, row.reason,
            )
            for row in plan.targets
        ])  # fmt: skip
    if plan.tallies:
        yield from _table(_TALLY_COLUMNS, language, [
            ((row.claimed, row.note), row.of, row.counted, row.verdict_text, row.reason) for row in plan.tallies
        ])  # fmt: skip
    if plan.gone:
        yield ""
        yield from (f"- {_cell((row.said, row.note))}" for row in plan.gone)


def _results(view: BoardView) -> Iterator[str]:
    if not view.results.rows:
        return
    yield from _heading("board.results", view.language)
    yield ""
    for row in view.results.rows:
        name = f"{row.name} ({row.detail})" if row.detail else row.name
        said = "; ".join(
            f"{_cell((each.value, each.note))} ({escape(each.when)}){escape(each.mark)}" for each in row.values
        )
        yield f"- **{escape(name)}**: {said}"
    if view.results.remark:
        yield ""
        yield escape(view.results.remark)


def _indices(view: BoardView) -> Iterator[str]:
    if not view.indices:
        return
    yield from _heading("board.indices", view.language)
    yield ""
    for row in view.indices:
        yield f"- **{escape(row.name)}**: {_cell((row.said, row.notes))}"


def _name(row: TargetRow) -> str:
    about = ", ".join(filter(None, (row.detail, row.plan)))
    return f"{row.name} ({about})" if about else row.name


def _differences(code: str, rows: Sequence[DifferenceRow], language: Language) -> Iterator[str]:
    if not rows:
        return
    yield from _heading(code, language)
    yield ""
    for row in rows:
        quotes = "; ".join(f"“{_cell((quote, note))}”" for quote, note in row.quotes)
        yield f"- **{escape(row.kind)}**: {quotes}. {escape(row.reason)}"


def _findings(view: BoardView) -> Iterator[str]:
    if not view.findings:
        return
    yield from _heading("board.findings", view.language)
    yield ""
    for group in view.findings:
        yield from (f"- {escape(group.level)}: {escape(line)}" for line in group.lines)


def _notes(view: BoardView) -> Iterator[str]:
    if not view.notes:
        return
    yield from _heading("board.sources", view.language)
    yield ""
    for note in view.notes:
        where = escape(", ".join(filter(None, (note.document, note.published))))
        quoted = f": {escape(note.before)}**{escape(note.quote)}**{escape(note.after)}" if note.quote else ""
        url = f" <{note.url}>" if note.url and note.url.startswith(("http://", "https://")) else ""
        yield f"[^{note.number}]: {where}{quoted}{url}"


def _heading(code: str, language: Language) -> Iterator[str]:
    yield ""
    yield f"## {escape(term(code, language))}"


def _table(codes: Sequence[str], language: Language, rows: Iterable[Sequence[_Cell]]) -> Iterator[str]:
    yield ""
    yield f"| {' | '.join(escape(term(code, language)) for code in codes)} |"
    yield f"|{' --- |' * len(codes)}"
    for row in rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(cell: _Cell) -> str:
    if isinstance(cell, str):
        return escape(cell)
    text, said = cell
    notes = said if isinstance(said, tuple) else (said,)
    return escape(text) + "".join(f"[^{note}]" for note in notes if text and note is not None)

"""A scoreboard as one self-contained HTML file: no script, no outside host, readable on a phone and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import NamedTuple

from camket.report.markup import linked, reference, section, small, state, table, text
from camket.report.view import (
    BoardView,
    DifferenceRow,
    FindingGroup,
    Note,
    PlanView,
    RecipientView,
    ScenarioRow,
    TallyRow,
    Tile,
    ValueRow,
)
from camket.words import Language, term

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class _Part(NamedTuple):
    identity: str
    title: str
    content: str
    detail: str = ""


def render(view: BoardView) -> str:
    """The page. Each figure links to its quote in the annex, where it is marked within its sentence."""
    style = resources.files("camket.report").joinpath("style.css").read_text(encoding="utf-8")
    parts = list(_Page(view.language).parts(view))
    contents = "".join(f'<li><a href="#{part.identity}">{text(part.title)}</a></li>' for part in parts)
    sections = "\n".join(section(*part) for part in parts)
    as_of = f'<p class="asof">{text(view.as_of)}</p>' if view.as_of else ""
    words = {name: text(term(f"board.{name}", view.language)) for name in ("skip", "contents", "made_by")}
    return f"""<!doctype html>
<html lang="{view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{text(view.title)}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#main">{words["skip"]}</a>
<div class="page">
<header class="head"><h1>{text(view.title)}</h1>{as_of}
{_tiles(view.tiles)}
<nav class="contents" aria-label="{words["contents"]}"><ul>{contents}</ul></nav>
</header>
<main id="main">
{sections}
</main>
<footer><p>{words["made_by"]}</p></footer>
</div>
</body>
</html>
"""


class _Page:
    """The parts of the page in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def parts(self, view: BoardView) -> Iterator[_Part]:
        """Every part that has something in it."""
        for number, plan in enumerate(view.plans, start=1):
            yield _Part(f"plan-{number}", plan.title, self._plan(plan), plan.detail)
        if view.scenarios:
            yield self._part("scenarios", self._scenarios(view.scenarios))
        if view.contradictions:
            yield self._part("contradictions", self._differences(view.contradictions, "bad"))
        if view.compatible:
            yield self._part("compatible", self._differences(view.compatible, "good"))
        if view.recipients:
            yield self._part("directives", "".join(map(self._recipient, view.recipients)))
        if view.values:
            yield self._part("values", self._values(view.values))
        if view.findings:
            yield self._part("findings", "".join(map(_findings, view.findings)))
        if view.notes:
            notes = f'<ol class="notes">{"".join(map(self._note, view.notes))}</ol>'
            yield self._part("sources", notes)

    def _part(self, name: str, content: str) -> _Part:
        return _Part(name, self._term(f"board.{name}"), content, self._term(f"board.{name}.detail"))

    def _term(self, code: str) -> str:
        return term(code, self._language)

    def _columns(self, *names: str) -> list[str]:
        return [self._term(f"column.{name}") for name in names]

    def _plan(self, plan: PlanView) -> str:
        parts: list[str] = []
        if plan.targets:
            columns = self._columns("target", "bound", "due", "value", "state", "distance", "reason")
            rows = [
                (
                    text(row.name) + small(row.detail),
                    linked(row.bound, row.bound_note),
                    text(row.due),
                    linked(row.value, row.value_note) + small(row.value_detail),
                    state(row.state_text, row.tone),
                    text(row.distance),
                    f'<span class="why">{text(row.reason)}</span>',
                )
                for row in plan.targets
            ]
            parts.append(table(self._term("board.targets"), columns, rows))
        if plan.tallies:
            parts.append(self._tallies(plan.tallies))
        return "".join(parts)

    def _tallies(self, tallies: Sequence[TallyRow]) -> str:
        columns = self._columns("claimed", "counted", "verdict", "reason")
        rows = [
            (
                linked(row.claimed, row.note) + small(row.of),
                text(row.counted),
                state(row.verdict_text, row.tone),
                f'<span class="why">{text(row.reason)}</span>',
            )
            for row in tallies
        ]
        return table(self._term("board.tallies"), columns, rows)

    def _scenarios(self, scenarios: Sequence[ScenarioRow]) -> str:
        columns = self._columns("scenario", "indicator", "period", "figure")
        rows = [
            (text(row.scenario), text(row.name) + small(row.detail), text(row.period), linked(row.bound, row.note))
            for row in scenarios
        ]
        return table(self._term("board.scenarios"), columns, rows, titled=True)

    def _differences(self, differences: Iterable[DifferenceRow], tone: str) -> str:
        items = "".join(
            f'<li><strong class="{tone}">{text(row.kind)}</strong>: '
            + "; ".join(f"“{text(quote)}”{reference(note)}" for quote, note in row.quotes)
            + f'<span class="why">{text(row.reason)}</span></li>'
            for row in differences
        )
        return f'<ul class="plainlist">{items}</ul>'

    def _recipient(self, group: RecipientView) -> str:
        columns = self._columns("task", "kind", "issuer", "due")
        rows = [
            (text(row.task) + reference(row.note), text(row.kind), text(row.issuer), text(row.due))
            for row in group.directives
        ]
        return table(group.recipient, columns, rows)

    def _values(self, values: Sequence[ValueRow]) -> str:
        columns = self._columns("indicator", "period", "value", "others")
        rows = [
            (text(row.name) + small(row.detail), text(row.period), linked(row.value, row.note), str(row.others or ""))
            for row in values
        ]
        return table(self._term("board.values"), columns, rows, titled=True)

    def _note(self, note: Note) -> str:
        where = text(", ".join(filter(None, (note.document, note.published))))
        if note.url and note.url.startswith(("http://", "https://")):
            where = f'<a href="{text(note.url)}" rel="noreferrer">{where}</a>'
        quoted = ""
        if note.quote:
            quoted = f"<blockquote>{text(note.before)}<mark>{text(note.quote)}</mark>{text(note.after)}</blockquote>"
        return f'<li id="{note.anchor}"><span class="no">{note.number}</span>{where}{quoted}</li>'


def _tiles(tiles: Sequence[Tile]) -> str:
    items = "".join(f'<li class="{tile.tone}"><strong>{tile.count}</strong> {text(tile.label)}</li>' for tile in tiles)
    bar = "".join(f'<span class="{tile.tone}" style="flex:{tile.count}"></span>' for tile in tiles[1:])
    return f'<ul class="tiles">{items}</ul>' + (f'<div class="bar" aria-hidden="true">{bar}</div>' if bar else "")


def _findings(group: FindingGroup) -> str:
    items = "".join(f"<li>{text(line)}</li>" for line in group.lines)
    summary = f"{state(group.level, group.tone)} {text(group.lines[0])} ({len(group.lines)})"
    if len(group.lines) == 1:
        return f"<p>{state(group.level, group.tone)} {text(group.lines[0])}</p>"
    return f'<details><summary>{summary}</summary><ul class="plainlist">{items}</ul></details>'

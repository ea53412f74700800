"""A scoreboard as one self-contained HTML file: no script, no outside host, readable on a phone and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from typing import NamedTuple

from camket.model.message import message
from camket.report.cards import card
from camket.report.markup import folded, linked, reference, section, small, state, table, text
from camket.report.overview import bar, overview
from camket.report.view import (
    BoardView,
    DifferenceRow,
    DirectiveRow,
    FindingGroup,
    GoneRow,
    Note,
    PlanView,
    RecipientView,
    ResultsView,
    ResultValue,
    ScenarioRow,
    TallyRow,
    TargetRow,
    ValueRow,
)
from camket.words import Language, say, term

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_NEAREST = 10


class _Part(NamedTuple):
    identity: str
    title: str
    content: str
    detail: str = ""


def render(view: BoardView) -> str:
    """The page. Each figure links to its quote in the annex, where it is marked within its sentence."""
    style = resources.files("camket.report").joinpath("style.css").read_text(encoding="utf-8")
    page = _Page(view)
    parts = [page.overview(), *page.plans(), *page.parts()]
    contents = "".join(
        f'<li><a href="#{part.identity}">{text(part.title)}</a></li>'
        for part in parts
        if not part.identity.startswith("plan-")
    )
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
    """The parts of the page of one view."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self._language: Language = view.language
        plans = [*view.plans, *filter(None, [view.others])]
        self._plans = tuple((f"plan-{number}", plan) for number, plan in enumerate(plans, start=1))

    def overview(self) -> _Part:
        """Where all targets stand."""
        return _Part("overview", self._term("board.overview"), overview(self._view, self._plans))

    def plans(self) -> Iterator[_Part]:
        """A part for each plan."""
        for identity, plan in self._plans:
            due = self._said("board.all_due", day=plan.due) if plan.due else ""
            detail = ", ".join(filter(None, (plan.detail, due)))
            yield _Part(identity, plan.title, self._plan(plan), detail)

    def parts(self) -> Iterator[_Part]:
        """Every other part that has something in it."""
        view = self._view
        if view.results.rows:
            yield self._part("results", self._results(view.results))
        if view.indices:
            yield self._part("indices", self._indices())
        if view.scenarios:
            yield self._part("scenarios", self._scenarios(view.scenarios))
        if view.contradictions:
            yield self._part("contradictions", "".join(card(row, view.notes) for row in view.contradictions))
        if view.compatible:
            yield self._part("compatible", self._compatible(view.compatible))
        if view.recipients:
            yield self._part("directives", self._directives())
        if view.values:
            summary = f"{self._term('board.values')}: {len(view.values)}"
            yield self._part("values", folded(summary, self._values(view.values)))
        if view.findings:
            yield self._part("findings", "".join(map(_findings, view.findings)))
        yield self._part("method", f"<ul>{''.join(f'<li>{text(line)}</li>' for line in view.method)}</ul>")
        if view.notes:
            notes = f'<ol class="notes">{"".join(map(self._note, view.notes))}</ol>'
            yield self._part("sources", notes)

    def _part(self, name: str, content: str) -> _Part:
        return _Part(name, self._term(f"board.{name}"), content, self._term(f"board.{name}.detail"))

    def _term(self, code: str) -> str:
        return term(code, self._language)

    def _said(self, code: str, **params: object) -> str:
        return say(message(code, **params), self._language)

    def _columns(self, *names: str) -> list[str]:
        return [self._term(f"column.{name}") for name in names]

    def _plan(self, plan: PlanView) -> str:
        if not plan.targets:
            none = f'<p class="detail">{text(self._term("board.no_targets"))}</p>'
            return none + self._tallies(plan.tallies) + _gone(plan.gone)
        said = ", ".join(f"{tile.count} {tile.label.lower()}" for tile in plan.counts)
        parts = [f'<p class="detail">{text(paper)}</p>' for paper in plan.papers]
        parts.append(f'{bar(plan.counts)}<p class="why">{text(said)}</p>')
        if plan.valued:
            columns = self._columns("target", "bound", "due", "value", "state", "distance", "reason")
            parts.append(
                table(self._term("board.targets"), columns, map(_target, plan.valued), titled=True, kind="targets")
            )
        if plan.bare:
            columns = self._columns("target", "bound", "due", "state", "reason")
            rows = [_bare(row) for row in plan.bare]
            content = table(self._term("board.without_value"), columns, rows, titled=True)
            parts.append(folded(f"{self._term('board.without_value')}: {len(rows)}", content))
        return "".join(parts) + self._tallies(plan.tallies) + _gone(plan.gone)

    def _tallies(self, tallies: Sequence[TallyRow]) -> str:
        if not tallies:
            return ""
        columns = self._columns("claimed", "document", "counted", "verdict", "reason")
        rows = [
            (
                linked(row.claimed, row.note) + small(row.of),
                text(self._where(row.note)),
                text(row.counted),
                state(row.verdict_text, row.tone),
                f'<span class="why">{text(row.reason)}</span>',
            )
            for row in tallies
        ]
        return table(self._term("board.tallies"), columns, rows)

    def _where(self, note: int) -> str:
        found = self._view.notes[note - 1]
        return ", ".join(filter(None, (found.document, found.published)))

    def _results(self, results: ResultsView) -> str:
        columns = self._columns("indicator", "value")
        rows = [(text(row.name) + small(row.detail), _series(row.values)) for row in results.rows]
        remark = f'<p class="why">{text(results.remark)}</p>' if results.remark else ""
        return table(self._term("board.results"), columns, rows, titled=True, kind="results") + remark

    def _indices(self) -> str:
        columns = self._columns("indicator", "value")
        rows = [(text(row.name), linked(row.said, *row.notes)) for row in self._view.indices]
        return table(self._term("board.indices"), columns, rows, titled=True)

    def _scenarios(self, scenarios: Sequence[ScenarioRow]) -> str:
        columns = self._columns("scenario", "indicator", "period", "figure")
        rows = [
            (text(row.scenario), text(row.name) + small(row.detail), text(row.period), linked(row.bound, row.note))
            for row in scenarios
        ]
        return table(self._term("board.scenarios"), columns, rows, titled=True)

    def _compatible(self, differences: Iterable[DifferenceRow]) -> str:
        items = "".join(
            f'<li><strong class="good">{text(row.kind)}</strong>: {text(row.reason)} '
            + "; ".join(f"“{text(quote)}”{reference(note)}" for quote, note in row.quotes)
            + "</li>"
            for row in differences
        )
        return f'<ul class="plainlist">{items}</ul>'

    def _directives(self) -> str:
        view = self._view
        ahead = sorted(
            (row for row in view.directives if row.due_on is not None and not row.is_past),
            key=lambda row: (row.due_on is None, row.due_on),
        )
        parts = []
        if ahead and view.day:
            columns = self._columns("task", "recipient", "issuer", "due")
            rows = [self._addressed(row) for row in ahead[:_NEAREST]]
            parts.append(table(self._said("board.upcoming", day=view.day), columns, rows))
        many = [group for group in view.recipients if len(group.directives) > 1]
        single = [group.directives[0] for group in view.recipients if len(group.directives) == 1]
        parts += map(self._recipient, many)
        if single:
            columns = self._columns("task", "recipient", "issuer", "due")
            rows = [self._addressed(row) for row in single]
            summary = self._said("board.single_recipients", count=len(single))
            parts.append(folded(summary, table(summary, columns, rows, titled=True)))
        return "".join(parts)

    def _addressed(self, row: DirectiveRow) -> tuple[str, str, str, str]:
        task, _, issuer, due = self._directive(row)
        return task, text(row.recipient), issuer, due

    def _recipient(self, group: RecipientView) -> str:
        columns = self._columns("task", "kind", "issuer", "due")
        content = table(group.recipient, columns, map(self._directive, group.directives), titled=True)
        past = sum(row.is_past for row in group.directives)
        said = [self._said("board.number_of_directives", count=len(group.directives))]
        if past:
            said.append(self._said("board.number_past", count=past))
        return folded(f"{group.recipient}: {', '.join(said)}", content)

    def _directive(self, row: DirectiveRow) -> tuple[str, str, str, str]:
        past = small(self._term("directive.past")) if row.is_past else ""
        return text(row.task) + reference(row.note), text(row.kind), text(row.issuer), text(row.due) + past

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


def _target(row: TargetRow) -> list[str]:
    value = linked(row.value, row.value_note) + small(row.value_detail)
    if row.is_old:
        value = f'<span class="old">{value}</span>'
    return [
        text(row.name) + small(row.detail) + small(row.plan),
        linked(row.bound, *row.bound_notes),
        text(row.due),
        value,
        state(row.state_text, row.tone),
        text(row.distance),
        f'<span class="why">{text(row.reason)}</span>',
    ]


def _series(values: Sequence[ResultValue]) -> str:
    items = "".join(f"<li>{linked(each.value, each.note)}{text(each.mark)}{small(each.when)}</li>" for each in values)
    return f'<ul class="series">{items}</ul>'


def _gone(rows: Sequence[GoneRow]) -> str:
    """Targets that hold no more, each with the paper that changed it or took it out."""
    if not rows:
        return ""
    return f'<ul class="plainlist">{"".join(f"<li>{text(row.said)} {reference(row.note)}</li>" for row in rows)}</ul>'


def _bare(row: TargetRow) -> tuple[str, ...]:
    return (
        text(row.name) + small(row.detail) + small(row.plan),
        linked(row.bound, *row.bound_notes),
        text(row.due),
        state(row.state_text, row.tone),
        f'<span class="why">{text(row.reason)}</span>',
    )


def _findings(group: FindingGroup) -> str:
    if len(group.lines) == 1:
        return f"<p>{state(group.level, group.tone)} {text(group.lines[0])}</p>"
    items = "".join(f"<li>{text(line)}</li>" for line in group.lines)
    return folded(f"{group.level} ({len(group.lines)}): {group.lines[0]}", f'<ul class="plainlist">{items}</ul>')

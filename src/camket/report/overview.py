"""The first part of the page: where all targets stand, and each plan on one line."""

from __future__ import annotations

from collections.abc import Sequence

from camket.model.message import message
from camket.report.markup import small, text
from camket.report.view import BoardView, PlanView, Tile
from camket.words import Language, say


def overview(view: BoardView, plans: Sequence[tuple[str, PlanView]]) -> str:
    """The markup; `plans` come with the identities of their parts."""
    total, *states = view.tiles
    lines = "".join(_plan(identity, plan, view.language) for identity, plan in plans)
    return (
        f'<p class="total"><strong>{total.count}</strong> {text(total.label.lower())}</p>{bar(states)}{_legend(states)}'
        f"{_facts(view)}" + (f'<ul class="plans">{lines}</ul>' if lines else "")
    )


def bar(states: Sequence[Tile]) -> str:
    """Counts as a bar; the same counts stand beside it in words, so readers by ear are spared it."""
    parts = "".join(
        f'<span class="s-{tile.state}" style="flex-grow:{tile.count}">{tile.count}</span>' for tile in states
    )
    return f'<div class="bar" aria-hidden="true">{parts}</div>' if parts else ""


def _legend(states: Sequence[Tile]) -> str:
    items = "".join(
        f'<li><span class="dot s-{tile.state}" aria-hidden="true"></span><strong>{tile.count}</strong> '
        f"{text(tile.label.lower())}</li>"
        for tile in states
    )
    return f'<ul class="legend">{items}</ul>' if items else ""


def _plan(identity: str, plan: PlanView, language: Language) -> str:
    said = ", ".join(f"{tile.count} {tile.label.lower()}" for tile in plan.counts)
    counts = [f"{say(message('board.number_of_targets', count=len(plan.targets)), language)} ({said})"] * bool(said)
    if plan.tallies:
        counts.append(say(message("board.number_of_tallies", count=len(plan.tallies)), language))
    return (
        f'<li><div><a href="#{identity}">{text(plan.title)}</a>{small(plan.detail)}</div>'
        f'<div>{bar(plan.counts)}<span class="why">{text("; ".join(counts))}</span></div></li>'
    )


def _facts(view: BoardView) -> str:
    """What else a leader should see at once, each leading to its part."""
    language = view.language
    facts: list[tuple[str, str]] = []
    if view.contradictions:
        facts.append(
            ("contradictions", say(message("board.number_of_contradictions", count=len(view.contradictions)), language))
        )
    if view.directives:
        past = sum(row.is_past for row in view.directives)
        dated = sum(row.due_on is not None for row in view.directives)
        said = [
            say(message("board.number_of_directives", count=len(view.directives)), language),
            say(message("board.number_with_day", count=dated), language),
        ]
        if past:
            said.append(say(message("board.number_past", count=past), language))
        facts.append(("directives", ", ".join(said)))
    items = "".join(f'<li><a href="#{identity}">{text(said)}</a></li>' for identity, said in facts)
    return f'<ul class="facts">{items}</ul>' if items else ""

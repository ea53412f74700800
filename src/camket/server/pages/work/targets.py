"""Targets for the leader's page: how many of each plan are met, at risk, missed, and those that need something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec
from django.http import HttpRequest

from camket.model.scoreboard import State
from camket.report.notes import Notes
from camket.report.rows import Rows
from camket.server.pages import boards
from camket.server.pages.language import language_of
from camket.server.pages.linking import hrefs, plan_address
from camket.server.pages.models import Board, BoardPlan
from camket.server.pages.seeing import reader_of
from camket.server.pages.showing import ShownTarget, shown_target, statements_of_target
from camket.server.pages.views.overview import plan_row
from camket.server.pages.work.counting import Number
from camket.words import Language, term

_MOST_PLANS, _LOOKED_AT, _MOST_TARGETS = 5, 40, 3
_AT_RISK: tuple[State, ...] = ("off_track", "at_risk")
_GROUPS: tuple[tuple[str, tuple[State, ...], str], ...] = (
    ("met", ("exceeded", "met", "on_track"), "good"), ("risk", _AT_RISK, "warn"),
    ("missed", ("missed", "nearly_met"), "bad"),
)  # fmt: skip
"""What came near its bound by its due did not reach it; what no group names is told as not known."""


class PlanLine(msgspec.Struct, frozen=True, kw_only=True):
    """A plan with how many of its targets are met, at risk, missed, not known, of how many."""

    title: str
    address: str
    numbers: tuple[Number, ...]
    total: int


class Targets(msgspec.Struct, frozen=True):
    """The newest plans, and the targets of theirs that will not be reached as things go."""

    plans: tuple[PlanLine, ...] = ()
    needing: tuple[ShownTarget, ...] = ()


def targets(request: HttpRequest) -> Targets:
    """As the last board that was made for whoever asks knows them; nothing is made for it."""
    board = boards.last_board(reader_of(request))
    if board is None:
        return Targets()
    language = language_of(request)
    held = [row for row in board.plans.defer("packed", "claims").order_by("order")[:_LOOKED_AT] if row.states][
        :_MOST_PLANS
    ]
    return Targets(
        tuple(_plan(row, language) for row in held), tuple(_needing(request, board, held, language))
    )  # fmt: skip


def _plan(row: BoardPlan, language: Language) -> PlanLine:
    states, address = Counter(row.states), plan_address(row.plan)
    told = [(code, sum(states[each] for each in kinds), tone) for code, kinds, tone in _GROUPS]
    total = sum(states.values())
    return PlanLine(
        title=plan_row(row, language).title,
        address=address,
        numbers=(
            *(Number(term(f"leader.targets.{code}", language), count, address, tone) for code, count, tone in told),
            Number(
                term("leader.targets.unknown", language), total - sum(count for _, count, _ in told), address, "quiet"
            ),
        ),
        total=total,
    )


def _needing(
    request: HttpRequest, board: Board, plans: Iterable[BoardPlan], language: Language
) -> Iterable[ShownTarget]:
    """Those that are off track first; each with its bound, its value and how far it is."""
    risky = [row.id for row in plans if any(row.states.get(each) for each in _AT_RISK)]
    found = [
        (line, row.area)
        for row in board.plans.filter(id__in=risky).order_by("order")
        for line in boards.plan_page(row).plan.targets
        if line.state in _AT_RISK
    ]
    found.sort(key=lambda each: _AT_RISK.index(each[0].state))
    shown = found[:_MOST_TARGETS]
    links = hrefs([id_ for line, _ in shown for id_ in statements_of_target(line)], reader_of(request))
    rows = Rows(Notes({}, language), language, board.as_of, "")
    return (shown_target(rows, line, area, (), links, language) for line, area in shown)

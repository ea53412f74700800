"""Scoreboards of the registry: made once for each content of it, kept, and asked for by the pages.

Making one reads every paper. So a page makes it only where that is quick; where it is not, pages show the last one,
and say of which day it is, until the worker of jobs has made a new one. Before the first one they say so, and show what
is at hand (`camket.server.pages.waiting`).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from camket import __version__
from camket.assess import assess
from camket.model.period import parse_period
from camket.model.scoreboard import PlanBoard, Scoreboard, TargetLine, ValueLine
from camket.report.building import likeness, newest_first
from camket.report.headline import Headlines, headlines
from camket.resolve.areas import boundary, forms
from camket.server.jobs.asking import ask_again
from camket.server.jobs.models import Job, State
from camket.server.pages.board_lines import HeadlinePage, PlanLines
from camket.server.pages.models import Board, BoardDifference, BoardPlace, BoardPlan
from camket.server.pages.work_board import work_of
from camket.server.registry import models
from camket.server.registry.access import PUBLIC, Reader
from camket.server.registry.keys import pack, unpack
from camket.server.registry.ready import Given, ready
from camket.server.registry.store import DatabaseRegistry
from camket.server.registry.unagreed import key_of_line

_PATIENCE = 2.0
"""Seconds that a page may take to make a board; what took longer the last time is left to the worker."""
_UNFELT, _SHARE = 0.2, 10
"""What takes longer than these seconds takes at most one part in so many of the time."""
_QUICKLY = 6_000
"""Of so many figures a first board is made within that patience on a slow machine."""
_JOB = "board"
_LONGEST_SPARK = 12
_LAST = "SELECT {}, (SELECT count(*) FROM {} WHERE until > %s AND ended_at IS NULL)".format(  # noqa: S608 - names of ours
    ", ".join(
        f"(SELECT max({name}) FROM {model._meta.db_table})"  # noqa: S608 - names of ours
        for model, name in ((models.Audit, "number"), (models.Document, "id"), (models.Placement, "id"))
    ),
    models.Embargo._meta.db_table,
)
"""The last of all that changes what a board holds, and how many figures are held back, for one whose day has come is
shown without any action; each page asks for them, so in one statement."""
_FIELDS = [field.attname for field in Board._meta.concrete_fields]
_Sparks = Mapping[tuple[str, str, str, str], Sequence[Sequence[ValueLine]]]


class NotMadeError(Exception):
    """There is no board yet, and making one takes too long for a page; the worker has been asked for it."""


class PlanPage(msgspec.Struct, frozen=True, kw_only=True):
    """A plan with, for each of its targets, the yearly values before and of its time, the oldest first."""

    plan: PlanBoard
    sparks: tuple[tuple[Decimal, ...], ...]


def content() -> str:
    """What the registry holds and who reads it, as a text that changes whenever one of them does."""
    with connection.cursor() as cursor:
        cursor.execute(_LAST, [connection.ops.adapt_datefield_value(timezone.localdate())])
        last = cursor.fetchone()
    return "-".join(str(part or 0) for part in (__version__, *last))


def current(reader: Reader = PUBLIC) -> Board:
    """The board to show: of what the registry holds now, or the last one where making it anew would take long.

    Then the worker is asked for a new one. Boards are those of groups (`Reader.group`): restricted papers of one's own
    do not count in them. A group that has none yet is shown that of the public, where making one takes long.

    Raises:
        NotMadeError: there is none yet, and making it would take long.
    """
    group = _group(reader)
    last = _last(group)
    if last is not None and _is_young(last):
        return last
    if last is None and group != PUBLIC:
        public = current(PUBLIC)
        if public.seconds > _PATIENCE:
            _ask(group)
            return public
    if _is_quick(last):
        return made(group)
    _ask_if_due(group, last)
    if last is None:
        raise NotMadeError
    return last


def of_public() -> Board | None:
    """The board of the public, for whoever decides what it shows; None where it has to be waited for."""
    try:
        return current(PUBLIC)
    except NotMadeError:
        return None


def ask_ahead(reader: Reader = PUBLIC) -> None:
    """Have the worker make the board of what is held now, where that takes long: before somebody waits for it."""
    _ask_if_due(reader, _last(reader))


def _ask_if_due(reader: Reader, last: Board | None) -> None:
    due = last is None or last.content != content()
    if due and not _is_quick(last):
        _ask(reader)


def last_board(reader: Reader = PUBLIC) -> Board | None:
    """The last board that was made, of whatever content; None where none was. Nothing is made."""
    return _last(reader)


def made(reader: Reader = PUBLIC) -> Board:
    """The board of what the registry holds now, made where there is none yet."""
    last = _last(reader)
    return last if last is not None and last.content == content() else refresh(reader)


def refresh(reader: Reader = PUBLIC) -> Board:
    """Make the board of what the registry holds now.

    The one before is kept until the next: a page that has begun with it still reads its lines.
    """
    held, name = content(), reader.key
    started = time.monotonic()
    registry = DatabaseRegistry().seen_by(reader.group).at_once()
    board = assess(registry)
    work = work_of(registry, board.contradictions)
    made = Board(readers=name, content=held, as_of=board.as_of, usual_area=_usual_area(board), seconds=0)
    plans, places, differences = _plans(board), _places(board), _differences(board)
    made.seconds = time.monotonic() - started
    try:
        with transaction.atomic():
            former = Board.objects.filter(readers=name).exclude(content=held).order_by("-id").first()
            Board.objects.filter(readers=name).exclude(pk=former.pk if former is not None else 0).delete()
            made.save()
            for plan in plans:
                plan.board = made
            for place in places:
                place.board = made
            for difference in differences:
                difference.board = made
            work.board = made
            work.save()
            BoardPlan.objects.bulk_create(plans, batch_size=200)
            BoardPlace.objects.bulk_create(places, batch_size=200)
            BoardDifference.objects.bulk_create(differences, batch_size=200)
    except IntegrityError:  # another process has made the same one meanwhile
        return Board.objects.get(readers=name, content=held)
    return made


def _group(reader: Reader) -> Reader:
    """The group of a reader; a body that has handed nothing in sees what the public does."""
    group = reader.group
    own = group.body and models.Document.objects.filter(owner=group.body, withdrawn_on__isnull=True).exists()
    return group if own or not group.body else PUBLIC


def _is_young(last: Board) -> bool:
    """Whether it was made so lately that making the next one would take more than a tenth of the time.

    While many papers come in, each page would else make a board of its own. What takes no time is always made.
    """
    age = (timezone.now() - last.made_at).total_seconds()
    return _UNFELT < last.seconds <= _PATIENCE and 0 <= age < last.seconds * _SHARE


def _is_quick(last: Board | None) -> bool:
    """Whether a page may make it: as the last one took, or, of a first one, by what there is to go through."""
    if last is not None:
        return last.seconds <= _PATIENCE
    return not models.Placement.objects.order_by("id")[_QUICKLY : _QUICKLY + 1].exists()


def _last(reader: Reader) -> Board | None:
    rows = _latest.given(readers=[reader.key])()
    return Board.from_db(connection.alias, _FIELDS, rows[0]) if rows else None


@ready
def _latest() -> QuerySet[Any, Any]:
    return Board.objects.filter(readers__in=Given("readers")).order_by("-id").values_list(*_FIELDS)[:1]


def _ask(reader: Reader) -> None:
    """Ask the worker for a board, unless he has been asked and is not done; looked up first, for asking writes."""
    key = _JOB if reader == PUBLIC else f"{_JOB}/{reader.key}"
    waiting = Job.objects.filter(kind=_JOB, key__startswith=f"{key}#", state__in=(State.WAITING, State.RUNNING))
    if not waiting.exists():
        ask_again(_JOB, key, {"readers": reader.key}, who=_JOB)


def plan_page(row: BoardPlan) -> PlanPage:
    """The plan of a row."""
    return unpack(row.packed, PlanPage)


def claims_of(row: BoardPlan) -> PlanBoard:
    """The plan of a row with its tallies and none of its targets, which are most of it."""
    return unpack(row.claims, PlanBoard)


def plan_lines(row: BoardPlan) -> PlanLines:
    """The same, its targets read one by one."""
    return PlanLines(row.packed)


def headlines_of(row: BoardPlace) -> HeadlinePage:
    """The main indicators of a place, read one by one."""
    return unpack(row.packed, HeadlinePage)


def place_of(area: str) -> str:
    """The name of a place in all its forms: the first of them."""
    return forms(area)[0] if area else ""


def _plans(board: Scoreboard) -> list[BoardPlan]:
    sparks = _yearly(board.values)
    return [
        BoardPlan(
            plan=plan.id,
            place=place_of(plan.area),
            order=order,
            kind=plan.kind,
            title=plan.title,
            area=plan.area,
            period=plan.period or "",
            states=_states(plan.targets),
            tallies=len(plan.tallies),
            claims=pack(_claims(plan)),
            packed=pack(PlanPage(plan=plan, sparks=tuple(_spark(line, sparks) for line in plan.targets))),
        )
        for order, plan in enumerate(sorted(board.plans, key=newest_first))
    ]


def _claims(plan: PlanBoard) -> PlanBoard:
    """A plan with its tallies alone."""
    return PlanBoard(
        id=plan.id, kind=plan.kind, title=plan.title, area=plan.area, period=plan.period, targets=(),
        tallies=plan.tallies,
    )  # fmt: skip


def _places(board: Scoreboard) -> list[BoardPlace]:
    """The places that have plans or values, each with what the board says of its forms."""
    plans: dict[str, list[PlanBoard]] = {}
    values: dict[str, list[ValueLine]] = {}
    for plan in board.plans:
        plans.setdefault(place_of(plan.area), []).append(plan)
    for value in board.values:
        values.setdefault(place_of(value.area), []).append(value)
    differing = _differing(board)
    return [
        BoardPlace(
            place=place,
            plans=len(plans.get(place, ())),
            values_held=len(values.get(place, ())),
            states=_states(line for plan in plans.get(place, ()) for line in plan.targets),
            differences=differing[place],
            packed=pack(_headlines(board, place, plans.get(place, ()), values.get(place, ()))),
        )
        for place in sorted(plans.keys() | values.keys())
        if place
    ]


def _headlines(board: Scoreboard, place: str, plans: Iterable[PlanBoard], values: Iterable[ValueLine]) -> Headlines:
    own = msgspec.structs.replace(board, plans=tuple(plans), values=tuple(values))
    return headlines(own, frozenset(forms(place)))


def _differences(board: Scoreboard) -> list[BoardDifference]:
    """What contradicts, and what only looks so: claims that look alike first, parts of one whole last."""
    compatible = sorted(board.compatible, key=likeness)
    return [
        BoardDifference(
            contradicting=contradicting,
            order=order,
            kind=line.kind,
            place=place_of(dict(line.reason.params).get("area", "")),
            key=key_of_line(line),
            packed=pack(line),
        )
        for contradicting, lines in ((True, board.contradictions), (False, compatible))
        for order, line in enumerate(lines)
    ]


def _differing(board: Scoreboard) -> Counter[str]:
    """How many contradictions there are by place; those of tallies are of no place of their own."""
    places: Counter[str] = Counter()
    for line in board.contradictions:
        area = dict(line.reason.params).get("area", "")
        places[place_of(area)] += 1
    return places


def _states(lines: Iterable[TargetLine]) -> dict[str, int]:
    return dict(Counter(line.state for line in lines))


def _usual_area(board: Scoreboard) -> str:
    """The place that most plans are of, without plans most values; empty where there is neither."""
    places = Counter(place_of(plan.area) for plan in board.plans if plan.area)
    places = places or Counter(place_of(line.area) for line in board.values)
    return max(sorted(places), key=places.__getitem__, default="")


def _yearly(values: Iterable[ValueLine]) -> _Sparks:
    """The values of whole years, those of one price basis together."""
    found: dict[tuple[str, str, str, str], dict[str, list[ValueLine]]] = {}
    for line in values:
        period = parse_period(line.period)
        if period is not None and period.is_year:
            thing = (line.indicator, line.measure, line.unit, boundary(line.area))
            found.setdefault(thing, {}).setdefault(line.price_basis, []).append(line)
    return {
        thing: [sorted(lines, key=lambda line: line.period) for lines in bases.values()]
        for thing, bases in found.items()
    }


def _spark(target: TargetLine, yearly: _Sparks) -> tuple[Decimal, ...]:
    """The yearly values of the basis on which the target is measured, else of the basis that has most."""
    bases = yearly.get((target.indicator, target.measure, target.bound.unit, boundary(target.area or "")), ())
    own = [lines for lines in bases if any(line.statement == target.value_statement for line in lines)]
    lines = max(own or bases, key=len, default=())
    return tuple(line.value for line in lines)[-_LONGEST_SPARK:]

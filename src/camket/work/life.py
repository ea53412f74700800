"""What may happen to a task: its state machine, which `life.yaml` beside this module holds as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from camket import plain_yaml
from camket.errors import UsageError
from camket.model.task import EventKind, Standing, TaskEvent, TaskState
from camket.typed import typed
from camket.work.needs import Need, handed_in_by, missing

Relation = Literal["lead", "giver", "office"]
"""What a person is to a task: of the body that leads it, of the body that gave it, or of the office."""
OFFICE_ROLES = ("officer", "approver", "administrator")


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Who acts: the account, its role, and the body that it acts for (empty for the office)."""

    who: str
    role: str
    body: str = ""


class State(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A state, and whether the task is still open in it."""

    id: TaskState
    open: bool


class Party(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Those who may act: what they are to the task, and in which roles."""

    id: str
    relation: Relation
    roles: tuple[str, ...]


class Move(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """Where an event leads from some states (empty: the state stays), and what it needs there."""

    from_: tuple[TaskState, ...]
    to: TaskState | Literal[""] = ""
    needs: tuple[Need, ...] = ()


class EventRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of event: which parties may bring it, and where it leads."""

    id: EventKind
    who: tuple[str, ...]
    moves: tuple[Move, ...]


class Life(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole machine."""

    states: tuple[State, ...]
    parties: tuple[Party, ...]
    events: tuple[EventRule, ...]

    def move(self, kind: EventKind, state: TaskState) -> Move | None:
        """Where an event leads from a state; None where it cannot happen in it."""
        return next((each for each in self._rule(kind).moves if state in each.from_), None)

    def may(self, kind: EventKind, standing: Standing, actor: Actor) -> bool:
        """Whether an actor is one of those who may bring such an event to this task."""
        relations = relations_of(standing, actor)
        who = self._rule(kind).who
        return any(
            party.id in who and party.relation in relations and actor.role in party.roles for party in self.parties
        )

    def _rule(self, kind: EventKind) -> EventRule:
        return next(each for each in self.events if each.id == kind)


class Transition(msgspec.Struct, frozen=True, kw_only=True):
    """Something that an actor may do now: the event, the state that it leads to, and what it needs."""

    event: EventKind
    to: TaskState
    needs: tuple[Need, ...] = ()


@cache
def load_life() -> Life:
    """The machine of `life.yaml`."""
    text = resources.files("camket.work").joinpath("life.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(Life))


def is_open(state: TaskState) -> bool:
    """Whether more is asked of the body in this state."""
    return next(each.open for each in load_life().states if each.id == state)


def relations_of(standing: Standing, actor: Actor) -> frozenset[Relation]:
    """What an actor is to a task now."""
    found: set[Relation] = set()
    if actor.body and actor.body == standing.lead:
        found.add("lead")
    elif actor.body and actor.body == standing.task.giver:
        found.add("giver")
    if actor.role in OFFICE_ROLES:
        found.add("office")
    return frozenset(found)


def allowed(standing: Standing, actor: Actor, events: Sequence[TaskEvent] = ()) -> tuple[Transition, ...]:
    """What an actor may do with a task as it stands now, in the order of `life.yaml`.

    Args:
        standing: where it stands.
        actor: who asks.
        events: all that happened to it, by which whoever handed work in is not offered to confirm it.
    """
    return tuple(_allowed(standing, actor, events))


def _allowed(standing: Standing, actor: Actor, events: Sequence[TaskEvent]) -> Iterator[Transition]:
    life = load_life()
    for rule in life.events:
        move = life.move(rule.id, standing.state)
        if move is None or not life.may(rule.id, standing, actor):
            continue
        if "asked" in move.needs and not standing.asked:
            continue
        if "another_person" in move.needs and actor.who in handed_in_by(events):
            continue
        yield Transition(event=rule.id, to=move.to or standing.state, needs=move.needs)


def check(standing: Standing, events: Sequence[TaskEvent], event: TaskEvent, actor: Actor) -> TaskState:
    """The state that a task gets by an event.

    Args:
        standing: where the task stands at the moment of entry.
        events: all that happened to it before.
        event: what is to be added.
        actor: who adds it.

    Raises:
        UsageError: it may not be added; says what to do.
    """
    life = load_life()
    move = life.move(event.kind, standing.state)
    if move is None:
        raise UsageError(f"work.not_now.{event.kind}")
    if not life.may(event.kind, standing, actor):
        raise UsageError(f"work.not_allowed.{event.kind}")
    lacking = missing(move.needs, standing, events, event)
    if lacking is not None:
        raise UsageError(lacking.code, **dict(lacking.params))
    return move.to or standing.state

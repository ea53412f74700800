"""Lines of scoreboards read as far as a page shows them: they lie packed, and most of their cost is their reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar, overload

import msgspec

from camket.model.plan import PlanKind
from camket.model.scoreboard import PlanBoard, PlanCount, PlanPaper, State, TallyLine, TargetLine
from camket.report.headline import Headline
from camket.server.registry.keys import unpack
from camket.typed import typed

Line = TypeVar("Line")
Part = TypeVar("Part")


class Lines(Sequence[Line], Generic[Line]):
    """Packed lines, each read when it is asked for."""

    def __init__(self, packed: Sequence[msgspec.Raw], type_: type[Line]) -> None:
        self._packed, self._type = packed, type_

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        """One line, or some."""
        if isinstance(place, slice):
            return [_read(each, self._type) for each in self._packed[place]]
        return _read(self._packed[place], self._type)

    def parts(self, type_: type[Part]) -> Iterator[Part]:
        """Of every line the fields that `type_` has; the others are passed over unread."""
        return (_read(each, type_) for each in self._packed)


def _read(packed: msgspec.Raw, type_: type[Part]) -> Part:
    return msgspec.msgpack.decode(packed, type=typed(type_))


class NamedLine(msgspec.Struct, frozen=True):
    """Of a line which indicator it is of."""

    indicator: str


class HeadlinePage(msgspec.Struct, frozen=True, kw_only=True):
    """Fields of `Headlines`, its rows unread."""

    rows: tuple[msgspec.Raw, ...] = ()
    since: date | None = None

    @property
    def lines(self) -> Lines[Headline]:
        """The indicators of a place, the main ones first."""
        return Lines(self.rows, Headline)

    def indicators(self) -> list[str]:
        """Which indicator each line is of."""
        return [each.indicator for each in self.lines.parts(NamedLine)]


class TargetPart(msgspec.Struct, frozen=True, kw_only=True):
    """Of a target what it is filtered and ordered by."""

    statement: str
    indicator: str
    indicator_text: str | None = None
    due: date | None
    value: Decimal | None = None
    state: State


class _Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Fields of `PlanBoard`, its targets unread."""

    id: str
    kind: PlanKind
    title: str
    area: str
    period: str | None
    targets: tuple[msgspec.Raw, ...]
    tallies: tuple[TallyLine, ...]
    counted: PlanCount | None = None
    replaced: tuple[TargetLine, ...] = ()
    papers: tuple[PlanPaper, ...] = ()


class _Packed(msgspec.Struct, frozen=True, kw_only=True):
    plan: _Plan
    sparks: tuple[msgspec.Raw, ...]


class PlanLines:
    """A plan whose targets are read one by one.

    Attributes:
        plan: all but its targets.
        parts: of every target what it is filtered and ordered by.
    """

    def __init__(self, packed: bytes | memoryview) -> None:
        held = unpack(packed, _Packed)
        self._targets, self._sparks = Lines(held.plan.targets, TargetLine), held.sparks
        fields = msgspec.structs.asdict(held.plan) | {"targets": ()}
        self.plan = PlanBoard(**fields)
        self.parts = tuple(self._targets.parts(TargetPart))

    def target(self, place: int) -> TargetLine:
        """The target at a place."""
        return self._targets[place]

    def spark(self, place: int) -> tuple[Decimal, ...]:
        """The yearly values before the target at a place and of its time, the oldest first."""
        return _read(self._sparks[place], tuple[Decimal, ...])

    def of_statement(self, statement: str | None) -> TargetLine | None:
        """The target that a statement sets, among those that hold and those that were replaced."""
        for place, part in enumerate(self.parts):
            if part.statement == statement:
                return self.target(place)
        return next((each for each in self.plan.replaced if each.statement == statement), None)

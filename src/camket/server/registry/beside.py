"""Values as they were beside what they are: told apart by their placements, read only as far as somebody looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

import msgspec

from camket.model.series import Statement
from camket.registry.policy import choose
from camket.server.registry.weighing import chosen_of


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """A value that stands now and did not then, or the other way round."""

    klass: int
    before: Statement | None
    after: Statement | None

    @property
    def is_other_number(self) -> bool:
        """Whether the number is another one, and not only who says it."""
        return self.before is None or self.after is None or _number(self.before) != _number(self.after)

    @property
    def is_other(self) -> bool:
        """Whether the number or the statement that says it is another one."""
        one, other = self.before, self.after
        return self.is_other_number or (one is not None and other is not None and one.id != other.id)


class Both(NamedTuple):
    """What stood and what stands, by the keys of placements of which none is better than another.

    Attributes:
        klass: of the value.
        told: statements that stood besides, which no placement has any more.
        then: what was placed on the day.
        now: what is placed now.
    """

    klass: int
    told: tuple[Statement, ...]
    then: tuple[int, ...]
    now: tuple[int, ...]

    @property
    def may_differ(self) -> bool:
        """Whether what stands now may be something else."""
        return bool(self.told) or self.then != self.now

    @property
    def is_one_sided(self) -> bool:
        """Whether there was nothing, or is nothing: another number, whatever the statements say."""
        return bool(self.told or self.then) != bool(self.now)


class Values(Sequence[Changed]):
    """Values that changed: first those whose number is another one, then those that only another statement says.

    A part of them reads the statements of that part, in two questions.

    Attributes:
        numbers: how many have another number.
        sources: how many have another source alone.
    """

    def __init__(self, numbers: Sequence[Both | Changed], sources: Sequence[Changed]) -> None:
        self._held = [*numbers, *sources]
        self.numbers, self.sources = len(numbers), len(sources)

    def __len__(self) -> int:
        """How many there are; nothing is read for it."""
        return len(self._held)

    def __iter__(self) -> Iterator[Changed]:
        """All of them, read at once."""
        return iter(self[:])

    @overload
    def __getitem__(self, at: int) -> Changed: ...

    @overload
    def __getitem__(self, at: slice) -> list[Changed]: ...

    def __getitem__(self, at: int | slice) -> Changed | list[Changed]:
        """One of them, or those of a part."""
        if isinstance(at, int):
            place = range(len(self))[at]
            return self[place : place + 1][0]
        part = self._held[at]
        found = iter(_read([each for each in part if isinstance(each, Both)]))
        return [each if isinstance(each, Changed) else next(found) for each in part]


def values_of(rows: Iterable[Both]) -> Values:
    """The values among some that changed, in their order."""
    held = [each for each in rows if each.may_differ]
    found = iter(_read([each for each in held if not each.is_one_sided]))
    told = [each if each.is_one_sided else next(found) for each in held]
    numbers = [each for each in told if isinstance(each, Both) or each.is_other_number]
    same = (each for each in told if isinstance(each, Changed) and not each.is_other_number)
    return Values(numbers, [each for each in same if each.is_other])


def _best(statements: Sequence[Statement]) -> Statement | None:
    """What the policy chooses; nothing of none."""
    return choose(statements).statement if statements else None


def _read(rows: Sequence[Both]) -> list[Changed]:
    then, now = chosen_of(
        {place: each.then for place, each in enumerate(rows) if each.then},
        {place: each.now for place, each in enumerate(rows) if each.now},
    )
    return [
        Changed(
            klass=each.klass,
            before=_best([*each.told, *([then[place]] if place in then else ())]),
            after=now.get(place),
        )
        for place, each in enumerate(rows)
    ]


def _number(statement: Statement) -> tuple[object, ...]:
    figure = statement.figure
    return figure.value, figure.value_high, figure.comparator

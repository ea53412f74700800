"""What stands for a reader: what the policy chooses among the statements that he may see.

A group of statements has one row of what stands, chosen among all. A reader who may see that placement gets it, with
those of its rivals that he may see; for one who may not the policy chooses anew, and so it does where he may see a copy
of a paper that he may not see. So nobody learns of a statement that he may not see by a number, by a count, or by what
is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import BooleanField, Count, DateField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from camket.model.message import Message
from camket.model.series import Standing, Statement
from camket.registry.policy import VERSION, choose
from camket.server.registry.access import Reader, placements
from camket.server.registry.models import Placement
from camket.server.registry.models import Standing as Row
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import Group
from camket.server.registry.ready import Given, ready
from camket.server.registry.store import DatabaseRegistry, statements_by_key
from camket.server.registry.weighing import parts

MOST_RIVALS = 5
_FIRST = Coalesce(F("first"), Value(NO_FIRST, output_field=DateField()))


_Place = tuple[int | None, int, date, date | None]


class Slot(NamedTuple):
    """A row of what stands: for a series, a class and the days of a period."""

    id: int
    series: int
    klass: int
    first: date
    last: date

    @property
    def place(self) -> _Place:
        """What the row is of."""
        return self.series, self.klass, self.first, self.last


class Stands(NamedTuple):
    """What stands in a slot: the key of its placement, and the statement with its rivals."""

    slot: Slot
    placement: int
    standing: Standing


class _Member(NamedTuple):
    """A placement of a group; `why` is the code of what decided against it."""

    placement: int
    why: str


def rows_seen(reader: Reader) -> QuerySet[Row]:
    """The rows of groups that hold a statement which a reader may see."""
    return Row.objects.filter(_top(reader) | Exists(same_place(reader)))


def slots(rows: QuerySet[Row]) -> list[Slot]:
    """Rows by what they are of."""
    return [Slot(*row) for row in rows.values_list(*Slot._fields)]


def seen(reader: Reader) -> QuerySet[Placement]:
    """The placements that count for a reader."""
    return DatabaseRegistry().seen_by(reader).placements()


def stands(reader: Reader, wanted: Sequence[Slot], rivals_shown: int = MOST_RIVALS) -> Iterator[Stands]:
    """What stands for a reader in slots, with the first of the rivals; nothing where he may see none."""
    members, unfit = _members(reader, [slot.id for slot in wanted], rivals_shown)
    found = dict(statements_by_key([member.placement for own in members.values() for member in own], reader))
    anew = []
    for slot in wanted:
        top, *rest = members.get(slot.id, [_Member(0, "")])
        if slot.id in unfit or top.placement not in found:
            anew.append(slot)
            continue
        rivals = [member for member in rest if member.placement in found]
        standing = Standing(
            statement=found[top.placement],
            rivals=tuple(found[member.placement] for member in rivals),
            reasons=tuple(Message(member.why) for member in rivals),
            policy=VERSION,
        )
        yield Stands(slot, top.placement, standing)
    yield from _chosen_anew(reader, anew)


def standing_in(reader: Reader, groups: Collection[Group]) -> tuple[dict[Group, int], set[Group]]:
    """The placements that stand in groups where they fit the reader, and the groups in which he must be chosen for."""
    wanted, fit, unfit = set(groups), {}, set()
    for part in parts(sorted(wanted, key=lambda each: (each.series, each.last))):
        near = _near.given(series={each.series for each in part}, lasts={each.last for each in part})
        for placement, lacks, *slot in near(reader):
            group = _group(Slot(*slot))
            if group in wanted and lacks:
                unfit.add(group)
            elif group in wanted:
                fit[group] = placement
    return fit, unfit


def in_use(reader: Reader, keys: Collection[int]) -> set[int]:
    """Which of some placements, that a reader may see, stand for him."""
    anew, standing = [], set()
    for unfit, placement, *slot in _around_keys.given(keys=keys)(reader):
        if unfit:
            anew.append(Slot(*slot))
        else:
            standing.add(placement)
    return standing | {each.placement for each in _chosen_anew(reader, anew)}.intersection(keys)


def counts(reader: Reader, wanted: Sequence[Slot]) -> dict[int, int]:
    """How many statements that a reader may see there are in each slot, by its key."""
    found: dict[_Place, int] = {
        (series, klass, first or NO_FIRST, last): count
        for series, klass, first, last, count in _counted.given(**_parts_of(wanted))(reader)
    }
    return {slot.id: found.get(slot.place, 0) for slot in wanted}


def _group(slot: Slot) -> Group:
    return Group(slot.series, slot.klass, None if slot.first == NO_FIRST else slot.first, slot.last)


def _top(reader: Reader) -> Q:
    """Rows whose placement a reader may see."""
    return placements(reader, "placement__")


def same_place(reader: Reader) -> QuerySet[Placement]:
    """The placements that a reader may see in the group of the row that is asked for."""
    own = seen(reader).filter(series=OuterRef("series"), klass=OuterRef("klass"), last=OuterRef("last"))
    return own.annotate(opened=_FIRST).filter(opened=OuterRef("first"))


def _unfit(reader: Reader) -> ExpressionWrapper[Combinable]:
    """Whether for a reader must be chosen anew: where he may not see what stands, or sees a copy of what he may not."""
    copies = same_place(reader).filter(fact__document__stands_for__isnull=False)
    return ExpressionWrapper(~_top(reader) | Exists(copies), output_field=BooleanField())


def _members(reader: Reader, ids: Sequence[int], most: int) -> tuple[dict[int, list[_Member]], set[int]]:
    """What stands with the first of its rivals, of which there may be thousands: no more leave the database.

    And the keys of the rows that do not fit the reader.
    """
    members, unfit = {}, set()
    for key, lacks, placement, *rest in _with_rivals.given(ids=ids)(reader, most):
        if lacks:
            unfit.add(key)
        pairs = zip(rest[:most], rest[most:], strict=True)
        members[key] = [_Member(placement, ""), *(_Member(rival, why) for rival, why in pairs if rival)]
    return members, unfit


def _parts_of(wanted: Sequence[Slot]) -> dict[str, Collection[int] | Collection[date]]:
    """What slots are of, part by part: what is asked for by these are the slots, and others near them."""
    return {
        "series": {slot.series for slot in wanted},
        "classes": {slot.klass for slot in wanted},
        "lasts": {slot.last for slot in wanted},
    }


def _around(reader: Reader) -> QuerySet[Placement]:
    """The placements that a reader may see in slots, and others near them; `_parts_of` tells what is to be given."""
    return seen(reader).filter(series__in=Given("series"), klass__in=Given("classes"), last__in=Given("lasts"))


@ready
def _placed_around(reader: Reader) -> QuerySet[Any, Any]:
    return _around(reader).values_list("id", "series", "klass", "first", "last")


@ready
def _counted(reader: Reader) -> QuerySet[Any, Any]:
    places = _around(reader).values("series", "klass", "first", "last").annotate(count=Count("id")).order_by()
    return places.values_list("series", "klass", "first", "last", "count")


@ready
def _near(reader: Reader) -> QuerySet[Any, Any]:
    """Rows of some series and last days, and whether they do not fit the reader."""
    near = Row.objects.filter(series__in=Given("series"), last__in=Given("lasts"))
    return near.annotate(unfit=_unfit(reader)).values_list("placement", "unfit", *Slot._fields)


@ready
def _around_keys(reader: Reader) -> QuerySet[Any, Any]:
    """Of rows near some placements those in which one of these stands, and those that do not fit the reader."""
    own = Placement.objects.filter(id__in=Given("keys"))
    near = Row.objects.filter(series__in=own.values("series"), last__in=own.values("last"))
    rows = near.annotate(unfit=_unfit(reader)).filter(Q(placement__in=Given("keys")) | Q(unfit=True))
    return rows.values_list("unfit", "placement", *Slot._fields)


@ready
def _with_rivals(reader: Reader, most: int) -> QuerySet[Any, Any]:
    rivals = [f"rivals__{place}" for place in range(most)]
    codes = [f"reasons__{place}__0" for place in range(most)]
    rows = Row.objects.filter(id__in=Given("ids")).annotate(unfit=_unfit(reader))
    return rows.values_list("id", "unfit", "placement", *rivals, *codes)


def _chosen_anew(reader: Reader, wanted: Sequence[Slot]) -> Iterator[Stands]:
    """Slots whose best may not be seen, chosen among those that may."""
    if not wanted:
        return
    places = {slot.place: slot for slot in wanted}
    of: dict[int, Slot] = {}
    for key, series, klass, first, last in _placed_around.given(**_parts_of(wanted))(reader):
        slot = places.get((series, klass, first or NO_FIRST, last))
        if slot is not None:
            of[key] = slot
    found: dict[Slot, dict[str, tuple[int, Statement]]] = {}
    for key, statement in statements_by_key(list(of)):
        found.setdefault(of[key], {})[statement.id] = key, statement
    for slot in wanted:
        if own := found.get(slot):
            standing = choose(statement for _, statement in own.values())
            yield Stands(slot, own[standing.statement.id][0], _shortened(standing))


def _shortened(standing: Standing) -> Standing:
    rivals, reasons = standing.rivals[:MOST_RIVALS], standing.reasons[:MOST_RIVALS]
    return Standing(statement=standing.statement, rivals=rivals, reasons=reasons, policy=standing.policy)

"""The values that stand: chosen by the policy among all statements of a group, and kept with reasons and rivals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from camket.model.fact import Figure
from camket.model.series import Source, Statement
from camket.registry.policy import VERSION, choose, settled
from camket.resolve.corrections import period_at
from camket.resolve.placing import figure_interval
from camket.server.registry.keys import unpack
from camket.server.registry.models import Placement, Series, Standing
from camket.server.registry.models.series import NO_FIRST
from camket.server.registry.placing import CHUNK, COUNTING, Group, groups_of, series_record
from camket.server.registry.preferred import mark, preferred

_Key = tuple[int, int, date, date]
_COLUMNS = (
    "id", "series_id", "klass", "first", "last", "published", "rank",
    "fact__body", "judgement__body", "fact__document__name", "loose__body",
)  # fmt: skip
_CHOSEN = ("placement", "policy", "rivals", "reasons")


def settle(groups: Iterable[Group]) -> None:
    """Choose anew what stands in groups that changed. Runs inside an action."""
    ordered = sorted(groups, key=lambda each: (each.series, each.klass, each.last, each.first or NO_FIRST))
    for start in range(0, len(ordered), CHUNK):
        chunk = set(ordered[start : start + CHUNK])
        rows = list(chosen(chunk))
        Standing.objects.bulk_create(
            rows,
            batch_size=CHUNK,
            update_conflicts=True,
            unique_fields=["series", "klass", "first", "last"],
            update_fields=_CHOSEN,
        )
        _forget({_key(each) for each in chunk} - {_key_of(row) for row in rows})


def difference(series: Iterable[int]) -> set[Group]:
    """The groups of series in which something else stands than the policy chooses today."""
    numbers = set(series)
    groups = groups_of(Placement.objects.filter(COUNTING, series_id__in=numbers))
    wanted = {_key_of(row): _said(row) for row in chosen(groups)}
    kept = {_key_of(row): _said(row) for row in Standing.objects.filter(series_id__in=numbers)}
    wrong = {key for key in wanted.keys() | kept.keys() if wanted.get(key) != kept.get(key)}
    return {Group(number, klass, None if first == NO_FIRST else first, last) for number, klass, first, last in wrong}


def chosen(groups: set[Group]) -> Iterator[Standing]:
    """What must stand in groups, as rows that are not written; none for a group without statements that count."""
    members: dict[Group, list[tuple[int, Statement]]] = {}
    mentions = preferred()
    for group, key, statement in _statements(groups):
        members.setdefault(group, []).append((key, mark(statement, mentions)))
    for group in sorted(members, key=_key):
        yield _standing(group, members[group])


def _key(group: Group) -> _Key:
    return group.series, group.klass, group.first or NO_FIRST, group.last


def _key_of(row: Standing) -> _Key:
    return row.series_id, row.klass, row.first, row.last


def _said(row: Standing) -> tuple[object, ...]:
    return row.placement_id, row.policy, row.rivals, row.reasons


def _statements(groups: set[Group]) -> Iterator[tuple[Group, int, Statement]]:
    """All statements that count in groups, with the keys of their placements."""
    numbers = {each.series for each in groups}
    series = {row.id: series_record(row) for row in Series.objects.filter(id__in=numbers)}
    asked = Placement.objects.filter(
        COUNTING, series_id__in=numbers, klass__in={each.klass for each in groups}, last__in={g.last for g in groups}
    )
    for key, number, klass, first, last, published, rank, body, said, name, loose in asked.values_list(*_COLUMNS):
        group = Group(number, klass, first, last)
        if group not in groups:
            continue
        if loose is not None:
            yield group, key, unpack(loose, Statement)
            continue
        read = unpack(body, Figure)
        figure = read if said is None else settled(read, unpack(said, Figure))
        yield (
            group,
            key,
            Statement(
                figure=figure,
                source=Source(document=name, published=published),
                series=series[number],
                period=period_at(figure.told_period, last),
                interval=figure_interval(figure),
                rank=rank,
            ),
        )


def _standing(group: Group, members: list[tuple[int, Statement]]) -> Standing:
    keys = {statement.id: key for key, statement in members}
    choice = choose(statement for _, statement in members)
    return Standing(
        series_id=group.series,
        klass=group.klass,
        first=group.first or NO_FIRST,
        last=group.last,
        placement_id=keys[choice.statement.id],
        policy=VERSION,
        rivals=[keys[rival.id] for rival in choice.rivals],
        reasons=[[reason.code, [list(pair) for pair in reason.params]] for reason in choice.reasons],
    )


def _forget(empty: set[_Key]) -> None:
    """Take away what stood in groups that hold nothing any more."""
    if not empty:
        return
    rows = Standing.objects.filter(series_id__in={key[0] for key in empty}, last__in={key[3] for key in empty})
    found = rows.values_list("id", "series_id", "klass", "first", "last")
    gone = [number for number, *key in found if tuple(key) in empty]
    Standing.objects.filter(id__in=gone).delete()

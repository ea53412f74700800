"""Where tasks stand, kept for lists: made of what happened to them, and asked for any day.

A span holds what changes by events alone. What changes as days pass, whether an open task is late, due soon, not heard
of, follows from its columns and the day that is asked for: as a condition of the database here, as `camket.work` for a
single task. Both say the same (tests try random tasks on random days).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Case, CharField, Q, QuerySet, Value, When
from django.utils.timezone import localdate

from camket.model.task import Alarm, Outcome, Standing
from camket.server.registry import models
from camket.server.registry.work import Followed, days_of, held
from camket.work.days import months_after
from camket.work.rules import rules_on

_DAY = timedelta(days=1)
_SAME = (
    "since", "until", "version", "state", "open", "counted", "lead", "level", "area", "given", "first_due", "due",
    "last_day", "late_from", "undated_from", "silent_from", "done_on", "counted_on", "extended", "updated", "percent",
    "asked", "key", "tracked", "leader", "officer",
)  # fmt: skip
OPEN_OUTCOMES: tuple[Outcome, ...] = ("open_in_time", "open_overdue")
OUTCOMES: tuple[Outcome, ...] = ("done_in_time", "done_late", "open_in_time", "open_overdue", "out")
LATE_OUTCOMES: tuple[Outcome, ...] = ("open_overdue", "done_late")


def spans_of(found: Followed) -> list[models.TaskSpan]:
    """All spans of a task, not written."""
    days = days_of(found)
    made = [_span(found, day) for day in days]
    for span, after in zip(made, days[1:], strict=False):
        span.until = after
    return made


def respan(numbers: Iterable[int]) -> int:
    """Make the spans of some tasks anew; those that say the same are left. Gives how many were written or removed."""
    wanted = {number: spans_of(each) for number, each in held(numbers).items()}
    kept: dict[tuple[int, date], models.TaskSpan] = {}
    for row in models.TaskSpan.objects.filter(task__in=list(wanted)):
        kept[row.task_id, row.since] = row
    fresh, changed = [], []
    for span in (each for spans in wanted.values() for each in spans):
        former = kept.pop((span.task_id, span.since), None)
        if former is None:
            fresh.append(span)
        elif _told(former) != _told(span):
            span.id = former.id
            changed.append(span)
    models.TaskSpan.objects.filter(id__in=[row.id for row in kept.values()]).delete()
    models.TaskSpan.objects.bulk_create(fresh, batch_size=500)
    models.TaskSpan.objects.bulk_update(changed, [name for name in _SAME if name != "since"], batch_size=200)
    return len(fresh) + len(changed) + len(kept)


def wrong_spans(numbers: Iterable[int]) -> list[int]:
    """Of some tasks those whose spans are not what their events make."""
    wanted = {number: [_told(span) for span in spans_of(each)] for number, each in held(numbers).items()}
    kept: dict[int, list[tuple[object, ...]]] = {}
    for row in models.TaskSpan.objects.filter(task__in=list(wanted)).order_by("task", "since"):
        kept.setdefault(row.task_id, []).append(_told(row))
    return [number for number, spans in wanted.items() if spans != kept.get(number, [])]


def _told(span: models.TaskSpan) -> tuple[object, ...]:
    return tuple(getattr(span, name) for name in _SAME)


def _span(found: Followed, day: date) -> models.TaskSpan:
    """The span that begins on a day."""
    at = found.on(day)
    task = found.task
    rules, since = rules_on(day, task.area), task.given or localdate(task.entered_at)
    undated = task.due.kind == "none" and at.due is None
    return models.TaskSpan(
        task_id=int(task.id),
        since=day,
        version=sum(1 for each in found.events if each.number <= _last(found, day)),
        state=at.state,
        open=at.outcome in OPEN_OUTCOMES,
        counted=at.outcome != "out",
        lead=at.lead,
        level=task.level,
        area=task.area,
        given=task.given,
        first_due=at.first_due,
        due=at.due,
        last_day=at.due + at.paused * _DAY if at.due is not None else None,
        late_from=_late_from(found, at),
        undated_from=months_after(since, rules.no_due_months) + _DAY if undated else None,
        silent_from=(at.updated or since) + (rules.not_updated_days + 1) * _DAY,
        done_on=at.done_on,
        counted_on=at.counted_on,
        extended=at.extended,
        updated=at.updated,
        percent=at.percent,
        asked=at.asked,
        key=at.key,
        tracked=task.tracked,
        leader=at.leader,
        officer=at.officer,
    )


def _last(found: Followed, day: date) -> int:
    """The number of the last event that was entered until the end of a day; 0 where none was."""
    return max((each.number for each in found.events if localdate(each.at) <= day), default=0)


def _late_from(found: Followed, at: Standing) -> date | None:
    """The first day that is too late if nothing more happens; None where none is, and of what was done in time.

    What is late already tells by how many days; of what is not, the day after its due is asked for.
    """
    if at.outcome in LATE_OUTCOMES:
        return (at.counted_on or at.done_on or at.day) - (at.days_late - 1) * _DAY
    if at.outcome != "open_in_time" or at.due is None:
        return None
    known = Followed(task=found.task, events=found.events[: _last(found, at.day)])
    after = known.on(max(at.due + at.paused * _DAY, at.day) + _DAY)
    return after.day - (after.days_late - 1) * _DAY if after.outcome in LATE_OUTCOMES else None


def on_day(day: date) -> QuerySet[models.TaskSpan]:
    """The span of each task that was known at the end of a day."""
    if day >= localdate():  # the same, and the database need not look at any other
        return models.TaskSpan.objects.filter(until__isnull=True)
    return models.TaskSpan.objects.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)


def outcome_is(day: date, outcome: str, path: str = "") -> Q:
    """The condition that a span has an outcome on a day of its own; as `camket.work.standing` decides it."""
    late = Q(**{f"{path}late_from__isnull": False})
    overdue = Q(**{f"{path}late_from__lte": day})
    counted, is_open = Q(**{f"{path}counted": True}), Q(**{f"{path}open": True})
    return {
        "done_in_time": counted & ~is_open & ~late,
        "done_late": counted & ~is_open & late,
        "open_in_time": is_open & ~(late & overdue),
        "open_overdue": is_open & late & overdue,
        "out": ~counted,
    }[outcome]


def outcome_of(day: date) -> Case:
    """The outcome of spans on a day as a column."""
    whens = [When(outcome_is(day, each), then=Value(each)) for each in OUTCOMES if each != "out"]
    return Case(*whens, default=Value("out"), output_field=CharField())


def alarm_is(day: date, alarm: Alarm) -> Q:
    """The condition that a span has an alarm on a day; by the rules for all areas of that day."""
    rules = rules_on(day)
    runs = Q(open=True, counted_on__isnull=True)
    return (
        runs
        & {
            "due_today": Q(last_day=day),
            "due_soon": Q(last_day__gt=day, last_day__lte=day + max(rules.due_soon_days, default=0) * _DAY),
            "overdue_long": Q(late_from__lte=day - rules.overdue_long_days * _DAY),
            "no_due_long": Q(undated_from__lte=day),
            "not_updated": Q(silent_from__lte=day),
        }[alarm]
    )

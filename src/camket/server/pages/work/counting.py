"""Numbers of tasks, each with the address of the list of exactly those tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, get_args
from urllib.parse import urlencode

import msgspec
from django.db.models import Count, QuerySet
from django.urls import reverse

from camket.model.share import Share, ShareCode
from camket.model.task import Outcome
from camket.report.numbers import amount
from camket.server.pages.work.filters import DAY
from camket.server.pages.work.groups import GROUPS, OF_OUTCOME, OF_SHARE
from camket.server.pages.work.lines import TONES
from camket.server.registry.models import TaskSpan
from camket.words import Language, term

Counts = Mapping[str, int]


class Scope(msgspec.Struct, frozen=True):
    """What numbers are of: the questions of the address that a list of the same tasks has, and the day."""

    asked: tuple[tuple[str, str], ...]
    day: date
    today: date

    def address(self, **more: str) -> str:
        """The list of the tasks that a number counts."""
        questions = [*self.asked, *((name.replace("_", "-"), value) for name, value in more.items())]
        if self.day != self.today:
            questions.append((DAY, self.day.isoformat()))
        return f"{reverse('tasks')}?{urlencode(questions)}" if questions else reverse("tasks")


class Number(msgspec.Struct, frozen=True):
    """A number with what it counts, the tone of that, and the list behind it."""

    name: str
    count: int
    address: str
    tone: str = "quiet"


class ShownShare(msgspec.Struct, frozen=True, kw_only=True):
    """A share with its two counts, each with its list; `percent` is empty of nothing."""

    name: str
    percent: str
    part: Number
    whole: Number


def counts(rows: QuerySet[TaskSpan], day: date, groups: Iterable[str] = GROUPS) -> Counts:
    """How many tasks some groups have; one question."""
    found: dict[str, int] = rows.aggregate(**_columns(day, groups))
    return {name.replace("_", "-"): count for name, count in found.items()}


def counts_by(rows: QuerySet[TaskSpan], column: str, day: date, groups: Iterable[str]) -> dict[str, Counts]:
    """The same for each value of a column; one question."""
    columns = _columns(day, groups)
    found = rows.order_by().values(column).annotate(**columns)
    return {row.pop(column): {name.replace("_", "-"): count for name, count in row.items()} for row in found}


def _columns(day: date, groups: Iterable[str]) -> dict[str, Any]:
    return {name.replace("-", "_"): Count("id", filter=GROUPS[name](day)) for name in groups}


def number(group: str, held: Counts, scope: Scope, language: Language, tone: str = "quiet") -> Number:
    """The number of a group."""
    return Number(term(f"tasks.group.{group}", language), held[group], scope.address(nhom=group), tone)


def outcomes(held: Counts, scope: Scope, language: Language) -> tuple[Number, ...]:
    """The four outcomes."""
    return tuple(
        number(OF_OUTCOME[each], held, scope, language, TONES[each]) for each in get_args(Outcome) if each != "out"
    )


def share_records(held: Counts) -> tuple[Share, ...]:
    """The five shares as records of the core, without the tasks behind them."""
    return tuple(
        Share(code=code, part=held[OF_SHARE[code][0]], whole=held[OF_SHARE[code][1]]) for code in get_args(ShareCode)
    )


def shares(held: Counts, scope: Scope, language: Language) -> tuple[ShownShare, ...]:
    """The five shares, each with its denominator."""
    return tuple(_shown(each, held, scope, language) for each in share_records(held))


def _shown(share: Share, held: Counts, scope: Scope, language: Language) -> ShownShare:
    part, whole = OF_SHARE[share.code]
    percent = share.percent()
    return ShownShare(
        name=term(f"tasks.share.{share.code}", language),
        percent=amount(percent, "percent", language) if percent is not None else "",
        part=number(part, held, scope, language),
        whole=number(whole, held, scope, language),
    )


def alarms(held: Counts, scope: Scope, language: Language, groups: Sequence[str]) -> tuple[Number, ...]:
    """What should be looked at; groups without a task are left out."""
    return tuple(number(each, held, scope, language, "warn") for each in groups if held[each])

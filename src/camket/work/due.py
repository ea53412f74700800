"""When a task is due, by the words of its sentence and the deadline that was read off them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

import msgspec

from camket.grammar.fold import Folded, fold
from camket.model.fact import Directive
from camket.model.period import Period, parse_period
from camket.model.task import Due
from camket.work.days import add_working_days, month_end, months_after, next_working_day
from camket.work.due_days import Asked, Found, days_named
from camket.work.due_words import events, onwards, paces, returning, sittings, standing_words, terms, urgency
from camket.work.rules import WorkRules, rules_on

_OF_ISSUE = re.compile(
    r"nay|thông báo|(?:ngày )?(?:ban hành|ký)(?: ban hành)?"
    r"(?: (?:thông báo|kết luận|quyết định|công văn|văn bản|kế hoạch|chỉ thị|công điện|nghị quyết)(?: này)?)?"
)
"""The day of the paper itself, as the event that a term runs from."""
_MOST_OCCURRENCES = 400


def due_of(directive: Directive, day: date | None, rules: WorkRules | None = None, *, sentence: str = "") -> Due:
    """When a directive is due.

    What comes back, what runs from an event and what waits for a sitting is told by the words; else the deadline that
    was read counts, which a person may have mended, with the words that say it.

    Args:
        directive: as it was read.
        day: of its paper.
        rules: of the province on that day.
        sentence: the sentence around it, where the due stands outside the task's own words.
    """
    words = sentence or directive.quote
    asked = _asked(words, day, rules)
    told = [*returning(asked), *terms(asked), *sittings(asked)]
    deadline = parse_period(directive.deadline) if directive.deadline else None
    named = _good(days_named(asked))
    beside = _chosen(_apart(named, told))
    if told and not (beside is not None and (beside.binding or told[0].due.kind == "conditional")):
        return _running(told[0].due, asked)
    if deadline is not None:
        return _dated(deadline, named, asked.rules)
    rest = [*events(asked), *standing_words(asked), *urgency(asked)]
    return _running(rest[0].due, asked) if rest else Due()


class TypedDue(NamedTuple):
    """A due that was typed.

    Attributes:
        due: with all words that were typed.
        named: the days that it was chosen among, also those that do not exist; none where it is no fixed day.
        chosen: the one that was taken; None where none was.
    """

    due: Due
    named: tuple[Found, ...] = ()
    chosen: Found | None = None


def due_from_words(words: str, day: date | None = None, rules: WorkRules | None = None) -> Due:
    """When something is due by words that are about nothing else, as typed in the column of a list.

    Args:
        words: `Trước 30/6/2026`, `Quý II/2026`, `Hằng tháng`, `Thường xuyên`, a day.
        day: from which they speak; without it a day needs its year.
        rules: of the province.
    """
    return typed_due(words, day, rules).due


def typed_due(
    words: str, day: date | None = None, rules: WorkRules | None = None, *, year: int | None = None
) -> TypedDue:
    """The same, with the days that the words name and what is wrong with them.

    A day that stands beside a term or a sitting counts before it; what comes back goes before a day.

    Args:
        words: as above.
        day: as above.
        rules: as above.
        year: in which a day without one lies, where there is no day from which they speak.
    """
    asked = _asked(words, day, rules)._replace(alone=True, year=year)
    shown = " ".join(words.split())
    back = next(chain(returning(asked), onwards(asked)), None)
    if back is not None:
        return TypedDue(_running(back.due, asked))
    after = [each for each in events(asked) if each.due.kind == "relative"]
    told = [*after, *terms(asked), *sittings(asked)]
    named = _apart(days_named(asked), told)
    chosen = _chosen(_good(named))
    if chosen is not None:
        return TypedDue(msgspec.structs.replace(chosen.due, words=shown), tuple(named), chosen)
    rest = [*told, *events(asked), *standing_words(asked), *paces(asked)]
    return TypedDue(_running(rest[0].due, asked) if rest else Due(words=shown), tuple(named))


def is_whole_due(words: str) -> bool:
    """Whether words name one day and say nothing else: `trước ngày 30/6/2026`, `trong quý III`."""
    asked = _asked(words, date(2000, 1, 1), None)
    named = days_named(asked)
    return len(named) == 1 and not (asked.words.low[: named[0].start] + asked.words.low[named[0].end :]).strip(" ,;.")


def runs_from_paper(due: Due) -> bool:
    """Whether a due is a term that does not say from when it runs, and so runs from the day of its paper."""
    return due.kind == "relative" and not due.event


def from_its_paper(due: Due, day: date | None, rules: WorkRules | None = None) -> Due:
    """A due with its last day where it runs from the day of its paper; any other as it stands."""
    if not runs_from_paper(due) or due.day is not None or day is None:
        return due
    return msgspec.structs.replace(due, day=day_after(due, day, rules))


def day_after(due: Due, event: date, rules: WorkRules | None = None) -> date | None:
    """The last day in time of a relative due, once its event has come on a day; None for other dues.

    The day of the event is not counted. A term in calendar days that ends on a day off ends on the next working day
    where the rules say so.
    """
    if due.kind != "relative" or not (due.days or due.months):
        return None
    if due.working:
        return add_working_days(event, due.days)
    rules = rules if rules is not None else rules_on(event)
    last = months_after(event, due.months) if due.months else event + timedelta(days=due.days)
    return next_working_day(last) if rules.moves_off_holidays else last


def occurrences(due: Due, first: date, last: date) -> tuple[date, ...]:
    """The due days of a recurring due from a day to another, both counted; none where its first day is not known."""
    if due.kind != "recurring" or due.day is None or not due.every:
        return ()
    found = []
    for number in range(_MOST_OCCURRENCES):
        day = _occurrence(due, number)
        if day > last:
            break
        if day >= first:
            found.append(day)
    return tuple(found)


def _occurrence(due: Due, number: int) -> date:
    first = due.day or date.min
    count = int(due.every[1:-1])
    if due.every.endswith("D"):
        return first + timedelta(days=count * number)
    day = months_after(first, number * count * (12 if due.every.endswith("Y") else 1))
    is_end = first == month_end(first.year, first.month)
    return month_end(day.year, day.month) if is_end else day


def _asked(words: str, day: date | None, rules: WorkRules | None) -> Asked:
    return Asked(Folded(words), day, rules if rules is not None else rules_on(day or date.max))


def _good(found: list[Found]) -> list[Found]:
    """The days that exist."""
    return [each for each in found if each.due.day is not None]


def _chosen(found: list[Found]) -> Found | None:
    """The day that binds: the one that is `chậm nhất`, else the last that is told."""
    return max(found, key=lambda each: (each.binding, each.start), default=None)


def _apart(named: list[Found], told: list[Found]) -> list[Found]:
    """The days that are no part of another due: `kỳ họp tháng 12` names a sitting."""
    return [each for each in named if not any(_meets(each, other) for other in told)]


def _meets(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _dated(deadline: Period, named: list[Found], rules: WorkRules) -> Due:
    """A fixed due from the deadline that was read, with the words that say it where they can be told."""
    last = deadline.last
    close = [each for each in named if each.due.day is not None and abs((each.due.day - last).days) <= 2]
    said = _chosen(close)
    if said is None:
        return Due(kind="fixed", day=last)
    before = fold(said.due.words).startswith(("trước", "xong trước", "hoàn thành trước"))
    if deadline.grain == "day" and before and rules.before_includes_day and said.due.day == last + timedelta(days=1):
        last = last + timedelta(days=1)
    if "tuần" in fold(said.due.words) and said.due.day is not None:
        last = said.due.day
    return Due(kind="fixed", day=last, words=said.due.words)


def _running(due: Due, asked: Asked) -> Due:
    """A due with its day where that is known already: a term that runs from the day of the paper or from one said."""
    if due.kind != "relative":
        return due
    event = fold(due.event).strip()
    begins = asked.day if not event or _OF_ISSUE.fullmatch(event) else _day_said(event)
    return due if begins is None else msgspec.structs.replace(due, day=day_after(due, begins, asked.rules))


_DAY_SAID = re.compile(
    r"(?:ngày )?(?P<day>\d{1,2})(?: tháng |[/.-])(?P<month>\d{1,2})(?: năm |[/.-])(?P<year>(?:19|20)\d\d)"
)


def _day_said(event: str) -> date | None:
    """The day that an event is said to be: `07 ngày làm việc kể từ ngày 29/10/2025`."""
    said = _DAY_SAID.fullmatch(event)
    try:
        return date(int(said["year"]), int(said["month"]), int(said["day"])) if said is not None else None
    except ValueError:
        return None

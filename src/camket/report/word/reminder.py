"""Letters of reminder: to one body, its overdue tasks and those due soon; and the same as text to paste in a chat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from camket.model.message import message
from camket.model.task import Standing
from camket.report.dates import day as shown_day
from camket.report.word.office import Heading, Office, foot, letterhead
from camket.report.word.page import Column, Page, Text
from camket.report.word.tasks import begun, source_of
from camket.words import say, term
from camket.work.rules import WorkRules, rules_on
from camket.work.tracking.bodies import name_of

_COLUMNS: tuple[tuple[str, float], ...] = (
    ("number", 12), ("task", 57), ("source", 34), ("first_due", 22), ("due", 22), ("days", 18)
)  # fmt: skip
_MIDDLE = frozenset(("number", "first_due", "due", "days"))


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """What one body is to be reminded of.

    Attributes:
        body: its id, or its name.
        day: the day of the reminder.
        overdue: tasks past their due, the latest first.
        soon: tasks due in the next days, today's first.
        soon_days: how many days ahead these are.
        open: how many open tasks it leads.
    """

    body: str
    day: date
    overdue: tuple[Standing, ...] = ()
    soon: tuple[Standing, ...] = ()
    soon_days: int
    open: int


def reminders(standings: Sequence[Standing], day: date, rules: WorkRules | None = None) -> tuple[Reminder, ...]:
    """A reminder for each body that has anything overdue or due soon, in the order of their names.

    What was handed in or submitted waits for others: nobody is reminded of it.
    """
    rules = rules if rules is not None else rules_on(day)
    by_body: dict[str, list[Standing]] = {}
    for each in standings:
        if each.lead and each.outcome in ("open_in_time", "open_overdue"):
            by_body.setdefault(each.lead, []).append(each)
    found = []
    for body, tasks in sorted(by_body.items(), key=lambda item: name_of(item[0])):
        waiting = [each for each in tasks if each.state not in ("reported", "waiting")]
        overdue = sorted((each for each in waiting if each.outcome == "open_overdue"), key=_latest_first)
        soon = [each for each in waiting if {"due_soon", "due_today"} & set(each.alarms)]
        if overdue or soon:
            found.append(
                Reminder(
                    body=body, day=day, overdue=tuple(overdue), soon=tuple(sorted(soon, key=_latest_first)),
                    soon_days=max(rules.due_soon_days, default=0), open=len(tasks),
                )
            )  # fmt: skip
    return tuple(found)


def _latest_first(standing: Standing) -> tuple[date, str]:
    return (standing.due or date.max, standing.task.text)


def letter(
    reminder: Reminder, office: Office, *, reply_by: date | None = None, number: str = "", dated: date | None = None
) -> bytes:
    """The Word file of the letter to one body; the same bytes for the same tasks.

    Args:
        reminder: what it is to be reminded of.
        office: who writes.
        reply_by: until when it is to report; left out where not given.
        number: of the letter; left open where not given.
        dated: its day; left open where not given.

    Raises:
        UsageError: `word.needs_docx` where python-docx is not installed.
    """
    page = Page()
    heading = Heading(
        number=number, sign=f"{office.sign}-{office.field}", day=dated, year=reminder.day.year,
        subject=term("word.reminder.subject"),
    )  # fmt: skip
    letterhead(page, office, heading)
    body = name_of(reminder.body)
    page.line(Text(say(message("word.to", body=body))), before=14, after=8)
    page.body(Text(opening(reminder, office)))
    for code, tasks in (("overdue", reminder.overdue), ("soon", reminder.soon)):
        if tasks:
            page.body(
                Text(say(message(f"word.reminder.{code}", count=len(tasks), days=reminder.soon_days)), bold=True),
                keep=True,
            )
            page.gap(5, keep=True)
            _table(page, code, tasks, reminder.day)
    for text in asked(reminder, office, reply_by):
        page.body(Text(text))
    page.gap(10)
    foot(page, office, term("word.as_above"))
    return page.bytes()


def _table(page: Page, code: str, tasks: Sequence[Standing], day: date) -> None:
    heads = {name: f"word.column.{name}" for name, _ in _COLUMNS} | {"days": f"word.column.days_{code}"}
    columns = [Column(term(heads[name]), width, "center" if name in _MIDDLE else "left") for name, width in _COLUMNS]
    page.table(columns, [_row(place, each, day) for place, each in enumerate(tasks, 1)])


def _row(number: int, standing: Standing, day: date) -> list[str]:
    first = shown_day(standing.first_due) if standing.first_due is not None else ""
    due = shown_day(standing.due) if standing.due is not None else ""
    return [str(number), begun(standing.task.text), source_of(standing), first, due, str(days_of(standing, day))]


def days_of(standing: Standing, day: date) -> int:
    """Days late of an overdue task, days left of one that is due soon."""
    if standing.days_late or standing.due is None:
        return standing.days_late
    return max((standing.due - day).days, 0)


def opening(reminder: Reminder, office: Office) -> str:
    """The first sentence: how many tasks the body has, how many are overdue, how many due soon."""
    parts = [code for code in ("overdue", "soon") if getattr(reminder, code)]
    told = {
        "office": office.name, "day": shown_day(reminder.day), "body": name_of(reminder.body), "open": reminder.open,
        "overdue": len(reminder.overdue), "soon": len(reminder.soon), "days": reminder.soon_days,
    }  # fmt: skip
    return say(message(f"word.reminder.opening_{'_'.join(parts)}", **told))


def asked(reminder: Reminder, office: Office, reply_by: date | None) -> Iterator[str]:
    """What the body is asked to do, a paragraph each."""
    yield say(message("word.reminder.asks", office=office.name, body=name_of(reminder.body)))
    steps = [f"word.reminder.ask_{code}" for code in ("overdue", "soon") if getattr(reminder, code)]
    steps.append("word.reminder.ask_extension")
    steps.append("word.reminder.ask_reply" if reply_by is not None else "word.reminder.ask_report")
    told = shown_day(reply_by) if reply_by is not None else ""
    for place, code in enumerate(steps, 1):
        yield f"{place}. {say(message(code, office=office.name, day=told))}"
    yield say(message("word.reminder.end", body=name_of(reminder.body)))


def chat_text(reminder: Reminder, office: Office, *, reply_by: date | None = None) -> str:
    """The reminder as plain text of short lines, to paste into a chat."""
    lines = [say(message("word.chat.title", body=name_of(reminder.body), day=shown_day(reminder.day)))]
    for code, tasks in (("overdue", reminder.overdue), ("soon", reminder.soon)):
        if tasks:
            lines += ["", say(message(f"word.chat.{code}", count=len(tasks), days=reminder.soon_days))]
            lines += [_chat_line(place, each, code, reminder.day) for place, each in enumerate(tasks, 1)]
    code = "word.chat.reply" if reply_by is not None else "word.chat.report"
    told = shown_day(reply_by) if reply_by is not None else ""
    lines += ["", say(message(code, office=office.name, day=told))]
    return "\n".join(lines) + "\n"


def _chat_line(number: int, standing: Standing, code: str, day: date) -> str:
    paper = source_of(standing).partition("\n")[0]
    put_off = standing.first_due not in (None, standing.due)
    first = (
        f" ({say(message('word.chat.first', day=shown_day(standing.first_due)))})"
        if put_off and standing.first_due
        else ""
    )
    due = shown_day(standing.due) if standing.due is not None else ""
    return say(
        message(
            f"word.chat.task_{code}", number=number, text=standing.task.text, paper=f" ({paper})" if paper else "",
            due=due + first, days=days_of(standing, day),
        )
    )  # fmt: skip

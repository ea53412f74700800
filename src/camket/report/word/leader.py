"""The leader's page and the report of shares: how many tasks, how they stand, by body, each share with its counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import get_args

from camket.model.message import message
from camket.model.share import Share, ShareCode
from camket.model.task import Outcome, Standing
from camket.report.dates import day as shown_day
from camket.report.numbers import number
from camket.report.word.office import Heading, Office, foot, letterhead, title
from camket.report.word.page import Column, Page, Text
from camket.report.word.tasks import begun, counted, dues_of, source_of
from camket.words import say, term
from camket.work.shares import outcomes, shares
from camket.work.tracking.bodies import name_of
from camket.work.tracking.exporting import Kept

_SHOWN: tuple[Outcome, ...] = ("done_in_time", "done_late", "open_in_time", "open_overdue")
_MOST = 40
"""Overdue tasks that are listed; the rest is counted."""


def shares_report(
    tasks: Sequence[Kept], day: date, office: Office, *, about: str = "", own: str = "", dated: date | None = None
) -> bytes:
    """The Word file of the report; the same bytes for the same tasks.

    Args:
        tasks: as they stand on the day, with what happened to them.
        day: as of which it speaks.
        office: who issues it.
        about: whose tasks these are (`do Chủ tịch UBND tỉnh giao`); empty for all.
        own: number of the report; left open where not given.
        dated: its day; left open where not given.

    Raises:
        UsageError: `word.needs_docx` where python-docx is not installed.
    """
    page = Page()
    standings = [each.standing for each in tasks]
    letterhead(page, office, Heading(number=own, sign=f"BC-{office.sign}", day=dated, year=day.year))
    line = say(message("word.shares.about", about=about)) if about else term("word.shares.title")
    title(page, term("word.report"), line, note=say(message("word.as_of", day=shown_day(day))))
    _whole(page, standings)
    _by_body(page, standings)
    _overdue(page, standings)
    _waiting(page, tasks)
    page.gap(10)
    foot(page, office)
    return page.bytes()


def _section(page: Page, numeral: str, code: str) -> None:
    page.body(Text(f"{numeral}. {term(code).upper()}", bold=True), keep=True)


def _whole(page: Page, standings: Sequence[Standing]) -> None:
    _section(page, "I", "word.shares.whole")
    counts = {each.outcome: each.count for each in outcomes(standings)}
    inside = sum(counts.get(each, 0) for each in _SHOWN)
    told = counted((f"work.outcome.{each}", counts.get(each, 0)) for each in _SHOWN)
    page.body(Text(say(message("word.shares.summary", count=inside, told=told or term("word.nothing")))))
    out = counts.get("out", 0)
    if out:
        page.body(Text(say(message("word.shares.out", count=out))))
    page.gap(6)
    columns = [
        Column(term("word.column.share"), 95),
        Column(term("word.column.part"), 35, "center"),
        Column(term("word.column.percent"), 35, "center"),
    ]
    page.table(columns, [_share_row(each) for each in shares(standings)], size=13)
    page.body(Text(term("word.shares.rounding"), italic=True, size=12))


def _share_row(share: Share) -> list[str]:
    return [term(f"work.share_name.{share.code}"), f"{share.part}/{share.whole}", _percent(share)]


def _percent(share: Share) -> str:
    told = share.percent(1)
    return f"{number(told)}%" if told is not None else "-"


def _by_body(page: Page, standings: Sequence[Standing]) -> None:
    _section(page, "II", "word.shares.bodies")
    page.gap(5, keep=True)
    columns = [
        Column(term("word.column.number"), 14, "center"),
        Column(term("word.column.body"), 34),
        Column(term("word.column.all"), 13, "center"),
        *(Column(term(f"word.column.{each}"), 22, "center") for each in _SHOWN),
        Column(term("word.column.done_of_due"), 25, "center"),
        Column(term("word.column.in_time_of_done"), 25, "center"),
    ]
    page.table(columns, list(_body_rows(standings)), size=11)


def _body_rows(standings: Sequence[Standing]) -> Iterator[list[str]]:
    by_body: dict[str, list[Standing]] = {}
    for each in standings:
        if each.outcome != "out":
            by_body.setdefault(each.lead, []).append(each)
    for place, (body, tasks) in enumerate(sorted(by_body.items(), key=lambda item: name_of(item[0])), 1):
        counts = {each.outcome: each.count for each in outcomes(tasks)}
        told = {each.code: each for each in shares(tasks)}
        yield [
            str(place), name_of(body) or term("word.no_lead"), str(len(tasks)),
            *(str(counts.get(each, 0)) for each in _SHOWN),
            *(_with_counts(told[code]) for code in get_args(ShareCode) if code in ("done_of_due", "in_time_of_done")),
        ]  # fmt: skip


def _with_counts(share: Share) -> str:
    return f"{share.part}/{share.whole}\n({_percent(share)})" if share.whole else "-"


def _overdue(page: Page, standings: Sequence[Standing]) -> None:
    _section(page, "III", "word.shares.overdue")
    late = sorted((each for each in standings if each.outcome == "open_overdue"), key=lambda each: -each.days_late)
    if not late:
        page.body(Text(term("word.shares.none_overdue")))
        return
    page.gap(5, keep=True)
    columns = [
        Column(term("word.column.number"), 12, "center"), Column(term("word.column.task"), 60),
        Column(term("word.column.body"), 30), Column(term("word.column.source"), 32),
        Column(term("word.column.due"), 22, "center"), Column(term("word.column.days_overdue"), 18, "center"),
    ]  # fmt: skip
    rows = [
        [str(place), begun(each.task.text), name_of(each.lead), source_of(each), dues_of(each), str(each.days_late)]
        for place, each in enumerate(late[:_MOST], 1)
    ]
    page.table(columns, rows)
    if len(late) > _MOST:
        page.body(Text(say(message("word.shares.more", count=len(late) - _MOST))))


def _waiting(page: Page, tasks: Sequence[Kept]) -> None:
    """What waits for a word of the leader: extensions asked for, work submitted, orders without their paper."""
    _section(page, "IV", "word.shares.decide")
    kinds = (
        ("asked", [each for each in tasks if each.standing.asked]),
        ("waiting", [each for each in tasks if each.standing.state == "waiting"]),
        ("declined", [each for each in tasks if each.standing.state == "declined"]),
    )
    place = 0
    for kind, found in kinds:
        if not found:
            continue
        place += 1
        page.body(Text(f"{place}. {say(message(f'word.shares.{kind}', count=len(found)))}", bold=True), keep=True)
        for each in found[:_MOST]:
            page.body(Text(_item(each, kind)))
    if not place:
        page.body(Text(term("word.shares.none_waiting")))


def _item(kept: Kept, kind: str) -> str:
    """A task that waits, with the reason that the body gave."""
    standing = kept.standing
    reason = next((each.words for each in reversed(kept.events) if each.kind == kind and each.words), "")
    told = {"text": standing.task.text, "body": name_of(standing.lead), "due": dues_of(standing).replace("\n", " ")}
    code = "word.shares.item_why" if reason else "word.shares.item"
    return say(message(code, reason=" ".join(reason.split()).rstrip("."), **told))

"""What `camket tasks export | letters | results` write: the tasks of the registry as a workbook and as Word papers."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from camket.cli.output import write
from camket.cli.server import started
from camket.errors import UsageError
from camket.grammar.fold import plain
from camket.model.message import message
from camket.report.word.office import office_of
from camket.report.word.reminder import chat_text, letter, reminders
from camket.report.word.results import results_table
from camket.report.word.tasks import BasisPaper
from camket.words import Language, say
from camket.work.tracking.bodies import name_of
from camket.work.tracking.exporting import Kept, tracking_workbook
from camket.work.tracking.papers import number_key

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from camket.server.registry.models import TaskSpan

_NO_NAME = re.compile(r"[^a-z0-9]+")


def export(file: Path, day: date | None, language: Language) -> None:
    """Write all tasks, as they stand on a day, in the form of tracking workbooks, which is Vietnamese."""
    kept, day = _all(day)
    write(file, tracking_workbook(kept, day))
    click.echo(say(message("cli.tasks.written", count=len(kept), file=file), language))


def letters(folder: Path, day: date | None, reply_by: date | None, language: Language) -> None:
    """Write a letter of reminder to each body, and beside each its text for a chat."""
    kept, day = _all(day)
    found = reminders([each.standing for each in kept], day)
    office = office_of(os.environ)
    for each in found:
        name = _NO_NAME.sub("-", plain(name_of(each.body))).strip("-") or "don-vi"
        write(folder / f"don-doc-{name}.docx", letter(each, office, reply_by=reply_by))
        write(folder / f"don-doc-{name}.txt", chat_text(each, office, reply_by=reply_by).encode())
    code = "cli.tasks.letters" if found else "cli.tasks.no_letters"
    click.echo(say(message(code, count=len(found), folder=folder), language))


def results(paper: str, file: Path, day: date | None, language: Language) -> None:
    """Write the table of results of a paper, by its number or its address.

    Raises:
        UsageError: it has given no task.
    """
    kept, day = _all(day)
    slug, key = paper.strip(), number_key(paper)
    own = [each for each in kept if _is_of(each, slug, key)]
    if not own:
        raise UsageError("cli.tasks.paper", paper=paper)
    source = next(
        each for each in own[0].standing.task.sources if slug == each.document or key == number_key(each.number)
    )
    basis = BasisPaper(number=source.number or paper, day=source.day)
    write(file, results_table(basis, own, day, office_of(os.environ)))
    click.echo(say(message("cli.tasks.written", count=len(own), file=file), language))


def _is_of(kept: Kept, slug: str, key: str) -> bool:
    return any(slug == each.document or key == number_key(each.number) for each in kept.standing.task.sources)


def _all(day: date | None) -> tuple[Sequence[Kept], date]:
    """Every task that was known at the end of a day, by its number."""
    started()
    from django.utils.timezone import localdate

    from camket.server.registry.spans import on_day
    from camket.server.registry.work import held

    day = min(day or localdate(), localdate())
    spans: QuerySet[TaskSpan] = on_day(day).order_by("task_id")
    found = held(spans.values_list("task_id", flat=True))
    return [Kept(each.on(day), each.events) for _, each in sorted(found.items())], day

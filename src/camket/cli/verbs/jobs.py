"""`camket jobs`: what the worker does, did and will do."""

from __future__ import annotations

import click
import msgspec

from camket.cli.output import print_json, print_table
from camket.cli.speaking import Option, Verb
from camket.model.message import Message, message
from camket.report.layout import Cell
from camket.words import Language, say, term

_SHOWN = 30


def _run(as_json: bool, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.server import started

    started()

    from camket.server.jobs.models import Job

    jobs = list(Job.objects.all()[:_SHOWN])
    if as_json:
        fields = ("id", "key", "kind", "state", "done", "total", "asked_by", "asked_at", "finished_at", "result")
        print_json(msgspec.json.encode([{name: getattr(job, name) for name in fields} for job in jobs]) + b"\n")
        return
    rows = []
    for job in jobs:
        code, params = job.trouble or ("", [])
        trouble = say(Message(code, tuple((name, value) for name, value in params)), lang) if code else ""
        progress = f"{job.done}/{job.total}" if job.total else ""
        rows.append([
            Cell(str(job.id)), Cell(term(f"jobs.kind.{job.kind}", lang)), Cell(term(f"jobs.state.{job.state}", lang)),
            Cell(progress), Cell(trouble),
        ])  # fmt: skip
    if rows:
        columns = ("column.job", "column.job_kind", "column.job_state", "column.job_progress", "column.job_trouble")
        print_table(columns, rows, lang)
    else:
        click.echo(say(message("jobs.none"), lang))


VERB = Verb(
    name="jobs",
    help="cli.jobs",
    callback=_run,
    params=[Option(["--json", "as_json"], is_flag=True, help="cli.jobs.json")],
)

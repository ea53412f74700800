"""`camket withdraw`: a paper taken out, nothing left of it but its tombstone."""

from __future__ import annotations

import click

from camket.cli.speaking import Option, Verb
from camket.model.message import message
from camket.words import Language, say


def _run(slug: str, why: str, lang: Language) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.output import print_findings
    from camket.cli.server import started

    started()

    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.withdraw import withdraw_and_erase

    done = withdraw_and_erase(CONSOLE, slug, why=why)
    told = message(
        "withdraw.done", slug=done.slug, digest=done.digest[:16], facts=done.facts, values=done.values,
        targets=done.targets, names=done.names,
    )  # fmt: skip
    click.echo(say(told, lang))
    print_findings(done.findings, lang, words={})


VERB = Verb(
    name="withdraw",
    help="cli.withdraw",
    callback=_run,
    params=[
        click.Argument(["slug"], metavar="SLUG"),
        Option(["--why"], default="", metavar="TEXT", help="cli.withdraw.why"),
    ],
)

"""What `camket load` and `camket reread` print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, get_args

import click
import msgspec

from camket.cli.flow import needs_attention
from camket.cli.output import print_findings, print_json
from camket.findings import Finding, finding_record
from camket.model.message import message
from camket.words import Language, say

if TYPE_CHECKING:
    from camket.server.registry.loading import Loaded


def print_loaded(
    papers: Sequence[Loaded], listing: Iterable[Finding], language: Language, *, as_json: bool, strict: bool
) -> None:
    """How many papers were added, read again, known before, withdrawn or could not be read; then what was noticed."""
    from camket.server.registry.loading import Outcome

    noticed = [*listing, *(finding for each in papers for finding in each.findings)]
    counts: Counter[str] = Counter(each.outcome for each in papers)
    if as_json:
        print_json(_object(papers, list(listing), counts, language))
    else:
        for outcome in get_args(Outcome):
            if counts[outcome]:
                click.echo(say(message(f"load.{outcome}", count=counts[outcome]), language))
        if not papers:
            click.echo(say(message("load.nothing"), language))
        print_findings(listing, language, words={})
        for each in papers:
            # Remarks stand on the paper's page; here is what a person should look at.
            look = [finding for finding in each.findings if finding.level != "info"]
            print_findings(look, language, paper=each.name, words={})
    if strict and needs_attention(noticed):
        click.get_current_context().exit(1)


def _object(papers: Sequence[Loaded], listing: Sequence[Finding], counts: Counter[str], language: Language) -> bytes:
    told = [
        msgspec.structs.asdict(each) | {"findings": [finding_record(finding, language) for finding in each.findings]}
        for each in papers
    ]
    findings = [finding_record(each, language) for each in listing]
    made = {"counts": dict(sorted(counts.items())), "papers": told, "findings": findings}
    return msgspec.json.format(msgspec.json.encode(made)) + b"\n"

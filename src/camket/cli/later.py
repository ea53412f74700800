"""Work handed to the worker of `camket serve` instead of being waited for."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

import click
import msgspec

from camket.model.message import message
from camket.words import Language, say


def ask(kind: str, parameters: Mapping[str, str | int | bool | list[str]], language: Language) -> None:
    """Ask for a job; one that waits or runs already is not asked for twice."""
    from camket.server.jobs.asking import ask_again

    key = f"{kind}:{sha256(msgspec.json.encode(dict(sorted(parameters.items())))).hexdigest()[:32]}"
    job = ask_again(kind, key, parameters, who="console")
    click.echo(say(message("jobs.asked", number=job.id), language))

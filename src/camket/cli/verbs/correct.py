"""`camket correct`: a name, a day or an area mended once for all statements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

import click

from camket.cli.day import to_day
from camket.cli.speaking import Option, Verb
from camket.errors import UsageError
from camket.words import Language

if TYPE_CHECKING:
    from camket.server.registry.corrected import Effect

_Deed = Literal["indicator", "body", "area", "document", "revoke", "list"]
_WORDS: dict[_Deed, tuple[str, ...]] = {
    "indicator": ("NAME", "ID"),
    "body": ("NAME", "ID"),
    "area": ("NAME", "ID"),
    "document": ("SLUG",),
    "revoke": ("NUMBER",),
    "list": (),
}


def _run(
    deed: _Deed,
    words: tuple[str, ...],
    day: date | None,
    area: str | None,
    why: str,
    preview: bool,
    as_json: bool,
    lang: Language,
) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.cli.corrections import print_corrections, print_effect
    from camket.cli.server import started

    _check(deed, words)
    started()
    if deed == "list":
        print_corrections(lang, as_json=as_json)
    else:
        code = "correct.would" if preview else "correct.revoked" if deed == "revoke" else "correct.done"
        print_effect(_effect(deed, words, day, area, why, preview), lang, code=code, as_json=as_json)


def _effect(deed: _Deed, words: tuple[str, ...], day: date | None, area: str | None, why: str, preview: bool) -> Effect:
    from camket.server.registry.acting import CONSOLE
    from camket.server.registry.actions.correct_name import correct_name, preview_name
    from camket.server.registry.actions.correct_paper import correct_paper, preview_paper
    from camket.server.registry.actions.revoke_correction import preview_revoking, revoke_correction

    if deed == "document":
        if preview:
            return preview_paper(words[0], day=day, area=area)
        return correct_paper(CONSOLE, words[0], day=day, area=area, why=why)
    if deed == "revoke":
        number = int(words[0])
        return preview_revoking(number) if preview else revoke_correction(CONSOLE, number, why=why)
    if deed == "list":
        raise AssertionError
    return preview_name(deed, *words) if preview else correct_name(CONSOLE, deed, *words, why=why)


def _check(deed: _Deed, words: tuple[str, ...]) -> None:
    wanted = _WORDS[deed]
    if len(words) < len(wanted):
        raise UsageError("cli.missing", name=wanted[len(words)])
    if len(words) > len(wanted):
        raise UsageError("cli.extra", names=" ".join(words[len(wanted) :]))
    if deed == "revoke" and not (words[0].isascii() and words[0].isdigit()):
        raise UsageError("cli.not_a_number", value=words[0])


VERB = Verb(
    name="correct",
    help="cli.correct",
    callback=_run,
    params=[
        click.Argument(["deed"], type=click.Choice(get_args(_Deed)), metavar="|".join(get_args(_Deed))),
        click.Argument(["words"], nargs=-1, metavar="[NAME ID | SLUG | NUMBER]"),
        Option(["--date", "day"], callback=to_day, metavar="DATE", help="cli.correct.date"),
        Option(["--area"], metavar="AREA", help="cli.correct.area"),
        Option(["--why"], default="", metavar="TEXT", help="cli.correct.why"),
        Option(["--preview"], is_flag=True, help="cli.correct.preview"),
        Option(["--json", "as_json"], is_flag=True, help="cli.correct.json"),
    ],
)

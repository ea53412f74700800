"""`camket scenario`: growth paths run to a year, and the growth that a goal needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from camket.cli.numbers import to_number, to_numbers
from camket.cli.speaking import Option, Verb
from camket.words import Language

if TYPE_CHECKING:
    from decimal import Decimal

    from camket.assess.scenario import What

_YEAR = click.IntRange(1900, 2200)
_WHATS = ("size", "per_head", "revenue")


def _run(
    level: Decimal,
    year: int,
    last: int,
    what: What,
    unit: str,
    growth: tuple[Decimal, ...],
    goal: Decimal | None,
    first: int | None,
    before: Decimal | None,
    people: Decimal,
    prices: Decimal,
    currency: Decimal,
    as_json: bool,
    lang: Language,
) -> None:
    # Loaded late: the help of this verb needs none of it.
    from camket.assess.scenario import Around, Level, Path, named_paths, needed, run
    from camket.cli.paths import put

    start = Level(value=level, year=year, unit=unit)
    around = Around(people=people, prices=prices, currency=currency)
    paths = (*named_paths(), *(Path(name="own", growth=each) for each in growth))
    opening = Path(name="own", growth=before) if before is not None else None
    wanted = None
    if goal is not None:
        wanted = needed(start, goal, last, what=what, first=first, before=opening, around=around)
    runs = [run(path, start, last, what=what, around=around) for path in paths]
    put(paths, runs, wanted, lang, as_json=as_json)


VERB = Verb(
    name="scenario",
    help="cli.scenario",
    callback=_run,
    params=[
        click.Argument(["level"], callback=to_number, metavar="LEVEL"),
        click.Argument(["year"], type=_YEAR, metavar="YEAR"),
        click.Argument(["last"], type=_YEAR, metavar="LAST"),
        Option(["--what"], type=click.Choice(_WHATS), default="size", help="cli.scenario.what"),
        Option(["--unit"], type=click.Choice(("VND", "USD")), default="VND", help="cli.scenario.unit"),
        Option(["--growth"], multiple=True, callback=to_numbers, metavar="PERCENT", help="cli.scenario.growth"),
        Option(["--goal"], callback=to_number, metavar="NUMBER", help="cli.scenario.goal"),
        Option(["--first"], type=_YEAR, metavar="YEAR", help="cli.scenario.first"),
        Option(["--before"], callback=to_number, metavar="PERCENT", help="cli.scenario.before"),
        Option(["--people"], callback=to_number, default="0", metavar="PERCENT", help="cli.scenario.people"),
        Option(["--prices"], callback=to_number, default="0", metavar="PERCENT", help="cli.scenario.prices"),
        Option(["--currency"], callback=to_number, default="0", metavar="PERCENT", help="cli.scenario.currency"),
        Option(["--json", "as_json"], is_flag=True, help="cli.scenario.json"),
    ],
)

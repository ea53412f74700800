"""Series, and the statements that lie on them."""

from __future__ import annotations

from datetime import date

import msgspec

from camket.model.document import SourceKind
from camket.model.fact import Figure
from camket.model.interval import Interval
from camket.model.message import Message
from camket.model.period import Period

OTHER = "other:"
"""How the facts open the name of an indicator that the catalogue does not have."""


class Series(msgspec.Struct, frozen=True, kw_only=True, order=True, gc=False, cache_hash=True):
    """What must be alike in two numbers before they can be compared or follow one another.

    GRDP at current and at constant prices are two series, not a contradiction.

    Attributes:
        indicator: catalogue id; `other:...` where the catalogue has none.
        measure: as in facts.
        unit: base unit.
        area: slug of the dated area.
        price_basis: `current` or `constant:2010`; empty where the indicator has no prices.
        period_basis: `calendar`, or the days on which a month runs (`15-14`).
        breakdown: what else sets it apart, as sorted pairs: the period compared with where it is not the same period
            of the year before (`base`), a value said for a month (`per`), who gave the plan (`plan`).
    """

    indicator: str
    measure: str
    unit: str
    area: str
    price_basis: str = ""
    period_basis: str = "calendar"
    breakdown: tuple[tuple[str, str], ...] = ()

    @property
    def is_of_each_year(self) -> bool:
        """Whether numbers of several years are said of each of them."""
        return ("per", "year") in self.breakdown


class Source(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The place of a statement: `quote` is the document's `text[start:end]`; a published series has an address instead.

    `published` is the day that `as_of` cuts by: made public, else said, else the paper's own date.
    """

    document: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    kind: SourceKind = "other"

    @property
    def name(self) -> str:
        """What it is called: the title of the paper, else the site that published it, else the id of the document."""
        site = (self.url or "").partition("://")[2].partition("/")[0].removeprefix("www.")
        return self.title or site or self.document


class Statement(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A figure in its place: who says what, of which series and period, as which interval.

    Attributes:
        figure: what the words say; its `id` is the mention.
        source: where it stands.
        series: None where indicator or area could not be placed.
        period: None where it is not known.
        interval: what the number can mean.
        rank: how near its source stands to the indicator's owner; higher is nearer (`camket.resolve.sources`).
        preferred: whether an approver prefers it, with a reason on record, to what the policy would choose.
    """

    figure: Figure
    source: Source
    series: Series | None
    period: Period | None
    interval: Interval
    rank: int = 0
    preferred: bool = False

    @property
    def id(self) -> str:
        """The id of its mention."""
        return self.figure.id

    @property
    def is_actual(self) -> bool:
        """Whether it says what was reached, be it as an estimate."""
        return self.figure.role in ("actual", "estimate")

    @property
    def is_placed(self) -> bool:
        """Whether it can stand beside others: series and period known, the indicator one of the catalogue."""
        return self.series is not None and self.period is not None and not self.series.indicator.startswith(OTHER)


class Standing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The statement that stands among those of one series, period and class, and why.

    Attributes:
        statement: the one whose value is used.
        rivals: the others, next best first.
        reasons: for each rival, what decided against it.
        policy: version of the policy that chose.
    """

    statement: Statement
    rivals: tuple[Statement, ...] = ()
    reasons: tuple[Message, ...] = ()
    policy: int

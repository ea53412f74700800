"""What can be measured: an indicator of the catalogue, and how its figures behave."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from camket.model.fact import Measure

Confidence = Literal["confirmed", "single", "inferred", "unverified"]
"""How sure a fact of the catalogue is: two or more sources, one source, worked out by us, or from general knowledge."""

Direction = Literal["up", "down", "neutral"]
Aggregate = Literal["sum", "weighted_mean", "recompute", "rank", "none"]
Cadence = Literal["week", "month", "quarter", "year", "event"]
Group = Literal["input", "process", "result", "impact", "composite"]


class Name(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One name in the two languages of the product."""

    vi: str
    en: str


class Plausible(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The range, both ends included, outside which a figure is a finding (never a rejection).

    Bounds are in the base unit named, a year unless `per` says another time.
    """

    unit: str
    measure: Measure
    low: Decimal
    high: Decimal
    per: Literal["month", "year"] | None = None


class PriceDefaults(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The price basis meant where the words name none: `current`, or `constant:2010`."""

    level: str | None = None
    growth: str | None = None


class SpokenOf(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words that name an indicator only where its topic is spoken of: `doanh thu` after `du lịch`.

    `unless`: words beside which they name another thing, as `thu` of the customs.
    """

    words: tuple[str, ...]
    topics: tuple[str, ...]
    unless: tuple[str, ...] = ()


class Variant(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words of an indicator that may mean something narrower or a little other, which has no entry of its own."""

    id: str
    name: Name
    words: tuple[str, ...]


class Indicator(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An indicator: the words that name it and the rules for its figures.

    Attributes:
        id: the indicator of a fact (docs/reference/facts.md); lasting, never reused.
        name: what the screens call it.
        field: the field of governance; the name of its file.
        aliases: wordings in papers, composed letters, in the case that people print. Matched in any case, except that
            an alias all in capitals is matched in capitals only.
        weak_aliases: words too general to decide alone; used only where nothing else names the figure.
        spoken_of: words that name it in the sentences that speak of its topic.
        units: base units that its figures come in, the usual one first.
        percent: what a bare percentage said of it means; None where it cannot be told, or is neither.
        nouns: nouns that name it when they stand right after a number as the thing counted.
        direction: which way is better.
        aggregate: how two areas are made one. `weighted_mean` and `recompute` take their weights (for `recompute`: the
            denominator) from `weight`; a growth rate is never averaged but rebuilt from levels.
        weight: the indicator that weighs; None where the catalogue does not hold it, `notes` then says what it is.
        plausible: ranges by unit and measure.
        cadence: how often the figure is published.
        owner: the body whose figures stand first.
        group: its place among the five groups of Decision 1012/QĐ-TTg; our reading, no official list was found.
        stat_group: group of the provincial statistical indicator system (Decision 05/2023/QĐ-TTg), `T01` to `T20`.
        sdg: indicators of the Sustainable Development Goals that it speaks to.
        price_basis: the price basis meant where none is said.
        grown: the indicator that a growth said of its names belongs to: a sector grows by its value added, not by its
            share.
        has_parts: whether words right behind its name turn it into a part of it, which is another thing: `diện tích sầu
            riêng`, `xuất khẩu nông sản`, `17 doanh nghiệp vi phạm`.
        stock: whether it is there at a day, as population and credit are, and not made over a time, as revenue is.
        near: ids that papers confuse with it; a figure's reasons name those that it was told from.
        variants: wordings that may mean something a little other; a figure's reasons name the one that its words hold.
        notes: what a person should know before using a figure.
        source: where names, ranges and rules come from.
        confidence: of ranges, aggregation and direction.
        in_guide: whether the annotation guide names it.
    """

    id: str
    name: Name
    field: str
    aliases: tuple[str, ...]
    units: tuple[str, ...]
    direction: Direction
    aggregate: Aggregate
    cadence: Cadence
    confidence: Confidence
    in_guide: bool
    grown: str | None = None
    weak_aliases: tuple[str, ...] = ()
    spoken_of: tuple[SpokenOf, ...] = ()
    percent: Literal["level", "growth", "share_of_plan"] | None = None
    nouns: tuple[str, ...] = ()
    weight: str | None = None
    plausible: tuple[Plausible, ...] = ()
    owner: str | None = None
    group: Group | None = None
    stat_group: str | None = None
    sdg: tuple[str, ...] = ()
    price_basis: PriceDefaults | None = None
    has_parts: bool = False
    stock: bool = False
    near: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    notes: str | None = None
    source: str | None = None

    @property
    def is_rate(self) -> bool:
        """Whether a bare percentage is the figure itself and not a growth of it: a rate, or a share of its plan."""
        return self.percent in ("level", "share_of_plan")

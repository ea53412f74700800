"""Published figures that come with the catalogue: statements of the press and of offices, conflicts kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import msgspec

from camket.model.fact import Comparator, Measure, Role, TallyState, Vintage

SourceKind = Literal["statistics", "report", "resolution", "plan", "notice", "speech", "press", "other"]


class PublishedValue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One published figure: what a source says, not what is true. Two rows of one series and period may disagree.

    Attributes:
        area: slug of the dated area.
        indicator: catalogue id.
        measure: as in facts.
        period: `2024`, `2024-H1`, `2024-01/2024-09`, `2021/2025` (whole years), `at:2022-12-31`, `by:2030-12`.
        value: in the base unit; the done part of a tally, the lower end of a range.
        unit: base unit; `count` for a tally.
        role: as in facts.
        comparator: as in facts.
        value_high: the upper end of a range.
        total: the whole of a tally; None where it is none.
        state: of a tally, what its done part has reached.
        vintage: the release it belongs to, where its source tells.
        price_basis: `current` or `constant:2010`, where its source tells.
        per: `month` or `year` where the value is said for one; for a growth over several years, `year` is its mean.
        source: address of the page; None where only the kind of source was noted.
        source_kind: what sort of source.
        published: `2024-07-09`, `2024-07`, `2024-Q4`, `2022-11/2022-12` or `2024`, as far as it is known.
        note: everything else that the compiler wrote down.
    """

    area: str
    indicator: str
    measure: Measure
    period: str
    value: Decimal
    unit: str
    role: Role
    comparator: Comparator
    source_kind: SourceKind
    value_high: Decimal | None = None
    total: Decimal | None = None
    state: TallyState | None = None
    vintage: Vintage | None = None
    price_basis: str | None = None
    per: Literal["month", "year"] | None = None
    source: str | None = None
    published: str | None = None
    note: str | None = None

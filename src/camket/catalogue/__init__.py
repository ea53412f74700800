"""The catalogue: what can be measured, where, in what unit, by whom, and what has been published.

Every kind is a YAML file or a folder of them; files are found by scanning, so adding an entry is adding it to a file,
and adding a file is adding a file. Everything is read once and kept.
"""

from __future__ import annotations

from functools import cache

from camket.catalogue import reading
from camket.errors import CatalogueError
from camket.model.area import Area, Succession
from camket.model.body import Body, Position
from camket.model.composite import Composite
from camket.model.criteria import CriteriaSet
from camket.model.document_type import DocumentType
from camket.model.identity import Identity
from camket.model.indicator import Indicator
from camket.model.published import PublishedValue
from camket.model.unit import Magnitude, PerUnit, Unit

__all__ = [
    "area",
    "body",
    "indicator",
    "load_areas",
    "load_bodies",
    "load_composites",
    "load_criteria",
    "load_document_types",
    "load_identities",
    "load_indicators",
    "load_magnitudes",
    "load_per_units",
    "load_positions",
    "load_successions",
    "load_units",
    "published_series",
]


@cache
def load_indicators() -> tuple[Indicator, ...]:
    """All indicators, by field.

    Raises:
        CatalogueError: where an entry is wrong; so do all loaders here.
    """
    return reading.records("indicators", Indicator)


@cache
def load_areas() -> tuple[Area, ...]:
    """All areas in all their forms."""
    return reading.records("areas", Area)


@cache
def load_successions() -> tuple[Succession, ...]:
    """What became of areas, as edges in time."""
    return reading.records("successions.yaml", Succession)


@cache
def load_criteria() -> tuple[CriteriaSet, ...]:
    """All sets of criteria, of all regimes."""
    return reading.records("criteria", CriteriaSet)


@cache
def load_composites() -> tuple[Composite, ...]:
    """The composite indices that provinces are ranked by."""
    return reading.records("composites", Composite)


@cache
def load_identities() -> tuple[Identity, ...]:
    """Totals and their parts."""
    return reading.records("identities.yaml", Identity)


@cache
def load_units() -> tuple[Unit, ...]:
    """All units with the words written for them."""
    return reading.records("units.yaml", Unit)


@cache
def load_magnitudes() -> tuple[Magnitude, ...]:
    """Words that multiply: `nghìn`, `triệu`, `tỷ`, `trđ`."""
    return reading.records("magnitudes.yaml", Magnitude)


@cache
def load_per_units() -> tuple[PerUnit, ...]:
    """Words for what a figure is said per: `/năm`, `mỗi tháng`, `/vạn dân`."""
    return reading.records("per_units.yaml", PerUnit)


@cache
def load_bodies() -> tuple[Body, ...]:
    """All bodies with their dates."""
    return reading.records("bodies", Body)


@cache
def load_positions() -> tuple[Position, ...]:
    """Words before names: offices, and what is none."""
    return reading.records("positions.yaml", Position)


@cache
def load_document_types() -> tuple[DocumentType, ...]:
    """Types of papers with their codes."""
    return reading.records("document_types.yaml", DocumentType)


@cache
def published_series() -> tuple[PublishedValue, ...]:
    """Published figures, conflicts included, in the order of their files."""
    return reading.rows("series", PublishedValue)


@cache
def _indicators_by_id() -> dict[str, Indicator]:
    return {each.id: each for each in load_indicators()}


@cache
def _areas_by_slug() -> dict[str, Area]:
    return {each.slug: each for each in load_areas()}


@cache
def _bodies_by_id() -> dict[str, Body]:
    return {each.id: each for each in load_bodies()}


def indicator(id_: str) -> Indicator:
    """The indicator of that id.

    Raises:
        CatalogueError: where there is none.
    """
    found = _indicators_by_id().get(id_)
    if found is None:
        raise CatalogueError("catalogue.unknown", kind="indicator", id=id_)
    return found


def area(slug: str) -> Area:
    """The area of that slug.

    Raises:
        CatalogueError: where there is none.
    """
    found = _areas_by_slug().get(slug)
    if found is None:
        raise CatalogueError("catalogue.unknown", kind="area", id=slug)
    return found


def body(id_: str) -> Body:
    """The body of that id.

    Raises:
        CatalogueError: where there is none.
    """
    found = _bodies_by_id().get(id_)
    if found is None:
        raise CatalogueError("catalogue.unknown", kind="body", id=id_)
    return found

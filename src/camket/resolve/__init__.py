"""Place facts: which indicator, which area at which time, which days, which interval of values."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterable

    from camket.model.extraction import Extraction


@overload
def resolve(extracted: Extraction) -> Extraction: ...
@overload
def resolve(extracted: Iterable[Extraction]) -> tuple[Extraction, ...]: ...
def resolve(extracted: Extraction | Iterable[Extraction]) -> Extraction | tuple[Extraction, ...]:
    """The same facts with `resolved` filled in figures and tallies; what cannot be placed gets a finding.

    What the words say is never changed. Placing again, with a mended catalogue or date, replaces the old placement.

    Args:
        extracted: one document's facts, or those of many.
    """
    # Loaded late: importing camket must stay cheap for those who only want its records.
    from camket.model.extraction import Extraction
    from camket.resolve.placing import placed

    if isinstance(extracted, Extraction):
        return placed(extracted)
    return tuple(placed(one) for one in extracted)

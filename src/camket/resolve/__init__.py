"""Place facts: which indicator, which area at which time, which days, which interval of values."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterable

    from camket.model.extraction import Extraction
    from camket.resolve.corrections import Corrections


@overload
def resolve(extracted: Extraction, corrections: Corrections | None = None) -> Extraction: ...
@overload
def resolve(extracted: Iterable[Extraction], corrections: Corrections | None = None) -> tuple[Extraction, ...]: ...
def resolve(
    extracted: Extraction | Iterable[Extraction], corrections: Corrections | None = None
) -> Extraction | tuple[Extraction, ...]:
    """The same facts with `resolved` filled in figures and tallies; what cannot be placed gets a finding.

    What the words say is never changed. Placing again, with a mended catalogue or date, replaces the old placement.

    Args:
        extracted: one document's facts, or those of many.
        corrections: what people mended: names given to things, days and areas of papers.
    """
    # Loaded late: importing camket must stay cheap for those who only want its records.
    from camket.model.extraction import Extraction
    from camket.resolve.corrections import NONE
    from camket.resolve.placing import placed

    mended = NONE if corrections is None else corrections
    if isinstance(extracted, Extraction):
        return placed(extracted, mended)
    return tuple(placed(one, mended) for one in extracted)

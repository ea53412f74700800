"""What a person mended once, for every statement that it touches. Statements themselves never change."""

from __future__ import annotations

from typing import Literal

import msgspec

CorrectionKind = Literal["indicator", "body", "area", "paper_date", "paper_area"]
"""A name given to an indicator, a body or an area of the catalogue; the day or the area of a paper."""


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One decision of a person on where things belong.

    Attributes:
        kind: what is mended.
        of: an `other:` name or the words of papers; of a paper its digest (of a paper without bytes, its id).
        to: the id of the catalogue (`steel_output`, `so-tai-chinh`, `bac-ninh-1997`), a day as ISO; for areas also a
            name that the catalogue knows, whose form is then chosen by the time of each statement.
    """

    kind: CorrectionKind
    of: str
    to: str

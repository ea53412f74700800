"""What the rules for references make."""

from __future__ import annotations

import msgspec

from camket.model.fact import ReferenceType


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """A paper, plan or programme as cited at one place.

    Attributes:
        type: what sort of paper.
        number: as printed, blanks round `-` and `/` removed.
        date: ISO, as far as it is printed.
        issuer: as printed.
        name: the folded title of a paper that is known by its title, so that other places can be matched with it.
        meeting: the congress that made the paper, as printed but for `đại biểu`.
        goes_on: whether the name runs on through the paper cited right after it
            (`Chương trình hành động thực hiện` + `Nghị quyết ...`).
    """

    type: ReferenceType
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    name: str | None = None
    meeting: str | None = None
    goes_on: bool = False

    def __str__(self) -> str:
        said = (
            self.number,
            self.date,
            self.issuer and f"by {self.issuer}",
            self.meeting and f"of {self.meeting}",
            "+" if self.goes_on else None,
        )
        return " ".join((self.type, *(each for each in said if each)))

"""Types of official papers and their codes."""

from __future__ import annotations

import msgspec

from camket.model.fact import ReferenceType
from camket.model.indicator import Confidence, Name


class DocumentType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A type of paper.

    Attributes:
        id: the id.
        name: what the screens call it.
        reference_type: the type of a reference to it (docs/reference/facts.md).
        names: words that open its title or name it in running text, the usual one first.
        state_codes: codes in the numbers of State papers; all are read, the first is written.
        party_codes: codes in the numbers of Party papers.
        legal: whether it is a legal normative paper when its number carries a year or a legislature.
        note: what a person should know.
        source: where the codes come from.
        confidence: of the codes.
    """

    id: str
    name: Name
    reference_type: ReferenceType
    names: tuple[str, ...]
    confidence: Confidence
    state_codes: tuple[str, ...] = ()
    party_codes: tuple[str, ...] = ()
    legal: bool = False
    note: str | None = None
    source: str | None = None

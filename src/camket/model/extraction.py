"""A paper with all that was taken out of it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from camket.findings import Finding
from camket.model.document import Document
from camket.model.fact import Directive, Fact, Figure, Person, Proposal, Reference, Tally


class Extraction(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of one document, each list in the order of the text. `document.head` is filled."""

    document: Document
    figures: tuple[Figure, ...] = ()
    tallies: tuple[Tally, ...] = ()
    directives: tuple[Directive, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    references: tuple[Reference, ...] = ()
    people: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """Every fact with the name of its list."""
        for kind in FACT_KINDS:
            for fact in getattr(self, kind):
                yield kind, fact


FACT_KINDS = ("figures", "tallies", "directives", "proposals", "references", "people")

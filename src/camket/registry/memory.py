"""The registry that lives in memory: for a folder of papers, and for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

from camket.errors import UsageError
from camket.model.extraction import Extraction
from camket.model.period import Period
from camket.model.plan import Plan
from camket.model.series import Series, Standing, Statement
from camket.registry.copies import precedence, text_key, without_copies
from camket.registry.policy import choose
from camket.resolve.placing import document_day
from camket.resolve.plans import plans_of
from camket.resolve.series import statements_of

Kept = TypeVar("Kept", Extraction, Statement)


class _Entry(msgspec.Struct, Generic[Kept], frozen=True):
    """What was taken in, and when it was read."""

    what: Kept
    read_on: date | None


class MemoryRegistry:
    """See `camket.registry.protocol.Registry`."""

    def __init__(self, extracted: Iterable[Extraction] = ()) -> None:
        self._documents: dict[str, _Entry[Extraction]] = {}
        self._loose: dict[str, _Entry[Statement]] = {}
        self.add(extracted)

    def add(self, extracted: Iterable[Extraction], *, read_on: date | None = None) -> None:
        """Take in the resolved facts of documents; of the same bytes under two ids, the lower id stays."""
        for extraction in extracted:
            _demand_resolved(extraction)
            key = extraction.document.sha256 or extraction.document.id
            known = self._documents.get(key)
            if known is None or extraction.document.id < known.what.document.id:
                self._documents[key] = _Entry(extraction, known.read_on if known is not None else read_on)
        self._forget()

    def add_statements(self, statements: Iterable[Statement], *, read_on: date | None = None) -> None:
        """Take in statements that are in no document."""
        for statement in statements:
            self._loose.setdefault(statement.id, _Entry(statement, read_on))
        self._forget()

    def as_of(self, day: date) -> MemoryRegistry:
        """What had been published by the end of that day."""
        return self._cut(
            lambda entry: _by(document_day(entry.what.document.head), day),
            lambda entry: _by(entry.what.source.published, day),
        )

    def known_on(self, day: date) -> MemoryRegistry:
        """What had been read by the end of that day."""
        return self._cut(lambda entry: _by(entry.read_on, day), lambda entry: _by(entry.read_on, day))

    def extractions(self) -> tuple[Extraction, ...]:
        """The documents with their facts, by id; of several sources of one text the one that counts."""
        return self._extractions

    def statements(self) -> tuple[Statement, ...]:
        """All figures as statements."""
        return self._statements

    def series(self) -> tuple[Series, ...]:
        """All series that hold an actual or an estimate."""
        return tuple(sorted({series for series, _, _ in self._actuals}))

    def standing(self, series: Series, period: Period) -> Standing | None:
        """The actual that stands for a series and the days of a period."""
        statements = self._actuals.get((series, period.first, period.last))
        return choose(statements) if statements else None

    def plans(self) -> tuple[Plan, ...]:
        """All plans, by id."""
        return self._plans

    @cached_property
    def _extractions(self) -> tuple[Extraction, ...]:
        papers = sorted((entry.what for entry in self._documents.values()), key=lambda each: each.document.id)
        return tuple(without_copies(papers, lambda each: text_key(each.document.text), _precedence))

    @cached_property
    def _statements(self) -> tuple[Statement, ...]:
        printed = [statement for extraction in self.extractions() for statement in statements_of(extraction)]
        return (*printed, *sorted((entry.what for entry in self._loose.values()), key=lambda each: each.id))

    @cached_property
    def _actuals(self) -> dict[tuple[Series, date | None, date], list[Statement]]:
        found: dict[tuple[Series, date | None, date], list[Statement]] = {}
        for statement in self._statements:
            if statement.is_actual and statement.series is not None and statement.period is not None:
                period = statement.period
                found.setdefault((statement.series, period.first, period.last), []).append(statement)
        return found

    @cached_property
    def _plans(self) -> tuple[Plan, ...]:
        return plans_of(self.extractions())

    def _forget(self) -> None:
        for derived in ("_extractions", "_statements", "_actuals", "_plans"):
            self.__dict__.pop(derived, None)

    def _cut(
        self, document: Callable[[_Entry[Extraction]], bool], loose: Callable[[_Entry[Statement]], bool]
    ) -> MemoryRegistry:
        view = MemoryRegistry()
        view._documents = {key: entry for key, entry in self._documents.items() if document(entry)}
        view._loose = {key: entry for key, entry in self._loose.items() if loose(entry)}
        return view


def _precedence(extraction: Extraction) -> tuple[date, bytes]:
    return precedence(document_day(extraction.document.head), extraction.document.sha256)


def _by(known: date | None, day: date) -> bool:
    return known is None or known <= day


def _demand_resolved(extraction: Extraction) -> None:
    bare = any(figure.resolved is None for figure in extraction.figures)
    if bare or any(tally.resolved is None for tally in extraction.tallies):
        raise UsageError("registry.not_resolved", document=extraction.document.id)

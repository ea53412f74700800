"""The registry that lives in memory: for a folder of papers, and for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

from camket.errors import UsageError
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Figure, Tally
from camket.model.judgement import Judgement
from camket.model.period import Period
from camket.model.plan import Plan
from camket.model.series import Series, Standing, Statement
from camket.registry.copies import precedence, text_key, without_copies
from camket.registry.judging import applied, attach
from camket.registry.policy import choose
from camket.resolve.corrections import paper_key
from camket.resolve.placing import document_day, placed
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
        self._judgements: dict[tuple[object, ...], Judgement] = {}
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

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Take in what people said of readings; one that is known already may come again as taken back."""
        for each in judgements:
            known = self._judgements.get(each.key)
            if known is None or known.holds():
                self._judgements[each.key] = each
        self._forget()

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, those that were taken back too, in the order in which they were made."""
        return tuple(sorted(self._judgements.values(), key=lambda each: (each.at, each.number, each.who, each.mention)))

    def orphans(self) -> tuple[Judgement, ...]:
        """The judgements whose words are in their paper no more."""
        return tuple(
            judgement
            for key, entry in sorted(self._documents.items())
            for judgement in attach(entry.what, self._of(entry.what)).orphans
        )

    def as_of(self, day: date) -> MemoryRegistry:
        """What had been published by the end of that day."""
        return self._cut(
            lambda entry: _by(document_day(entry.what.document.head), day),
            lambda entry: _by(entry.what.source.published, day),
        )

    def known_on(self, day: date) -> MemoryRegistry:
        """What had been read and judged by the end of that day."""
        view = self._cut(lambda entry: _by(entry.read_on, day), lambda entry: _by(entry.read_on, day))
        known = (each.known_on(day) for each in self._judgements.values())
        view._judgements = {each.key: each for each in known if each is not None}
        return view

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
        counting = without_copies(papers, lambda each: text_key(each.document.text), _precedence)
        return tuple(self._judged(each) for each in counting)

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

    def _judged(self, extraction: Extraction) -> Extraction:
        own = self._of(extraction)
        return _placed_where_bare(applied(extraction, own)) if own else extraction

    def _of(self, extraction: Extraction) -> list[Judgement]:
        key = paper_key(extraction.document)
        return [each for each in self._judgements.values() if each.document == key]

    def _forget(self) -> None:
        for derived in ("_extractions", "_statements", "_actuals", "_plans"):
            self.__dict__.pop(derived, None)

    def _cut(
        self, document: Callable[[_Entry[Extraction]], bool], loose: Callable[[_Entry[Statement]], bool]
    ) -> MemoryRegistry:
        view = MemoryRegistry()
        view._documents = {key: entry for key, entry in self._documents.items() if document(entry)}
        view._loose = {key: entry for key, entry in self._loose.items() if loose(entry)}
        view._judgements = dict(self._judgements)
        return view


def _precedence(extraction: Extraction) -> tuple[date, bytes]:
    return precedence(document_day(extraction.document.head), extraction.document.sha256)


def _placed_where_bare(extraction: Extraction) -> Extraction:
    """Place the facts that a person settled; the others lie where they lay."""
    bare = {
        kind: tuple(f for f in getattr(extraction, kind) if isinstance(f, Figure | Tally) and f.resolved is None)
        for kind in FACT_KINDS
    }
    done = placed(msgspec.structs.replace(extraction, findings=(), **bare))
    found = {(kind, fact.id): fact for kind, fact in done.facts()}
    lists = {kind: tuple(found.get((kind, fact.id), fact) for fact in getattr(extraction, kind)) for kind in FACT_KINDS}
    return msgspec.structs.replace(extraction, **lists)


def _by(known: date | None, day: date) -> bool:
    return known is None or known <= day


def _demand_resolved(extraction: Extraction) -> None:
    bare = any(figure.resolved is None for figure in extraction.figures)
    if bare or any(tally.resolved is None for tally in extraction.tallies):
        raise UsageError("registry.not_resolved", document=extraction.document.id)

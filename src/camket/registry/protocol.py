"""What every registry can do, whether it keeps its statements in memory or in a database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, runtime_checkable

from camket.model.extraction import Extraction
from camket.model.judgement import Judgement
from camket.model.period import Period
from camket.model.plan import Plan
from camket.model.series import Series, Standing, Statement


@runtime_checkable
class Registry(Protocol):
    """Statements of sources, and what follows from them. The order of adding never matters; adding again adds nothing.

    Everything handed out is in a fixed order: documents by id, statements by document and place, plans by id.
    """

    def add(self, extracted: Iterable[Extraction], *, read_on: date | None = None) -> None:
        """Take in the resolved facts of documents. The same bytes a second time add nothing.

        Args:
            extracted: what `camket.resolve` gives.
            read_on: the day of reading, by which `known_on` cuts.

        Raises:
            UsageError: where facts are not resolved.
        """

    def add_statements(self, statements: Iterable[Statement], *, read_on: date | None = None) -> None:
        """Take in statements that are in no document, such as published series."""

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Take in what people said of how papers were read; papers must be there. Again they add nothing.

        A judgement that was made before may come again as taken back (`undone_at`).
        """

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements in the order in which they were made, those that were taken back too."""

    def orphans(self) -> tuple[Judgement, ...]:
        """The judgements whose words are in their paper no more: they count for nothing, and people see them."""

    def as_of(self, day: date) -> Registry:
        """What had been published by the end of that day. What has no day is kept: it cannot be shown to be later."""

    def known_on(self, day: date) -> Registry:
        """What had been read and judged by the end of that day. What has no day of reading is kept."""

    def extractions(self) -> tuple[Extraction, ...]:
        """The documents with their facts as they count: as they were read, or as people judged.

        Papers whose texts differ only in blanks, marks of typing and case are one text with several sources: the facts
        of the earliest count (see `camket.registry.copies`), and only that one is handed out.
        """

    def statements(self) -> tuple[Statement, ...]:
        """All figures as statements, placed or not; those of documents first."""

    def series(self) -> tuple[Series, ...]:
        """All series that hold an actual or an estimate."""

    def standing(self, series: Series, period: Period) -> Standing | None:
        """The actual that stands for a series and the days of a period; None where there is none."""

    def plans(self) -> tuple[Plan, ...]:
        """All plans with their targets and tallies."""

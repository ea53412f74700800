"""What papers say of work, put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from camket.model.extraction import Extraction
from camket.model.plan import Plan
from camket.model.work_board import CountedAs, CountLine, WorkBoard
from camket.work.answering import answering, replies
from camket.work.checks import check_numbers
from camket.work.counts import paragraphs
from camket.work.proposals import gather, paper_of, wishes

_LONGEST = 600


def work_board(extractions: Sequence[Extraction], plans: Sequence[Plan] | None = None) -> WorkBoard:
    """Proposals, counts of tasks and what does not agree, of all papers given.

    Args:
        extractions: the papers, resolved; their ids are what the board names them by.
        plans: those of the papers, where they are known already.
    """
    petitions, told = gather(wish for extraction in extractions for wish in wishes(extraction))
    papers = [answering(extraction, paper_of(extraction)) for extraction in extractions]
    lines = [line for extraction in extractions for line in _lines(extraction)]
    return WorkBoard(
        petitions=petitions,
        replies=(*told, *replies(petitions, papers)),
        counts=tuple(sorted(lines, key=lambda line: (line.day or date.min, line.document, -line.start), reverse=True)),
        findings=check_numbers(extractions, plans),
    )


def _lines(extraction: Extraction) -> Iterator[CountLine]:
    """The lines that count tasks of several states, or beside a share; one count alone tells little."""
    document = extraction.document
    day = paper_of(extraction).day
    for each in paragraphs(document.text):
        if len(each.counts) > 1 or (each.counts and each.shares):
            yield CountLine(
                document=document.id,
                day=day,
                start=each.start,
                end=each.end,
                text=" ".join(document.text[each.start : each.end].split())[:_LONGEST],
                counts=tuple(CountedAs(count.state, count.value) for count in each.counts),
                shares=tuple(document.text[share.start : share.end] for share in each.shares),
            )

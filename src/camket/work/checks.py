"""The numbers of work in papers, checked: totals and parts, shares and their wholes, tallies, days, numbers of rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from camket.assess import cited, parts, shares, tallies
from camket.assess.likely import misprint
from camket.grammar.fold import fold
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.message import message
from camket.model.number_check import NumberFinding, NumberKind
from camket.model.plan import Plan
from camket.model.scoreboard import DifferenceLine, Likely, Verdict
from camket.model.series import Source
from camket.registry.memory import MemoryRegistry
from camket.work.count_tables import wrong_tables
from camket.work.counts import SPLITS, Counted, Paragraph, paragraphs
from camket.work.quoting import source_at
from camket.work.readings_of_rules import two_readings
from camket.work.serials import broken_serials
from camket.work.wholes import of_shares

_OF_WORK = re.compile(
    r"(?<!\w)(?:nhiệm vụ|công việc|đầu việc|chỉ đạo|kết luận|kiến nghị|chỉ tiêu|đề án|chương trình|văn bản)(?!\w)"
)
_OF_TASKS = re.compile(r"(?<!\w)(?:nhiệm vụ|công việc|đầu việc|chỉ đạo|kết luận|kiến nghị)(?!\w)")
"""What only looks like a contradiction is told of tasks alone; of targets the page of differences tells it."""
_KINDS: dict[str, NumberKind] = {"parts": "parts", "share": "share", "tallies": "tallies", "reference": "reference"}
_RANK: tuple[Verdict, ...] = ("contradicting", "cannot_tell", "compatible")


def check_numbers(extractions: Sequence[Extraction], plans: Sequence[Plan] | None = None) -> tuple[NumberFinding, ...]:
    """What does not agree among the numbers of work of some papers; what contradicts stands first.

    What `camket.assess` finds of totals, shares, tallies and cited papers is taken over where it is about work; besides
    come wholes that were tried for a share, totals of the four outcomes, numbers of rows, and rules in two readings.

    Args:
        extractions: the papers, resolved.
        plans: those of the papers with their tallies, where they are known already.
    """
    found = list(_assessed(extractions, MemoryRegistry(extractions).plans() if plans is None else plans))
    known = {(source.document, source.start) for each in found for source in each.sources}
    for extraction in extractions:
        document = extraction.document
        for paragraph in paragraphs(document.text):
            found += of_shares(document, paragraph)
            found += (each for each in _of_outcomes(document, paragraph) if not _overlaps(each, known))
        found += broken_serials(document)
        found += wrong_tables(document)
    found += two_readings([extraction.document for extraction in extractions])
    return tuple(sorted(_shares_once(found), key=lambda each: _RANK.index(each.verdict)))


def _assessed(extractions: Sequence[Extraction], plans: Iterable[Plan]) -> Iterator[NumberFinding]:
    """What the assessment finds, as far as its sentences are about work."""
    texts = {extraction.document.id: extraction.document.text for extraction in extractions}
    lines: list[tuple[Verdict, DifferenceLine]] = [
        *parts.differences(extractions, ()),
        *shares.differences(extractions),
        *cited.differences(extractions),
    ]
    for plan in plans:
        lines += tallies.differences(plan)
    for verdict, line in lines:
        kind = _KINDS.get(line.kind)
        about = _OF_WORK if verdict == "contradicting" else _OF_TASKS
        if kind is None or not (kind == "reference" or any(_is_about(about, each, texts) for each in line.sources)):
            continue
        yield NumberFinding(
            kind=kind,
            verdict=verdict,
            reason=line.reason,
            sources=line.sources,
            likely=line.likely,
            statements=line.statements,
        )


def _is_about(things: re.Pattern[str], source: Source, texts: dict[str, str]) -> bool:
    text = texts.get(source.document, "")
    if source.start is None:
        return False
    start = text.rfind("\n", 0, source.start) + 1
    end = text.find("\n", source.start)
    return things.search(fold(text[start : end if end >= 0 else len(text)])) is not None


def _shares_once(found: Iterable[NumberFinding]) -> Iterator[NumberFinding]:
    """A share that no count gives once, as the assessment tells it where it does, with the wholes that were tried."""
    told: dict[object, NumberFinding] = {}
    for place, each in enumerate(found):
        key = _share(each) if _is_no_share(each) else place
        first = told.get(key)
        told[key] = each if first is None else msgspec.structs.replace(first, tried=each.tried)
    yield from told.values()


def _is_no_share(finding: NumberFinding) -> bool:
    """Whether it says that a printed share is none of its counts."""
    return finding.kind == "share" and finding.verdict == "contradicting"


def _share(finding: NumberFinding) -> tuple[str, int | None, str]:
    """What one share that is told twice has in common: where the count stands that it is said of, and its digits."""
    first = finding.sources[0]
    return first.document, first.start, dict(finding.reason.params).get("printed", "")


def _overlaps(finding: NumberFinding, known: set[tuple[str, int | None]]) -> bool:
    """Whether all its places are told already: counts begin where the figures of the assessment do."""
    return all((source.document, source.start) in known for source in finding.sources)


def _of_outcomes(document: Document, paragraph: Paragraph) -> Iterator[NumberFinding]:
    """Counts of one line by outcome that do not make what holds them all; each outcome is counted once in it."""
    by_state: dict[str, list[Counted]] = {}
    for count in paragraph.counts:
        by_state.setdefault(count.state, []).append(count)
    single = {state: own[0] for state, own in by_state.items() if len(own) == 1}
    for whole, states in SPLITS:
        if whole not in single or not all(state in single for state in states):
            continue
        counts = [single[state] for state in states]
        total = sum(count.value for count in counts)
        if total == single[whole].value:
            continue
        told = [single[whole], *counts]
        yield NumberFinding(
            kind="parts",
            verdict="contradicting",
            reason=message(
                "work.numbers.outcomes",
                value=single[whole].value,
                total=total,
                parts=" + ".join(str(count.value) for count in counts),
            ),
            sources=tuple(_source(document, count) for count in told),
            likely=tuple(_misprints(single[whole], counts, document)),
        )


def _misprints(whole: Counted, counts: Sequence[Counted], document: Document) -> Iterator[Likely]:
    """The single misprints that would make the parts fit."""
    gap = whole.value - sum(count.value for count in counts)
    for count, right in ((whole, whole.value - gap), *((count, count.value + gap) for count in counts)):
        kind = misprint(Decimal(count.value), Decimal(right)) if right > 0 else None
        if kind is not None:
            said = message("assess.likely.repair", first=count.value, last=right)
            yield Likely(
                kind=kind, statements=(f"{document.id}:{count.start}", f"{document.id}:{whole.start}"), reason=said
            )


def _source(document: Document, count: Counted) -> Source:
    return source_at(document, count.start, count.end)

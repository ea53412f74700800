"""A share printed beside a count: of which whole it is the share, rounded or cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from camket.grammar.fold import fold
from camket.model.document import Document
from camket.model.message import Message, message
from camket.model.number_check import NumberFinding, NumberKind
from camket.model.scoreboard import Verdict
from camket.model.series import Source
from camket.rules.numeral.item import show
from camket.work.counts import Counted, Paragraph, PrintedShare
from camket.work.quoting import source_at
from camket.work.ratio import Fit, fit_of

_REACHED = re.compile(r"[^,;]{0,20}[,;] ?(?:\w+ ){0,2}?(?:đạt|tỷ lệ hoàn thành)(?!\w)")
_NEAR = 90
"""Characters between a count and the share that is said of it."""
_HUNDREDTH = Decimal("0.01")


class Whole(NamedTuple):
    """A whole that was tried: one count, or a count with another."""

    value: int
    counts: tuple[Counted, ...]

    @property
    def shown(self) -> str:
        """As a sum, where it is one."""
        return " + ".join(show(Decimal(count.value)) for count in self.counts)


class Try(NamedTuple):
    """A whole with what it makes of the share."""

    whole: Whole
    exact: Decimal
    fit: Fit | None


def tries(part: Counted, share: PrintedShare, counts: Sequence[Counted]) -> tuple[Try, ...]:
    """Every whole that a line offers for a share: each larger count, and the part with each other count.

    In the order in which a reader tries them: what is called the total, other counts, sums.
    """
    others = [count for count in counts if count is not part and not count.inner]
    larger = [Whole(count.value, (count,)) for count in others if count.value >= part.value]
    larger.sort(key=lambda whole: whole.counts[0].state != "total")
    sums = [
        Whole(part.value + count.value, (part, count))
        for count in others
        if count.state not in ("total", part.state) and not _holds(count, part)
    ]
    return tuple(
        Try(
            whole,
            (Decimal(part.value) / whole.value * 100).quantize(_HUNDREDTH),
            fit_of(share.value, Decimal(part.value), Decimal(whole.value), share.digits),
        )
        for whole in (*larger, *sums)
        if whole.value > 0
    )


def of_shares(document: Document, paragraph: Paragraph) -> Iterator[NumberFinding]:
    """Shares of a line that no whole gives, that are cut, or that are of another whole than the total."""
    for share in paragraph.shares:
        part = _part_of(document.text, share, paragraph.counts)
        if part is None:
            continue
        tried = tries(part, share, paragraph.counts)
        if tried:
            yield from _judged(document, part, share, tried)


def _judged(document: Document, part: Counted, share: PrintedShare, tried: Sequence[Try]) -> Iterator[NumberFinding]:
    printed = document.text[share.start : share.end].replace(" ", "")
    fitting = sorted((each for each in tried if each.fit is not None), key=lambda each: each.fit != "rounded")
    best = fitting[0] if fitting else None
    total = next((each for each in tried if each.whole.counts[0].state == "total"), None)
    told = {"printed": printed, "part": show(Decimal(part.value))}
    sources = [source_at(document, part.start, part.end), source_at(document, share.start, share.end)]
    if best is None:
        reason = message("work.numbers.no_whole", **told)
        yield _finding("share", "contradicting", reason, sources, tried)
        return
    sources += [source_at(document, count.start, count.end) for count in best.whole.counts if count is not part]
    given = {"whole": best.whole.shown, "exact": show(best.exact)}
    if best.fit == "cut":
        yield _finding("share", "compatible", message("work.numbers.cut", **told, **given), sources, tried)
    if total is not None and best is not total and total.fit is None:
        other = {"total": show(Decimal(total.whole.value)), "of_total": show(total.exact)}
        reason = message("work.numbers.other_whole", **told, **given, **other)
        yield _finding("denominator", "compatible", reason, sources, tried)


def _finding(
    kind: NumberKind, verdict: Verdict, reason: Message, sources: Sequence[Source], tried: Sequence[Try]
) -> NumberFinding:
    return NumberFinding(
        kind=kind,
        verdict=verdict,
        reason=reason,
        sources=tuple(sources),
        tried=tuple(message("work.numbers.tried", whole=each.whole.shown, exact=show(each.exact)) for each in tried),
    )


def _part_of(text: str, share: PrintedShare, counts: Sequence[Counted]) -> Counted | None:
    """The count that a share is said of: the nearest before it in its sentence that no closed brackets hold."""
    before = [
        count
        for count in counts
        if count.end <= share.start <= count.end + _NEAR and not _sentence_ends(text, count.end, share.start)
    ]
    outer = [count for count in before if not count.inner or _same_brackets(text, count.end, share.start)]
    if not outer:
        return None
    # `hoàn thành 16.051 (đúng hạn 14.068, quá hạn 1.983), đạt 98,62%` is said of what stands before the brackets, and
    # `đã hoàn thành 16.051, quá hạn 223, đạt tỷ lệ 98,62%` of what is done.
    nearest = outer[-1]
    if not nearest.state.startswith("done") and _REACHED.match(fold(text[nearest.end : share.start])):
        return next((count for count in reversed(outer) if count.state == "done"), nearest)
    return nearest


def _sentence_ends(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return ". " in between or ";" in between


def _same_brackets(text: str, start: int, end: int) -> bool:
    return ")" not in text[start:end]


def _holds(count: Counted, part: Counted) -> bool:
    """Whether a count is a part of another: what is done in time is done."""
    return count.state.startswith(f"{part.state}_") or part.state.startswith(f"{count.state}_")

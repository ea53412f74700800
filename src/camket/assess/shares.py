"""A share that is printed beside the counts that it is the share of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import Literal, NamedTuple

from camket.grammar.fold import fold
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.fact import Tally
from camket.model.message import message
from camket.model.scoreboard import DifferenceLine, Verdict
from camket.model.series import Source
from camket.resolve.series import source_of
from camket.rules.numeral.item import show

_PRINTED = re.compile(r"(\d{1,3})(?:[.,](\d{1,3}))? ?%")
_BEHIND = re.compile(r"[^.;\n\d]{0,40}?(?:\(|đạt|chiếm|bằng|tỷ lệ|,) ?(?:là |tỷ lệ |đạt )?" + _PRINTED.pattern)
_OTHER = re.compile(r"(?<!\w)(?:tăng|giảm|vượt|so với|kế hoạch|cùng kỳ)(?!\w)")
_HUNDRED = Decimal(100)
_REACH = 80
Fit = Literal["rounded", "cut"]


class _Share(NamedTuple):
    """A tally with the share printed behind it."""

    tally: Tally
    printed: str
    source: Source


def differences(extractions: Iterable[Extraction]) -> Iterator[tuple[Verdict, DifferenceLine]]:
    """Shares that their counts do not give, are cut and not rounded, or are of two wholes."""
    for extraction in extractions:
        shares = list(_shares(extraction))
        for share in shares:
            yield from _beside_its_counts(share)
        for one, other in combinations(shares, 2):
            if one.tally.done == other.tally.done and one.tally.total != other.tally.total:
                yield "compatible", _line([one, other], "assess.two_wholes")


def fits(printed: str, part: Decimal, whole: Decimal) -> Fit | None:
    """How a printed share fits its counts: rounded, cut behind its last digit, or not at all."""
    found = _PRINTED.search(fold(printed))
    if found is None or whole <= 0:
        return None
    value = Decimal(f"{found[1]}.{found[2] or 0}")
    exact, step = part / whole * _HUNDRED, Decimal(1).scaleb(-len(found[2] or ""))
    if exact.quantize(step, ROUND_HALF_UP) == value:
        return "rounded"
    return "cut" if exact.quantize(step, ROUND_DOWN) == value else None


def _shares(extraction: Extraction) -> Iterator[_Share]:
    document = extraction.document
    for tally in extraction.tallies:
        printed = _behind(tally, document)
        if printed is not None and tally.total > 0:
            yield _Share(tally, printed, source_of(tally, document))


def _behind(tally: Tally, document: Document) -> str | None:
    """The share right behind a tally that is of it (`15/18 chỉ tiêu, đạt 83,3%`), as printed."""
    found = _BEHIND.match(fold(document.text[tally.end : tally.end + _REACH]))
    if found is None or _OTHER.search(found[0]):
        return None
    printed = _PRINTED.search(found[0])
    return printed[0] if printed is not None else None


def _beside_its_counts(share: _Share) -> Iterator[tuple[Verdict, DifferenceLine]]:
    fit = fits(share.printed, Decimal(share.tally.done), Decimal(share.tally.total))
    if fit == "cut":
        yield "compatible", _line([share], "assess.share_cut")
    elif fit is None:
        yield "contradicting", _line([share], "assess.share_of_counts")


def _line(shares: list[_Share], code: str) -> DifferenceLine:
    first, last = shares[0], shares[-1]
    exact = Decimal(first.tally.done) / first.tally.total * _HUNDRED
    return DifferenceLine(
        kind="share",
        statements=tuple(each.tally.id for each in shares),
        reason=message(
            code,
            area=(first.tally.resolved.area if first.tally.resolved is not None else None) or first.tally.area or "",
            period=first.tally.placed_period or "",
            one=f"{first.tally.done}/{first.tally.total}",
            other=f"{last.tally.done}/{last.tally.total}",
            printed=first.printed.replace(" ", ""),
            last_printed=last.printed.replace(" ", ""),
            exact=show(exact.quantize(Decimal("0.001"))),
        ),
        sources=tuple(each.source for each in shares),
        confidence=min(each.tally.confidence for each in shares),
    )

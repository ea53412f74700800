"""Signatures and stamps: words that a program or an office put onto a finished paper.

An electronically signed paper shows who signed and when in a box of its own (`Ký bởi: ...`), an incoming one the stamp
of the office that took it in (`CÔNG VĂN ĐẾN`). They are no sentences of the paper. The number and the day of a signed
paper are laid over it too, but into gaps of its lines: those are read there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.grammar.expression import expression
from camket.read.pdf.boxes import Segment

_SIGNATURE = expression(
    r"(?:được\s+)?ký\s+(?:số\s+)?bởi\s*:|người\s+ký\s*:|(?:ngày|thời\s+gian|giờ)\s+ký\s*:|digitally\s+signed|signed\s+by\s*:"
    r"|signature\s+(?:not\s+)?(?:verified|valid)|signer\s*:|^ký\s+điện\s+tử\s*:?$|^chữ\s+ký\s+(?:số|điện\s+tử)\s*(?::|$)"
    r"|dn\s*:\s*(?:c|cn|o|ou|oid[\d.]*)\s*=|(?:reason|location|foxit\s+\S+\s+version)\s*:|date\s*:\s*\d{4}\.\d\d\.\d\d",
    re.IGNORECASE,
)
_FOLLOWS = expression(
    r"(?:email|e-mail|cơ\s+quan|tổ\s+chức|chức\s+vụ|đơn\s+vị|ngày|date|time|cn|o|ou|l|s|st|c)\s*[:=]|\d\d:\d\d:\d\d|[+-]\d\d[:']\d\d",
    re.IGNORECASE,
)
_INCOMING = expression(r"(?:công\s+văn|văn\s+bản)\s+đến|đến", re.IGNORECASE)
_INCOMING_LINE = expression(
    r"(?:số|giờ|s)\s*:?\s*[\d./…\sA-Z-]*|ngày\s*:?\s*[\d./…\s-]*|chuyển\s*:?.{0,40}|lưu\s+(?:hồ\s+sơ|hs)\s*(?:số)?\s*:?.{0,30}"
    r"|kính\s+chuyển\s*:?.{0,40}|giờ\s*:?.{0,10}",
    re.IGNORECASE,
)
_NEAR = 1.9


def without_stamps(found: Sequence[Segment], before: int) -> tuple[list[Segment], list[Segment]]:
    """The lines of a paper, and those of signatures and stamps.

    Args:
        found: all segments of a page.
        before: how many letters the page itself has; those after were laid over it.
    """
    stamped = {id(each) for each in found if _SIGNATURE.search(each.text)}
    if not stamped and not any(_INCOMING.fullmatch(each.text) for each in found):
        return list(found), []
    for each in sorted(found, key=lambda one: one.top):
        if id(each) not in stamped and _belongs(each, found, stamped, before):
            stamped.add(id(each))
    stamped |= _incoming(found)
    return [each for each in found if id(each) not in stamped], [each for each in found if id(each) in stamped]


def _belongs(each: Segment, found: Sequence[Segment], stamped: set[int], before: int) -> bool:
    """Whether a line goes on the box of a signature above it: laid over as that is, or saying what such boxes say."""
    above = [one for one in found if id(one) in stamped and _is_below(each, one)]
    if not above:
        return False
    if each.words[0].order >= before:
        return any(one.words[0].order >= before for one in above)
    return _FOLLOWS.match(each.text) is not None or each.size < 0.8 * _usual(found)


def _usual(found: Sequence[Segment]) -> float:
    sizes = sorted(each.size for each in found)
    return sizes[len(sizes) // 2]


def _is_below(each: Segment, one: Segment) -> bool:
    near = 0 < each.bottom - one.bottom < _NEAR * max(each.size, one.size)
    return near and each.left < one.right and each.right > one.left


def _incoming(found: Sequence[Segment]) -> set[int]:
    """The lines of the stamp of an office that took a paper in: its head, and what stands close below in its words."""
    taken: set[int] = set()
    for head in found:
        if not _INCOMING.fullmatch(head.text) or not head.text.isupper():
            continue
        lines = [head]
        for each in sorted(found, key=lambda one: one.top):
            below = each is not head and _is_below(each, lines[-1]) and _INCOMING_LINE.fullmatch(each.text)
            if below or (each is not head and _stands_beside(each, head)):
                lines.append(each)
        if len(lines) > 1:
            taken.update(map(id, lines))
    return taken


def _stands_beside(each: Segment, head: Segment) -> bool:
    """`ĐẾN` stands before the lines with the number and the day, which reach above and below it."""
    apart = abs(each.bottom - head.bottom) < 2 * head.size and 0 <= each.left - head.right < 3 * head.size
    return apart and _INCOMING_LINE.fullmatch(each.text) is not None

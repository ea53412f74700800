"""Papers put before the body that decides: those of the grounds, of a session's news, and what they ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from camket.extract.orders.edges import trimmed
from camket.extract.place import place
from camket.extract.references import issuer_by_code
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.model.fact import Proposal
from camket.model.message import message
from camket.rules.proposal.item import Tabled
from camket.rules.reference.item import Citation

_PUT_BEFORE = expression(
    r"(?:\b(?:xét|xem xét)(?: đề nghị của [^,;]{3,60} tại| (?:các )?(?:báo cáo|đề án|tờ trình) [^\n]{3,260}(?: và|;))?"
    r"|(?:^|\n)theo đề nghị của (?P<who>[^,;]{3,60}) tại) $"
)
_NEXT = r"[;\n]|, (?:báo cáo|trên cơ sở|ý kiến|theo)| và (?:ý kiến|đề nghị|báo cáo|tờ trình|văn bản) (?:của|số|thẩm)"
"""What ends a ground and begins the next."""
_ASKED_FOR = expression(
    r" (?:về (?:việc )?(?:đề nghị |xin )?|đề nghị |xin )(?P<what>(?:thông qua|phê chuẩn|phê duyệt|ban hành|quyết định"
    r"|chấp thuận|điều chỉnh|bổ sung|sửa đổi|cho phép|công nhận|thành lập|phân bổ|giao|kéo dài|cấp|thu hồi|xử lý)\b"
    rf"[^;\n]{{8,300}}?)(?={_NEXT}|\.?$)"
)
"""What a paper's title asks for: `Tờ trình số ... của UBND tỉnh về việc đề nghị thông qua Quy hoạch ...`."""
_TAKEN_UP = expression(
    r"\b(?:tán thành|thông qua|nhất trí|thống nhất|chấp thuận|đồng ý)(?: với| theo| nội dung| toàn bộ)* $"
)
"""The words by which a resolution takes up the paper itself."""
_ON_REQUEST = expression(
    r"(?:^|\n)[-–+* ]*(?:sau khi )?(?:xét|xem xét|theo) đề nghị của (?P<who>[^,;:\n]{3,60}?)"
    r"(?: tại (?:công văn|văn bản|báo cáo) số [^;:\n]{3,80}?)? về (?:việc )?"
    rf"(?P<what>[^;:\n]{{10,240}}?)(?={_NEXT})"
)
"""The grounds that name a request, and at most a letter: `Xét đề nghị của Sở Tài chính tại Công văn số ... về ...;`."""
_CONSIDERED = expression(
    r"\b(?:xem xét|thảo luận|thông qua|cho ý kiến|nghe)[^.;:]{0,50} (?:các |\d{1,2} )?(?:tờ trình|đề nghị"
    r"|dự thảo nghị quyết) (?:của|do) (?P<who>(?!ban |các ban)[^.;:,]{3,40}?)(?: trình)?(?: về)?"
    r"(?: việc| các nội dung| nội dung)?(?: sau)?: "
)
"""The words before the list of what an assembly has before it."""
_PRESENTED = expression(
    r"\b(?:trình bày|trình|đọc|báo cáo)(?: tóm tắt)? (?:các )?tờ trình(?: số \S+)?(?:,? ngày [\d/]+)?"
    r"(?: của (?P<who>(?:ubnd|ủy ban nhân dân|thường trực hđnd)[^,.;:]{3,40}?))? (?:về việc|đề nghị|về|xin) "
    r"(?P<what>[^.;:]{10,240})"
)
_FOR_THE_COMMITTEE = expression(
    r"(?:thừa )?(?:ủy|uỷ) quyền (?:của )?chủ tịch (?P<who>(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố))"
)
"""In whose name a paper is presented to the council: `thừa ủy quyền Chủ tịch UBND tỉnh, ... trình bày Tờ trình ...`."""
_MORE = expression(r" và (?:quyết định |xem xét )?(?:một số|các) (?:nội dung|vấn đề|việc)\b[^;]*$")
"""The end of such a list that names nothing."""
_LEAST = 3


def plain_proposal(reading: Reading, start: int, end: int, rule: str) -> Proposal:
    """A proposal of which no more is known than its words."""
    spot = place(reading, start, end)
    return Proposal(start=spot.start, end=spot.end, quote=spot.quote, rule=rule)


def tabled(reading: Reading, decides: str | None, *, deciding: bool) -> Iterator[Proposal]:
    """What a text says was put before somebody who decides.

    Args:
        reading: the text.
        decides: who issues the paper; None in news.
        deciding: whether the paper is one that decides, so that its grounds name what it decides on.
    """
    yield from _named(reading, decides)
    yield from _considered(reading)
    yield from _presented(reading)
    if deciding:
        yield from _submitted(reading, decides)
        yield from _requested(reading, decides)


def _named(reading: Reading, decides: str | None) -> Iterator[Proposal]:
    for made in reading.made["proposal"]:
        if isinstance(made.item, Tabled):
            yield msgspec.structs.replace(
                plain_proposal(reading, made.start, made.end, made.rule),
                proposer=made.item.proposer,
                recipient=made.item.recipient or (decides if made.item.accepted else None),
                status="accepted" if made.item.accepted else "raised",
                confidence=0.7,
                reasons=(message("proposal.tabled"),),
            )


def _submitted(reading: Reading, decides: str | None) -> Iterator[Proposal]:
    """A paper put before the body whose resolution says that it has looked at it: `Xét Tờ trình số ...`.

    It stands where the resolution takes it up, else in the grounds.
    """
    papers = [
        (made, made.item)
        for made in reading.made.get("reference", ())
        if isinstance(made.item, Citation) and reading.low.startswith("tờ trình", made.start)
    ]
    for made, cited in papers:
        put = _PUT_BEFORE.search(reading.low[reading.sentence_at(made.start).start : made.start])
        issuer = cited.issuer or issuer_by_code(reading, cited.number)
        issuer = issuer or (_written(reading, made.start, put["who"]) if put and put["who"] else None)
        if issuer and put:
            again = (each for each, its in papers if its.number == cited.number and its.number)
            spot = next((each for each in again if _is_taken_up(reading, each)), made)
            asked = _ASKED_FOR.search(reading.low, spot.start, reading.sentence_at(spot.start).end)
            first, last = asked.span("what") if asked and asked.start() <= spot.end + 1 else (spot.start, spot.end)
            yield msgspec.structs.replace(
                plain_proposal(reading, first, last, "proposal/submitted"),
                proposer=issuer,
                recipient=decides,
                status="accepted",
                confidence=0.8,
                reasons=(message("proposal.tabled"),),
            )


def _is_taken_up(reading: Reading, made: Made) -> bool:
    return _TAKEN_UP.search(reading.low[reading.sentence_at(made.start).start : made.start]) is not None


def _requested(reading: Reading, decides: str | None) -> Iterator[Proposal]:
    """A request that the grounds name without the paper that puts it."""
    found = _ON_REQUEST.search(reading.low) if " đề nghị của " in reading.low else None
    if found and "tờ trình" not in found["what"]:
        yield msgspec.structs.replace(
            plain_proposal(reading, *found.span("what"), "proposal/submitted"),
            proposer=reading.text[slice(*found.span("who"))],
            recipient=decides,
            status="accepted",
            confidence=0.7,
            reasons=(message("proposal.tabled"),),
        )


def _considered(reading: Reading) -> Iterator[Proposal]:
    """The list of what an assembly has before it: `xem xét các Tờ trình của UBND tỉnh về: ...; ...`."""
    if ": " not in reading.low or "tờ trình" not in reading.low:
        return
    for found in _CONSIDERED.finditer(reading.low):
        end = reading.sentence_at(found.end()).end
        edges = [
            found.end(),
            *(cut.end() for cut in re.finditer(";", reading.low[:end]) if cut.end() > found.end()),
            end,
        ]
        for first, last in pairwise(edges):
            more = _MORE.search(reading.low, first, last)
            start, stop = trimmed(reading.low, first, more.start() if more else last)
            if len(reading.low[start:stop].split()) >= _LEAST:
                yield msgspec.structs.replace(
                    plain_proposal(reading, start, stop, "proposal/tabled"),
                    proposer=reading.text[slice(*found.span("who"))],
                    confidence=0.7,
                    reasons=(message("proposal.tabled"),),
                )


def _presented(reading: Reading) -> Iterator[Proposal]:
    """What a paper asks for that somebody presents to an assembly in the name of the committee."""
    if "trình tờ trình" not in reading.low and "bày tờ trình" not in reading.low:
        return
    for found in _PRESENTED.finditer(reading.low):
        named = _FOR_THE_COMMITTEE.search(reading.low, reading.sentence_at(found.start()).start, found.start())
        who = found.span("who") if found["who"] else named.span("who") if named else None
        if who is not None:
            start, end = trimmed(reading.low, *found.span("what"))
            yield msgspec.structs.replace(
                plain_proposal(reading, start, end, "proposal/presented"),
                proposer=reading.text[slice(*who)],
                confidence=0.95,
                reasons=(message("proposal.tabled"),),
            )


def _written(reading: Reading, before: int, low: str) -> str:
    """Words as the text has them, by their lower case and where they stand last before a place."""
    start = reading.low.rfind(low, 0, before)
    return reading.text[start : start + len(low)]

"""The section of a conclusion that replies to wishes one by one: `III. VỀ MỘT SỐ KIẾN NGHỊ CỦA TỈNH`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from camket.extract.head.names import in_running_case
from camket.extract.orders.directives import Addressed
from camket.extract.orders.edges import trimmed
from camket.extract.orders.items import level_of, mark_of, words_of_line
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.holding import holds
from camket.grammar.sentence import Sentence
from camket.model.fact import ProposalStatus
from camket.rules.proposal.replies import PASSES_ON, REFUSES

_SECTION = expression(
    r"(?:(?:về|trả lời|xử lý|giải quyết|đối với) )?(?:một số |các |những )?(?:đề nghị|kiến nghị|đề xuất)"
    r"(?:(?:,| và) (?:đề nghị|kiến nghị|đề xuất))*(?: cụ thể)? của (?P<who>[^:.;,]{2,60}?)(?: tại [^:.;]*)?[:.]?$"
)
"""A heading that names whose wishes the lines below it reply to."""
_OF_SOMEBODY = ("nghị của ", "xuất của ", "cụ thể của ")
"""Of these words each such heading holds some."""
_WISH = expression(
    r"(?:(?:về|đối với) )(?:(?:nội dung|các|những) )?(?:(?:kiến nghị|đề nghị|đề xuất) )?(?:về )?"
    r"(?P<wish>(?:[^:.]|\.(?=\d)){8,}?)(?=:|$|, (?=giao |đồng ý|thống nhất|yêu cầu|đề nghị))"
)
"""How a line names the wish that it replies to."""
_OWNER = expression(
    r" của (?P<who>(?:ubnd|ủy ban|sở|ban|công ty|huyện|xã|phường|thị xã|thành phố|chi cục|cục) [^,;:]{2,60})$"
)
"""Whose wish it is, where the heading only names many: `Đối với đề nghị ... của UBND huyện X: giao ...`."""
_AGREES = expression(r"[:,. ]*(?:cơ bản )?(?:đồng ý|nhất trí|thống nhất|chấp thuận)(?! giao)(?!\w)")
"""How the reply to a wish begins that grants it."""
_CLOSER = expression(r": (?P<wish>[^:.]{8,300}?)(?=: (?:giao|đề nghị|yêu cầu|đồng ý|chuyển) )")
"""The wish itself behind the matter that it belongs to: `Về biên chế: tăng số cấp phó ở xã: giao Bộ Nội vụ ...`."""


class Replied(NamedTuple):
    """A wish that a section takes up.

    Attributes:
        start, end: its words, in offsets of the folded text.
        proposer: whose wishes they are.
        status: what became of it.
        by: who deals with it; None where nobody is named.
        to: who replies; None where no order tells.
    """

    start: int
    end: int
    proposer: str
    status: ProposalStatus
    by: str | None
    to: str | None


def replied(reading: Reading, down: Sequence[Addressed]) -> Iterator[Replied]:
    """The wishes that sections of replies take up, each with what the lines below it say.

    Args:
        reading: the text.
        down: its directives, in the order of the text.
    """
    if not holds(reading.low, _OF_SOMEBODY):  # spares most texts the search
        return
    for sentence in reading.sentences:
        if sentence.place > 0 or reading.low.find(" của ", sentence.start, sentence.end) < 0:
            continue
        headed = _SECTION.fullmatch(reading.low, words_of_line(reading, sentence), sentence.end)
        if headed is None:
            continue
        items, last = _items(reading, sentence)
        bounds = [*(item.number for item, _ in items), last]
        for (_, wish), first, following in zip(items, bounds, bounds[1:], strict=False):
            below = [one for one in down if first <= one.spoken.at < following]
            text = reading.low[wish.end() : reading.sentences[following - 1].end]
            by = _handler(below) or _passed_on(reading, wish.end(), reading.sentences[following - 1].end)
            to = below[0].speaker.name if below else None
            who = in_running_case(reading.text[slice(*headed.span("who"))])
            who = f"{who[0].upper()}{who[1:]}"
            by = _another(by, who)
            owner = _OWNER.search(reading.low, *wish.span("wish")) if headed["who"].startswith("các ") else None
            who = reading.text[slice(*owner.span("who"))] if owner else who
            end = owner.start() if owner else wish.end("wish")
            status = _status(below, text, by)
            yield from (
                Replied(*part, who, status, _another(_handler(below[place : place + 1]), who) or by, to)
                for place, part in enumerate(_parts(reading.low, wish.start("wish"), end))
            )


def _items(reading: Reading, heading: Sentence) -> tuple[list[tuple[Sentence, re.Match[str]]], int]:
    """The lines of a section that name a wish, and the number of the first sentence that is no more of the section."""
    found: list[tuple[Sentence, re.Match[str]]] = []
    level = level_of(mark_of(reading, heading))
    for sentence in reading.sentences[heading.number + 1 :]:
        mark = mark_of(reading, sentence) if sentence.place == 0 else ""
        if mark and level_of(mark) <= level:
            return found, sentence.number
        wish = _WISH.match(reading.low, words_of_line(reading, sentence), sentence.end) if mark else None
        wish = (_CLOSER.match(reading.low, wish.end(), sentence.end) or wish) if wish else None
        if wish:
            found.append((sentence, wish))
    return found, len(reading.sentences)


def _parts(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The wishes of a line, which semicolons part."""
    while (cut := low.find(";", start, end)) >= 0:
        yield trimmed(low, start, cut)
        start = cut + 1
    yield trimmed(low, start, end)


def _handler(below: Sequence[Addressed]) -> str | None:
    return next((one.recipient for one in below if one.spoken.act.means in ("order", "stress") and one.recipient), None)


def _another(by: str | None, who: str) -> str | None:
    """Who deals with a wish, unless it is the one whose wish it is: `Tỉnh chủ động bố trí vốn`."""
    return None if by is not None and f"{fold(who)} ".startswith(f"{fold(by)} ") else by


def _passed_on(reading: Reading, start: int, end: int) -> str | None:
    found = PASSES_ON.search(reading.text, start, end)
    return found["by"].strip() if found else None


def _status(below: Sequence[Addressed], text: str, by: str | None) -> ProposalStatus:
    if REFUSES.search(text):
        return "rejected"
    if any(one.spoken.act.means == "agree" for one in below) or _AGREES.match(text):
        return "accepted"
    return "forwarded" if by else "raised"

"""What became of wishes: the words by which a text comes back to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from camket.extract.orders.directives import Addressed
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.model.fact import Proposal, ProposalStatus
from camket.rules.proposal.item import Answer, Topic, Wishes

_HANDLING = ("giao", "yêu cầu", "đề nghị", "chỉ đạo", "phân công")
_THIS = expression(r"về (?:việc|vấn đề|nội dung|đề xuất|kiến nghị) (?:này|trên)\b")
_REPLY = expression(r"(?:trả lời|giải đáp|về (?:những|các) (?:vấn đề|kiến nghị|đề xuất))\b")
_NAMED = 2
"""So many pairs of words of a wish in an order to all show that the order is of that wish."""
_RESTATED = 0.5
"""The share of a wish's pairs of words that stands in one made before where it is the same wish."""


class Fate(NamedTuple):
    """What a text says of wishes made before.

    Attributes:
        at: where, in offsets of the source.
        status: the new status.
        by: who deals with them.
        which: `last` the one before, `all` every one before, else the folded words that tell which is meant.
        nearest: whether of those that share words with `which` only the one that shares most is meant.
        words: the folded words of an order that answers all, which may be of some of them alone.
    """

    at: int
    status: ProposalStatus
    by: str | None
    which: str
    nearest: bool = False
    words: str = ""


class Recalled(NamedTuple):
    """A wish that a text tells of only where it answers it.

    Attributes:
        start, end: its words, in offsets of the folded text.
        proposer: whose it is, as written.
        fate: what became of it.
    """

    start: int
    end: int
    proposer: str
    fate: Fate


_RECALLED = expression(
    r"(?:kiến nghị|đề nghị|đề xuất) của (?P<who>[^,;:]{3,80}?) "
    r"(?:(?:về việc|trong việc|về|là) |(?=(?:bổ sung|hỗ trợ|bố trí|cho phép|gia hạn|điều chỉnh|đầu tư|nâng cấp|sớm) ))"
    r"(?P<wish>.{8,})$"
    r"|(?:kiến nghị|đề nghị|đề xuất) (?!của )(?:về (?:việc )?)?(?P<wish_before>[^,;:]{8,160}?) của "
    r"(?P<who_behind>(?:hiệp hội|hội|công ty|tập đoàn|sở|ban|ubnd|ủy ban|cục|chi cục|công an|huyện|thành phố|thị xã"
    r"|trường|bệnh viện|viện|cử tri|liên danh) [^,;:]{2,80})$"
)


def recalled(reading: Reading, down: Sequence[Addressed]) -> Iterator[Recalled]:
    """`Về đề nghị của tỉnh ... về việc ..., giao Bộ ...`: the wish, whose it is, and what became of it."""
    for made, item in _topics(reading):
        fate = _of_topic(reading, made, item, down)
        start = made.start + reading.low[made.start : made.end].find(item.words)
        found = _RECALLED.match(reading.low, start, start + len(item.words))
        if fate and found:
            names = ("who", "wish") if found["who"] else ("who_behind", "wish_before")
            yield Recalled(*found.span(names[1]), reading.text[slice(*found.span(names[0]))], fate)


def answered(reading: Reading, found: list[Proposal], down: Sequence[Addressed]) -> Iterator[Proposal]:
    """Each wish with what a later sentence says of it.

    Args:
        reading: the text.
        found: the wishes in the order of the text.
        down: the directives, which tell who is to deal with a wish.
    """
    if not found:
        return
    fates = [*_of_topics(reading, down), *_of_agreements(reading, down), *_of_answers(reading, down)]
    for one in found:
        fate = next((fate for fate in fates if one.status == "raised" and _meets(one, found, fate)), None)
        yield msgspec.structs.replace(one, status=fate.status, handled_by=fate.by) if fate else one


def handler_in(down: Iterable[Addressed], sentence: int) -> Addressed | None:
    """The order of a sentence that gives something to somebody to deal with."""
    return next(
        (one for one in down if one.spoken.at == sentence and one.spoken.act.verb in _HANDLING and one.recipient), None
    )


def restated(one: Proposal, asked: Iterable[Proposal]) -> Proposal | None:
    """The wish made before that this one only says again."""
    pairs = _pairs(fold(one.quote))
    if not pairs:
        return None
    same = (other for other in asked if other.start < one.start)
    return next((other for other in same if len(pairs & _pairs(fold(other.quote))) >= _RESTATED * len(pairs)), None)


def _of_topics(reading: Reading, down: Sequence[Addressed]) -> Iterator[Fate]:
    """`Riêng kiến nghị về ..., chuyển Bộ Y tế`: the sentence names what it answers."""
    for made, item in _topics(reading):
        fate = _of_topic(reading, made, item, down)
        if fate:
            yield fate


def _topics(reading: Reading) -> list[tuple[Made, Topic]]:
    return [(made, made.item) for made in reading.made["proposal"] if isinstance(made.item, Topic)]


def _of_topic(reading: Reading, made: Made, item: Topic, down: Sequence[Addressed]) -> Fate | None:
    handler = handler_in(down, reading.sentence_at(made.start).number)
    by = item.by or (handler.recipient if handler else None)
    if not (item.status or by):
        return None
    return Fate(_at(reading, made), item.status or "forwarded", by, item.words, nearest=True)


def _of_agreements(reading: Reading, down: Sequence[Addressed]) -> Iterator[Fate]:
    """`đồng ý việc ...` says a wish again and settles it."""
    for one in down:
        if one.spoken.act.means == "agree":
            words = reading.low[one.spoken.clause.start : one.spoken.clause.end]
            behind = (other for other in down if other.spoken.clause.start > one.spoken.clause.start)
            handler = handler_in(behind, one.spoken.at) or handler_in(down, one.spoken.at)
            at = reading.folded.span(one.spoken.clause.start, one.spoken.clause.end).start
            yield Fate(at, "accepted", handler.recipient if handler else None, words, nearest=True)


def _of_answers(reading: Reading, down: Sequence[Addressed]) -> Iterator[Fate]:
    """Answers to the wish before, to all wishes, and orders that take up a wish in its own words."""
    agreeing = {one.spoken.at for one in down if one.spoken.act.means == "agree"}
    settled = {reading.sentence_at(made.start).number for made, item in _topics(reading) if item.status}
    for made in reading.made["proposal"]:
        sentence = reading.sentence_at(made.start)
        handler = handler_in(down, sentence.number)
        by = handler.recipient if handler else None
        if isinstance(made.item, Answer) and sentence.number not in settled:
            yield Fate(_at(reading, made), made.item.status, by, "last")
        elif isinstance(made.item, Wishes) and any(_agrees_to(one, made) for one in down):
            clause = handler.spoken.clause if handler else None
            words = reading.low[clause.start : clause.end] if clause else ""
            yield Fate(_at(reading, made), "accepted", by, "all", words=words)
            yield Fate(_at(reading, made), "accepted", None, "all")
        elif isinstance(made.item, Wishes) and handler is not None and sentence.number not in agreeing:
            clause = handler.spoken.clause
            words = reading.low[clause.start : clause.end]
            yield Fate(_at(reading, made), "forwarded", by, "all", words=words)
    yield from _of_orders(reading, down)


def _agrees_to(one: Addressed, made: Made) -> bool:
    """Whether it is the wishes named here that somebody agrees to: `thống nhất với những kiến nghị của huyện`."""
    return one.spoken.act.means == "agree" and one.spoken.clause.start == made.start


def _of_orders(reading: Reading, down: Iterable[Addressed]) -> Iterator[Fate]:
    for one in down:
        sentence = reading.sentences[one.spoken.at]
        which = "last" if _THIS.match(reading.low, sentence.start) else ""
        if one.recipient and one.spoken.act.verb in _HANDLING and (which or _REPLY.match(reading.low, sentence.start)):
            words = reading.low[one.spoken.clause.start : one.spoken.clause.end]
            yield Fate(_sentence_start(reading, sentence), "forwarded", one.recipient, which or words)


def _at(reading: Reading, made: Made) -> int:
    return reading.folded.span(made.start, made.end).start


def _sentence_start(reading: Reading, sentence: Sentence) -> int:
    return reading.folded.span(sentence.start, sentence.end).start


def _meets(one: Proposal, found: Sequence[Proposal], fate: Fate) -> bool:
    if one.start >= fate.at:
        return False
    before = [other for other in found if other.start < fate.at]
    if fate.which == "all":
        named = [other for other in before if len(_pairs(fate.words) & _pairs(fold(other.quote))) >= _NAMED]
        return not named or one in named
    if fate.which == "last":
        return one is max(before, key=lambda other: other.start)
    pairs = _pairs(fate.which)
    shared = len(pairs & _pairs(fold(one.quote)))
    most = max(len(pairs & _pairs(fold(other.quote))) for other in before)
    return shared > 0 and shared >= (most if fate.nearest else min(most, _NAMED))


def _pairs(words: str) -> set[tuple[str, str]]:
    split = re.findall(r"\w+", words)
    return {pair for pair in pairwise(split) if pair not in _COMMON}


_COMMON = frozenset(
    {("chính", "phủ"), ("thủ", "tướng"), ("trung", "ương"), ("hỗ", "trợ"), ("thực", "hiện"), ("của", "tỉnh")}
    | {("kiến", "nghị"), ("đề", "nghị"), ("đề", "xuất"), ("địa", "phương"), ("ủy", "ban"), ("nhân", "dân")}
)

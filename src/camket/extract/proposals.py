"""Proposals: what a lower level asks of a higher one, and what became of it as far as the text tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from camket.extract.directives import Addressed, addressed, hands_down, highest_rank, in_full
from camket.extract.people import People
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.extract.speaker import holder_rank
from camket.extract.speech import LOWEST_OFFICE, listen
from camket.extract.tasks import after_links, trimmed
from camket.extract.voice import voice_of
from camket.grammar.engine import Reading
from camket.grammar.fold import fold
from camket.grammar.sentence import Sentence
from camket.model.fact import Proposal, ProposalStatus
from camket.model.message import message
from camket.rules.proposal.item import Answer, Listing, Tabled, Wishes

_LOW = 20
"""Up to this rank stand deputies, experts and companies: they can only ask."""
_OFFICIAL = 50
"""From this rank on an office is of a province or above."""
_LONGEST_LIST = 10
_HANDLING = ("giao", "yêu cầu", "đề nghị", "chỉ đạo", "phân công")


def find_proposals(reading: Reading, people: People, setting: Scene) -> tuple[Proposal, ...]:
    """What those below ask in a text, one record for each wish.

    Args:
        reading: the text; the rules of the kinds `directive` and `proposal` run on it if they have not.
        people: its people.
        setting: what is known of the paper: whose voice it speaks with and its area.
    """
    every = addressed(reading, listen(reading, people, voice_of(reading, people, setting.head)))
    highest = highest_rank(every)
    down = [one for one in every if hands_down(one, highest)]
    up = [one for one in every if not hands_down(one, highest) and asks_up(one, people)]
    found = [_asked(reading, one, setting) for one in up]
    found += _agreed(reading, down, setting)
    found += _tabled(reading)
    found += _listed(reading, every, setting)
    found += _named(reading, down, setting)
    return tuple(_answered(reading, _distinct(found), down))


def asks_up(one: Addressed, people: People) -> bool:
    """Whether a clause that is no directive is a wish: an asking verb, or a duty laid on somebody higher.

    A request by somebody without an office counts where it goes to an office, or where officials are about.
    """
    spoken, speaker = one.spoken, one.speaker
    if spoken.act.means == "ask":
        return speaker.rank > 0
    if spoken.act.kind == "request" and spoken.how != "duty":
        official = speaker.rank > _LOW or one.rank >= LOWEST_OFFICE or _is_deputy(one)
        about = speaker.rank > 0 and any(holder_rank(mention.holder) >= _OFFICIAL for mention in people.mentions)
        return official or about
    if not spoken.clause.duty or spoken.act.means == "agree":
        return False
    if _is_deputy(one):
        return True
    return spoken.clause.recipient is not None and one.rank > speaker.rank > 0 and not spoken.clause.fronted


def _is_deputy(one: Addressed) -> bool:
    words = f"{one.speaker.name} {one.speaker.position or ''}".lower()
    return one.speaker.rank <= _LOW and any(word in words for word in ("đại biểu", "đbqh", "ý kiến", "hđnd"))


def _asked(reading: Reading, one: Addressed, setting: Scene) -> Proposal:
    name = "đại biểu" if one.speaker.name.lower().endswith("ý kiến") else one.speaker.name
    made = _proposal(reading, one.spoken.clause.start, one.spoken.clause.end, f"proposal/{one.spoken.act.means}")
    sure = 0.9 if one.spoken.act.means == "ask" else 0.7
    return msgspec.structs.replace(
        made,
        proposer=in_full(name, setting.area),
        recipient=one.recipient,
        confidence=sure if one.spoken.how == "said" else sure - 0.2,
        reasons=(message(f"proposal.{one.spoken.how}", verb=one.spoken.act.verb),),
    )


def _proposal(reading: Reading, start: int, end: int, rule: str) -> Proposal:
    spot = place(reading, start, end)
    return Proposal(start=spot.start, end=spot.end, quote=spot.quote, rule=rule)


_ON_REQUEST = re.compile(r"\b(?:theo|về) (?:đề nghị|đề xuất|kiến nghị) của (?P<who>[^,.;:]{3,60}?)(?= tại |[,.;:]|$)")


def _agreed(reading: Reading, down: Iterable[Addressed], setting: Scene) -> Iterator[Proposal]:
    """What a leader agrees to, somebody asked: the one named, else the area that the paper is about."""
    for one in down:
        clause = one.spoken.clause
        if one.spoken.act.means != "agree" or one.spoken.act.verb == "hoan nghênh":
            continue
        named = _ON_REQUEST.search(reading.low, reading.sentences[one.spoken.at].start, clause.end)
        owner = reading.text[named.start("who") : named.end("who")] if named else in_full("tỉnh", setting.area)
        yield msgspec.structs.replace(
            _proposal(reading, clause.start, clause.end, "proposal/agreed"),
            proposer=owner,
            recipient=one.speaker.name,
            status="accepted",
            confidence=0.7,
            reasons=(message("proposal.agreed", verb=one.spoken.act.verb),),
        )


def _tabled(reading: Reading) -> Iterator[Proposal]:
    for made in reading.made["proposal"]:
        if isinstance(made.item, Tabled):
            yield msgspec.structs.replace(
                _proposal(reading, made.start, made.end, made.rule),
                proposer=made.item.proposer,
                recipient=made.item.recipient or None,
                confidence=0.7,
                reasons=(message("proposal.tabled"),),
            )


def _sentence_at(reading: Reading, at: int) -> Sentence:
    return next(one for one in reading.sentences if one.start <= at < one.end)


_WISH_HEAD = re.compile(r"(?:kiến nghị|đề nghị|đề xuất|về|là)\s+")
_LIST_ENDS = re.compile(r"(?:sau khi|tại buổi|phát biểu|kết luận|trước đó|trong thời gian|đồng chí|thay mặt)\b")


def _listed(reading: Reading, every: Sequence[Addressed], setting: Scene) -> Iterator[Proposal]:
    """The wishes of a list that `kiến nghị ... là:` announces, in its sentence and those that follow."""
    known = {one.spoken.at for one in every}
    for made in reading.made["proposal"]:
        if not isinstance(made.item, Listing):
            continue
        first = _sentence_at(reading, made.start)
        pieces = [(made.end, first.end)] if made.end < first.end - 1 else []
        for sentence in reading.sentences[first.number + 1 : first.number + _LONGEST_LIST]:
            if sentence.number in known or _LIST_ENDS.match(reading.low, sentence.start):
                break
            pieces.append((sentence.start, sentence.end))
        if first.number in known:
            continue
        for start, end in pieces:
            head = after_links(reading.low, start, end)
            wish = _WISH_HEAD.match(reading.low, head, end)
            start_, end_ = trimmed(reading.low, wish.end() if wish else head, end)
            yield msgspec.structs.replace(
                _proposal(reading, start_, end_, made.rule),
                proposer=in_full("tỉnh", setting.area),
                confidence=0.6,
                reasons=(message("proposal.listed"),),
            )


def _named(reading: Reading, down: Sequence[Addressed], setting: Scene) -> Iterator[Proposal]:
    """Wishes named as a whole, where the sentence says who is to deal with them."""
    for made in reading.made["proposal"]:
        if not isinstance(made.item, Wishes):
            continue
        handler = _handler(down, _sentence_at(reading, made.start).number)
        if handler is not None:
            yield msgspec.structs.replace(
                _proposal(reading, made.start, made.end, made.rule),
                proposer=in_full(made.item.owner or "tỉnh", setting.area),
                recipient=handler.speaker.name,
                handled_by=handler.recipient,
                status="forwarded",
                confidence=0.7,
                reasons=(message("proposal.forwarded"),),
            )


def _handler(down: Iterable[Addressed], sentence: int) -> Addressed | None:
    """The order of a sentence that gives something to somebody to deal with."""
    return next(
        (one for one in down if one.spoken.at == sentence and one.spoken.act.verb in _HANDLING and one.recipient), None
    )


def _distinct(found: Iterable[Proposal]) -> list[Proposal]:
    """In the order of the text; of two that overlap the surer one stands."""
    kept: list[Proposal] = []
    for one in sorted(found, key=lambda one: (-one.confidence, one.start)):
        if one.end > one.start and all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


_THIS = re.compile(r"về (?:việc|vấn đề|nội dung|đề xuất|kiến nghị) (?:này|trên)\b")
_REPLY = re.compile(r"(?:trả lời|giải đáp|về (?:những|các) (?:vấn đề|kiến nghị|đề xuất))\b")


def _answered(reading: Reading, found: list[Proposal], down: Sequence[Addressed]) -> Iterator[Proposal]:
    """Each wish with what a later sentence says of it."""
    fates = list(_fates(reading, down))
    for one in found:
        fate = next((fate for at, fate in fates if one.status == "raised" and _meets(one, found, at, fate)), None)
        yield msgspec.structs.replace(one, status=fate.status, handled_by=fate.by) if fate else one


class Fate(NamedTuple):
    """What a text says of wishes made before: the new status, who deals with them, and which wishes are meant."""

    status: ProposalStatus
    by: str | None
    which: str


def _fates(reading: Reading, down: Sequence[Addressed]) -> Iterator[tuple[int, Fate]]:
    """Where a text answers wishes: the place in the source, and the new status, who deals with it, which are meant.

    Which: `last` the one before, `all` every one before, else the folded words of the order that answers.
    """
    for made in reading.made["proposal"]:
        sentence = _sentence_at(reading, made.start)
        handler = _handler(down, sentence.number)
        by = handler.recipient if handler else None
        if isinstance(made.item, Answer):
            yield reading.folded.span(made.start, made.end).start, Fate(made.item.status, by, "last")
        elif isinstance(made.item, Wishes) and handler is not None:
            yield reading.folded.span(made.start, made.end).start, Fate("forwarded", by, "all")
    for one in down:
        sentence = reading.sentences[one.spoken.at]
        which = "last" if _THIS.match(reading.low, sentence.start) else ""
        if one.recipient and one.spoken.act.verb in _HANDLING and (which or _REPLY.match(reading.low, sentence.start)):
            words = reading.low[one.spoken.clause.start : one.spoken.clause.end]
            at = reading.folded.span(sentence.start, sentence.end).start
            yield at, Fate("forwarded", one.recipient, which or words)


def _meets(one: Proposal, found: Sequence[Proposal], at: int, fate: Fate) -> bool:
    if one.start >= at:
        return False
    if fate.which == "all":
        return True
    if fate.which == "last":
        return one is max((other for other in found if other.start < at), key=lambda other: other.start)
    return bool(_pairs(fate.which) & _pairs(fold(one.quote)))


def _pairs(words: str) -> set[tuple[str, str]]:
    split = re.findall(r"\w+", words)
    return {pair for pair in pairwise(split) if pair not in _COMMON}


_COMMON = frozenset(
    {("chính", "phủ"), ("thủ", "tướng"), ("trung", "ương"), ("hỗ", "trợ"), ("thực", "hiện"), ("của", "tỉnh")}
)

"""Proposals upward: one however often papers say it, what became of it, and for how long it has been unanswered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from camket.model.extraction import Extraction
from camket.model.fact import Proposal
from camket.model.message import message
from camket.model.petition import ANSWERED, Paper, Petition, PetitionStanding, PetitionState, Reply, ReplyKind
from camket.resolve.placing import document_day
from camket.work.alike import Index, Pairs, apart, pairs

_SAME = 0.6
"""From which share of the shorter one's pairs of words two wishes are one."""
_NO_DAY = date.min


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal as one paper says it."""

    mention: str
    said: Proposal
    paper: Paper


def paper_of(extraction: Extraction) -> Paper:
    """A paper with the day from which it speaks."""
    head = extraction.document.head
    return Paper(
        document=extraction.document.id,
        number=head.number or "",
        day=document_day(head),
        title=head.title or "",
        issuer=head.issuer or "",
    )


def wishes(extraction: Extraction) -> tuple[Wish, ...]:
    """The proposals of a paper, with the paper."""
    paper = paper_of(extraction)
    return tuple(Wish(mention=one.id, said=one, paper=paper) for one in extraction.proposals)


def gather(found: Iterable[Wish]) -> tuple[tuple[Petition, ...], tuple[Reply, ...]]:
    """Wishes of all papers as proposals, the first raised first, and what the same papers say became of them.

    Two wishes are one where most of their words are the same, no two bodies ask, and neither numbers nor names set them
    apart. A wish that a paper calls accepted,
    refused or handed on has that as a reply of this paper.
    """
    groups: dict[str, list[Wish]] = {}
    index = Index()
    for wish in sorted(found, key=lambda each: (each.paper.day or _NO_DAY, each.paper.document, each.said.start)):
        told = pairs(wish.said.quote)
        same = next(
            (key for key, share in index.like(told) if share >= _SAME and _is_one(groups[key][0].said, wish.said)),
            None,
        )
        if same is None:
            groups[wish.mention] = [wish]
            index.add(wish.mention, told)
        else:
            groups[same].append(wish)
    petitions = tuple(_petition(group) for group in groups.values())
    return petitions, tuple(reply for group in groups.values() for reply in _of_status(group))


def standing(petition: Petition, replies: Iterable[Reply], day: date) -> PetitionStanding:
    """Where a proposal stands at the end of a day, by what papers of that day or before say.

    What a person entered goes before what was found: replies found in the same paper, or in papers up to the day of the
    last one entered, do not count beside it. The last answer counts; without one the furthest step does.

    Args:
        petition: the proposal.
        replies: what is said of it; replies without a day, or to other proposals, are left out.
        day: the day.
    """
    known = _counting([each for each in replies if each.petition == petition.id and each.paper.day is not None], day)
    answers = [each for each in known if each.kind in ANSWERED]
    answer = answers[-1] if answers else None
    raised = petition.paper.day
    took = (answer.paper.day - raised).days if answer and answer.paper.day and raised else None
    waiting = (day - raised).days if answer is None and raised is not None else None
    return PetitionStanding(
        petition=petition,
        day=day,
        state=answer.kind if answer is not None else _furthest(known),
        replies=tuple(known),
        answer=answer,
        unanswered_days=max(waiting, 0) if waiting is not None else None,
        took_days=max(took, 0) if took is not None else None,
    )


def by_petition(replies: Iterable[Reply]) -> Mapping[str, Sequence[Reply]]:
    """Replies by the proposal that they are of."""
    found: dict[str, list[Reply]] = {}
    for reply in replies:
        found.setdefault(reply.petition, []).append(reply)
    return found


def _is_one(one: Proposal, other: Proposal) -> bool:
    """Whether two wishes of like words are one: of one body, and not of other amounts or places."""
    return _one_asks(one, other) and not apart(one.quote, other.quote)


def _one_asks(one: Proposal, other: Proposal) -> bool:
    """Whether two wishes can be those of one body: one of them tells none, or both tell the same."""
    first, last = (_name_pairs(each.proposer or "") for each in (one, other))
    return not first or not last or bool(first & last) or (one.proposer or "") == (other.proposer or "")


@lru_cache(maxsize=4096)
def _name_pairs(name: str) -> Pairs:
    """Those of a body, of which there are few however many wishes there are."""
    return pairs(name)


def _petition(group: Sequence[Wish]) -> Petition:
    first = group[0]

    def told(name: str) -> str:
        return next((value for wish in group if (value := getattr(wish.said, name))), "")

    return Petition(
        id=first.mention,
        text=" ".join(first.said.quote.split()),
        proposer=told("proposer"),
        recipient=told("recipient"),
        handled_by=told("handled_by"),
        paper=first.paper,
        mentions=tuple(wish.mention for wish in group),
        papers=tuple({wish.paper.document: wish.paper for wish in group}.values()),
    )


_OF_STATUS: dict[str, ReplyKind] = {"accepted": "accepted", "rejected": "rejected", "forwarded": "forwarded"}


def _of_status(group: Sequence[Wish]) -> Iterator[Reply]:
    for wish in group:
        kind = _OF_STATUS.get(wish.said.status)
        if kind is not None:
            yield Reply(
                petition=group[0].mention,
                kind=kind,
                paper=wish.paper,
                by=wish.said.handled_by or wish.said.recipient or "",
                quote=" ".join(wish.said.quote.split()),
                start=wish.said.start,
                end=wish.said.end,
                reasons=(message("work.reply.told", number=wish.paper.number or wish.paper.title),),
            )


def _counting(replies: Sequence[Reply], day: date) -> list[Reply]:
    """Those known on a day, in the order of time; a person's last among those of one day."""
    told = [each for each in replies if each.paper.day is not None and each.paper.day <= day]
    entered = [each for each in told if each.entered]
    if entered:
        last = max(each.paper.day or _NO_DAY for each in entered)
        papers = {each.paper.document for each in entered if each.paper.document}
        told = [
            each
            for each in told
            if each.entered or ((each.paper.day or _NO_DAY) > last and each.paper.document not in papers)
        ]
    return sorted(told, key=lambda each: (each.paper.day or _NO_DAY, each.entered, each.paper.document))


def _furthest(replies: Sequence[Reply]) -> PetitionState:
    kinds = {each.kind for each in replies}
    if "forwarded" in kinds:
        return "forwarded"
    return "noted" if "noted" in kinds else "raised"

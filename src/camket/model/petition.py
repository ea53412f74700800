"""Proposals upward: what a lower level asked of a higher one, and what became of it, as papers say it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from camket.model.message import Message

ReplyKind = Literal["forwarded", "accepted", "in_part", "rejected", "noted"]
"""Handed to whoever deals with it; agreed; agreed in part; refused; taken note of or to be looked into, which is no
answer."""
PetitionState = Literal["raised", "forwarded", "noted", "accepted", "in_part", "rejected"]
ANSWERED: tuple[PetitionState, ...] = ("accepted", "in_part", "rejected")
"""The states in which a proposal is answered."""


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as far as linking needs it; `document` is its id in the registry."""

    document: str
    number: str = ""
    day: date | None = None
    title: str = ""
    issuer: str = ""


class Petition(msgspec.Struct, frozen=True, kw_only=True):
    """Something asked for.

    Attributes:
        id: that of the mention that says it first.
        text: what is asked for.
        proposer: who asks.
        recipient: of whom.
        handled_by: who is to deal with it, as its own paper says.
        paper: where it is said first.
        mentions: all mentions that say it, that of `id` first.
        papers: the papers of these.
    """

    id: str
    text: str
    proposer: str = ""
    recipient: str = ""
    handled_by: str = ""
    paper: Paper
    mentions: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper, or a person who read one, says of a proposal.

    Attributes:
        petition: id of the proposal.
        kind: what it makes of it.
        paper: the answering paper.
        by: who answers, or who is to deal with it.
        quote: its words; empty where a person entered it.
        start, end: where they stand in the paper; None where a person entered it.
        reasons: why it is taken for the answer to this proposal, and for this kind of answer.
        entered: whether a person said so.
    """

    petition: str
    kind: ReplyKind
    paper: Paper
    by: str = ""
    quote: str = ""
    start: int | None = None
    end: int | None = None
    reasons: tuple[Message, ...] = ()
    entered: bool = False


class PetitionStanding(msgspec.Struct, frozen=True, kw_only=True):
    """Where a proposal stands on a day.

    Attributes:
        petition: the proposal.
        day: the day.
        state: what became of it.
        replies: all that was said of it until then, in the order of time.
        answer: the reply that answers it; None while it is unanswered.
        unanswered_days: since it was raised; None where it is answered, or where its paper has no day.
        took_days: from the raising to the answer; None where one of them is not known.
    """

    petition: Petition
    day: date
    state: PetitionState
    replies: tuple[Reply, ...] = ()
    answer: Reply | None = None
    unanswered_days: int | None = None
    took_days: int | None = None

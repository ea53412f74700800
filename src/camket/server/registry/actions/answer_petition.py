"""What became of a proposal upward, as a person who read the answer says."""

from __future__ import annotations

from datetime import date
from typing import get_args

from camket.errors import UsageError
from camket.model.petition import ReplyKind
from camket.server.registry import models
from camket.server.registry.acting import Act, action
from camket.server.registry.dated import dated
from camket.server.registry.models.fact import Kind
from camket.server.registry.papers import paper_of

_LONGEST = 2_000


@action("answer-petition", permission="registry.answer")
def answer_petition(
    act: Act, mention: str, kind: str, *, number: str = "", day: date | None = None, paper: str = "", by: str = "",
    words: str = "",
) -> models.PetitionReply:  # fmt: skip
    """Say what an answer makes of a proposal; a later one counts instead of an earlier one.

    Args:
        act: the action.
        mention: of the proposal, as its lasting address has it.
        kind: see `camket.model.petition.ReplyKind`.
        number: of the answering paper.
        day: of the answering paper; that of the paper in the registry where none is given.
        paper: the address of the answering paper, where it is in the registry.
        by: who answers.
        words: what it says, in short.

    Raises:
        UsageError: there is no such proposal, kind or paper; the answer has no day or number; the text is too long.
    """
    facts = models.Fact.objects.filter(kind=Kind.PROPOSALS, mention=_key(mention), document__withdrawn_on__isnull=True)
    fact = facts.select_related("document").order_by("superseded", "-id").first()
    if fact is None:
        raise UsageError("work.petition.unknown", mention=mention)
    if kind not in get_args(ReplyKind):
        raise UsageError("work.petition.no_kind", kind=kind)
    answering = paper_of(paper) if paper else None
    when = day or (dated(answering) if answering is not None else None)
    named = number.strip() or (answering.number if answering is not None else "")
    if when is None or not (named or answering is not None):
        raise UsageError("work.petition.no_paper")
    if len(words) > _LONGEST:
        raise UsageError("work.petition.too_long", most=_LONGEST)
    made = models.PetitionReply.objects.create(
        document=fact.document, mention=fact.mention, kind=kind, paper=answering, number=named[:120], day=when,
        by=(by.strip() or (answering.issuer if answering is not None else ""))[:300], words=words.strip(),
        entered_at=act.at, entered_by=act.who.name,
    )  # fmt: skip
    act.touched("proposal", mention)
    act.noted(kind=kind)
    return made


def _key(mention: str) -> bytes:
    try:
        return bytes.fromhex(mention)
    except ValueError:
        return b""

"""Figures not yet agreed, opened to the public by an approver and closed again.

What is approved is what is said, not a place in a list: the key is a digest of all that a reader would read. Where a
figure joins, is corrected or goes, where another reason is given, something else is said, and waits for its own word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import msgspec

from camket.errors import UsageError
from camket.model.scoreboard import DifferenceLine
from camket.server.registry import access
from camket.server.registry.access import PUBLIC
from camket.server.registry.acting import Act
from camket.server.registry.keys import mention_key
from camket.server.registry.models import ApprovedDifference, Document, Fact, Loose
from camket.server.registry.typed import rows_of


class Unagreed(msgspec.Struct, frozen=True, kw_only=True):
    """Figures not yet agreed, by the key of what is said of them.

    Attributes:
        key: see `key_of`.
        mentions: the figures, by their mentions.
        papers: the addresses of the papers, where what is said is of lines and no figures.
    """

    key: bytes
    mentions: tuple[bytes, ...] = ()
    papers: tuple[str, ...] = ()


def key_of(*said: object) -> bytes:
    """16 bytes of all that is said."""
    return blake2b(msgspec.msgpack.encode(said), digest_size=16).digest()


def key_of_line(line: DifferenceLine) -> bytes:
    """The key of a line of a scoreboard: its figures with their words, the reason, and what is likely."""
    figures = sorted(
        (mention_key(mention), source.document, source.quote or "")
        for mention, source in zip(line.statements, line.sources, strict=True)
    )
    return key_of(line.kind, figures, line.reason, [each.reason for each in line.likely])


def unagreed_of_line(line: DifferenceLine) -> Unagreed:
    """A line of a scoreboard as what is approved."""
    return Unagreed(key=key_of_line(line), mentions=tuple(map(mention_key, line.statements)))


def approved(keys: Iterable[bytes]) -> frozenset[bytes]:
    """Those of some keys that are approved."""
    rows = ApprovedDifference.objects.filter(key__in=list(keys), ended_at__isnull=True)
    return frozenset(bytes(key) for key in rows.values_list("key", flat=True))


def approve(act: Act, found: Sequence[Unagreed]) -> list[ApprovedDifference]:
    """See `camket.server.registry.actions.approve_differences`."""
    if not all(map(_is_public, found)):
        raise UsageError("unagreed.not_public")
    before = approved(each.key for each in found)
    keys = [key for key in dict.fromkeys(each.key for each in found) if key not in before]
    if not keys:
        raise UsageError("unagreed.approved")
    for key in keys:
        act.touched("difference", key.hex())
    return ApprovedDifference.objects.bulk_create(
        ApprovedDifference(key=key, who=act.who.name, at=act.at) for key in keys
    )


def close(act: Act, keys: Sequence[bytes]) -> list[bytes]:
    """See `camket.server.registry.actions.approve_differences`."""
    held = sorted(approved(keys))
    if not held:
        raise UsageError("unagreed.not_approved")
    rows = ApprovedDifference.objects.filter(key__in=held, ended_at__isnull=True)
    rows.update(ended_at=act.at, ended_by=act.who.name)
    for key in held:
        act.touched("difference", key.hex())
    return held


def _is_public(found: Unagreed) -> bool:
    """Whether anybody may see every figure, what targets that people entered cite, and every paper of it."""
    facts = Fact.objects.filter(access.facts(PUBLIC), document__withdrawn_on__isnull=True, mention__in=found.mentions)
    loose = Loose.objects.filter(access.loose(PUBLIC), mention__in=found.mentions)
    seen = {bytes(key) for rows in (facts, loose) for key in rows.values_list("mention", flat=True)}
    seen |= rows_of(set(found.mentions) - seen, PUBLIC).keys()
    papers = Document.objects.filter(access.papers(PUBLIC), withdrawn_on__isnull=True, slug__in=found.papers)
    return seen >= set(found.mentions) and papers.count() == len(set(found.papers))

"""Judgements written: what is asked for is checked against the text and the readings as they are kept.

Everything here runs inside an action (`camket.server.registry.actions`). What stands follows in the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

import msgspec

from camket.errors import UsageError
from camket.exchange.fact_form import as_said, new_fact
from camket.grammar.fold import fold
from camket.model.extraction import FACT_KINDS
from camket.model.fact import Fact as FactRecord
from camket.model.judgement import Anchor, Judgement, Verdict, anchor_at
from camket.registry.judging import PERSON
from camket.registry.policy import counted, last_word
from camket.registry.selecting import found_in
from camket.server.registry.acting import Act
from camket.server.registry.hanging import PEOPLE, Left, hang
from camket.server.registry.keys import document_key, mention_key, pack, unpack
from camket.server.registry.models import Document, Fact
from camket.server.registry.models import Judgement as Row
from camket.server.registry.models.fact import Kind
from camket.server.registry.papers import paper_of
from camket.server.registry.placing import forget_empty_series, replace, replace_facts
from camket.server.registry.searching import index
from camket.server.registry.standing import settle
from camket.server.registry.words import TYPES, record


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement that is asked for.

    Attributes:
        fact: the key of the reading that the person had before them.
        verdict: `confirmed`, `corrected`, `rejected` or `unsure`.
        fields: of a correction what the fields of its form hold; fields that are not named stay.
        seen: the last judgement of this mention that the person had before them; 0 where there was none.
        why: in the person's own words.
    """

    fact: int
    verdict: Verdict
    fields: Mapping[str, str] = {}
    seen: int = 0
    why: str = ""


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What was done.

    Attributes:
        numbers: of the judgements that were made or taken back.
        mentions: of the facts that they are of, in the order asked for or, of what was taken back, of the text.
        unseen: judgements that others had made meanwhile; they are kept beside the new ones.
        corrected: whether words that were to be added are read by the reader already, and were corrected instead.
    """

    numbers: tuple[int, ...]
    mentions: tuple[str, ...]
    unseen: tuple[int, ...] = ()
    corrected: bool = False


def judge(act: Act, slug: str, asked: Sequence[Asked]) -> Judged:
    """See `camket.server.registry.actions.judge`."""
    row = _paper(slug)
    if not asked:
        raise UsageError("review.none_waits", slug=slug)
    read = {fact.id: fact for fact in Fact.objects.filter(document=row, id__in=[each.fact for each in asked])}
    missing = next((each.fact for each in asked if each.fact not in read), None)
    if missing is not None:
        raise UsageError("review.no_fact", slug=slug, number=missing)
    known = _known(row, read.values())
    made, unseen = [], []
    for each in asked:
        fact = read[each.fact]
        before = known.get((fact.kind, bytes(fact.mention)), [])
        later = [other.id for other in before if other.id > each.seen and other.who != act.who.name]
        unseen += later
        made.append(_row(act, row, fact, each, before, unseen=bool(later)))
    _write(act, made)
    _follow(act, row, made, list(read.values()))
    act.noted(verdicts=", ".join(sorted({each.verdict for each in made})), count=len(made))
    return Judged(
        numbers=tuple(each.id for each in made),
        mentions=tuple(bytes(each.mention).hex() for each in made),
        unseen=tuple(unseen),
    )


def add(act: Act, slug: str, kind: str, anchor: Anchor, fields: Mapping[str, str], why: str) -> Judged:
    """See `camket.server.registry.actions.add_fact`."""
    row = _paper(slug)
    if kind not in FACT_KINDS:
        raise UsageError("review.no_kind", kind=kind)
    text = row.body.text
    span = found_in(text, anchor)
    there = Fact.objects.filter(
        document=row, kind=FACT_KINDS.index(kind), start=span.start, end=span.end, superseded=False
    ).first()
    if there is not None:
        seen = max((each.id for each in _known(row, [there]).get((there.kind, bytes(there.mention)), [])), default=0)
        done = judge(act, slug, [Asked(fact=there.id, verdict="corrected", fields=fields, seen=seen, why=why)])
        return msgspec.structs.replace(done, corrected=True)
    quote = text[span.start : span.end]
    mention = _new_mention(row, kind, quote)
    said = new_fact(kind, start=span.start, end=span.end, quote=quote, mention=mention, rule=PERSON, fields=fields)
    where = anchor_at(text, span.start, span.end)
    made = Row(
        document=row, kind=FACT_KINDS.index(kind), mention=bytes.fromhex(mention), verdict="added", body=pack(said),
        quote=where.quote, prefix=where.prefix, suffix=where.suffix, start=where.start, who=act.who.name, at=act.at,
        why=why,
    )  # fmt: skip
    _write(act, [made])
    _follow(act, row, [made], [])
    act.noted(verdicts="added", count=1)
    return Judged(numbers=(made.id,), mentions=(mention,))


def undo(act: Act, number: int) -> Judged:
    """See `camket.server.registry.actions.undo_judgement`."""
    asked = Row.objects.filter(id=number).select_related("document").first()
    if asked is None:
        raise UsageError("review.unknown", number=number)
    if asked.undone_at is not None:
        raise UsageError("review.undone_already", number=number)
    if asked.who != act.who.name and act.who.account is not None:
        raise UsageError("review.not_yours", number=number, who=asked.who)
    of_act = Row.objects.filter(act=asked.act, document=asked.document_id, who=asked.who, undone_at__isnull=True)
    rows = list(of_act.order_by("start", "id"))
    for each in rows:
        each.undone_at, each.undone_by = act.at, act.who.name
        each.save(update_fields=["undone_at", "undone_by"])
        act.touched("judgement", each.id)
    row = _paper(asked.document.slug)
    mentions = list(dict.fromkeys(bytes(each.mention) for each in rows))
    _follow(act, row, rows, list(Fact.objects.filter(document=row, mention__in=mentions)))
    act.noted(undone=len(rows))
    return Judged(numbers=tuple(each.id for each in rows), mentions=tuple(each.hex() for each in mentions))


def take_in(act: Act, judgements: Sequence[Judgement]) -> int:
    """See `camket.server.registry.actions.load_judgements`."""
    if act.who.account is not None:
        raise UsageError("action.not_allowed", who=act.who.name, action="load-judgements")
    papers: dict[bytes, Document] = {}
    changed: set[bytes] = set()
    count = 0
    for each in judgements:
        key = document_key(each.document, each.document)
        row = papers.get(key) or Document.objects.select_related("body").filter(sha256=key).first()
        if row is None or row.withdrawn_on is not None:
            raise UsageError("paper.unknown", slug=each.document)
        papers[key] = row
        if _taken_in(act, row, each):
            changed.add(key)
            count += 1
    for key in sorted(changed):
        left = hang(papers[key])
        groups = left.groups | replace(Document.objects.filter(id=papers[key].id))
        forget_empty_series(left.series)
        settle(groups)
        index([papers[key]])
    return count


def last_judgement(rows: Iterable[Row]) -> int:
    """What a page has to tell as `seen`: the latest of the judgements of a mention that it shows."""
    return max((each.id for each in rows), default=0)


def _paper(slug: str) -> Document:
    return Document.objects.select_related("body").get(id=paper_of(slug).id)


def _known(row: Document, facts: Iterable[Fact]) -> dict[tuple[int, bytes], list[Row]]:
    """All judgements of the mentions of some facts, those that were taken back too."""
    found: dict[tuple[int, bytes], list[Row]] = {}
    asked = Row.objects.filter(document=row, mention__in=[bytes(fact.mention) for fact in facts])
    for each in asked.order_by("id"):
        each.document = row
        found.setdefault((each.kind, bytes(each.mention)), []).append(each)
    return found


def _row(act: Act, row: Document, fact: Fact, asked: Asked, before: Sequence[Row], *, unseen: bool) -> Row:
    """A judgement that is not written yet, of the reading and the judgements that the person had before them."""
    read = unpack(fact.body, TYPES[fact.kind])
    word = last_word(record(each) for each in before if each.id <= asked.seen)
    shown = counted(read, word) or read
    said, verdict = shown, asked.verdict
    if verdict == "corrected":
        said = as_said(FACT_KINDS[fact.kind], shown, asked.fields)
        verdict = "confirmed" if said == shown else verdict
    anchor = anchor_at(row.body.text, fact.start, fact.end)
    if anchor.quote != read.quote:  # a reading of an earlier text, judged from a page that was open for long
        anchor = Anchor(quote=read.quote, start=fact.start)
    return Row(
        document=row, kind=fact.kind, mention=bytes(fact.mention), fact=fact, verdict=verdict,
        body=pack(said) if verdict in ("confirmed", "corrected") else None,
        quote=anchor.quote, prefix=anchor.prefix, suffix=anchor.suffix, start=anchor.start,
        who=act.who.name, at=act.at, why=asked.why, unseen=unseen,
    )  # fmt: skip


def _write(act: Act, made: Sequence[Row]) -> None:
    """Write the judgements of one act; its number is that of the first."""
    for each in made:
        each.act = made[0].id or 0
        each.save()
        act.touched("judgement", each.id)
    if made:
        Row.objects.filter(id=made[0].id).update(act=made[0].id)
        act.touched("document", bytes(made[0].document.sha256).hex())


def _follow(act: Act, row: Document, made: Sequence[Row], facts: Sequence[Fact]) -> None:
    """Let what stands, and what search finds, follow judgements; `facts` are those that were judged.

    Where one of them is not what the reader gives now, its judgement may hang on another fact, on a bare place, or on
    nothing any more.
    """
    anew = any(each.fact_id is None for each in made) or any(each.superseded for each in facts) or _of_people(facts)
    left = hang(row) if anew else Left()
    numbers = [each.id for each in made]
    mentions = {bytes(each.mention) for each in made} | {bytes(each.mention) for each in facts}
    mentions |= {bytes(each) for each in Row.objects.filter(id__in=numbers).values_list("mention", flat=True)}
    groups = left.groups | replace_facts(row, Fact.objects.filter(document=row, mention__in=mentions))
    forget_empty_series(left.series)
    settle(groups)
    if any(each.kind != Kind.FIGURES for each in made):
        index([row])
    act.noted(facts=len(mentions))


def _of_people(facts: Iterable[Fact]) -> bool:
    return Fact.objects.filter(id__in=[fact.id for fact in facts], reading__version=PEOPLE).exists()


def _new_mention(row: Document, kind: str, quote: str) -> str:
    """An id like those of the reader, of words that a person selected: with the first number that is free."""
    sha256, words = bytes(row.sha256).hex(), " ".join(fold(quote).split())
    taken = {bytes(each) for each in Row.objects.filter(document=row).values_list("mention", flat=True)}
    number = 0
    while True:
        key = f"{sha256}\x1f{kind}\x1f{words}\x1f{PERSON}\x1f{number}"
        mention = blake2b(key.encode(), digest_size=16).digest()
        if mention not in taken:
            return mention.hex()
        number += 1


def _taken_in(act: Act, row: Document, judgement: Judgement) -> bool:
    """Write a judgement as it was made elsewhere; whether anything is new."""
    kind, anchor = FACT_KINDS.index(judgement.kind), judgement.anchor
    known = Row.objects.filter(
        document=row, kind=kind, who=judgement.who, at=judgement.at, quote=anchor.quote, start=anchor.start
    ).first()
    if known is not None:
        if judgement.undone_at is None or known.undone_at is not None:
            return False
        known.undone_at, known.undone_by = judgement.undone_at, judgement.undone_by
        known.save(update_fields=["undone_at", "undone_by"])
        act.touched("judgement", known.id)
        return True
    mention = mention_key(judgement.mention)
    fact = Fact.objects.filter(document=row, kind=kind, mention=mention).order_by("superseded", "-id").first()
    body: FactRecord | None = judgement.fact
    made = Row(
        document=row, kind=kind, mention=mention, fact=fact, verdict=judgement.verdict,
        body=pack(body) if body is not None else None, quote=anchor.quote, prefix=anchor.prefix, suffix=anchor.suffix,
        start=anchor.start, who=judgement.who, at=judgement.at, why=judgement.why, undone_at=judgement.undone_at,
        undone_by=judgement.undone_by,
    )  # fmt: skip
    _write(act, [made])
    return True

"""From a paper and its facts to rows, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from camket.findings import Finding
from camket.model.document import Aside, Block, Document, Head
from camket.model.extraction import FACT_KINDS, Extraction
from camket.model.fact import Fact, Figure, Tally
from camket.model.place import Page, Place
from camket.registry.copies import key_of_folded, search_text
from camket.registry.judging import PERSON
from camket.registry.policy import counted
from camket.resolve.corrections import NONE, Corrections, mended_head
from camket.resolve.placing import document_day, placed
from camket.server.registry import models
from camket.server.registry.held import held
from camket.server.registry.keys import mention_key, pack, unpack
from camket.server.registry.slugs import slug_of
from camket.server.registry.words import NO_WORDS, TYPES, Words, words_of

HEAD_FIELDS = (
    "title", "number", "type", "issuer", "signer", "publisher", "url", "source_kind", "area", "head", "said_on",
)  # fmt: skip
"""The columns that follow from a paper's head."""
NUL = "\N{SYMBOL FOR NULL}"
"""Stands for a zero byte, which PostgreSQL keeps in no text."""
_NO_LETTER = str.maketrans({"\0": NUL})


class Body(msgspec.Struct, frozen=True):
    """What is kept packed beside the text of a paper."""

    blocks: tuple[Block, ...] = ()
    places: tuple[Place, ...] = ()
    pages: tuple[Page, ...] = ()
    asides: tuple[Aside, ...] = ()
    findings: tuple[Finding, ...] = ()
    noticed: tuple[Finding, ...] = ()


def document_row(extraction: Extraction, key: bytes, corrections: Corrections = NONE) -> models.Document:
    """The row of a paper; what it is called, its text's key and its head."""
    document = extraction.document
    row = models.Document(sha256=key, name=fitting(models.Document, "name", document.id), format=document.format)
    row.slug = slug_of(document, key)
    set_head(row, document.head, corrections)
    return row


def set_head(row: models.Document, head: Head, corrections: Corrections = NONE) -> None:
    """Write what a paper's head says into its row; the caller saves `HEAD_FIELDS`.

    The day and the area are as people mended them; the rest, and the packed head, as it was read.
    """
    bare = Document(id="", text="", sha256=bytes(row.sha256).hex(), text_sha256="", head=head)
    mended = mended_head(bare, corrections)
    for field in ("title", "number", "issuer", "signer", "publisher", "url", "type", "source_kind"):
        setattr(row, field, fitting(models.Document, field, getattr(head, field) or ""))
    row.area = fitting(models.Document, "area", mended.area or "")
    row.said_on = document_day(mended)
    row.head = pack(head)


def text_row(row: models.Document, extraction: Extraction) -> models.DocumentText:
    """The row of its text, with what is searched; the keys of the text are set in the paper's row."""
    document = extraction.document
    text = document.text.translate(_NO_LETTER)
    folded = search_text(text)
    row.text_key = key_of_folded(folded)
    row.text_sha256 = bytes.fromhex(document.text_sha256) if document.text_sha256 else None
    body = Body(
        document.blocks, document.places, document.pages, document.asides, document.findings, extraction.findings
    )
    return models.DocumentText(document=row, text=text, folded=folded, packed=pack(body))


def fact_rows(reading: models.Reading, extraction: Extraction) -> list[models.Fact]:
    """Rows of all facts; of a mention that a reader gives twice the first."""
    rows: dict[tuple[int, bytes], models.Fact] = {}
    for kind, fact in extraction.facts():
        number, mention = FACT_KINDS.index(kind), mention_key(fact.id)
        if (number, mention) not in rows:
            rows[number, mention] = models.Fact(
                reading=reading,
                document_id=reading.document_id,
                kind=number,
                mention=mention,
                start=fact.start,
                end=fact.end,
                body=pack(_bare(fact)),
            )
    return list(rows.values())


def fitting(model: type[models.Document], field: str, text: str) -> str:
    """A text that fits its column; of a longer one the end is cut, of a name the beginning."""
    most = getattr(model._meta.get_field(field), "max_length", None)
    clean = text.translate(_NO_LETTER)
    if most is None or len(clean) <= most:
        return clean
    return clean[-most:] if field == "name" else clean[:most]


def paper(row: models.Document) -> Document:
    """The record of a paper; its row comes with `body`."""
    return _paper(row, unpack(row.body.packed, Body))


def _paper(row: models.Document, body: Body) -> Document:
    return Document(
        id=row.name,
        text=row.body.text,
        sha256=bytes(row.sha256).hex(),
        text_sha256=bytes(row.text_sha256).hex() if row.text_sha256 else "",
        format=row.format,
        blocks=body.blocks,
        places=body.places,
        pages=body.pages,
        asides=body.asides,
        head=unpack(row.head, Head),
        findings=body.findings,
    )


def extraction_of(
    row: models.Document,
    facts: Iterable[models.Fact],
    corrections: Corrections | None = None,
    words: Words | None = None,
) -> Extraction:
    """A paper with its facts as they count, placed by today's catalogue and what people mended.

    Args:
        row: with `body`.
        facts: those that no newer reading replaced, in order.
        corrections: those that hold, where they are known already.
        words: what people say of the facts of this paper, where it is known already.
    """
    lists: dict[str, list[Fact]] = {kind: [] for kind in FACT_KINDS}
    for fact, said in counting(facts, words_of([row.id]).get(row.id, NO_WORDS) if words is None else words):
        lists[FACT_KINDS[fact.kind]].append(said)
    body = unpack(row.body.packed, Body)
    found = {kind: tuple(each) for kind, each in lists.items()}
    extraction = Extraction(document=_paper(row, body), findings=body.noticed, **found)  # type: ignore[arg-type]  # each list holds its kind
    return placed(extraction, held() if corrections is None else corrections)


def counting(facts: Iterable[models.Fact], words: Words) -> Iterator[tuple[models.Fact, Fact]]:
    """Facts as they count, each with its row, without those that were rejected or that nobody holds to be there."""
    for row in facts:
        said, word = unpack(row.body, TYPES[row.kind]), words.get((row.kind, bytes(row.mention)))
        if word is None and said.rule == PERSON:
            continue
        counts = counted(said, word)
        if counts is not None:
            yield row, counts


def figures_of(facts: Iterable[models.Fact]) -> Iterator[models.Fact]:
    """The rows that are figures."""
    return (fact for fact in facts if fact.kind == models.fact.Kind.FIGURES)


def _bare(fact: Fact) -> Fact:
    """What the words say, without where that was placed."""
    return msgspec.structs.replace(fact, resolved=None) if isinstance(fact, Figure | Tally) else fact

"""A paper as it was read: its text to the letter, its parts, and what its head says."""

from __future__ import annotations

from typing import Literal

import msgspec

from camket.findings import Finding
from camket.model.place import At, Page, Place

DocumentKind = Literal["news", "resolution", "plan", "report", "notice", "decision", "letter", "other"]
SourceKind = Literal["statistics", "report", "resolution", "plan", "notice", "speech", "press", "other"]
EventKind = Literal["working_session", "congress", "conference", "visit", "report", "other"]
BlockKind = Literal["heading", "paragraph", "list_item", "table_cell", "footnote"]
AsideKind = Literal["header", "footer", "comment"]


class Block(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A part of the text: `text[start:end]`.

    A table cell knows its table, row and column, counted from 0, and over how many rows and columns it reaches; empty
    cells have no block. `head` where the file itself says that the cell heads its column or row.
    """

    start: int
    end: int
    kind: BlockKind
    table: int | None = None
    row: int | None = None
    column: int | None = None
    rows: int = 1
    columns: int = 1
    head: bool = False


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a file that are not of its text: running heads and feet, comments. They are shown, and not read."""

    kind: AsideKind
    text: str
    at: At | None = None


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper says of itself. Dates are ISO; `date` is the paper's own, `published` when it was made public.

    `cosigners` signed a joint paper together with `signer`, in the order of its foot. `author` is who wrote a page of
    the web, as the page itself says.
    """

    title: str | None = None
    number: str | None = None
    date: str | None = None
    published: str | None = None
    event_date: str | None = None
    type: DocumentKind = "other"
    issuer: str | None = None
    recipients: tuple[str, ...] = ()
    signer: str | None = None
    cosigners: tuple[str, ...] = ()
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    source_kind: SourceKind = "other"
    event: EventKind = "other"
    area: str | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One paper. Offsets everywhere count code points of `text`.

    `text` of a text file is the decoded file with nothing changed; only letters of old fonts become Unicode.

    `head` holds what the file's format says (an HTML title, a publication date in its metadata); `extract` fills
    the rest from the words. `sha256` is of the bytes, `text_sha256` of the text in UTF-8. `format` names the input
    format (`text`, `html`, `docx`, ...). `places` lead from the text back into the file; they are empty where the text
    is the file itself. `pages` are those of a PDF or of pictures.
    """

    id: str
    text: str
    sha256: str
    text_sha256: str
    path: str | None = None
    format: str = "text"
    blocks: tuple[Block, ...] = ()
    places: tuple[Place, ...] = ()
    pages: tuple[Page, ...] = ()
    asides: tuple[Aside, ...] = ()
    head: Head = Head()
    findings: tuple[Finding, ...] = ()

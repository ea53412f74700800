"""The process that reads papers to facts: `python -m camket.batch.reader`.

It answers on its standard streams as `camket.read.worker` does, until whoever started it is gone, however that ended.
A paper lies in memory only: one that is stamped secret has touched neither disk nor table when it is refused.
"""

from __future__ import annotations

import os
import sys

import msgspec

from camket import kept
from camket.errors import CamketError
from camket.extract import extract
from camket.model.document import Document
from camket.model.extraction import Extraction
from camket.model.message import Message
from camket.read.limits import Limits, reads_off_topic
from camket.read.loading import load_bytes
from camket.read.worker import last_words, receive, send
from camket.resolve import resolve
from camket.typed import typed


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A paper to read.

    Attributes:
        data: its bytes.
        name: what it is called.
        file: what its file is called in messages.
        limits: what it may cost.
        docx: what LibreOffice made of it already; see `camket.read.ahead`.
    """

    data: bytes
    name: str
    file: str
    limits: Limits
    docx: bytes | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Its resolved facts, or why it cannot be read."""

    extraction: Extraction | None = None
    trouble: Message | None = None


def facts_of(document: Document) -> Extraction:
    """The facts of a document, placed by the catalogue."""
    return resolve(extract(document, whatever=reads_off_topic(os.environ)))


def read_paper(given: Given) -> Told:
    """What is told of a paper."""
    try:
        document = load_bytes(given.data, given.file, given.name, limits=given.limits, docx=given.docx)
        return Told(extraction=facts_of(document))
    except CamketError as error:
        return Told(trouble=error.message)


def main() -> None:
    """Answer requests until there are no more."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.excepthook = last_words(lambda said: send(sink, Told(trouble=said)))
    kept.use(kept.folder_of(os.environ))
    try:
        while (body := receive(source)) is not None:
            send(sink, read_paper(msgspec.msgpack.decode(body, type=typed(Given))))
            kept.save()  # who waits has the facts; there is something to write after the first papers only
    except BrokenPipeError:
        sys.stdout = None  # nobody is there to be told; closing must not try


if __name__ == "__main__":
    main()

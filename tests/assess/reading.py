"""Papers of a few sentences, read and placed as any paper is."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from camket import extract, resolve
from camket.model.document import Document, Head
from camket.model.extraction import Extraction


def read_text(id_: str, text: str, **head: Any) -> Extraction:
    """The facts of a text; of Bắc Ninh unless its head says otherwise."""
    digest = sha256(text.encode()).hexdigest()
    known: dict[str, Any] = {"area": "Bắc Ninh"} | head
    return resolve(extract(Document(id=id_, text=text, sha256=digest, text_sha256=digest, head=Head(**known))))

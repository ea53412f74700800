"""From a document to its facts: what the words say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from camket.model.document import Document
    from camket.model.extraction import Extraction


def extract(document: Document) -> Extraction:
    """Take every figure, tally, directive, proposal, reference and person out of a document.

    Nothing is guessed silently: what the words and their context do not tell stays None.
    """
    from camket.extract.pipeline import extract_document

    return extract_document(document)

"""From a document to its facts: what the words say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from camket.model.document import Document
    from camket.model.extraction import Extraction


def extract(document: Document, *, whatever: bool = False) -> Extraction:
    """Take every figure, tally, directive, proposal, reference and person out of a document.

    Nothing is guessed silently: what the words and their context do not tell stays None. A story that is not of the
    work of governing (a theft, a match, a film) has no facts and the finding `document.off_topic`.

    Args:
        document: the document.
        whatever: such stories are read like any other.
    """
    from camket.extract.pipeline import extract_document

    return extract_document(document, whatever=whatever)

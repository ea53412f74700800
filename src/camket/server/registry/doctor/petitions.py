"""No answer to a proposal holds words of a withdrawn paper."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from camket.findings import Finding
from camket.model.message import message
from camket.server.registry.files import FileStore
from camket.server.registry.models import PetitionReply


def check(files: FileStore) -> Iterator[Finding]:  # noqa: ARG001 - every check takes them
    """Answers whose paper is a tombstone and that still say its number, its body or its words."""
    told = PetitionReply.objects.filter(paper__withdrawn_on__isnull=False)
    for number in told.exclude(Q(number="", by="", words="")).order_by("id").values_list("id", flat=True):
        said = message("doctor.petition_words", number=number)
        yield Finding(message=said, level="error", where=f"petition-reply:{number}")

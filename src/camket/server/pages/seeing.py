"""Who may see what: every page asks the papers that it shows from here, and none past it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest

from camket.server.registry.models import Document, Entry
from camket.server.registry.models.document import Access
from camket.server.registry.models.entry import Sort


def visible(request: HttpRequest) -> QuerySet[Document]:  # noqa: ARG001 - who asks will decide once there are accounts
    """The papers that whoever asks may see: public ones that were not withdrawn."""
    return Document.objects.filter(access=Access.PUBLIC, withdrawn_on__isnull=True)


def entries(request: HttpRequest, sort: Sort) -> QuerySet[Entry]:
    """What the papers that may be seen name of one sort: people, references; copies of a text count once."""
    seen = visible(request).filter(stands_for__isnull=True)
    return Entry.objects.filter(sort=sort, document__in=seen).exclude(label="").defer("exact", "bare")

"""Who may see what: every page asks the papers that it shows from here, and none past it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest

from camket.server.registry.models import Document
from camket.server.registry.models.document import Access


def visible(request: HttpRequest) -> QuerySet[Document]:  # noqa: ARG001 - who asks will decide once there are accounts
    """The papers that whoever asks may see: public ones that were not withdrawn."""
    return Document.objects.filter(access=Access.PUBLIC, withdrawn_on__isnull=True)

"""Who asks, and so what is shown: every page asks what it shows from here or from the reader, and none past them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest

from camket.server.pages.named import named_in
from camket.server.registry import access
from camket.server.registry.access import PUBLIC, Reader
from camket.server.registry.models import Document, Entry, Fact, Loose
from camket.server.registry.models.entry import Sort
from camket.server.registry.rights import body_of
from camket.server.registry.store import DatabaseRegistry

_KEPT = "_camket_reader"


def reader_of(request: HttpRequest) -> Reader:
    """Whoever asks, as a reader; found out once a request."""
    found: Reader | None = getattr(request, _KEPT, None)
    if found is None:
        user = getattr(request, "user", None)  # none where the answer was given before anybody looked who asks
        found = access.reader_of(user, body_of(user)) if user is not None and user.is_authenticated else PUBLIC
        setattr(request, _KEPT, found)
    return found


def visible(request: HttpRequest) -> QuerySet[Document]:
    """The papers that whoever asks may see, without those that were withdrawn."""
    return Document.objects.filter(access.papers(reader_of(request)), withdrawn_on__isnull=True)


def counted(request: HttpRequest) -> QuerySet[Document]:
    """Of these each text once: of several sources that may be seen the one that counts."""
    return DatabaseRegistry().seen_by(reader_of(request)).papers()


def facts(request: HttpRequest) -> QuerySet[Fact]:
    """The facts of papers that whoever asks may see."""
    return Fact.objects.filter(access.facts(reader_of(request)), document__withdrawn_on__isnull=True)


def loose(request: HttpRequest) -> QuerySet[Loose]:
    """The statements in no paper that whoever asks may see."""
    return Loose.objects.filter(access.loose(reader_of(request)))


def entries(request: HttpRequest, sort: Sort) -> QuerySet[Entry]:
    """What the papers that may be seen name of one sort: people, references; copies of a text count once."""
    return named_in(reader_of(request), sort)

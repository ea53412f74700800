"""`/van-ban/<slug>/rut`: a paper withdrawn by an administrator, after a look at what goes with it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.cache import never_cache

from camket.server.pages.allowed import needs
from camket.server.pages.language import language_of
from camket.server.pages.naming import paper_link
from camket.server.pages.seeing import visible
from camket.server.pages.views.review import of_seen_paper
from camket.server.pages.withdrawal import RIGHT, Named, answered


@never_cache
@of_seen_paper
@needs(RIGHT)
def withdrawal(request: HttpRequest, slug: str) -> HttpResponse:
    """The form of a paper that whoever asks may see."""
    row = get_object_or_404(visible(request), slug=slug)
    paper = paper_link(row, language_of(request))
    named = Named(name=paper.name, about=paper.about, back=paper.address, back_name=paper.name)
    return answered(request, row, named)


PATHS = (path("van-ban/<slug:slug>/rut", withdrawal, name="paper-withdrawal"),)

"""A process that answers made ready: what every page needs is loaded before the first one is asked for."""

from __future__ import annotations

import gc

from django.urls import get_resolver


def warm() -> None:
    """Load catalogue, words and pages, and take what stays out of the sight of the collector, for good.

    It would else go through all of that again and again while a page makes its short-lived records.
    """
    from camket import catalogue
    from camket.server.pages.addresses import menu
    from camket.words import sentences

    catalogue.load_indicators()
    catalogue.load_areas()
    catalogue.load_successions()
    for language in ("vi", "en"):
        sentences(language)
    get_resolver().url_patterns  # noqa: B018 - finds and imports the pages
    menu()
    gc.collect()
    gc.freeze()

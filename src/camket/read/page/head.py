"""What a page says of itself: title, day of publication, publisher, address."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from selectolax.lexbor import LexborHTMLParser

from camket.model.document import Head

_VIETNAM = timezone(timedelta(hours=7))
_WRITTEN = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
# Selector and attribute, the most telling first.
_PUBLISHED = (
    ('meta[property="article:published_time"]', "content"),
    ('meta[itemprop="datePublished"]', "content"),
    ('[itemprop="datePublished"][datetime]', "datetime"),
    ('[itemprop="datePublished"][content]', "content"),
    ('meta[name="pubdate"]', "content"),
    ("article time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
)
_PUBLISHER = (
    ('meta[property="og:site_name"]', "content"),
    ('meta[name="publisher"]', "content"),
    ('meta[name="author"]', "content"),
)
_URL = (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content"))
_TITLE = (('meta[property="og:title"]', "content"),)


def page_head(parser: LexborHTMLParser, heading: str | None, read: Callable[[str], str]) -> Head:
    """The head of a page.

    Args:
        parser: the page.
        heading: its own title on the page, better than that of its metadata.
        read: makes Unicode of words in the letters of an old font.
    """
    title = parser.css_first("head title")
    told = _said(parser, _TITLE) or (_one_line(title.text()) if title else None) or None
    publisher = _said(parser, _PUBLISHER)
    return Head(
        title=heading or (read(told) if told else None),
        published=_day(_said(parser, _PUBLISHED)),
        publisher=read(publisher) if publisher else None,
        url=_said(parser, _URL),
    )


def _said(parser: LexborHTMLParser, places: tuple[tuple[str, str], ...]) -> str | None:
    for selector, attribute in places:
        node = parser.css_first(selector)
        value = _one_line((node.attributes.get(attribute) if node else None) or "")
        if value:
            return value
    return None


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _day(written: str | None) -> str | None:
    """The day in Viet Nam: a time given in UTC may fall on the next day there."""
    if written is None:
        return None
    try:
        moment = datetime.fromisoformat(written)
        return (moment.astimezone(_VIETNAM) if moment.tzinfo else moment).date().isoformat()
    except (ValueError, OverflowError):
        return _written_day(written)


def _written_day(written: str) -> str | None:
    found = _WRITTEN.search(written)
    if found is None:
        return None
    try:
        return datetime(int(found[3]), int(found[2]), int(found[1]), tzinfo=_VIETNAM).date().isoformat()
    except ValueError:
        return None

"""What a page says of itself: title, day of publication, publisher, author, address."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone

from selectolax.lexbor import LexborHTMLParser

from camket.grammar.expression import expression
from camket.model.document import Head
from camket.read.page.linked import linked_data

_VIETNAM = timezone(timedelta(hours=7))
_WRITTEN = expression(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
# Selector and attribute, the most telling first.
_PUBLISHED = (
    ('meta[property="article:published_time"]', "content"),
    ('meta[name="article:published_time"]', "content"),
    ('meta[itemprop="datePublished"]', "content"),
    ('[itemprop="datePublished"][datetime]', "datetime"),
    ('[itemprop="datePublished"][content]', "content"),
    ('meta[name="pubdate"]', "content"),
    ('meta[name="DC.date.issued"]', "content"),
    ('meta[name="dcterms.created"]', "content"),
    ('meta[itemprop="dateCreated"]', "content"),
    ("article time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
)
_PUBLISHER = (('meta[property="og:site_name"]', "content"), ('meta[name="publisher"]', "content"))
_AUTHOR = (('meta[name="author"]', "content"), ('meta[property="article:author"]', "content"))
_NAMED_AUTHOR = ('[itemprop="author"] [itemprop="name"]', '[itemprop="author"]', 'a[rel~="author"]')
_LONGEST_NAME = 80
_URL = (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content"))
_TITLE = (('meta[property="og:title"]', "content"),)
# A line of its own above or below the title: `Thứ Hai, 13/01/2025 | 08:30`, `Ngày đăng: 13-01-2025`.
_DATE_LINE = expression(
    r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|ngày\s+đăng|đăng\s+ngày|đăng\s+lúc|cập\s+nhật(?:\s+lúc)?"
    r"|ngày\s+(?:xuất\s+bản|cập\s+nhật)|thời\s+gian\s+đăng)\b.{0,20}?\d{1,2}[/-]\d{1,2}[/-]\d{4}"
    r"|\d{1,2}:\d{2}(?::\d{2})?\s*(?:am|pm|gmt\+7)?\W{0,5}(?:ngày\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{4}"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{4}\W{1,6}\d{1,2}[:h]\d{2}).{0,40}",
    re.IGNORECASE,
)
_LONGEST_DATE_LINE = 90


def page_head(parser: LexborHTMLParser, heading: str | None, lines: Sequence[str], read: Callable[[str], str]) -> Head:
    """The head of a page.

    Args:
        parser: the page.
        heading: its own title on the page, better than that of its metadata.
        lines: the first lines of its text; the day of publication may stand there only.
        read: makes Unicode of words in the letters of an old font.
    """
    linked = linked_data(parser)
    title = parser.css_first("head title")
    named = _one_line(title.text()) if title else None
    told = _said(parser, _TITLE) or linked.headline or named or None
    author = _author(parser) or linked.author
    publisher = _said(parser, _PUBLISHER) or linked.publisher or author
    return Head(
        title=heading or (read(told) if told else None),
        published=_day(_said(parser, _PUBLISHED)) or _day(linked.published) or _printed_day(lines),
        publisher=read(publisher) if publisher else None,
        author=read(author) if author else None,
        url=_said(parser, _URL) or linked.url,
    )


def _printed_day(lines: Sequence[str]) -> str | None:
    for line in lines:
        if len(line) <= _LONGEST_DATE_LINE and _DATE_LINE.fullmatch(line.strip(" |-–•()")):
            return _written_day(line)
    return None


def _said(parser: LexborHTMLParser, places: tuple[tuple[str, str], ...]) -> str | None:
    for selector, attribute in places:
        node = parser.css_first(selector)
        value = _one_line((node.attributes.get(attribute) if node else None) or "")
        if value:
            return value
    return None


def _author(parser: LexborHTMLParser) -> str | None:
    """Who wrote the page; the address of a person's own page is no name."""
    shown = (node.text() for node in map(parser.css_first, _NAMED_AUTHOR) if node is not None)
    for said in (_said(parser, _AUTHOR), *map(_one_line, shown)):
        if said and len(said) <= _LONGEST_NAME and "://" not in said:
            return said
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

"""What a page says of itself as linked data: `<script type="application/ld+json">`, by the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from selectolax.lexbor import LexborHTMLParser

_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "WebPage", "Report", "GovernmentDocument")
_MOST = 20
_LONGEST = 500_000
_DEEPEST = 5


class LinkedData(msgspec.Struct, frozen=True):
    """What it says of the article of the page; None where it does not."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None


def linked_data(parser: LexborHTMLParser) -> LinkedData:
    """The linked data of the first article that is described; what is no JSON is passed over."""
    for node in parser.css('script[type="application/ld+json"]')[:_MOST]:
        text = node.text()
        if len(text) > _LONGEST:
            continue
        try:
            decoded = msgspec.json.decode(text)
        except (msgspec.DecodeError, RecursionError):
            continue
        for each in _objects(decoded, 0):
            if _kind(each) in _ARTICLES and (each.get("datePublished") or each.get("headline")):
                return LinkedData(
                    headline=_text(each.get("headline")),
                    published=_text(each.get("datePublished")) or _text(each.get("dateCreated")),
                    publisher=_name(each.get("publisher")),
                    author=_name(each.get("author")),
                    url=_text(each.get("url")),
                )
    return LinkedData()


def _objects(decoded: object, depth: int) -> Iterator[dict[str, object]]:
    """All objects, those in lists and in `@graph` too."""
    if depth > _DEEPEST:
        return
    if isinstance(decoded, list):
        for each in decoded:
            yield from _objects(each, depth + 1)
    elif isinstance(decoded, dict):
        yield decoded
        yield from _objects(decoded.get("@graph"), depth + 1)


def _kind(described: dict[str, object]) -> str:
    kind = described.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind)


def _name(described: object) -> str | None:
    """The name of an organisation or a person, of the first of several."""
    if isinstance(described, list):
        described = described[0] if described else None
    return _text(described.get("name") if isinstance(described, dict) else described)


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None

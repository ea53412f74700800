"""A real example of every address of the pages, found by following the links of the pages themselves.

A new page needs no entry: it has an example as soon as a page links to it, for the public or for the account of
`laying`. `MORE` names what is worth a look beside those: other states of pages, and pages that no page links to.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

import msgspec
from django.urls import Resolver404, resolve

if TYPE_CHECKING:
    from playwright.sync_api import APIRequestContext

MORE = {
    "/van-ban/nam-2022-grdp-tang-7-39-so-voi-nam-2021-3a48c225b644": 200,  # has pages to look at
    "/van-ban/withdrawn-41bd6b22d848": 410,
    "/tim-kiem?q=tăng+trưởng+2024": 200,
    "/tim-kiem?q=zzzz": 200,
    "/chi-tieu?loc=zzzz": 200,
    "/so-lieu-chua-thong-nhat?xem=phu-hop": 200,
    "/van-ban?nam=1900": 200,
    "/ke-hoach/bac-ninh-1997/yearly/2022": 200,  # has targets that people entered
    "/dia-ban/bac-ninh-2026/tieu-chi?ngay=2022-06-30": 200,  # points count
    "/dia-ban/bac-ninh-2026/kich-ban?muc=per_head-USD-current&muc-tieu=9200&tang=9,5&dan-so=x": 200,
    "/chi-tieu/grdp/bac-ninh-2026?chuoi=level.VND.current&dia-gioi=mot-dia-ban": 200,  # has a forecast
    "/khong-co-trang-nay": 404,
}
"""Addresses, with the status that each answers with."""
_TRIES = 12


class Example(msgspec.Struct, frozen=True):
    """An address to look at.

    Attributes:
        name: of the address in `PATHS`; empty where there is no such page.
        path: the address, with its questions.
        logged_in: whether it is seen with the account alone.
        languages: those to look at it in.
        status: what it answers with.
    """

    name: str
    path: str
    logged_in: bool = False
    languages: tuple[str, ...] = ("vi", "en")
    status: int = 200


class Found(msgspec.Struct, frozen=True):
    """Pages, and the names of addresses that answer with a file, lead elsewhere, or only take a form."""

    pages: tuple[Example, ...]
    others: frozenset[str]


class _Links(HTMLParser):
    """Where links and forms of a page lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        address = dict(attrs).get({"a": "href", "form": "action"}.get(tag, ""))
        if address:
            self.found.append(address)


def found(host: str, public: APIRequestContext, account: APIRequestContext) -> Found:
    """What the public reaches, and then what only the account reaches."""
    pages: dict[str, Example] = {}
    others: set[str] = set()
    for asked, logged_in in ((public, False), (account, True)):
        for name, path, is_page in _walked(host, asked, frozenset(pages)):
            if is_page:
                pages.setdefault(name, Example(name, path, logged_in))
            else:
                others.add(name)
    more = (Example(name_of(path), path, languages=("vi",), status=status) for path, status in MORE.items())
    return Found((*pages.values(), *more), frozenset(others - set(pages)))


def name_of(path: str) -> str:
    """The name of an address in `PATHS`; empty where it has none."""
    try:
        return resolve(urlsplit(path).path).url_name or ""
    except Resolver404:
        return ""


def _walked(host: str, asked: APIRequestContext, known: frozenset[str]) -> Iterator[tuple[str, str, bool]]:
    """Names of addresses with an address of that name, and whether a page is there; pages before what they link to."""
    waiting = deque(["/", *MORE])
    met = set(waiting)
    tried: Counter[str] = Counter()
    shown = set(known)
    while waiting:
        path = waiting.popleft()
        name = name_of(path)
        if path not in ("/", *MORE) and (name in shown or tried[name] == _TRIES):
            continue
        tried[name] += 1
        answer = asked.get(f"{host}{path}", max_redirects=0, fail_on_status_code=False)
        is_page = answer.status == 200 and answer.headers.get("content-type", "").startswith("text/html")
        if path not in MORE:
            yield name, path, is_page
            shown.update([name] if is_page else [])
        if is_page:
            links = [target for target in _linked(path, answer.text()) if target not in met]
            met.update(links)
            waiting.extend(links)


def _linked(path: str, page: str) -> Iterator[str]:
    """Addresses of pages that a page links to."""
    for link in _Links(page).found:
        parts = urlsplit(urljoin(path, link))
        if not parts.netloc and name_of(parts.path):
            yield parts._replace(fragment="").geturl()

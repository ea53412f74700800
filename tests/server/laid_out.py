"""Papers in the database for a whole module of tests, with their files; afterwards nothing is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

from django.conf import settings
from pytest_django.plugin import DjangoDbBlocker

from camket import extract, read, resolve
from camket.model.extraction import Extraction
from camket.registry.published import published_statements
from camket.server.pages.models import Board
from camket.server.registry import models
from camket.server.registry.files import FileStore
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.store import DatabaseRegistry

READ_ON = date(2026, 11, 26)
_TABLES = (
    Board,
    models.Entry,
    models.Standing,
    models.Judgement,
    models.Placement,
    models.Fact,
    models.Loose,
    models.Reading,
    models.DocumentText,
    models.Document,
    models.Series,
    models.ApprovedDifference,
    models.Audit,
    models.AuditEnd,
)


@cache
def samples() -> tuple[tuple[Extraction, bytes], ...]:
    """The sample papers with their bytes."""
    with resources.as_file(resources.files("camket.samples")) as folder:
        papers = sorted(each for each in folder.iterdir() if each.suffix in (".txt", ".html"))
        return tuple((resolve(extract(read(path))), path.read_bytes()) for path in papers)


def of_text(name: str, text: str) -> tuple[Extraction, bytes]:
    """A paper of some text."""
    data = text.encode()
    path = Path(settings.CONFIGURATION.data) / f"{name}.txt"
    path.write_bytes(data)
    return resolve(extract(read(path))), data


@contextmanager
def laid_out(
    blocker: DjangoDbBlocker,
    papers: Iterable[tuple[Extraction, bytes]],
    *,
    access: str = "public",
    published: bool = False,
) -> Iterator[None]:
    """Papers taken in, their files kept."""
    with blocker.unblock():
        files = FileStore(settings.CONFIGURATION.files)
        for extraction, data in papers:
            files.put(data)
            take_in([Arrival(extraction=extraction, size=len(data), read_on=READ_ON, access=access)])
        if published:
            DatabaseRegistry().add_statements(published_statements(), read_on=READ_ON)
    try:
        yield
    finally:
        with blocker.unblock():
            for table in _TABLES:
                table.objects.all().delete()


def row_of(name: str) -> models.Document:
    """The row of a paper by the beginning of its name."""
    return models.Document.objects.get(name__startswith=name)


class Reader(HTMLParser):
    """What a page says: its text, the letters of each mark, its ids and links."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self.marks: dict[str, str] = {}
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if (name := given.get("id")) is not None:
            self.ids.append(name)
        if tag == "a" and (href := given.get("href")) is not None:
            self.links.append(href)
        if tag == "mark":
            self._open.append(given.get("id") or given.get("data-of") or "")
            self.marks.setdefault(self._open[-1], "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for name in self._open:
            self.marks[name] += data


def page_of(answer: object) -> Reader:
    """The page of an answer."""
    return Reader(answer.content.decode())  # type: ignore[attr-defined]  # a response of the test client

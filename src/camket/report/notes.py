"""The annex of sources: each place in a paper once, numbered in the order in which the scoreboard names it."""

from __future__ import annotations

from collections.abc import Mapping

from camket.model.series import Source
from camket.report.dates import day
from camket.report.naming import file_name, source_name
from camket.report.view import Note
from camket.words import Language

_AROUND = 240
_Place = tuple[str, int | None, int | None, str | None]


class Notes:
    """Gives out note numbers while a view is built."""

    def __init__(self, texts: Mapping[str, str], language: Language) -> None:
        self._texts = texts
        self._language = language
        self._numbers: dict[_Place, int] = {}
        self._made: list[Note] = []

    def number(self, source: Source) -> int:
        """The number of the note for that place."""
        place = (source.document, source.start, source.end, source.url)
        if place not in self._numbers:
            self._numbers[place] = len(self._made) + 1
            self._made.append(self._note(source, len(self._made) + 1))
        return self._numbers[place]

    def all(self) -> tuple[Note, ...]:
        """All notes so far, in the order of their numbers."""
        return tuple(self._made)

    def _note(self, source: Source, number: int) -> Note:
        before, after = self._around(source)
        return Note(
            number=number,
            paper=file_name(source, self._language),
            start=source.start,
            end=source.end,
            document=source_name(source, self._language),
            published=day(source.published, self._language) if source.published else "",
            before=before,
            quote=source.quote or "",
            after=after,
            url=source.url,
        )

    def _around(self, source: Source) -> tuple[str, str]:
        text = self._texts.get(source.document, "")
        if source.start is None or source.end is None or text[source.start : source.end] != source.quote:
            return "", ""
        return _before(text, source.start), _after(text, source.end)


def _before(text: str, start: int) -> str:
    line = text.rfind("\n", 0, start) + 1
    if start - line <= _AROUND:
        return text[line:start].lstrip()
    cut = text.find(" ", start - _AROUND, start) + 1 or start - _AROUND
    return "… " + text[cut:start]


def _after(text: str, end: int) -> str:
    line = text.find("\n", end)
    line = len(text) if line < 0 else line
    if line - end <= _AROUND:
        return text[end:line].rstrip()
    cut = text.rfind(" ", end, end + _AROUND)
    return text[end : cut if cut > end else end + _AROUND] + " …"

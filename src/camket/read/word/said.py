"""What a reader of a Word file should know: what was left out of the text, and what was read in a way of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from camket.findings import Finding, Level
from camket.model.message import message
from camket.read.word.package import Package
from camket.read.word.story import Story

_SHOWN = 5
_MACROS = "word/vbaproject.bin"


def said_of(story: Story, package: Package, *, has_text: bool) -> Iterator[Finding]:
    """Findings on the body of a file."""
    file = package.file

    def say(code: str, level: Level = "info", **params: object) -> Finding:
        return Finding(message=message(code, file=file, **params), level=level, where=file)

    if story.pictures and has_text:
        yield say("read.word_pictures", count=len(story.pictures), paragraphs=_listed(story.pictures))
    elif story.pictures:
        yield say("read.word_only_pictures", "warning", count=len(story.pictures))
    if story.old_fonts:
        yield say("read.word_old_font", fonts=", ".join(sorted(story.old_fonts)[:_SHOWN]))
    if story.hidden:
        yield say("read.word_hidden", count=story.hidden)
    if story.contents:
        yield say("read.word_contents", count=story.contents)
    if story.changes:
        yield say("read.word_changes", count=story.changes)
    if story.inserted:
        yield say("read.word_inserted", "warning", count=len(story.inserted), paragraphs=_listed(story.inserted))
    if package.has(_MACROS):
        yield say("read.word_macros")


def _listed(numbers: Sequence[int]) -> str:
    unique = list(dict.fromkeys(numbers))
    return ", ".join(map(str, unique[:_SHOWN])) + (", ..." if len(unique) > _SHOWN else "")

"""A whole Word file: its body, the letterhead in the header, notes at the end, comments and running heads apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from lxml import etree

from camket.errors import ReadError
from camket.grammar.expression import expression
from camket.model.document import Aside, AsideKind
from camket.model.place import InPart, Part
from camket.read.parsed import LEFT, Parsed
from camket.read.word import tags as w
from camket.read.word.composing import Composer
from camket.read.word.items import Item, paragraphs_of
from camket.read.word.package import Package, Xml
from camket.read.word.paper import Paper
from camket.read.word.said import said_of
from camket.read.word.story import Story

_MOTTO = expression(r"cộng\s+h(?:òa|oà)\s+xã\s+hội|đảng\s+cộng\s+sản\s+việt\s+nam")
_NUMBERED = expression(r"số\s*:?\s*\d*\s*[-/]\s*[^\W\d]")
_LETTER = expression(r"[^\W\d_]")
_TOP = 12
_NOT_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_package(package: Package) -> Parsed:
    """The text of an opened file with its parts; see `camket.read.word.read_docx`."""
    paper = Paper(package)
    xml = package.xml(paper.main)
    body = xml.root.find(w.BODY)
    if body is None:
        raise ReadError("read.word_no_part", file=package.file, part=f"{paper.main}: w:body")
    story = _told(paper, xml, body, "body")
    items = story.take()
    composer = Composer()
    heads = _Heads(paper, story.sections)
    if heads.letterhead and not _has_letterhead(items[:_TOP]):
        composer.write(heads.letterhead)
    composer.write(items)
    composer.write(_notes(paper, story))
    LEFT.append((xml, story, items))
    written = composer.writer.result()
    asides = (*heads.asides(), *_comments(paper))
    return Parsed(
        text=written.text,
        blocks=written.blocks,
        places=written.places,
        asides=asides,
        findings=(*package.findings, *said_of(story, package, has_text=bool(written.text.strip()))),
    )


def _told(paper: Paper, xml: Xml, element: etree._Element, part: Part) -> Story:
    """Walk a part; where a field never ends its marks are damaged, and all text is read."""
    story = Story(paper, xml, part)
    story.run(element)
    if story.fields.open:
        story = Story(paper, xml, part, fields=False)
        story.run(element)
    return story


def _has_letterhead(items: Iterable[Item]) -> bool:
    return any(_opens_a_paper(each.text) for each in paragraphs_of(items))


def _opens_a_paper(text: str) -> bool:
    """Whether it holds the motto of the State, the name of the Party, or a line that begins with a number."""
    low = text.lower()
    if "cộng" in low and _MOTTO.search(low) is not None:
        return True
    return "số" in low and any(_begins_line(low, found.start()) for found in _NUMBERED.finditer(low))


def _begins_line(text: str, place: int) -> bool:
    return not text[:place].rpartition("\n")[2].strip()


def _in_lines(items: Iterable[Item]) -> str:
    return "\n".join(" ".join(each.text.split()) for each in paragraphs_of(items))


class _Heads:
    """The running heads and feet of all sections."""

    def __init__(self, paper: Paper, sections: Iterable[etree._Element]) -> None:
        self._found: dict[str, tuple[AsideKind, list[Item]]] = {}
        self.letterhead: list[Item] = []
        first: str | None = None
        for number, section in enumerate(sections):
            title_page = section.find(w.TITLE_PAGE)
            shown = "first" if title_page is not None and w.is_on(title_page.get(w.VAL)) else "default"
            for each in section.iterchildren(w.HEADER_REFERENCE, w.FOOTER_REFERENCE):
                kind: Literal["header", "footer"] = "header" if each.tag == w.HEADER_REFERENCE else "footer"
                part = self._read(paper, each, kind)
                if number == 0 and kind == "header" and each.get(w.TYPE, "default") == shown:
                    first = part
        if first is not None and _has_letterhead(self._found[first][1]):
            self.letterhead = self._found.pop(first)[1]

    def asides(self) -> Iterator[Aside]:
        """Each with its lines; those that hold no letter (page numbers) are left out."""
        for kind, items in self._found.values():
            text = _in_lines(items)
            if _LETTER.search(text):
                yield Aside(kind=kind, text=text, at=next(paragraphs_of(items)).at)

    def _read(self, paper: Paper, reference: etree._Element, kind: Literal["header", "footer"]) -> str | None:
        _, part = paper.relations.get(reference.get(w.RELATION, ""), ("", None))
        if part is None:
            return None
        if part not in self._found:
            xml = paper.package.side_with_letters(part)
            self._found[part] = (kind, _told(paper, xml, xml.root, kind).take() if xml is not None else [])
        return part


def _notes(paper: Paper, story: Story) -> list[Item]:
    """Footnotes, then endnotes, in the order in which the text points to them."""
    found: list[Item] = []
    kinds: tuple[tuple[Part, str, str], ...] = (
        ("footnote", "footnotes", w.FOOTNOTE), ("endnote", "endnotes", w.ENDNOTE),
    )  # fmt: skip
    for kind, listed, tag in kinds:
        wanted = dict.fromkeys(note.id for note in story.notes if note.kind == kind)
        if wanted:
            found += _notes_of(paper, kind, paper.part(listed), tag, list(wanted))
    return found


def _notes_of(paper: Paper, kind: Part, part: str | None, tag: str, wanted: list[str]) -> Iterator[Item]:
    xml = paper.package.side(part)
    listed = xml.root.iterchildren(tag) if xml is not None else ()
    notes = {each.get(w.ID, ""): each for each in listed if each.get(w.TYPE) not in _NOT_NOTES}
    missing = sum(1 for name in wanted if name not in notes)
    if missing:
        paper.package.note("read.word_no_notes", count=missing)
    if xml is not None:
        story = Story(paper, xml, kind)
        for name in wanted:
            if name in notes:
                story.run(notes[name])
        yield from story.take()


def _comments(paper: Paper) -> Iterator[Aside]:
    xml = paper.package.side_with_letters(paper.part("comments"))
    if xml is None:
        return
    story = Story(paper, xml, "comment")
    for number, comment in enumerate(xml.root.iterchildren(w.COMMENT), start=1):
        story.run(comment)
        text = _in_lines(story.take())
        if text:
            yield Aside(kind="comment", text=text, at=InPart("comment", number))

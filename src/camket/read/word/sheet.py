"""The style sheet of a Word file, of which only the styles that are asked for are parsed."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from camket.read.word import tags as w
from camket.read.word.package import parsed
from camket.read.word.scroll import Scroll

_OPENING = re.compile(rb"<w:styles\b[^>]*(?<!/)>")
_DEFAULT = re.compile(
    rb"<w:style (?=[^>]*\bw:type=\"paragraph\")(?=[^>]*\bw:default=\"(?:1|true|on)\")[^>]*\bw:styleId=\"([^\"]*)\""
)
_UTF8 = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml(?![^>]*encoding=\"(?!utf-8))[^>]*>\s*)?<w:styles\b", re.IGNORECASE)
_ON = ("1", "true", "on")
_TELLS = re.compile(
    rb"<w:(?:vanish|caps|vertalign|position|numpr|outlinelvl)\b|=\"\s*\.?vn|<w:name w:val=\"(?:heading [1-9]|title)\""
)
"""What changes how letters are read, in small letters: searched in so, the expression takes half the time."""
_BASED_ON = re.compile(rb"<w:basedOn w:val=\"([^\"&]*)\"")


class Bare(NamedTuple):
    """A style that says nothing which changes what is read: what counts is the style it is based on.

    A font that it names is none of the old ones.
    """

    based_on: str | None
    of_paragraphs: bool
    names_font: bool


class Sheet:
    """Styles by their ids.

    Word and its kin write `<w:style ... w:styleId="...">`, so a style is found in the bytes and cut out; a sheet
    written in another way is parsed whole.
    """

    def __init__(self, source: Scroll) -> None:
        self._source = source
        usual = _UTF8.match(source.data) is not None
        self._first = source.find(b"<w:style ") if usual else -1  # nothing that is asked for stands before it
        told = self._first >= 0 and source.find(b'w:styleId="', self._first) >= 0
        opening = _OPENING.search(source.data) if told else None
        self._opening = opening[0] if opening is not None else None
        root = parsed(source.whole()) if self._opening is None and source.data else None
        self._root = root
        self._by_id = {each.get(w.STYLE_ID, ""): each for each in root.iter(w.STYLE)} if root is not None else {}

    def style(self, name: str) -> etree._Element | Bare | None:
        """A style; None where there is none of that id."""
        if self._opening is None:
            return self._by_id.get(name)
        at = self._source.find(b'w:styleId="%s"' % name.encode(), self._first)
        start = self._source.data.rfind(b"<w:style ", self._first, at) if at >= 0 else -1
        cut = self._cut(start, b"</w:style>") if start >= 0 else b""
        return (_bare(cut) or self._parsed(cut, w.STYLE)) if cut else None

    def defaults(self) -> etree._Element | None:
        """The look of letters where no style says anything; None where that changes nothing of what is read."""
        if self._opening is None:
            return self._root.find(w.DEFAULT_LOOK) if self._root is not None else None
        start = self._source.data.find(b"<w:rPrDefault>", 0, self._first)
        cut = self._cut(start, b"</w:rPrDefault>") if start >= 0 else b""
        found = self._parsed(cut, w.DEFAULTS) if _TELLS.search(cut.lower()) is not None else None
        return found.find(w.R_PR) if found is not None else None

    def default_style(self) -> str | None:
        """The style of paragraphs that name none."""
        if self._opening is not None:
            if self._source.find(b"w:default=", self._first) < 0:
                return None
            first = self._first
            found = _DEFAULT.search(self._source.data, first) or _DEFAULT.search(self._source.whole(), first)
            return found[1].decode("utf-8", "replace") if found is not None else None
        for name, each in self._by_id.items():
            if each.get(w.TYPE) == "paragraph" and each.get(w.DEFAULT) in _ON:
                return name
        return None

    def _cut(self, start: int, closing: bytes) -> bytes:
        end = self._source.find(closing, start)
        return self._source.data[start : end + len(closing)] if end >= 0 else b""

    def _parsed(self, cut: bytes, tag: str) -> etree._Element | None:
        root = parsed(b"%s%s</w:styles>" % (self._opening or b"", cut)) if cut else None
        return root.find(tag) if root is not None else None


def _bare(cut: bytes) -> Bare | None:
    """What a style is based on, told by its bytes; None of one that says something itself, or may do."""
    if _TELLS.search(cut.lower()) is not None:
        return None
    based = _BASED_ON.search(cut)
    if based is None and b"basedOn" in cut:
        return None
    name = based[1].decode("utf-8", "replace") if based is not None else None
    return Bare(name, b'w:type="paragraph"' in cut, b":ascii=" in cut or b":hAnsi=" in cut)

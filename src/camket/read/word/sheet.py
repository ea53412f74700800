"""The style sheet of a Word file, of which only the styles that are asked for are parsed."""

from __future__ import annotations

import re

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


class Sheet:
    """Styles by their ids.

    Word and its kin write `<w:style ... w:styleId="...">`, so a style is found in the bytes and cut out; a sheet
    written in another way is parsed whole.
    """

    def __init__(self, source: Scroll) -> None:
        self._source = source
        told = _UTF8.match(source.data) and source.find(b'w:styleId="') >= 0
        opening = _OPENING.search(source.data) if told else None
        self._opening = opening[0] if opening is not None else None
        root = parsed(source.whole()) if self._opening is None and source.data else None
        self._root = root
        self._by_id = {each.get(w.STYLE_ID, ""): each for each in root.iter(w.STYLE)} if root is not None else {}

    def style(self, name: str) -> etree._Element | None:
        """A style; None where there is none of that id."""
        if self._opening is None:
            return self._by_id.get(name)
        at = self._source.find(b'w:styleId="%s"' % name.encode())
        start = self._source.data.rfind(b"<w:style ", 0, at) if at >= 0 else -1
        return self._cut(start, b"</w:style>", w.STYLE) if start >= 0 else None

    def defaults(self) -> etree._Element | None:
        """The look of letters where no style says anything."""
        if self._opening is None:
            return self._root.find(w.DEFAULT_LOOK) if self._root is not None else None
        first = self._source.find(b"<w:style ")
        start = self._source.data.find(b"<w:rPrDefault>", 0, first)
        found = self._cut(start, b"</w:rPrDefault>", w.DEFAULTS) if start >= 0 else None
        return found.find(w.R_PR) if found is not None else None

    def default_style(self) -> str | None:
        """The style of paragraphs that name none."""
        if self._opening is not None:
            found = _DEFAULT.search(self._source.data) or _DEFAULT.search(self._source.whole())
            return found[1].decode("utf-8", "replace") if found is not None else None
        for name, each in self._by_id.items():
            if each.get(w.TYPE) == "paragraph" and each.get(w.DEFAULT) in _ON:
                return name
        return None

    def _cut(self, start: int, closing: bytes, tag: str) -> etree._Element | None:
        end = self._source.find(closing, start)
        if end < 0 or self._opening is None:
            return None
        root = parsed(b"%s%s</w:styles>" % (self._opening, self._source.data[start : end + len(closing)]))
        return root.find(tag) if root is not None else None

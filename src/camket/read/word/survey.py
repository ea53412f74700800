"""One look over a part of a Word file, before it is walked: which of its paragraphs ask for more than their letters."""

from __future__ import annotations

from lxml import etree

from camket.read.word import tags as w
from camket.read.word.old import may_name_old_fonts
from camket.read.word.package import Xml
from camket.read.word.paper import Paper

_DRESSES = frozenset((w.VANISH, w.CAPS, w.RAISED, w.POSITION, w.R_STYLE, w.R_FONTS))
_PROPERTIES = frozenset((w.NUM_PR, w.OUTLINE, w.SECTION))
_AMONG_LETTERS = w.WRAPPERS | w.CHANGES | w.MATHS | {
    w.TAB, w.PTAB, w.BR, w.CR, w.NO_BREAK_HYPHEN, w.SOFT_HYPHEN, w.SYM, w.FLD_CHAR, w.INSTRUCTION,
    w.FOOTNOTE_REFERENCE, w.ENDNOTE_REFERENCE, w.DRAWING, w.PICT, w.OBJECT, w.ALTERNATE, w.RUBY, w.SDT, w.FIELD,
}  # fmt: skip
_WITH_FONTS = tuple(_DRESSES | _PROPERTIES | _AMONG_LETTERS | {w.P_STYLE})
_SOUGHT = tuple(tag for tag in _WITH_FONTS if tag != w.R_FONTS)


class Survey:
    """What was seen.

    Most paragraphs are runs of letters that say only how large and how black these are. To ask each of them for all
    that may stand in one would cost more than to find those that are not.

    Attributes:
        old_fonts: whether letters may be of an old font.
        marked: the paragraphs of which anything more was seen than runs of letters; the following tell what.
        dressed: the runs whose properties may change what is read, each with them.
        particular: the paragraphs that hold such runs, or anything to read besides runs of letters.
        styles: the style that a paragraph names.
        properties: of each paragraph that has any its list, level and section.
        joining: the paragraphs whose end was deleted.
        named: all styles that are named, those of letters too.
    """

    def __init__(self, root: etree._Element, *, old_fonts: bool) -> None:
        """Look over a part."""
        self.old_fonts = old_fonts
        self.marked: set[etree._Element] = set()
        self.dressed: dict[etree._Element, etree._Element] = {}
        self.particular: set[etree._Element] = set()
        self.styles: dict[etree._Element, str] = {}
        self.properties: dict[etree._Element, list[etree._Element]] = {}
        self.joining: set[etree._Element] = set()
        self.named: set[str] = set()
        for each in root.iter(*(_WITH_FONTS if old_fonts else _SOUGHT)):
            parent = each.getparent()
            above = parent.getparent() if parent is not None else None
            if parent is not None and above is not None:
                self._note(each, parent, above)
        self._letters: dict[etree._Element, list[str]] = {}
        self._holding: set[etree._Element] = set()
        self._gather(root)

    def text_of(self, paragraph: etree._Element) -> str:
        """The letters of all runs of a paragraph."""
        if paragraph in self._holding:
            return "".join([each.text or "" for each in paragraph.iter(w.T)])
        return "".join(self._letters.get(paragraph, ()))

    def _gather(self, root: etree._Element) -> None:
        """The letters of all paragraphs at once, which takes half the time; those that hold others are told apart."""
        last: etree._Element | None = None
        holder: etree._Element | None = None
        letters: list[str] | None = None
        within = False
        for each in root.iter(w.T):
            run = each.getparent()
            paragraph = run.getparent() if run is not None else None
            if paragraph is None:
                continue
            if paragraph is not last:
                above = paragraph.getparent()
                if above is not holder:
                    holder, within = above, next(paragraph.iterancestors(w.P), None) is not None
                if within or paragraph.tag != w.P:
                    self._holding.update(each.iterancestors(w.P))
                    continue
                last, letters = paragraph, self._letters_of(paragraph)
            if letters is not None and (text := each.text):
                letters.append(text)

    def _letters_of(self, paragraph: etree._Element) -> list[str] | None:
        """Where the letters of a paragraph are gathered; None of one whose runs are read one by one."""
        return None if paragraph in self.particular else self._letters.setdefault(paragraph, [])

    def _note(self, each: etree._Element, parent: etree._Element, above: etree._Element) -> None:
        tag = each.tag
        if tag == w.P_STYLE:
            if above.tag == w.P:
                self.marked.add(above)
                self.styles[above] = name = each.get(w.VAL, "")
                self.named.add(name)
        elif tag in _PROPERTIES:
            if above.tag == w.P:
                self.marked.add(above)
                self.properties.setdefault(above, []).append(each)
        elif tag not in _DRESSES:
            self._note_paragraph(parent)
            if above.tag == w.P_PR and (tag == w.DEL or tag == w.MOVE_FROM) and (end := above.getparent()) is not None:
                self.joining.add(end)
        elif above.tag == w.R:
            if tag == w.R_STYLE:
                self.named.add(each.get(w.VAL, ""))
            self.dressed[above] = parent
            self._note_paragraph(above)

    def _note_paragraph(self, element: etree._Element | None) -> None:
        """The paragraph that holds it, if it is not a stop of tabs."""
        if element is not None and element.tag == w.TABS:
            return
        while element is not None:
            if element.tag == w.P:
                self.marked.add(element)
                self.particular.add(element)
                return
            element = element.getparent()


def survey_of(paper: Paper, xml: Xml) -> Survey:
    """The look over a part; where a style that it names is of an old font, all its fonts count."""
    seen = Survey(xml.root, old_fonts=may_name_old_fonts(xml.source))
    if seen.old_fonts or not paper.styles.wear_old_fonts(seen.named):
        return seen
    return Survey(xml.root, old_fonts=True)

"""Names of the elements and attributes of WordprocessingML, as lxml spells them."""

from __future__ import annotations

from typing import Final

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MATHS: Final = frozenset((MATH + "oMath", MATH + "oMathPara"))

# Parts and blocks.
BODY: Final = _W + "body"
P: Final = _W + "p"
TBL: Final = _W + "tbl"
TR: Final = _W + "tr"
TC: Final = _W + "tc"
SECTION: Final = _W + "sectPr"
TITLE_PAGE: Final = _W + "titlePg"
HEADER_REFERENCE: Final = _W + "headerReference"
FOOTER_REFERENCE: Final = _W + "footerReference"
FOOTNOTE: Final = _W + "footnote"
ENDNOTE: Final = _W + "endnote"
COMMENT: Final = _W + "comment"
ALT_CHUNK: Final = _W + "altChunk"

# What only wraps other things.
SDT: Final = _W + "sdt"
SDT_PR: Final = _W + "sdtPr"
SDT_CONTENT: Final = _W + "sdtContent"
GALLERY: Final = _W + "docPartGallery"
PLACEHOLDER: Final = _W + "showingPlcHdr"
WRAPPERS: Final = frozenset(
    _W + name for name in ("customXml", "smartTag", "ins", "moveTo", "hyperlink", "dir", "bdo", "sdtContent")
)
FIELD: Final = _W + "fldSimple"
RUBY: Final = _W + "ruby"
RUBY_BASE: Final = _W + "rubyBase"
ALTERNATE: Final = _MC + "AlternateContent"
CHOICE: Final = _MC + "Choice"
FALLBACK: Final = _MC + "Fallback"

# Properties.
P_PR: Final = _W + "pPr"
P_STYLE: Final = _W + "pStyle"
NUM_PR: Final = _W + "numPr"
OUTLINE: Final = _W + "outlineLvl"
R_PR: Final = _W + "rPr"
R_STYLE: Final = _W + "rStyle"
R_FONTS: Final = _W + "rFonts"
VANISH: Final = _W + "vanish"
CAPS: Final = _W + "caps"
RAISED: Final = _W + "vertAlign"
POSITION: Final = _W + "position"
INS: Final = _W + "ins"
DEL: Final = _W + "del"
MOVE_FROM: Final = _W + "moveFrom"
MOVE_TO: Final = _W + "moveTo"
CHANGES: Final = frozenset((INS, DEL, MOVE_FROM, MOVE_TO))
TR_PR: Final = _W + "trPr"
TBL_HEADER: Final = _W + "tblHeader"
GRID_BEFORE: Final = _W + "gridBefore"
TC_PR: Final = _W + "tcPr"
GRID_SPAN: Final = _W + "gridSpan"
V_MERGE: Final = _W + "vMerge"
H_MERGE: Final = _W + "hMerge"
CELL_DEL: Final = _W + "cellDel"

# Within paragraphs and runs.
R: Final = _W + "r"
T: Final = _W + "t"
TAB: Final = _W + "tab"
TABS: Final = _W + "tabs"
PTAB: Final = _W + "ptab"
BR: Final = _W + "br"
CR: Final = _W + "cr"
NO_BREAK_HYPHEN: Final = _W + "noBreakHyphen"
SOFT_HYPHEN: Final = _W + "softHyphen"
SYM: Final = _W + "sym"
FLD_CHAR: Final = _W + "fldChar"
INSTRUCTION: Final = _W + "instrText"
FOOTNOTE_REFERENCE: Final = _W + "footnoteReference"
ENDNOTE_REFERENCE: Final = _W + "endnoteReference"
DRAWING: Final = _W + "drawing"
PICT: Final = _W + "pict"
OBJECT: Final = _W + "object"
BOX: Final = _W + "txbxContent"
WORD_ART: Final = _V + "textpath"
# What stands for a picture, a chart, a diagram.
PICTURES: Final = (
    _A + "blip",
    _V + "imagedata",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
)

# Styles and numbering.
STYLE: Final = _W + "style"
NAME: Final = _W + "name"
BASED_ON: Final = _W + "basedOn"
DEFAULTS: Final = _W + "rPrDefault"
DEFAULT_LOOK: Final = f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"
ABSTRACT: Final = _W + "abstractNum"
NUM: Final = _W + "num"
ABSTRACT_ID: Final = _W + "abstractNumId"
NUM_ID: Final = _W + "numId"
LEVEL_ID: Final = _W + "ilvl"
LEVEL: Final = _W + "lvl"
OVERRIDE: Final = _W + "lvlOverride"
START_OVERRIDE: Final = _W + "startOverride"
NUM_STYLE: Final = _W + "numStyleLink"
START: Final = _W + "start"
NUM_FORMAT: Final = _W + "numFmt"
LEVEL_TEXT: Final = _W + "lvlText"
SUFFIX: Final = _W + "suff"
RESTART: Final = _W + "lvlRestart"
LEGAL: Final = _W + "isLgl"

# Attributes.
VAL: Final = _W + "val"
ID: Final = _W + "id"
TYPE: Final = _W + "type"
DEFAULT: Final = _W + "default"
STYLE_ID: Final = _W + "styleId"
CHAR: Final = _W + "char"
FONT: Final = _W + "font"
ASCII: Final = _W + "ascii"
H_ANSI: Final = _W + "hAnsi"
INSTR: Final = _W + "instr"
FLD_TYPE: Final = _W + "fldCharType"
OWN_MARK: Final = _W + "customMarkFollows"
AT_LEVEL: Final = _W + "ilvl"
AT_NUM: Final = _W + "numId"
AT_ABSTRACT: Final = _W + "abstractNumId"
RELATION: Final = _R + "id"

OFF: Final = frozenset(("0", "false", "off"))


def is_on(value: str | None) -> bool:
    """Whether a property that is there is meant: without a value it is."""
    return value not in OFF

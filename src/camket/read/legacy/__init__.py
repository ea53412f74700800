"""Old Vietnamese: text written for fonts and code pages from before Unicode.

`font_of` and `unicode_of` serve readers that know the font of each run of letters; `evidence` tells the way of writing
by the words where no font is known.
"""

from __future__ import annotations

from camket.read.legacy.convert import Converted, Run, unicode_of
from camket.read.legacy.font import OldFont, font_of
from camket.read.legacy.recognise import Evidence, as_read, evidence

__all__ = ["Converted", "Evidence", "OldFont", "Run", "as_read", "evidence", "font_of", "unicode_of"]

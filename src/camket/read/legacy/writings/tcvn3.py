"""TCVN3 (ABC): the small letters of TCVN 5712:1993 and the capitals without tone; its fonts are called `.VnTime`.

Capitals with a tone are small letters set in a font of capitals (`.VnTimeH`). The few that the standard keeps at codes
which the fonts leave free are read as well.
"""

from __future__ import annotations

from camket.read.legacy.writing import Writing

# From the code on, one letter a code; a dot is a code without a letter.
_RANGES = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđẰ"),
    (0xB5, "àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"),
)
LETTERS = {chr(first + place): letter for first, letters in _RANGES for place, letter in enumerate(letters)}
MARKS = {"\xb0": "\u0300", "\xb1": "\u0309", "\xb2": "\u0303", "\xb3": "\u0301", "\xb4": "\u0323"}
BASES = "aeiouyAEIOUY\xa1\xa2\xa3\xa4\xa5\xa6\xa8\xa9\xaa\xab\xac\xad"

WRITING = Writing(name="TCVN3 (ABC)", letters=LETTERS, marks=MARKS, bases=BASES, cased=False)

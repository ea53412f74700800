"""Old Vietnamese fonts: TCVN3 (`.VnTime`) and VNI write Vietnamese letters in the places of other ones.

Decoded as if it were Latin text, `UBND tỉnh Bắc Ninh` reads `UBND tØnh B¾c Ninh` in one and `UBND tænh Baéc Ninh` in
the other. Such a text is told by its signs, never guessed at letter by letter.
"""

from __future__ import annotations

import re

TCVN3, VNI = "TCVN3 (ABC)", "VNI"

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# Signs that no Latin text has within a word.
_SIGN_IN_WORD = re.compile(r"[A-Za-z][¨©ª«¬\xad®µ¶·¸¹»¼½¾](?=[A-Za-z\s])|(?<!\S)[®§](?=\S)")
# A vowel with its mark as a letter of its own behind it.
_VOWEL_AND_MARK = re.compile(r"[aeouyöôAEOUYÖÔ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]")
_BARRED_D = re.compile(r"(?<!\w)[ñÑ](?=\w)")
_FEWEST = 5
_SHARE_OF_SIGNS, _SHARE_OF_MARKS = 0.15, 0.4


def old_font(latin: str) -> str | None:
    """The name of the old font that a text is written for; None where it is not clearly one.

    Args:
        latin: the text, its bytes read as Latin letters.
    """
    foreign = len(_NOT_ASCII.findall(latin))
    signs = len(_SIGN_IN_WORD.findall(latin))
    if signs >= _FEWEST and signs >= foreign * _SHARE_OF_SIGNS:
        return TCVN3
    marks = len(_VOWEL_AND_MARK.findall(latin))
    if marks >= _FEWEST and marks >= foreign * _SHARE_OF_MARKS and _BARRED_D.search(latin) is not None:
        return VNI
    return None

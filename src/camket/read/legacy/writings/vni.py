"""VNI: a vowel and, behind it, a code for its hat and tone; its fonts are called `VNI-Times`.

`i` with a tone, `y` with a dot, `đ`, `ơ` and `ư` have codes of their own. A mark has two codes, as small letter and as
capital; both are read behind any vowel.
"""

from __future__ import annotations

from camket.read.legacy.writing import Writing

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_HAT, _BREVE = "\u0302", "\u0306"
_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _HAT, "á": _HAT + _ACUTE, "à": _HAT + _GRAVE, "å": _HAT + _HOOK, "ã": _HAT + _TILDE, "ä": _HAT + _DOT,
    "ê": _BREVE, "é": _BREVE + _ACUTE, "è": _BREVE + _GRAVE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}  # fmt: skip
_LETTERS = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}

WRITING = Writing(
    name="VNI",
    letters={**_LETTERS, **{code.upper(): letter.upper() for code, letter in _LETTERS.items()}},
    marks={**_MARKS, **{code.upper(): mark for code, mark in _MARKS.items()}},
    joint=True,
    bases="aeouyôöAEOUYÔÖ",
)

"""Letters of symbol fonts: Word keeps them as numbers that mean something in their font only."""

from __future__ import annotations

from camket.grammar.expression import expression

_PRIVATE = expression("[\uf020-\uf0ff]")
_BASE = 0xF000
_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_GREEK_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOL = {
    **dict(zip(range(0x61, 0x7B), _GREEK, strict=True)),
    **dict(zip(range(0x41, 0x5B), _GREEK_CAPITALS, strict=True)),
    **{code: chr(code) for code in (*range(0x20, 0x41), 0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D)},
    0x2D: "-",
    0xA3: "≤",
    0xA5: "∞",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB2: "″",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBA: "≡",
    0xBB: "≈",
    0xBC: "…",
    0xC5: "⊕",
    0xCE: "∈",
    0xD1: "∇",
    0xD6: "√",
    0xDB: "⇔",
    0xDE: "⇒",
    0xE5: "∑",
    0xF2: "∫",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}


def symbol(font: str, code: str) -> str:
    """The letter that `w:sym` means; a bullet where the picture is not known.

    Args:
        font: the name of its font.
        code: its number there, in hexadecimal digits as the file gives it.
    """
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    bare = value - _BASE if _BASE <= value < _BASE + 0x100 else value
    low = font.lower()
    if low.startswith("symbol"):
        return _SYMBOL.get(bare, "•")
    if low.startswith(("wingdings", "webdings")):
        return _WINGDINGS.get(bare, "•") if low == "wingdings" else "•"
    return chr(value) if 0x20 <= value <= 0x10FFFF and not 0xD800 <= value < 0xE000 else ""


def without_private(text: str) -> str:
    """Letters of symbol fonts that were typed into running text, read as those of the font Symbol."""
    if text.isprintable():  # no private letter is, and nearly all texts are
        return text
    return _PRIVATE.sub(lambda found: _SYMBOL.get(ord(found[0]) - _BASE, "•"), text)

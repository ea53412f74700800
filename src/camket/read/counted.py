"""Numbers of lists in the ways in which programs and browsers show them."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26
_LARGEST = 10_000  # what is numbered higher is shown in digits


def written(value: int, form: str) -> str:
    """A number as a list shows it: `4`, `04`, `iv`, `d`."""
    if form == "decimalZero":
        return f"{value:02}"
    if not 0 < value < _LARGEST:
        return str(value)
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(value)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("lowerLetter", "upperLetter"):
        times, place = divmod(value - 1, _LETTERS)
        letters = chr(ord("a") + place) * (times + 1)
        return letters.upper() if form == "upperLetter" else letters
    return "" if form == "none" else str(value)


def _roman(value: int) -> str:
    signs: list[str] = []
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        signs.append(sign * times)
    return "".join(signs)

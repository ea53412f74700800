"""A value of a cell as people see it, in Vietnamese writing: `33.150`, `6,9%`, `31/12/2025`."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import isfinite

from camket.read.sheet.pattern import Section, Token, sections

_SWAPPED = str.maketrans(",.", ".,")
_GENERAL_WIDTH = 11
_SMALL, _FINEST = Decimal("0.001"), 20
_LARGEST_PRECISE = 1e15
_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LAST_DAY = 2_958_466
_NO_LEAP_DAY = 60  # Excel counts a 29th of February 1900
_COMPARED = {
    "<": Decimal.__lt__, ">": Decimal.__gt__, "<=": Decimal.__le__, ">=": Decimal.__ge__,
    "=": Decimal.__eq__, "<>": Decimal.__ne__,
}  # fmt: skip


@lru_cache(maxsize=65_536)
def number_shown(value: float, code: str, *, from_1904: bool = False) -> str:
    """A number by its format code; the empty code is `General`.

    Args:
        value: the number, or the serial number of a day.
        code: the format as the file writes it.
        from_1904: whether days are counted from 1904, as on old Macintosh machines.
    """
    if not isfinite(value):
        return ""
    if not code or abs(value) >= _LARGEST_PRECISE:
        return general(value)
    parts = sections(code)
    exact = _exact(value)
    place = _place(parts, exact)
    section = parts[place]
    if section.kind == "date":
        return _date(value, section, from_1904=from_1904)
    if section.kind == "text":
        return "".join(general(value) if token.kind == "at" else token.text for token in section.tokens).strip()
    # A section of its own for negative numbers writes their sign itself.
    signed = place == 0 or section.condition is not None
    if section.kind == "general":
        written = general(float(exact if signed else abs(exact)) * 100**section.percent)
        return "".join(written if token.kind == "general" else token.text for token in section.tokens).strip()
    return _number(exact if signed else abs(exact), section)


@lru_cache(maxsize=4096)
def text_shown(text: str, code: str) -> str:
    """A text by its format code; few formats have a section for it."""
    parts = sections(code)
    if len(parts) < 4:
        return text
    return "".join(text if token.kind == "at" else token.text for token in parts[3].tokens)


def day_shown(written: str) -> str:
    """A day or a time of ISO 8601 as Vietnamese papers write it; what is neither stays as it is."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    clock = f" {moment:%H:%M}" if moment.hour or moment.minute else ""
    return f"{moment:%d/%m}/{moment.year}{clock}"


def general(value: float) -> str:
    """The shortest way to write a number, no finer than a cell shows it; whole numbers in full, never grouped."""
    if abs(value) >= _LARGEST_PRECISE:
        return f"{value:.0f}" if abs(value) < _LARGEST_PRECISE**2 else f"{value:g}".translate(_SWAPPED)
    written = f"{value + 0.0:.15g}"  # a nought has no sign
    if len(written) > _GENERAL_WIDTH or "e" in written:
        written = _cut(Decimal(written))
    return written.replace(".", ",")


def _cut(exact: Decimal) -> str:
    """As many digits as a cell shows; whole numbers in full, and small numbers keep digits of their own."""
    whole = len(str(int(abs(exact))))
    behind = max(_GENERAL_WIDTH - 1 - whole, 1)
    if abs(exact) < _SMALL:
        behind = _GENERAL_WIDTH - 2 - exact.adjusted()
    written = f"{_rounded(exact, min(behind, _FINEST)):f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def _exact(value: float) -> Decimal:
    """The number without the dust of binary fractions: a spreadsheet keeps 15 digits."""
    return Decimal(f"{value:.15g}")


def _rounded(value: Decimal, digits: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def _place(parts: tuple[Section, ...], value: Decimal) -> int:
    """Which section shows the number."""
    if any(each.condition for each in parts[:2]):
        for place, each in enumerate(parts[:2]):
            if each.condition is not None and _COMPARED[each.condition[0]](value, each.condition[1]):
                return place
        return next((place for place, each in enumerate(parts[:3]) if each.condition is None), 0)
    if value < 0 and len(parts) > 1:
        return 1
    return 2 if value == 0 and len(parts) > 2 else 0


def _number(value: Decimal, section: Section) -> str:
    scaled = _rounded(value * 100**section.percent / 1000**section.thousands, section.most)
    digits = _digits(abs(scaled), section)
    written: list[str] = []
    for token in section.tokens:
        if token.kind == "digits":
            written.append(digits)
            digits = ""
        elif token.kind == "text":
            written.append(token.text)
    shown = " ".join("".join(written).split())
    return f"-{shown}" if scaled < 0 else shown


def _digits(value: Decimal, section: Section) -> str:
    whole, _, behind = f"{value:,f}".partition(".")
    while len(behind) > section.least and behind.endswith("0"):
        behind = behind[:-1]
    if not section.grouped:
        whole = whole.replace(",", "")
    if whole == "0" and not section.whole and not behind:
        return ""
    whole = whole.zfill(section.whole) if not section.grouped else whole
    return (f"{whole}.{behind}" if behind else whole).translate(_SWAPPED)


def _date(value: float, section: Section, *, from_1904: bool) -> str:
    if not 0 <= value < _LAST_DAY:
        return general(value)
    tokens = _minutes_told(section.tokens)
    if any(token.kind == "elapsed" for token in tokens):
        return _elapsed(value, tokens)
    early = value < _NO_LEAP_DAY and not from_1904
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=value + early)
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    if value < 1 and not from_1904 and any(token.text[0] in "dmy" for token in tokens if token.kind == "time"):
        return ""  # no day: a formula that leads to an empty cell
    if any(token.kind == "text" and any(letter.isalpha() for letter in token.text) for token in tokens):
        return " ".join("".join(_spelt(moment, token) for token in tokens).split())
    return _usual(moment, [token.text for token in tokens if token.kind == "time"])


def _minutes_told(tokens: tuple[Token, ...]) -> list[Token]:
    """An `m` beside hours or seconds is minutes: written `n` here."""
    told = list(tokens)
    times = [place for place, token in enumerate(told) if token.kind in ("time", "elapsed")]
    for number, place in enumerate(times):
        text = told[place].text
        before = told[times[number - 1]].text[0] if number else ""
        after = told[times[number + 1]].text[0] if number + 1 < len(times) else ""
        if text[0] == "m" and len(text) <= 2 and (before == "h" or after == "s"):
            told[place] = Token(told[place].kind, "n" * len(text))
    return told


def _elapsed(value: float, tokens: list[Token]) -> str:
    seconds = round(value * 86_400)
    unit = next(token.text[0] for token in tokens if token.kind == "elapsed")
    hours, minutes = divmod(seconds // 60, 60)
    told = {"h": [str(hours), f"{minutes:02d}"], "s": [str(seconds)]}
    parts = told.get(unit, [str(seconds // 60)])
    if unit != "s" and any(token.text[0] == "s" for token in tokens if token.kind == "time"):
        parts.append(f"{seconds % 60:02d}")
    return ":".join(parts)


def _spelt(moment: datetime, token: Token) -> str:
    """A part of a date that is written out: `"ngày "dd" tháng "mm" năm "yyyy`."""
    if token.kind != "time":
        return token.text
    letter, length = token.text[0], len(token.text)
    numbers = {"d": moment.day, "m": moment.month, "h": moment.hour, "n": moment.minute, "s": moment.second}
    if letter in numbers and length <= 2:
        return f"{numbers[letter]:0{length}d}"
    if letter == "m":
        return f"tháng {moment.month}"
    return str(moment.year) if letter in "ye" else ""


def _usual(moment: datetime, times: list[str]) -> str:
    """Day, month, year, then the time, as Vietnamese papers write them, whatever order the format has."""
    length = {text[0]: len(text) for text in times}
    named = [text for text in times if text[0] == "d" and len(text) > 2]
    days = [text for text in times if text[0] == "d" and text not in named]
    date: list[str] = []
    if days:
        date.append(f"{moment.day:0{len(days[0])}d}")
    if "m" in length:
        date.append(f"{moment.month:0{2 if length['m'] > 1 else 1}d}")
    if "y" in length or "e" in length:
        date.append(str(moment.year))
    clock: list[str] = []
    if "h" in length:
        clock.append(f"{moment.hour:02d}")
    if "n" in length:
        clock.append(f"{moment.minute:02d}")
    if "s" in length:
        clock.append(f"{moment.second:02d}")
    return " ".join(filter(None, ("/".join(date), ":".join(clock))))

"""Writes Vietnamese as old files have it, from rules and rows of our own, not from the tables of the reader."""

from __future__ import annotations

import subprocess
import unicodedata

GRAVE, HOOK, TILDE, ACUTE, DOT = TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
HAT, BREVE, HORN = "\u0302", "\u0306", "\u031b"
_VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
ALPHABET = (*(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in ("", *TONES)), "đ", "Đ")

_VNI_ALONE = {"đ": "ñ", "í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
_VNI_TONES = dict(zip(TONES, "øûõùï", strict=True))
_VNI_HAT = dict(zip(("", *TONES), "âàåãáä", strict=True))
_VNI_BREVE = dict(zip(("", *TONES), "êèúüéë", strict=True))
_VNI_HORN = {"o": "ô", "u": "ö"}


def vni(text: str) -> bytes:
    """A vowel, then a letter for its hat and tone together; in capitals both are."""
    return "".join(map(_vni_letter, text)).encode("cp1252")


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    if small.isascii() or letter not in ALPHABET:
        return letter
    written = _VNI_ALONE.get(small) or _vni_vowel(unicodedata.normalize("NFD", small))
    return written if small == letter else written.upper()


def _vni_vowel(parts: str) -> str:
    vowel, marks = parts[0], parts[1:]
    tone = next((mark for mark in marks if mark in TONES), "")
    if HAT in marks:
        return vowel + _VNI_HAT[tone]
    if BREVE in marks:
        return vowel + _VNI_BREVE[tone]
    return (_VNI_HORN[vowel] if HORN in marks else vowel) + _VNI_TONES.get(tone, "")


def windows_1258(text: str) -> bytes:
    """Base letters that the code page has, tones as marks of their own, as Windows writes Vietnamese."""
    data = bytearray()
    for letter in text:
        try:
            data += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(part for part in parts[1:] if part in TONES)
            data += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258") + tone.encode("cp1258")
    return bytes(data)


def by_iconv(text: str, encoding: str) -> bytes:
    """As the C library of the machine writes it."""
    return subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", encoding], input=text.encode(), capture_output=True, check=True
    ).stdout


# The small letters of TCVN3 in the order of their codes, and the codes at which each row begins.
_TCVN3_ROWS = (
    ("A1", "Ă Â Ê Ô Ơ Ư Đ ă â ê ô ơ ư đ"),
    ("B5", "à ả ã á ạ"),
    ("BB", "ằ ẳ ẵ ắ"),
    ("C6", "ặ ầ ẩ ẫ ấ ậ è"),
    ("CE", "ẻ ẽ é ẹ ề ể ễ ế ệ ì ỉ"),
    ("DC", "ĩ í ị ò"),
    ("E1", "ỏ õ ó ọ ồ ổ ỗ ố ộ ờ ở ỡ ớ ợ ù"),
    ("F1", "ủ ũ ú ụ ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ"),
)
_TCVN3 = {
    letter: bytes((int(first, 16) + place,))
    for first, letters in _TCVN3_ROWS
    for place, letter in enumerate(letters.split())
}


def tcvn3(text: str) -> bytes:
    """Capitals with a tone become the small letter, as in the fonts of capitals."""
    return b"".join(
        _TCVN3.get(letter) or _TCVN3.get(letter.lower() if letter in ALPHABET else "") or letter.encode("cp1252")
        for letter in text
    )

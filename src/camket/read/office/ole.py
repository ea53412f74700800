"""Old Office files (OLE): what kind of file it is, and whether it has a password, told from its bytes alone."""

from __future__ import annotations

from struct import unpack_from

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = b"\xec\xa5"  # with which the stream of the text begins
_SECTOR = 512
_FLAGS, _ENCRYPTED = 10, 0x100


def holds_old_word(data: bytes) -> bool:
    """Whether it is a DOC, or an Office file of today under a password, whose kind cannot be seen."""
    return data.startswith(OLE) and (_WORD in data or _ENCRYPTED_PACKAGE in data)


def has_password(data: bytes) -> bool:
    """Whether its text is encrypted."""
    if _ENCRYPTED_PACKAGE in data:
        return True
    place = data.find(_WORD_STREAM)
    while place >= 0:
        if place % _SECTOR == 0 and place + _FLAGS + 2 <= len(data):
            return bool(unpack_from("<H", data, place + _FLAGS)[0] & _ENCRYPTED)
        place = data.find(_WORD_STREAM, place + 1)
    return False

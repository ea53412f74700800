"""Old Office files (OLE): what kind of file it is, and whether it has a password, told from its bytes alone."""

from __future__ import annotations

from struct import unpack_from

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = b"\xec\xa5"  # with which the stream of the text begins
_SECTOR = 512
_SHIFT_AT, _DIRECTORY_AT = 30, 48  # in the head of the file: the size of its sectors, the first of its directory
_CLASS_AT = 80  # in the first entry of the directory: what program the file is of
_OF_OUTLOOK = b"\x0b\x0d\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"
_FLAGS, _ENCRYPTED = 10, 0x100


def holds_old_word(data: bytes) -> bool:
    """Whether it is a DOC, or an Office file of today under a password, whose kind cannot be seen."""
    return data.startswith(OLE) and (_WORD in data or _ENCRYPTED_PACKAGE in data) and not holds_mail(data)


def holds_mail(data: bytes) -> bool:
    """Whether it is a letter that Outlook keeps (MSG), which may hold files of any kind."""
    if len(data) < _SECTOR or not data.startswith(OLE):
        return False
    (shift,), (sector,) = unpack_from("<H", data, _SHIFT_AT), unpack_from("<I", data, _DIRECTORY_AT)
    start = ((sector + 1) << min(shift, 12)) + _CLASS_AT
    return data[start : start + len(_OF_OUTLOOK)] == _OF_OUTLOOK


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

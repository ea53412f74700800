"""Whether a file is a letter sent by mail, told by the lines that programs for mail write above it."""

from __future__ import annotations

import re

_LINES = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:From [^\r\n]*\r?\n)?"
    rb"((?:[!-9;-~]{1,76}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+)"
)
_NAME = re.compile(rb"^([!-9;-~]{1,76}):", re.MULTILINE)
_START = 65_536
_SAYS_WHAT = frozenset((b"date", b"subject", b"to"))
_BY_A_PROGRAM = frozenset((b"mime-version", b"message-id", b"received", b"content-type", b"return-path"))
_SAVED_PAGE = re.compile(rb"^(?:snapshot-content-location|from: *<saved by )", re.MULTILINE)


def is_mail(data: bytes) -> bool:
    """Whether these bytes begin with such lines, and are no page that a browser saved, which has some of them too."""
    found = _LINES.match(data[:_START])
    if found is None or b"\0" in data[:_START]:
        return False
    lines = found[1].lower()
    names = set(_NAME.findall(lines))
    said = b"from" in names and bool(names & _SAYS_WHAT) and bool(names & _BY_A_PROGRAM)
    return said and _SAVED_PAGE.search(lines) is None

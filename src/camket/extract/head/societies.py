"""Names of societies and boards in a title printed in capitals, as the paper itself writes them further down.

`ĐIỀU LỆ HIỆP HỘI DU LỊCH TỈNH ...` says nothing of which words are a name; the first article does: `Hiệp hội Du lịch`.
"""

from __future__ import annotations

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold

_OPENS = expression(
    r"(?<!\w)(?:hiệp hội|liên hiệp|liên đoàn|hội|quỹ|câu lạc bộ|đoàn luật sư|ban chỉ đạo|ban vận động|tổ công tác"
    r"|trung tâm|công ty)(?= \w)"
)
_WORD = expression(r"[ -]+[^\W_]+")
_MOST_WORDS = 14
_SEEN = 30
"""Places of the text at which such a name is looked at."""


def as_in_the_text(reading: Reading, title: str, start: int) -> str:
    """A title in running case, its names of societies with the capitals that they have in the text from a place on."""
    low = fold(title)
    if len(low) != len(title):
        return title
    last = 0
    for opening in _OPENS.finditer(low):
        known = not title[opening.start() + 1 : opening.end()].islower()  # `Ban Chỉ đạo`, as the catalogue writes it
        if opening.start() < last or known:
            continue
        for end in reversed(_ends(low, opening.end())):
            written = _written(reading, low[opening.start() : end], start)
            if written is not None:
                title, last = title[: opening.start()] + written + title[end:], end
                break
    return title


def names_a_society(title: str) -> bool:
    """Whether a title opens with such a name, the word behind its kind with a capital: `Hội Cựu giáo chức`."""
    found = _OPENS.match(fold(title))
    return found is not None and title[found.end() + 1].isupper() and not title.isupper()


def _ends(low: str, at: int) -> list[int]:
    ends: list[int] = []
    while len(ends) < _MOST_WORDS and (word := _WORD.match(low, at)) is not None:
        at = word.end()
        ends.append(at)
    return ends


def _written(reading: Reading, name: str, start: int) -> str | None:
    """The first place of a name with a capital letter and small ones, its words not cut."""
    at = start
    for _ in range(_SEEN):
        at = reading.low.find(name, at)
        if at < 0:
            return None
        written = reading.text[at : at + len(name)]
        whole = not reading.low[at + len(name) : at + len(name) + 1].isalnum()
        if written[0].isupper() and not written.isupper() and whole:
            return written
        at += len(name)
    return None

"""News of a paper: who issued it says what the sentences behind it ask for without a subject of their own."""

from __future__ import annotations

from collections.abc import Mapping

from camket.extract.orders.ranks import LOWEST_OFFICE
from camket.extract.orders.speaker import Speaker, subject_before
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.holding import Holding
from camket.rules.directive.item import Act

_PAPERS = ("công văn", "công điện", "chỉ thị", "văn bản", "kế hoạch", "thông báo", "kết luận", "hướng dẫn")
_ISSUES = Holding(
    rf"\b(?:ban hành|ký|có|gửi|phát đi) (?:ban hành )?(?:các )?(?:{'|'.join(_PAPERS)})\b(?! của)",
    _PAPERS,
)
ISSUING = Act("tell", "", "ban hành")
"""What who issues a paper is heard to do before the paper's orders are told."""


def issuers(reading: Reading, people: People) -> Mapping[int, Speaker]:
    """Who issues a paper, by the number of the sentence that tells it; those alone who can hand out tasks."""
    found: dict[int, Speaker] = {}
    for issues in _ISSUES.finditer(reading.low):
        sentence = reading.sentence_at(issues.start())
        who = subject_before(reading, people, sentence.start, issues.start(), opening=True)
        if who is not None and who.rank >= LOWEST_OFFICE:
            found.setdefault(sentence.number, who)
    return found

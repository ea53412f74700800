"""The words of a body's name behind its head: capitals, the small words of such names, and what closes in a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise, starmap

from camket.grammar.expression import compiled, expression
from camket.grammar.letters import UPPER
from camket.grammar.trie import alternation
from camket.rules.book import words_of

NAME_WORD = expression(
    rf"(?:\.?[{UPPER}(]\S*|\.|\d{{1,2}}|số|tỉnh|thành|phố|quốc|gia|các|và|về|của|hội|tp|này|xã|phường|huyện|quận|thị|khu|vực|nhân|dân|trung|phòng|chống|thiên|tai"
    r"|ương|nhà|nước|ngành|đảng|bộ|ủy|cấp|liên|lãnh|đạo|cao|su|hạ|tầng|giao|thông|dự|án|quản|lý|đầu|tư|phát|triển|công|nghiệp|ban|-)[,)]*$"
)
"""A word of a body's name."""
NO_NAME = r"(?!cần (?:thơ|giuộc|đước|giờ)\b)"
"""Before a verb or a word of duty: places whose names begin with such a word."""
_FEW = 6
"""So many small words may stand behind a body's head before the name that closes it."""
_LONGEST_TRADE = 10
_SAYS = expression(
    r"\b(?:đã|đang|sẽ|khi|nếu|được|bị|rằng|cho|với|tại|sau|trước|vì|do|để|mà|là|như|thì|chưa|không|vừa|cũng|cần|phải)\b"
)
"""What stands in no name."""


def is_name(tail: Sequence[str]) -> bool:
    """Whether the words between a body's head and a verb are the rest of its name."""
    return all(starmap(_in_name, pairwise(("", *tail)))) or _closes_in_name(tail)


@cache
def task_verbs() -> re.Pattern[str]:
    """The verbs and words of duty that open a task."""
    lists = words_of("directive")
    return compiled(rf"\b{NO_NAME}(?:{alternation({*lists['opener'], *lists['need'], *lists['starter']})})\b")


def _in_name(before: str, word: str) -> bool:
    """Whether a word can stand in a body's name: in small letters also as the second syllable of one (`Chế biến`)."""
    second = before[:1].isupper() and word.rstrip(",)").isalpha() and word.islower() and not _SAYS.fullmatch(word)
    return bool(NAME_WORD.match(word)) or second


def _closes_in_name(tail: Sequence[str]) -> bool:
    """Whether a few words behind the head of a body close in a name and say nothing: `rừng phòng hộ Sông Kôn`."""
    words = " ".join(tail)
    plain = 0 < len(tail) <= _FEW and tail[-1][:1].isupper() and words[:1].islower()
    return plain and not ("," in words or _SAYS.search(words.lower()) or task_verbs().search(words.lower()))


UNION = expression(
    r"(?<!quốc )(?<!xã )(?<!đại )(?<!cơ )(?<!lễ )\b"
    r"(?:hiệp hội|liên đoàn|hội|công ty|tập đoàn|tổng công ty|ngân hàng|hợp tác xã|ban quản lý|trung tâm)\b"
)
"""Bodies that are called by what they deal in, in small letters: `Hiệp hội Kinh doanh vàng`."""


def is_union(low: str, start: int, tail: Sequence[str]) -> bool:
    """Whether a body that begins at `start` is an association or firm, and `tail` the rest of its name: its trade."""
    return UNION.match(low, start) is not None and _is_trade(tail)


def _is_trade(tail: Sequence[str]) -> bool:
    """Whether words behind an association's head are its trade, begun with a capital: `Kinh doanh vàng`."""
    words = " ".join(tail)
    named = 0 < len(tail) <= _LONGEST_TRADE and words[0].isupper()
    return named and not ("," in words or _SAYS.search(words.lower()) or task_verbs().search(words))

"""Who orders something at the end of a sentence that tells first what they did: `X đã ký công điện, yêu cầu ...`."""

from __future__ import annotations

from camket.extract.orders.ranks import LOWEST_OFFICE
from camket.extract.orders.speaker import Speaker, subject_before
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence

_DID = expression(
    r"(?<!\w)(?:đã|vừa|mới|ký|ban hành|phát đi|phát động|ban bố|công bố|có mặt"
    r"|(?:có|ra|gửi) (?:công điện|văn bản|công văn|chỉ thị|thông báo|thông điệp)) "
)
"""What somebody did before they ask for something."""
_DOES = expression(
    r"(?<!\w)(?:trực tiếp|chủ trì|tổ chức|kiểm tra|thị sát|làm việc|đến|về|dẫn đầu|nghe|tiếp|thăm|dự|gửi|ra|đi|có"
    r"|khảo sát|phát biểu) "
)
"""What somebody of whom news tell does before; in a task an office of a commune may do it too."""
_HIGH = 55
"""From this rank on a person who is named does such things and asks for others."""
_JOINED = expression(r"(?:[,;]|, đồng thời|, qua đó|, trong đó|, theo đó|,? và|,? từ đó|,? tại đó)(?: đã| cũng)? $")
"""What joins to it what they ask for."""
_LEADING = ("lãnh đạo, ", "lãnh đạo và ", "điều hành, ")
"""`tập trung lãnh đạo, chỉ đạo các cấp` is what they did."""
_SO = expression(r", (?:theo đó|trong đó|nội dung nêu rõ|với nội dung)[,:]? ")
_PAPER = expression(
    r"(?<!\w)(?:ban hành|ký|có|gửi|phát đi|ra) (?:ban hành )?(?:các )?(?:công văn|công điện|chỉ thị|văn bản|kế hoạch"
    r"|thông báo|kết luận|hướng dẫn|quyết định)(?!\w)(?! của)"
)
"""A paper that somebody issues."""


def subject_afar(reading: Reading, people: People, sentence: Sentence, at: int) -> Speaker | None:
    """The official of whom a sentence tells what they did before the verb at `at`, which is joined to it; else None."""
    low = reading.low
    if _JOINED.search(low, max(sentence.start, at - 24), at) is None or low.endswith(_LEADING, 0, at):
        return None
    return _doer(reading, people, sentence, at)


def _doer(reading: Reading, people: People, sentence: Sentence, at: int) -> Speaker | None:
    for did in _DID.finditer(reading.low, sentence.start, at):
        who = subject_before(reading, people, sentence.start, did.start(), opening=True)
        if who is not None:
            return who if who.rank >= LOWEST_OFFICE else None
    for does in _DOES.finditer(reading.low, sentence.start, at):
        who = subject_before(reading, people, sentence.start, does.start(), opening=True)
        if who is not None:
            named = who.position is not None and bool(people.within(who.start, does.start()))
            return who if named and who.rank >= _HIGH else None
    return None


def by_paper(reading: Reading, people: People, sentence: Sentence) -> tuple[int, int, Speaker] | None:
    """`X vừa ký công điện ..., theo đó các hồ chứa phải ...`: where the words behind it begin and whose it is."""
    low = reading.low
    so = _SO.search(low, sentence.start, sentence.end)
    if so is None or _PAPER.search(low, sentence.start, so.start()) is None:
        return None
    who = _doer(reading, people, sentence, so.start())
    return (so.start() + 2, so.end(), who) if who else None

"""Stories of a budget that was adopted: each paragraph tells what it sets, until one tells of what was done.

| paragraph below `Quốc hội ban hành Nghị quyết về dự toán ngân sách nhà nước năm 2026` | read as |
| --- | --- |
| `Tổng số chi là 3.159 tỷ đồng.` | target, 2026 |
| `Năm 2025, thu ngân sách ước đạt 2.650 tỷ đồng.` | by its own words |
"""

from __future__ import annotations

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding
from camket.grammar.sentence import Sentence
from camket.rules.period.item import When

_ADOPTED = Holding(
    r"(?:(?<!\w)(?:ban hành|ký|thông qua|phê chuẩn|quyết nghị)(?!\w)[^;.\n]{0,90}?"
    r"|(?<![^\n])(?:nghị quyết|quyết định)(?!\w)[^;.\n]{0,60}? (?:về|giao)(?!\w)[^;.\n]{0,40}?)"
    r" (?:dự toán|phân bổ ngân sách)[^;.\n]{0,60}? năm (?P<year>20\d\d)",
    (" dự toán", " phân bổ ngân sách"),
)
_MONEY = expression(r"(?<!\w)(?:thu|chi|bội chi|bội thu|vay|huy động|ngân sách|kinh phí|dự toán|trả nợ)(?!\w)")
_DONE = expression(
    r"(?<!\w)(?:đã (?:thu|chi|giải ngân|đạt|thực hiện)|ước(?: đạt| thực hiện| thu| chi)|đạt \d|so với|cùng kỳ"
    r"|kết quả|cho biết|phát biểu|thảo luận|tháng đầu năm)(?!\w)"
)
_HEAD = 1_000
"""Letters in which a story has told of what it is."""


def adopted_budget(reading: Reading) -> When | None:
    """The year of the budget whose adoption a story opens with; None for others."""
    found = _ADOPTED.search(reading.low, 0, _HEAD)
    return None if found is None else When(year=int(found["year"]))


def sets_money(reading: Reading, sentence: Sentence) -> bool:
    """Whether the paragraph that a sentence opens tells of revenue, spending or loans, and not of what was done."""
    last = reading.low.find("\n", sentence.start)
    end = last if last > 0 else len(reading.low)
    return _MONEY.search(reading.low, sentence.start, end) is not None and not _DONE.search(
        reading.low, sentence.start, end
    )

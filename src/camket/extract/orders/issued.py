"""News of a paper: who issued it says what the sentences behind it ask for without a subject of their own."""

from __future__ import annotations

from collections.abc import Mapping

from camket.extract.orders.ranks import LOWEST_OFFICE, recipient_rank
from camket.extract.orders.speaker import Speaker, subject_before
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding
from camket.rules.directive.item import Act

_PAPERS = ("công văn", "công điện", "chỉ thị", "văn bản", "kế hoạch", "thông báo", "kết luận", "hướng dẫn")
_ISSUES = Holding(
    rf"\b(?:ban hành|ký|có|gửi|phát đi) (?:ban hành )?(?:các )?(?:{'|'.join(_PAPERS)})\b(?! của)",
    _PAPERS,
)
_SO = expression(
    r"(?:theo đó|cụ thể|trong đó|nội dung (?:công điện|chỉ thị|văn bản)(?: nêu rõ)?|tại (?:công điện|chỉ thị|văn bản)"
    r"(?: này| trên)?)[,:] "
)
"""How the sentence begins that tells what a paper says of which the sentence before it told."""
SAYING = Act("order", "instruct", "theo đó")
"""What a paper lays down for those below whoever issued it."""
ISSUING = Act("tell", "", "ban hành")
"""What who issues a paper is heard to do before the paper's orders are told."""


def says(low: str, start: int) -> bool:
    """Whether a sentence goes on with what a paper says: `Theo đó, các huyện phải ...`."""
    return _SO.match(low, start) is not None


_OFFICE = expression(
    r"(?:(?:các|những|mọi|từng|toàn bộ) )*(?:cơ quan|đơn vị|lực lượng|thủ trưởng|trưởng|người đứng đầu|ban|trường"
    r"|bệnh viện"
    r"|trạm|phòng|chủ đầu tư|công an|cảnh sát|thanh tra|kho bạc|trung tâm|bộ chỉ huy|ban chỉ huy|bộ đội|hải quan"
    r"|thuế|cục"
    r"|chi cục|điện lực|hạt kiểm lâm|viện|tổ chức đảng|đảng ủy|mttq|mặt trận|đoàn thể)(?!\w)"
)
"""Words for offices that have no rank of their own."""


def issuers(reading: Reading, people: People) -> Mapping[int, Speaker]:
    """Who issues a paper, by the number of the sentence that tells it; those alone who can hand out tasks."""
    found: dict[int, Speaker] = {}
    for issues in _ISSUES.finditer(reading.low):
        sentence = reading.sentence_at(issues.start())
        who = subject_before(reading, people, sentence.start, issues.start(), opening=True)
        if who is not None and who.rank >= LOWEST_OFFICE:
            found.setdefault(sentence.number, who)
    return found


def is_below(reading: Reading, speaker: Speaker | None, told: tuple[int, int] | None) -> bool:
    """Whether who is told is an office lower than the issuer of a paper, of whom and of rules it tells too."""
    if told is None or speaker is None:
        return False
    rank = recipient_rank(reading.text[slice(*told)])
    return LOWEST_OFFICE <= rank < speaker.rank or (rank == 0 and _OFFICE.match(reading.low, told[0]) is not None)

"""What a sentence says of a wish that it takes up: `Riêng kiến nghị về ..., chuyển Bộ Y tế`."""

from __future__ import annotations

from camket.grammar.engine import OPENING
from camket.grammar.expression import expression
from camket.grammar.holding import Holding
from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.rules.proposal.item import Refused, Status, Topic

REFUSES = Holding(
    r"\b(?:không|chưa) (?:được )?(?:đồng ý|chấp thuận|nhất trí|thể chấp thuận|thể đồng ý|thể đáp ứng|đáp ứng"
    r"|xem xét|cân đối|bố trí|có nguồn|đủ cơ sở|đủ điều kiện|có cơ sở)\b",
    ("không ", "chưa "),
)
"""Words that refuse."""
ACCEPTS = Holding(
    r"\b(?:(?:đã |được |sẽ ){1,2}tiếp thu|(?:đồng ý|nhất trí|chấp thuận|thống nhất)(?! (?:cao|rằng|lãnh đạo|trong)))\b",
    ("tiếp thu", "đồng ý", "nhất trí", "chấp thuận", "thống nhất"),
)
"""Words that accept."""
PASSES_ON = expression(
    rf"(?i:\b(?:chuyển|gửi) (?:đến |tới |cho |lên |sang |về )?)(?P<by>(?:các )?[{UPPER}][^,;.:]*?)"
    rf"(?=[,;.:]|$| (?:để|xem xét|giải quyết|nghiên cứu|trả lời|xử lý)\b)"
)
"""Words that hand a wish on, and to whom."""


def _topic(found: Found) -> Topic | None:
    found.start = found.match.start("lead")
    after = found.after
    status: Status | None = None
    if REFUSES.search(after):
        status = "rejected"
    elif ACCEPTS.search(after):
        status = "accepted"
    passed = PASSES_ON.search(found.text, found.end, found.bounds[1])
    return Topic(found["words"].strip(), status, passed["by"].strip() if passed else "")


TOPIC = Rule(
    name="proposal/topic",
    pattern=(
        r"[ \"+-]*(?P<lead>(?:(?:riêng|còn|về|với|đối với|liên quan đến|liên quan tới|chuyện|trước) )+)"
        r"(?P<words>[^,;:.\"]{4,140}?)"
        r"(?:,(?= )|:(?= (?:giao|yêu cầu|đồng ý|thống nhất|chuyển|không|chưa) )"
        r"|(?= (?:đã |chưa |không |sẽ |được ){1,2}(?:tiếp thu|chấp thuận|đồng ý)\b))"
    ),
    produce=_topic,
    anchor=OPENING,
    cues=("riêng", "về", "với", "đối với", "liên quan", "chuyện", "trước"),
    weight=-1,
    examples=(
        example(
            "Riêng kiến nghị về viện phí, Đoàn sẽ chuyển Bộ Y tế xem xét.",
            "Riêng kiến nghị về viện phí, => kiến nghị về viện phí -> Bộ Y tế",
        ),
        example(
            "Với đề nghị về đất rừng, nội dung này đã được tiếp thu.",
            "Với đề nghị về đất rừng, => đề nghị về đất rừng -> accepted",
        ),
        example(
            "Riêng đề xuất lùi tiến độ cảng chưa được chấp thuận.",
            "Riêng đề xuất lùi tiến độ cảng => đề xuất lùi tiến độ cảng -> rejected",
        ),
        example(
            "Về việc nới bến cảng, Bộ trưởng chưa đồng ý.", "Về việc nới bến cảng, => việc nới bến cảng -> rejected"
        ),
    ),
    counter_examples=("Tỉnh chuyển hồ sơ cho Bộ Y tế.", "Về vốn: Sở Tài chính lập dự toán."),
)


def _refused(found: Found) -> Refused:
    whose = "" if found["who"] else "_behind"
    found.start, found.end = found.match.span(f"wish{whose}")
    return Refused(found.written(f"who{whose}"), found["word"])


REFUSED = Rule(
    name="proposal/refused",
    pattern=(
        r"\b(?:không|chưa) (?:đồng ý|chấp thuận|nhất trí|thống nhất) (?:với )?(?P<word>đề nghị|đề xuất|kiến nghị) "
        r"(?:của (?P<who>[^,.;:]{3,90}?) (?:về việc|trong việc|về) (?P<wish>[^;\n]{3,240}?)"
        r"|(?!của )(?:về việc |về )?(?P<wish_behind>[^;\n]{3,240}?) của (?P<who_behind>(?:ubnd|ủy ban|sở|ban|bộ|cục"
        r"|chi cục|huyện|thành phố|thị xã|tỉnh|công ty|tập đoàn|tổng công ty|nhà đầu tư|trường|hội|liên danh)"
        r" [^,.;:]{2,70}?))(?=[.;]?$|; |\. )"
    ),
    produce=_refused,
    cues=("không đồng ý", "không chấp thuận", "không nhất trí", "không thống nhất", "chưa đồng ý", "chưa chấp thuận",
          "chưa nhất trí", "chưa thống nhất"),
    weight=3,
    examples=(
        example(
            "Không đồng ý với đề nghị của UBND huyện Kim Bảng về việc lùi thời hạn.",
            "lùi thời hạn => UBND huyện Kim Bảng",
        ),
        example(
            "Chưa đồng ý đề xuất mở thêm phòng giao dịch của Sở Tư pháp.",
            "mở thêm phòng giao dịch => Sở Tư pháp",
        ),
    ),
    counter_examples=("Bộ không đồng ý với phương án của tỉnh.",),
)  # fmt: skip

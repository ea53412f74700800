"""Wishes that a text names as a whole, and answers to them."""

from __future__ import annotations

from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.proposal.item import Answer, Status, Wishes

_NAMED = r"(?:kiến nghị, đề xuất|đề xuất, kiến nghị|kiến nghị và đề xuất|kiến nghị|đề xuất)(?: cụ thể)?"


_COURTEOUS = (" trả lời", " giải đáp", " tiếp nhận", " lắng nghe")
_PEOPLE = ("người dân", "nhân dân", "bà con", "công dân")


def _wishes(found: Found) -> Wishes | None:
    """Wishes; none where an office is to hear whatever the people may ask: `trả lời các kiến nghị của người dân`."""
    owner = (found.written("owner") or found.written("whose")).strip()
    if owner.lower().startswith(_PEOPLE) and f" {found.before.rstrip()}".endswith(_COURTEOUS):
        return None
    if not owner and found.after.startswith((" của ", " sau giám sát")):
        return None  # of somebody whose name has no end here, or the findings of an inspection
    return Wishes(owner)


WISHES = Rule(
    name="proposal/wishes",
    pattern=(
        rf"\b(?:(?:các|những|một số) {_NAMED}(?: của (?P<owner>[^,.;:]{{2,60}}?)"
        r"(?= và | liên quan | (?:trong|trước|đến) (?:ngày|tháng|quý|năm)|,|\.|;|$))?"
        r"|(?<=tổng hợp )kiến nghị\b"
        rf"|(?:(?<=ghi nhận )|(?<=tiếp thu )|(?<=^về )){_NAMED} của (?P<whose>[^,.;:]{{2,60}}?)(?= và |,|\.|;|$))"
    ),
    produce=_wishes,
    cues=("kiến nghị", "đề xuất"),
    examples=(
        example(
            "Về những kiến nghị của tỉnh Hà Nam, Thủ tướng giao Bộ xem xét.",
            "những kiến nghị của tỉnh Hà Nam => tỉnh Hà Nam",
        ),
        example("Sở xử lý các kiến nghị của cử tri trong quý II.", "các kiến nghị của cử tri => cử tri"),
        example(
            "Bộ xử lý các kiến nghị của huyện Vân Hồ liên quan đến đất.",
            "các kiến nghị của huyện Vân Hồ => huyện Vân Hồ",
        ),
        example("Bộ trưởng ghi nhận các đề xuất.", "các đề xuất => -"),
        example(
            "Về kiến nghị của huyện Kim Bảng, đề nghị các sở trả lời trước ngày 5/6.",
            "kiến nghị của huyện Kim Bảng => huyện Kim Bảng",
        ),
    ),
    counter_examples=(
        "Tỉnh kiến nghị Chính phủ bố trí vốn.",
        "Bộ giải thích thêm về kiến nghị của doanh nghiệp.",
        "Sở thực hiện các kiến nghị sau giám sát của HĐND tỉnh.",
        "Giao xã giải đáp, trả lời các kiến nghị của người dân theo quy định.",
    ),
)


def _answer(found: Found) -> Answer:
    status: Status = "accepted" if found.value("answer", "words") == "accepted" else "rejected"
    return Answer(status)


ANSWER = Rule(
    name="proposal/answer",
    pattern=r"\b(?P<words>{answer})\b",
    produce=_answer,
    anchor=CUE,
    cues=("{answer}",),
    weight=1,
    examples=(
        example("Chấp thuận đề xuất, Thủ tướng giao Bộ Tài chính thẩm định.", "Chấp thuận đề xuất => accepted"),
        example("Bộ không đồng ý với phương án của tỉnh.", "không đồng ý => rejected"),
    ),
    counter_examples=("Thủ tướng đồng ý bổ sung dự án vào quy hoạch.",),
)


def _taken(found: Found) -> Answer | None:
    """An answer that stands alone; none where what it is said of comes before it (`được đồng ý`)."""
    return None if found.before.rstrip().endswith((" được", " xin")) else Answer("accepted")


TAKEN = Rule(
    name="proposal/taken",
    pattern=(
        r"\b(?:(?:nội dung|việc|vấn đề|đề xuất|kiến nghị|đề nghị|phương án) (?:này|trên) (?:đã )?(?:được|nhận được)"
        r" [^.;]{0,60}?(?:tán thành|chấp thuận|thông qua|đồng ý|nhất trí|tiếp thu)"
        r"|(?<!không )(?<!chưa )(?:đồng ý|nhất trí|chấp thuận)(?: về nguyên tắc)?"
        r"(?=(?:,| và)(?: đồng thời)? giao |\.$|;))\b"
    ),
    produce=_taken,
    cues=("tán thành", "chấp thuận", "thông qua", "đồng ý", "nhất trí", "tiếp thu"),
    examples=(
        example("Nội dung này được các đại biểu tán thành.", "Nội dung này được các đại biểu tán thành => accepted"),
        example("Bộ trưởng đồng ý, giao Cục lập hồ sơ.", "đồng ý => accepted"),
    ),
    counter_examples=("Thủ tướng đồng ý bổ sung dự án.", "Bộ trưởng chưa đồng ý."),
)

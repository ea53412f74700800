"""Papers put before the body that decides, and words that announce a list of wishes."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.proposal.item import Listing, Tabled


def _tabled(found: Found) -> Tabled:
    made = Tabled(found.written("who").strip(), found.written("whom").strip())
    found.end = found.match.end("object")
    return made


TABLED = Rule(
    name="proposal/tabled",
    pattern=(
        r"(?P<object>(?:mục tiêu|dự thảo|đề án|phương án|tờ trình|dự án luật|kế hoạch|dự toán)\b"
        r"(?:[^,.;:]|[.,](?=\d)){3,90}?)"
        r" mà (?P<who>[^,.;:]{3,60}?) (?:đã )?trình\b(?: lên)?(?: (?P<whom>[^,.;:]{2,40}))?"
    ),
    produce=_tabled,
    anchor=CUE,
    cues=("mục tiêu", "dự thảo", "đề án", "phương án", "tờ trình", "dự án luật", "kế hoạch", "dự toán"),
    examples=(
        example(
            "Đại biểu bàn về phương án sắp xếp phường mà UBND tỉnh trình HĐND tỉnh.",
            "phương án sắp xếp phường => UBND tỉnh -> HĐND tỉnh",
        ),
    ),
    counter_examples=("Sở hoàn thiện phương án, trình UBND tỉnh.",),
)


_AGREED = expression(r"\b(?:tán thành|thông qua|đồng ý|nhất trí|thống nhất|chấp thuận)(?: với| về)? $")


def _by_whom(found: Found) -> Tabled | None:
    """What a lower body wants, where the one that decides is said to agree to it."""
    found.end = found.match.end()
    if not _AGREED.search(found.before):
        return None
    return Tabled(found.written("who").strip(), "", accepted=True)


ASKED_BY = Rule(
    name="proposal/asked_by",
    pattern=(
        r"(?:nhiệm vụ|giải pháp|nội dung|mục tiêu|chỉ tiêu|phương án|đề xuất)[^.;:]{0,60}?"
        r" (?:do|mà) (?P<who>[^,.;:]{3,60}?) (?:kiến nghị|đề xuất|trình|đề nghị)\b"
    ),
    produce=_by_whom,
    anchor=CUE,
    before=r"(?:\b(?:các|những|một số) )?",
    cues=("nhiệm vụ", "giải pháp", "nội dung", "mục tiêu", "chỉ tiêu", "phương án", "đề xuất"),
    weight=3,
    examples=(
        example(
            "Quốc hội tán thành các giải pháp do Chính phủ kiến nghị.",
            "các giải pháp do Chính phủ kiến nghị => Chính phủ -> - accepted",
        ),
    ),
    counter_examples=("Các giải pháp do Chính phủ kiến nghị còn chậm.",),
)


_OF_A_RULE = expression(
    r"(?:nhà đầu tư|dự thảo(?: [^\s,.;:]+){0,14}|hồ sơ|báo cáo|dự án|phương án|chủ đầu tư|doanh nghiệp|tổ chức|cá nhân"
    r"|văn bản|đơn|người|việc)(?: (?:đã|cũng|này))* $"
)
"""Who asks or what is filed by a rule: `dự án do nhà đầu tư đề xuất phải đáp ứng các điều kiện sau:`."""


def _listing(found: Found) -> Listing | None:
    if _OF_A_RULE.search(found.before):
        return None
    return Listing(found["word"] or found["wishes"])


LISTING = Rule(
    name="proposal/listing",
    pattern=(
        r"\b(?P<word>kiến nghị|đề xuất|điểm nghẽn|vướng mắc)\b[^.:;]{0,80}(?: là| gồm| sau| sau đây"
        r"| như sau)\s?:(?! ?\")"
        r"|\b(?:nêu|đưa ra|có|với) (?:một số|các|\d{1,2}|hai|ba|bốn|năm) (?P<wishes>kiến nghị|đề xuất)"
        r"[^.:;]{0,60}: (?=\S)"
    ),
    produce=_listing,
    cues=("kiến nghị", "đề xuất", "điểm nghẽn", "vướng mắc"),
    weight=2,
    examples=(
        example(
            "Bí thư Tỉnh ủy báo cáo ba kiến nghị của tỉnh gồm: sửa quy hoạch.",
            "kiến nghị của tỉnh gồm: => kiến nghị",
        ),
    ),
    counter_examples=(
        "Tỉnh kiến nghị Chính phủ bố trí vốn.",
        "Hồ sơ đề xuất dự án gồm: tờ trình; bản vẽ.",
        "Quyết định chủ trương dự án do nhà đầu tư đề xuất gồm: tên dự án.",
    ),
)

"""How many groups of goods, branches or places rose and fell: `trong 11 nhóm hàng có 4 nhóm tăng, 3 nhóm giảm giá`."""

from __future__ import annotations

from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.tally.item import COUNTED, Count, count_of

_NOUN = r"(?:nhóm(?: hàng| ngành)?|mặt hàng|ngành|sản phẩm|địa phương)"
_MOVES = (
    r"(?:(?:hàng|ngành|hàng hóa|công nghiệp|cấp (?:ii|2|i|1)) )*(?:chủ yếu )?(?:có )?(?:chỉ số )?(?:sản xuất )?"
    r"(?:giá )?(?:(?:không )?(?:biến động )?(?:tăng|giảm|giữ|ổn định|bình ổn|không đổi|đứng giá))(?!\w)"
    r"(?! (?:trưởng|nghèo|\d|trên|từ|hơn|gần|khoảng))"
)
_CUES = ("nhóm", "mặt hàng", "ngành công nghiệp", "ngành cấp", "sản phẩm chủ yếu", "địa phương")


def _among(found: Found) -> Count | None:
    done, total = count_of(found["done"]), count_of(found["total"])
    found.end = found.match.end("quote")
    return Count(done=done, total=total, of=found["noun"]) if 0 < done <= total else None


AMONG = Rule(
    name="tally/moves_among",
    pattern=(
        rf"(?<!\w)(?P<quote>(?:trong (?:tổng số |số )?)?(?P<total>{COUNTED}) (?P<noun>nhóm|mặt hàng|ngành|sản phẩm"
        r"|địa phương)(?!\w)[^.;:\d]{0,60}?(?: cấp [12][^.;:\d]{0,40}?)?"
        rf"(?:,| thì)?(?: đã)? có (?P<done>{COUNTED}) (?P=noun)(?: hàng| ngành)?) (?={_MOVES})"
    ),
    cues=_CUES,
    needs=rf" có {COUNTED} (?:nhóm|mặt|ngành|sản|địa)",
    produce=_among,
    weight=3,
    examples=(
        example(
            "Trong 11 nhóm hàng hóa và dịch vụ, có 7 nhóm tăng giá",
            "Trong 11 nhóm hàng hóa và dịch vụ, có 7 nhóm => 7/11 other",
        ),
        example(
            "trong 24 ngành công nghiệp cấp II có 15 ngành có chỉ số sản xuất tăng",
            "trong 24 ngành công nghiệp cấp II có 15 ngành => 15/24 other",
        ),
    ),
    counter_examples=("trong 3 nhóm giải pháp có 5 nhiệm vụ", "trong 4 nhóm hàng có 2 nhóm chiếm 40%"),
)


def _part(found: Found) -> Count | None:
    if found.lead is not None:
        found.start = found.lead.start("count")
    found.end = found.match.end("noun")
    return Count(done=count_of(found["count"]), total=None, of=found["noun"].split(" ")[0])


PART = Rule(
    name="tally/moves_part",
    anchor=CUE,
    before=rf"(?<![\w/.,])(?P<count>{COUNTED}) ",
    pattern=rf"(?P<noun>{_NOUN}) (?={_MOVES})",
    cues=("nhóm", "nhóm hàng", "nhóm ngành", "mặt hàng", "ngành", "sản phẩm", "địa phương"),
    produce=_part,
    weight=1,
    examples=(
        example("có 4 nhóm tăng giá, 3 nhóm hàng giữ giá ổn định", "4 nhóm => 4/? other", "3 nhóm hàng => 3/? other"),
    ),
    counter_examples=("2 nhóm giải pháp", "5 ngành tăng trưởng"),
)

"""Tallies without a stroke: `trong 26 chỉ tiêu có 16 chỉ tiêu đạt`, `6 trong tổng số 9 bí thư`."""

from __future__ import annotations

import re

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.tally.item import COUNTED, Count, clause_after, clause_before, count_of, state_of

NOUNS = (
    *("chỉ tiêu", "mục tiêu", "nhiệm vụ", "nội dung", "chỉ đạo", "kiến nghị", "chương trình", "đề án", "kế hoạch"),
    *("tiêu chí", "tiêu chuẩn", "công trình", "dự án", "kết luận", "nghị quyết", "hạng mục", "gói thầu", "hồ sơ"),
    *("chỉ số", "ý kiến", "đầu việc", "công việc", "vụ việc", "phản ánh", "khâu"),
)
NOUN = f"(?:{'|'.join(NOUNS)})"
"""Things that plans are made of and tallies tell of."""
_WHOLE = (
    r"(?:trong (?:tổng số |số )?|rà soát |tổng số |tổng cộng |với |(?:dự kiến |đánh giá )?thực hiện |dự kiến |ước đạt )"
)
BUILT = r"(?:công trình|dự án|hạng mục|gói thầu)"
"""Things that are built, which papers count under one name and tell the state of under another."""
_DONE = r"(?:hoàn thành|đạt|vượt|thực hiện xong|được giải quyết|về đích)"


_OF_A_CLASS = expression(
    r" (?:(?:đầu tư )?(?:mới )?(?:thuộc|trong|ở|về)(?: các)? (?:lĩnh vực|ngành|nhóm|khu vực|diện|loại|khối|nguồn vốn)"
    r"|(?:của|do)(?: các)? (?:nhà đầu tư|doanh nghiệp|dn|công ty)|fdi|(?:đầu tư )?trong nước"
    r"|có vốn|điều chỉnh (?:tăng |giảm )?(?:vốn|mục tiêu|quy mô)|(?:thuộc )?nhóm [abc])(?!\w)"
)
"""Words behind what is counted that tell only of what class it is: `25 dự án thuộc lĩnh vực công nghiệp`."""
_HAS_A_STATE = expression(
    r"(?<!\w)(?:đã|đang|chưa|không|đạt|vượt|khó|hoàn thành|xong|chậm|quá hạn|đúng hạn|đúng tiến độ|chờ|xem xét)(?!\w)"
)


def _only_classed(after: str) -> bool:
    """Whether the words behind what is counted tell its class and nothing of how far it is."""
    return _OF_A_CLASS.match(after) is not None and _HAS_A_STATE.search(after) is None


def _among(found: Found) -> Count | None:
    done, total = count_of(found["done"]), count_of(found["total"])
    behind = found.low[found.match.end("done") + 1 : found.bounds[1]]
    built = re.match(BUILT, behind)
    alike = not built or behind.startswith(found["noun"]) or re.fullmatch(BUILT, found["noun"])
    if not 0 < done <= total or not alike:
        return None
    what = "" if found["how"].endswith("có") else found["how"]
    state = state_of(what, clause_after(behind), found["noun"])
    if state == "other" and _only_classed(clause_after(behind)[len(found["noun"]) :]):
        return None
    return Count(done=done, total=total, state=state, of=found["noun"])


AMONG = Rule(
    name="tally/among",
    pattern=(
        rf"(?<!\w){_WHOLE}(?P<total>{COUNTED}) (?P<noun>{NOUN})"
        r"(?P<what>[^.;\d]{0,80}?(?: năm \d{4}[^.;\d]{0,50}?)?),? ?"
        rf"(?P<how>(?:thì )?(?:đã |vẫn |chỉ |mới )?có|(?:dự kiến|ước|ước tính)(?: có)?|đã [^.;,\d]{{2,24}})"
        rf" (?P<done>{COUNTED}) "
        rf"(?:(?P=noun)|{_DONE}|{BUILT}(?= (?:đã |được )*(?:hoàn|xong|nghiệm|khởi|đưa)))(?!\w)"
    ),
    cues=NOUNS,
    produce=_among,
    weight=2,
    examples=(
        example(
            "Trong 26 chỉ tiêu chủ yếu được Quốc hội thông qua có 16 chỉ tiêu đạt và vượt kế hoạch",
            "Trong 26 chỉ tiêu chủ yếu được Quốc hội thông qua có 16 chỉ tiêu => 16/26 achieved_or_exceeded",
        ),
        example(
            "Trong 12 nhiệm vụ được giao, đã hoàn thành 7 nhiệm vụ",
            "Trong 12 nhiệm vụ được giao, đã hoàn thành 7 nhiệm vụ => 7/12 completed",
        ),
        example(
            "trong 30 kiến nghị của cử tri, các sở đã trả lời 25 kiến nghị",
            "trong 30 kiến nghị của cử tri, các sở đã trả lời 25 kiến nghị => 25/30 completed",
        ),
        example(
            "Trong số 16 chỉ tiêu của năm 2018, có 3 chỉ tiêu vượt",
            "Trong số 16 chỉ tiêu của năm 2018, có 3 chỉ tiêu => 3/16 exceeded",
        ),
        example(
            "Ước thực hiện 12 chỉ tiêu của năm 2020 vẫn có 7 chỉ tiêu đạt",
            "Ước thực hiện 12 chỉ tiêu của năm 2020 vẫn có 7 chỉ tiêu => 7/12 achieved",
        ),
        example(
            "Với 14 hạng mục, đến nay đã có 5 công trình hoàn thành",
            "Với 14 hạng mục, đến nay đã có 5 công trình => 5/14 completed",
        ),
    ),
    counter_examples=("Trong 6 tháng có 16 dự án", "Với 12 chỉ tiêu, đã có 3 công trình hoàn thành"),
)


_BODY = (
    r"(?:xã|phường|thị trấn|huyện|quận|thôn|bản|ấp|khu phố|sở|đơn vị|địa phương|cơ quan|chi cục|cục|chi bộ|đảng bộ"
    r"|chi hội|trường|bệnh viện|trạm y tế|doanh nghiệp|hợp tác xã|khu công nghiệp|cụm công nghiệp|ngân hàng|chi nhánh)"
)
"""Bodies and places of which some are told apart."""


def _among_bodies(found: Found) -> Count | None:
    done, total = count_of(found["done"]), count_of(found["total"])
    if not 0 < done < total:
        return None
    state = state_of("", clause_after(found.low[found.match.end("part") : found.bounds[1]]), found["noun"])
    return Count(done=done, total=total, state=state, of=found["noun"])


AMONG_BODIES = Rule(
    name="tally/among_bodies",
    pattern=(
        rf"(?<!\w)trong (?:tổng số |số )?(?P<total>{COUNTED}) (?P<noun>{_BODY})(?!\w)[^.,;:\d]{{0,60}}, "
        rf"(?:đã |mới |chỉ |vẫn )?có (?P<done>{COUNTED}) (?P<part>(?P=noun)|đơn vị|địa phương|nơi)(?!\w)"
    ),
    cues=("đơn vị", "địa phương", "xã", "phường", "chi cục", "chi bộ", "trường", "huyện", "sở", "doanh nghiệp"),
    needs=r", (?:đã |mới |chỉ |vẫn )?có ",
    produce=_among_bodies,
    weight=2,
    examples=(
        example(
            "Trong 12 chi cục thuộc cục, có 4 đơn vị thu vượt dự toán",
            "Trong 12 chi cục thuộc cục, có 4 đơn vị => 4/12 exceeded",
        ),
        example("Trong số 20 xã của huyện, có 8 xã đạt chuẩn", "Trong số 20 xã của huyện, có 8 xã => 8/20 achieved"),
    ),
    counter_examples=("Trong 9 tháng, có 3 đơn vị vượt", "trong 5 xã này, có 12 hộ nghèo", "trong 3 xã, có 5 xã"),
)


def _share(found: Found) -> Count | None:
    before = found.before
    state = state_of("", found["state"], found["noun"] or "chỉ tiêu")
    if state == "other" and found["state"].startswith("đạt"):
        state = state_of(clause_before(before), "", "")
    found.end = found.match.end("count") + (len(found["noun"]) + 1 if found["noun"] else 0)
    return Count(done=count_of(found["count"]), total=None, state=state, of=found["noun"] or None)


PART = Rule(
    name="tally/part",
    pattern=(
        rf"(?<![\w/.,])(?<!trong )(?<!cả )(?P<count>{COUNTED})(?: (?P<noun>chỉ tiêu|mục tiêu))? ?"
        r"(?P<state>(?:đã )?(?:hoàn thành )?vượt(?: mức)?(?: kế hoạch)?"
        r"|(?:cơ bản |ước |dự kiến )?đạt(?: và vượt)?|không đạt|chưa "
        r"đạt|khó đạt|khó hoàn thành|không hoàn thành|chưa hoàn thành|cần phấn đấu|cơ bản hoàn thành"
        r"|có khả năng(?: đạt)?|(?:đang|chưa) (?:được )?(?:thực hiện|triển khai|xem xét|giải quyết|xử lý|trả lời|chờ"
        r"|có (?:cơ sở|số liệu))|chậm tiến độ|đúng tiến độ|quá hạn|xấp xỉ|bám sát|(?:thấp|kém) hơn"
        r"|dưới (?:kế hoạch|mục tiêu))"
        r"(?! (?:thấp|khá|kém)(?!\w))(?! (?:khoảng |trên |dưới |hơn |gần |từ |mức )?\d)(?!\w)"
    ),
    cues=("chỉ tiêu", "mục tiêu", "nhiệm vụ", "kiến nghị"),
    produce=_share,
    examples=(
        example("Có 10 chỉ tiêu không đạt kế hoạch", "10 chỉ tiêu => 10/? other"),
        example(
            "24/28 chỉ tiêu đạt và vượt (15 vượt, 9 đạt), 3 chỉ tiêu cơ bản đạt",
            "15 => 15/? exceeded",
            "9 => 9/? achieved",
            "3 chỉ tiêu => 3/? other",
        ),
    ),
    counter_examples=("quý 1 đạt 5% chỉ tiêu", "17/18 chỉ tiêu đạt và vượt"),
)


_ONE_OF = expression(r"một trong (?:số )?\S+(?! số)")
"""`một trong hai chương trình` places one thing among others and counts nothing."""


_TOLD = expression(r" (?:đạt|vượt|hoàn thành|không|chưa|đang|chậm)(?!\w)")


def _of_total(found: Found) -> Count | None:
    done, total = (count_of(found[name].replace(".", "")) for name in ("done", "total"))
    named = (found["noun"] or found["what"]).strip()
    words = named.split(" ")
    counted = any(" ".join(words[:count]) in found.words["noun"] for count in (4, 3, 2, 1))
    if not 0 < done <= total or total < 2 or not counted or found["what"].startswith(" tuổi"):
        return None
    if done == 1 and _ONE_OF.search(found.match[0]):
        return None
    if found.before.endswith(("khoảng ", "gần ", "hơn ", "trên ", "thứ ")):
        return None  # nobody tallies by about, and an ordinal counts one
    what = found["what"] or ""
    if _TOLD.search(what):
        state = state_of("", what, named)
    else:
        state = state_of(clause_before(found.before), clause_after(named + found.after), named)
    return Count(done=done, total=total, state=state, of=" ".join(words[:6]))


OF_TOTAL = Rule(
    name="tally/of_total",
    pattern=(
        rf"(?<![\w/.,])(?P<done>\d{{1,3}}(?:\.\d{{3}})+|{COUNTED})(?:(?P<what>(?: [^\W\d_]+,?){{0,9}}?)"
        rf" (?:trong|trên) (?:tổng )?số| (?:trên|trong)(?= {COUNTED} (?:{NOUN})(?!\w)))"
        rf" (?P<total>\d{{1,3}}(?:\.\d{{3}})+|{COUNTED})(?![\d.,]\d)"
        r"(?: (?P<noun>(?!được|không|chưa|đã|là|đạt|có|hoàn)[^\W\d_]+"
        r"(?: (?!không|chưa|đã|là|đạt|có|hoàn)[^\W\d_]+){0,4}))?"
    ),
    cues=("trong tổng số", "trong số", "trên tổng số", "trên số", *NOUNS),
    needs=rf" tr(?:ong|ên) (?:tổng |số|{COUNTED})",
    produce=_of_total,
    weight=3,
    examples=(
        example("6 trong tổng số 9 bí thư huyện ủy là nữ", "6 trong tổng số 9 bí thư huyện ủy => 6/9 other"),
        example("có 1.016 căn trên tổng số 2.640 căn", "1.016 căn trên tổng số 2.640 căn => 1016/2640 other"),
        example("có 17 trên 18 chỉ tiêu đạt kế hoạch", "17 trên 18 chỉ tiêu => 17/18 achieved"),
        example("hai trong ba chương trình đã hoàn thành", "hai trong ba chương trình => 2/3 completed"),
        example("mười bảy trong số mười tám chỉ tiêu đạt", "mười bảy trong số mười tám chỉ tiêu => 17/18 achieved"),
        example("có 12 xã trong tổng số 20 xã đạt chuẩn", "12 xã trong tổng số 20 xã => 12/20 achieved"),
        example(
            "có 12 chỉ tiêu đạt và vượt kế hoạch trên tổng số 14 chỉ tiêu",
            "12 chỉ tiêu đạt và vượt kế hoạch trên tổng số 14 chỉ tiêu => 12/14 achieved_or_exceeded",
        ),
    ),
    counter_examples=(
        "đứng trong số 10 tỉnh dẫn đầu",
        "5% trong tổng số 20 tỷ đồng",
        "Hà Nam là một trong 5 tỉnh dẫn đầu",
        "cầu này là một trong ba công trình lớn",
        "anh Hùng, 44 tuổi, nằm trong số 50 người được chọn",
        "đây là nhà máy thứ 2 trong tổng số 6 nhà máy",
    ),
)


_CUE_BEFORE = expression(
    r"(?:(?:đã|đang|chưa|mới) (?:[^\s,;.:\d]+ ){1,4}|(?<!hiện )(?:còn|có|và|,|;|:|\() ?)(?:lại )?$"
    r"|[:,;(] ?(?:đã )?(?:hoàn thành|giải quyết|xử lý|trả lời)(?: xong| đúng hạn)? $|(?:[,;] |và )riêng $"
    r"|(?:^|[-+:,;(] ?|(?<!\w)(?:và|thì|còn|có|kết quả) )(?:(?:đã|ước|dự kiến|cơ bản|số) )*(?:đạt(?:(?: và|,) vượt)?"
    r"|(?:hoàn thành )?vượt(?: mức)?(?: và đạt)?|hoàn thành(?: và vượt(?: mức)?)?|thực hiện đạt(?: và vượt)?"
    r"|(?:không|chưa|khó) (?:đạt|hoàn thành|thực hiện|triển khai|giải quyết|trả lời)(?: được)?|quá hạn) $"
    r"|trong đó,? (?:đã |có )?(?:hoàn thành |đạt và )?(?:vượt|đạt)(?: mức)? $"
)
_CUE_AFTER = expression(
    r" (?:[^\s,;.:\d]+ ){0,4}?(?:đã|đang|chưa|không|đạt|vượt|khó|có khả năng|hoàn thành|cơ bản|được giải quyết|chậm"
    r"|quá hạn|xấp xỉ|bám sát|còn lại|(?:thấp|kém) hơn)(?!\w)"
)


def _part_of(found: Found) -> Count | None:
    count = count_of(found["count"])
    before, after = found.before, clause_after(found.after)
    led = _CUE_BEFORE.search(before[-40:])
    if not count or before.endswith(("trong ", "với ", "/", "cả ")) or not (led or _CUE_AFTER.match(after)):
        return None
    state = state_of(led[0] if led else "", re.split(",", after)[0], found["noun"])
    if state == "other" and (_only_classed(after) or _BESIDES.search(before)):
        return None
    return Count(done=count, total=None, state=state, of=found["noun"])


_BESIDES = expression(r"(?<!\w)(?:ngoài ra|bên cạnh đó|cùng với đó)(?!\w)[^;.]*$")
"""What comes beside what was told of is no part of it: `ngoài ra còn có 4 dự án khác`."""


PART_OF = Rule(
    name="tally/part_of",
    anchor=CUE,
    before=rf"(?<![\w/.,])(?P<count>{COUNTED}) ",
    pattern=rf"(?P<noun>{NOUN})(?!\w)(?! (?:thành phần|cụ thể|sau)(?!\w))",
    cues=NOUNS,
    produce=_part_of,
    weight=-1,
    examples=(
        example(
            "đang thực hiện 5 nhiệm vụ, chưa triển khai 1 nhiệm vụ",
            "5 nhiệm vụ => 5/? other",
            "1 nhiệm vụ => 1/? other",
        ),
        example("bốn chỉ tiêu đạt thấp", "bốn chỉ tiêu => 4/? other"),
        example("đã hoàn thành 4 nhiệm vụ", "4 nhiệm vụ => 4/? completed"),
        example("còn 6 kiến nghị đang chờ", "6 kiến nghị => 6/? other"),
        example(
            "vượt 9 chỉ tiêu, đạt 4 chỉ tiêu, không đạt 2 chỉ tiêu",
            "9 chỉ tiêu => 9/? exceeded",
            "4 chỉ tiêu => 4/? achieved",
            "2 chỉ tiêu => 2/? other",
        ),
    ),
    counter_examples=("đối với 4 chỉ tiêu", "gồm 15 chỉ tiêu kinh tế"),
)


def _behind_verb(found: Found) -> Count | None:
    count = int(found["count"].replace(".", ""))
    state = state_of(found["how"], "", "")
    found.start, found.end = found.match.span("count")
    return Count(done=count, total=None, state=state) if count else None


BEHIND_VERB = Rule(
    name="tally/behind_verb",
    pattern=(
        r"(?<=[:,;(] )(?P<how>(?:đã |đang |chưa )?(?:hoàn thành|thực hiện|triển khai|giải quyết|trả lời|xử lý)"
        r"(?: xong)?|quá hạn|chậm tiến độ|còn) (?P<count>\d{1,3}(?:\.\d{3})*)(?=[,;.]? ?\(|[,;.](?!\d)|$)"
    ),
    cues=("nhiệm vụ", "chỉ tiêu", "kiến nghị", "hồ sơ"),
    produce=_behind_verb,
    weight=-1,
    examples=(
        example(
            "giao 312 nhiệm vụ: hoàn thành 240, đang thực hiện 72.",
            "240 => 240/? completed",
            "72 => 72/? other",
        ),
    ),
    counter_examples=("giao 12 nhiệm vụ, hoàn thành 30% kế hoạch", "các chỉ tiêu, đã thực hiện 1,5 tỷ đồng"),
)

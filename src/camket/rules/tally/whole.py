"""Wholes with the parts that follow: `giao 312 nhiệm vụ: hoàn thành 240 nhiệm vụ (đúng hạn 231, quá hạn 9)`."""

from __future__ import annotations

from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.tally.item import COUNTED, Count, Whole, count_of, state_of
from camket.rules.tally.worded import NOUN, NOUNS

_NAMED = r"[^.;:\d]{0,60}?(?: (?:năm|giai đoạn|nhiệm kỳ|tháng|quý|số|thứ|khóa) \d[\w/-]*[^.;:\d]{0,60}?)?"
"""What may stand between a whole and its parts, with the year or the number of what it is of."""


_PARTS = r", (?:trong đó|(?:đã )?(?:đạt(?: và vượt)?|vượt|hoàn thành|không đạt|chưa đạt) \d)"
"""How the parts begin, behind which a state is theirs."""


def _whole(found: Found) -> Whole | None:
    total = count_of(found["count"])
    if found.lead is not None:
        found.start = found.lead.start("count")
    found.end = found.match.end("noun")
    return Whole(total=total, of=found["noun"]) if total > 1 else None


WHOLE = Rule(
    name="tally/whole",
    anchor=CUE,
    before=(
        r"(?<!\w)(?:có|giao|gồm|trong|tổng số|tổng cộng|rà soát|đề ra|với|tiếp nhận|nhận|thực hiện|đánh giá|dự kiến"
        r"|ước đạt)"
        r" (?:tổng số |số )?"
        rf"(?P<count>{COUNTED}) "
    ),
    pattern=(
        rf"(?P<noun>{NOUN})(?!\w)(?!(?:(?!{_PARTS})[^.;:\d]){{0,60}}?(?:đạt|vượt|hoàn thành|chưa|không))"
        rf"{_NAMED}(?::|[,;(] ?trong đó|,[^.;:]{{1,24}} có (?=\d{{1,3}} (?P=noun))"
        r"|(?:[,;]| thì) (?:(?:kết quả|đến nay|hiện nay|nay|cuối năm|đến hết năm|qua đánh giá)[^.;:,\d]{0,24} )?"
        r"(?=\d{1,3} (?P=noun) (?:(?:đã|ước|dự kiến|cơ bản|còn lại) )?(?:đã|đạt|vượt|hoàn thành|chưa|không|khó)(?!\w)"
        r"|(?:đã )?(?:giải quyết|xử lý|trả lời|trả|hoàn thành)(?: xong| đúng hạn)? \d{1,3} (?P=noun)"
        r"|(?:đã )?(?:đạt(?: và vượt)?|vượt|hoàn thành(?: và vượt)?|không đạt|chưa đạt) \d{1,3} (?P=noun)))"
    ),
    cues=NOUNS,
    produce=_whole,
    examples=(
        example("tỉnh có 18 chỉ tiêu chủ yếu, trong đó 16 chỉ tiêu đạt", "18 chỉ tiêu => of 18"),
        example("Trong 15 chỉ tiêu được giao, 6 tháng có 8 chỉ tiêu đạt", "15 chỉ tiêu => of 15"),
        example("Trong 15 chỉ tiêu, 6 chỉ tiêu đã hoàn thành", "15 chỉ tiêu => of 15"),
        example("giao 22 chỉ tiêu, kết quả 20 chỉ tiêu hoàn thành và vượt", "22 chỉ tiêu => of 22"),
        example("xã tiếp nhận 486 hồ sơ, giải quyết đúng hạn 471 hồ sơ", "486 hồ sơ => of 486"),
        example("UBND tỉnh giao 312 nhiệm vụ: hoàn thành 240", "312 nhiệm vụ => of 312"),
        example("thực hiện 18 chỉ tiêu năm 2022: vượt 10 chỉ tiêu", "18 chỉ tiêu => of 18"),
        example("Tháng 5 có 38 nhiệm vụ (trong đó 30 nhiệm vụ đã xong)", "38 nhiệm vụ => of 38"),
        example("Giao 28 chỉ tiêu, đạt và vượt 25 chỉ tiêu", "28 chỉ tiêu => of 28"),
        example("giao 7 nhiệm vụ cho các sở, trong đó Sở Y tế đã hoàn thành 3 nhiệm vụ", "7 nhiệm vụ => of 7"),
    ),
    counter_examples=("có 9 chỉ tiêu hoàn thành, trong đó 2 chỉ tiêu vượt", "gồm 15 chỉ tiêu kinh tế."),
)


def _summed_up(found: Found) -> Whole | None:
    total = count_of(found["count"])
    return Whole(total=total, of=found["noun"]) if total > 1 else None


SUMMED_UP = Rule(
    name="tally/summed_up",
    pattern=(
        rf"(?<!\w)tổng số (?P<noun>{NOUN})[^.;:,\d]{{0,60}}?(?: (?:là|có|:) ?| (?=\d+ (?P=noun)))"
        rf"(?P<count>{COUNTED})(?![\w%]|[.,]\d)"
    ),
    cues=("tổng số",),
    produce=_summed_up,
    examples=(
        example("tổng số nhiệm vụ được giao là 120, đã xong", "tổng số nhiệm vụ được giao là 120 => of 120"),
        example("Tổng số chỉ tiêu giao 28 chỉ tiêu, đạt 25", "Tổng số chỉ tiêu giao 28 => of 28"),
    ),
    counter_examples=("tổng số dự án là 5,2% số đăng ký",),
)


def _given(found: Found) -> Whole | None:
    total = count_of(found["count"])
    found.start, found.end = found.match.span("quote")
    return Whole(total=total, of=found["noun"]) if total > 1 else None


GIVEN = Rule(
    name="tally/given",
    pattern=(
        rf"(?<!\w)(?:đã|được) giao (?P<quote>(?P<count>{COUNTED}) (?P<noun>nhiệm vụ|chỉ tiêu|nội dung|công việc))(?!\w)"
        r"(?! (?:hoàn|đã|chưa|đang|đạt|vượt))"
    ),
    cues=("giao",),
    produce=_given,
    weight=1,
    examples=(example("Thủ tướng đã giao 30 nhiệm vụ cho các bộ, ngành.", "30 nhiệm vụ => of 30"),),
    counter_examples=("sẽ giao 12 nhiệm vụ cho các sở", "đã giao 5 nhiệm vụ đang chờ"),
)


def _all_done(found: Found) -> Count:
    state = state_of("", found["state"], found["noun"])
    found.start, found.end = found.match.span("quote")
    return Count(done=count_of(found["count"]), total=None, state=state, of=found["noun"], alone=True)


ALL_DONE = Rule(
    name="tally/all_done",
    pattern=(
        rf"(?<![\w/.,])(?P<quote>(?P<count>{COUNTED}) (?P<noun>{NOUN}))(?: chủ yếu)? "
        r"(?P<state>(?:đã )?(?:hoàn thành|đạt|vượt)[^.;:,\d]{0,40}), trong đó(?!\w)"
    ),
    cues=("trong đó",),
    produce=_all_done,
    weight=1,
    examples=(example("9 chỉ tiêu hoàn thành, trong đó 2 chỉ tiêu vượt", "9 chỉ tiêu => 9/? achieved"),),
    counter_examples=("3 chỉ tiêu không đạt, trong đó có GRDP", "16/18 chỉ tiêu đạt, trong đó 9 vượt"),
)


LED_DONE = Rule(
    name="tally/led_done",
    pattern=(
        r"(?<!\w)(?<!không )(?<!chưa )(?<!phấn đấu )(?P<state>(?:đạt|hoàn thành)(?:(?: và|,) (?:hoàn thành )?vượt)?"
        rf"(?: mức)?) (?P<quote>(?P<count>{COUNTED}) (?P<noun>{NOUN}))(?!\w)[^.;:,\d]{{0,60}}[,;(] ?trong đó(?!\w)"
        rf"(?=[^.;\d]{{0,40}}(?:vượt[^.;\d]{{0,12}} \d+ (?P=noun)|\d+ (?P=noun) [^.;\d]{{0,12}}vượt))"
    ),
    cues=("trong đó",),
    produce=_all_done,
    weight=1,
    examples=(
        example("đạt và vượt 18 chỉ tiêu, trong đó có 7 chỉ tiêu vượt", "18 chỉ tiêu => 18/? achieved_or_exceeded"),
    ),
    counter_examples=(
        "phấn đấu đạt 18 chỉ tiêu, trong đó 7 chỉ tiêu vượt",
        "hoàn thành 16/18 chỉ tiêu, trong đó 9 chỉ tiêu vượt",
        "hoàn thành 12 nhiệm vụ, trong đó 5 nhiệm vụ quá hạn",
    ),
)


def _timely(found: Found) -> Count | None:
    if found.before.count("(") <= found.before.count(")"):
        return None
    count = int(found["count"].replace(".", ""))
    found.start, found.end = found.match.span("count")
    return Count(done=count, total=None, inner=True)


TIMELY = Rule(
    name="tally/timely",
    pattern=(
        r"(?<!\w)(?:đúng hạn|trước hạn|trong hạn|sớm hạn|quá hạn|đúng tiến độ|chậm tiến độ)(?: là| có)? "
        r"(?P<count>\d{1,3}(?:\.\d{3})*)(?= ?[,;)]| nhiệm vụ)"
    ),
    cues=("đúng hạn", "trước hạn", "trong hạn", "sớm hạn", "quá hạn", "đúng tiến độ", "chậm tiến độ"),
    produce=_timely,
    examples=(example("hoàn thành 240 nhiệm vụ (đúng hạn 231, quá hạn 9)", "231 => 231/? other", "9 => 9/? other"),),
    counter_examples=("nhiệm vụ quá hạn 9 ngày", "đúng hạn 96,3%"),
)

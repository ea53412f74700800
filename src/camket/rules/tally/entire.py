"""Tallies of all there are: `cả 15 chỉ tiêu đều vượt`, `đạt và vượt toàn bộ 12 chỉ tiêu`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.rules.tally.item import COUNTED, Count, clause_after, clause_before, count_of, state_of
from camket.rules.tally.worded import NOUN


def _all(found: Found) -> Count:
    count, noun = count_of(found["count"] or found["bare"]), found["noun"] or found["target"]
    state = state_of("", found["state"] + clause_after(found.after), noun)
    if state == "other" and found["state"].startswith(("được ", "đã ")):
        state = "completed"
    found.end = max(found.match.end("noun"), found.match.end("target"))
    return Count(done=count, total=count, state=state, of=noun)


ALL = Rule(
    name="tally/all",
    pattern=(
        rf"(?<![\w/.,])(?:(?:cả|toàn bộ|tất cả) (?P<count>{COUNTED}) (?P<noun>{{noun}})(?!\w)(?:[^.;\d]{{0,60}}?)"
        rf"|(?P<bare>\d{{1,3}}) (?P<target>{NOUN})(?: chủ yếu)?) ?đều (?P<state>[^.;,]{{2,40}})"
    ),
    cues=("đều",),
    produce=_all,
    examples=(
        example("cả 12 nghị quyết đều được thể chế hóa", "cả 12 nghị quyết => 12/12 completed"),
        example("Cả 15 chỉ tiêu đều vượt kế hoạch", "Cả 15 chỉ tiêu => 15/15 exceeded"),
        example("cả 7 tỉnh đều hoàn thành", "cả 7 tỉnh => 7/7 completed"),
        example(
            "toàn bộ 18 chỉ tiêu chủ yếu đều đạt và vượt", "toàn bộ 18 chỉ tiêu chủ yếu => 18/18 achieved_or_exceeded"
        ),
        example("cả mười lăm chỉ tiêu đều vượt", "cả mười lăm chỉ tiêu => 15/15 exceeded"),
        example("Có 15 chỉ tiêu đều đạt và vượt kế hoạch", "15 chỉ tiêu => 15/15 achieved_or_exceeded"),
    ),
    counter_examples=("các chỉ tiêu đều vượt",),
)


_AHEAD = expression(r"(?<!\w)(?:sẽ|cần|phải|để|nhằm|phấn đấu|yêu cầu|giao|chưa|không)(?!\w)")
_DONE_BEFORE = expression(r"(?<!\w)đã (?P<what>.*)$")


def _whole_done(found: Found) -> Count | None:
    """All of a number of things, where the clause says what has been done with them."""
    told = _DONE_BEFORE.search(clause_before(found.before) + found["verb"])
    if told is None or _AHEAD.search(told["what"]):
        return None
    count = count_of(found["count"])
    found.start, found.end = found.match.span("quote")
    return Count(done=count, total=count, state="completed", of=found["noun"]) if count > 1 else None


WHOLE_DONE = Rule(
    name="tally/whole_done",
    pattern=(
        r"(?<!\w)(?P<verb>(?:hoàn thành|hoàn tất|giải quyết|xử lý|khắc phục|bàn giao|tập huấn|nghiệm thu|lắp đặt"
        rf"|khởi công)(?: xong)?(?: cho)?) (?P<quote>(?:toàn bộ|tất cả|cả) (?P<count>{COUNTED}) "
        r"(?P<noun>(?!ngày|giờ|năm|tháng|tỷ|triệu|nghìn|ha|km|m2|đồng|người)[^\W\d_]+(?: [^\W\d_]+){0,2}))"
    ),
    cues=("toàn bộ", "tất cả", "cả"),
    produce=_whole_done,
    examples=(
        example(
            "Nhà thầu đã hoàn thành toàn bộ 52 trụ cầu, đang lát mặt",
            "toàn bộ 52 trụ cầu => 52/52 completed",
        ),
        example(
            "Tỉnh đã mở lớp và tập huấn cho toàn bộ 96 công chức xã.",
            "toàn bộ 96 công chức xã => 96/96 completed",
        ),
    ),
    counter_examples=(
        "Phấn đấu hoàn thành toàn bộ 52 trụ cầu trong năm",
        "Tỉnh đã yêu cầu xử lý cả 5 điểm sạt lở",
        "đã hoàn thành toàn bộ 30 km đường",
    ),
)


_REACHED = (
    r"(?:đã và đang|(?:(?:đã|được|cơ bản|ước|sẽ|có khả năng|không|chưa) )*(?:đạt|hoàn thành|vượt|thực hiện xong"
    r"|(?:triển khai )?thực hiện|triển khai))(?!\w)"
)


_PART_BEHIND = expression(r"[^.;:,\d]{0,60}[,;(] ?trong đó")
"""`Hoàn thành toàn bộ 14 chỉ tiêu, trong đó 8 vượt` tells what was done, not what is to be."""


def _all_reached(found: Found) -> Count | None:
    """All of the aims of a plan, where the clause says without `đều` how far they are."""
    told = found["verb"] or ""
    if told == "hoàn thành " and not (_PART_BEHIND.match(found.after) or found.before.endswith("đã ")):
        return None
    if _AHEAD.search(clause_before(found.before)[-30:]) or (not told and found["noun"] not in found["quote"]):
        return None
    behind = (found["state"] or "") + clause_after(found.after)
    state = state_of(told, "" if told else behind, found["noun"])
    count = count_of(found["count"])
    found.start, found.end = found.match.span("quote")
    return Count(done=count, total=count, state=state, of=found["noun"]) if count > 1 else None


ALL_REACHED = Rule(
    name="tally/all_reached",
    pattern=(
        r"(?<!\w)(?P<verb>(?:(?:hoàn thành|đạt)(?: và |, )(?:hoàn thành )?vượt(?: mức)?|hoàn thành|đạt|vượt) )?"
        rf"(?P<quote>(?:toàn bộ|tất cả|cả) (?P<count>{COUNTED}) (?P<noun>{NOUN})(?!\w)"
        r"(?: chủ yếu| cơ bản| quan trọng)?)"
        rf"(?(verb)|(?=[^.;,:\d]{{0,90}}? {_REACHED})[^.;,:]{{0,120}}? (?P<state>{_REACHED}))"
    ),
    cues=("toàn bộ", "tất cả", "cả"),
    produce=_all_reached,
    weight=-1,
    examples=(
        example(
            "Năm 2024, toàn bộ 12 chỉ tiêu chủ yếu đạt và vượt kế hoạch.",
            "toàn bộ 12 chỉ tiêu chủ yếu => 12/12 achieved_or_exceeded",
        ),
        example(
            "huyện lần đầu đạt và vượt toàn bộ 12 chỉ tiêu chủ yếu.",
            "toàn bộ 12 chỉ tiêu chủ yếu => 12/12 achieved_or_exceeded",
        ),
        example("Toàn bộ 64 nhiệm vụ của kế hoạch đã và đang được triển khai", "Toàn bộ 64 nhiệm vụ => 64/64 other"),
        example("Hoàn thành toàn bộ 14 chỉ tiêu, trong đó có 8 chỉ tiêu vượt", "toàn bộ 14 chỉ tiêu => 14/14 achieved"),
        example("cả 3 chương trình được hoàn thành trước hạn", "cả 3 chương trình => 3/3 exceeded"),
    ),
    counter_examples=(
        "phấn đấu đạt và vượt toàn bộ 12 chỉ tiêu",
        "theo dõi cả 5 dự án, không để chậm",
        "Hoàn thành toàn bộ 12 chỉ tiêu năm 2026.",
    ),
)


_GIVEN = expression(r"(?<!\w)(?<!bàn )giao(?! thông| dịch| lưu| ban)(?!\w)")
_ANOTHER = expression(
    r"(?<!\w)(?:trong đó|chưa|không|đang|sẽ|còn|nhưng)(?!\w)"
    r"|(?<![\w/.,-])(?<!và )(?<!năm )(?<!tháng )(?<!ngày )(?<!quý )(?<!số )(?<!thứ )(?<!khóa )(?<!giai đoạn )"
    rf"(?<!nhiệm kỳ )(?:\d|{COUNTED} {NOUN}(?!\w))"
)
"""Between things and what is said to be done: words that tell of others, or a count that no `và` joins to them."""
_OBJECT = expression(rf"(?: xong| được)? (?:(?!100 ?%)\d|{COUNTED} {NOUN}(?!\w))")
_LEFT = expression(rf"[^.]*?(?:[,;]|(?<!\w)và) (?:còn )?{COUNTED}(?: {NOUN})?,? (?:chưa|không|đang|chậm|quá hạn)(?!\w)")
"""`15 nhiệm vụ đã hoàn thành, 3 nhiệm vụ chưa hoàn thành`: they are not all."""


def _each_done(found: Found) -> Count | None:
    if found.before.endswith(("/", "trong ", "trong số ", "tổng số ", "còn ", "có ")):
        return None
    predicate = found.match.end("state")
    between, behind = found.low[found.match.end("named") : found.match.start("state")], found.low[predicate:]
    if _GIVEN.search(clause_before(found.before)) or _ANOTHER.search(between):
        return None
    if _OBJECT.match(behind) or _LEFT.match(behind[: max(0, found.bounds[1] - predicate)]):
        return None
    state = state_of("", found["state"] + clause_after(found.low[predicate : predicate + 60]), found["noun"])
    count = int(found["count"])
    found.end = found.match.end("named")
    return Count(done=count, total=count, state=state, of=found["named"][len(found["count"]) :].strip())


EACH_DONE = Rule(
    name="tally/each_done",
    pattern=(
        r"(?<![\d/.,])(?P<named>(?P<count>\d{1,3}) (?P<noun>nội dung|chỉ đạo|nhiệm vụ|kết luận|kiến "
        r"nghị)(?: chỉ đạo| định hướng| lớn| trọng tâm)*)"
        r"(?=[^.;]{0,260}?(?P<state>(?:cơ bản )?đã (?:được )?(?:cơ bản )?hoàn thành))"
    ),
    cues=("hoàn thành",),
    produce=_each_done,
    examples=(
        example(
            "7 nội dung chỉ đạo tại Đại hội và 6 chỉ đạo định hướng lớn tại buổi làm việc cơ bản đã hoàn "
            "thành, vượt mục tiêu",
            "7 nội dung chỉ đạo => 7/7 achieved_or_exceeded",
            "6 chỉ đạo định hướng lớn => 6/6 achieved_or_exceeded",
        ),
    ),
    counter_examples=(
        "giao 7 nhiệm vụ cho các sở",
        "còn 3 nhiệm vụ đã được gia hạn",
        "Giao 7 nhiệm vụ cho các sở, trong đó Sở Tài chính đã hoàn thành 3 nhiệm vụ",
        "Sở theo dõi 9 kết luận, trong đó các huyện đã hoàn thành phần việc được chia",
        "Triển khai 7 nhiệm vụ, 4 dự án đã hoàn thành",
        "7 nhiệm vụ chưa triển khai và 3 dự án đã hoàn thành",
        "Tỉnh giao 7 nhiệm vụ cho các sở, đến nay đã hoàn thành",
        "Tỉnh triển khai 7 nhiệm vụ, đã hoàn thành 3 nhiệm vụ",
    ),
)

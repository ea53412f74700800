"""Tallies without a stroke: `cả 15 chỉ tiêu đều vượt`, `trong 26 chỉ tiêu có 16 chỉ tiêu đạt`."""

from __future__ import annotations

import re

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
_WHOLE = r"(?:trong (?:tổng số |số )?|rà soát |tổng số |tổng cộng |với )"
BUILT = r"(?:công trình|dự án|hạng mục|gói thầu)"
"""Things that are built, which papers count under one name and tell the state of under another."""
_DONE = r"(?:hoàn thành|đạt|vượt|thực hiện xong|được giải quyết|về đích)"


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


_AHEAD = re.compile(r"(?<!\w)(?:sẽ|cần|phải|để|nhằm|phấn đấu|yêu cầu|giao|chưa|không)(?!\w)")
_DONE_BEFORE = re.compile(r"(?<!\w)đã (?P<what>.*)$")


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


_GIVEN = re.compile(r"(?<!\w)(?<!bàn )giao(?! thông| dịch| lưu| ban)(?!\w)")
_ANOTHER = re.compile(
    r"(?<!\w)(?:trong đó|chưa|không|đang|sẽ|còn|nhưng)(?!\w)"
    r"|(?<![\w/.,-])(?<!và )(?<!năm )(?<!tháng )(?<!ngày )(?<!quý )(?<!số )(?<!thứ )(?<!khóa )(?<!giai đoạn )"
    rf"(?<!nhiệm kỳ )(?:\d|{COUNTED} {NOUN}(?!\w))"
)
"""Between things and what is said to be done: words that tell of others, or a count that no `và` joins to them."""
_OBJECT = re.compile(rf"(?: xong| được)? (?:(?!100 ?%)\d|{COUNTED} {NOUN}(?!\w))")
_LEFT = re.compile(rf"[^.]*?(?:[,;]|(?<!\w)và) (?:còn )?{COUNTED}(?: {NOUN})?,? (?:chưa|không|đang|chậm|quá hạn)(?!\w)")
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


def _among(found: Found) -> Count | None:
    done, total = count_of(found["done"]), count_of(found["total"])
    behind = found.low[found.match.end("done") + 1 : found.bounds[1]]
    built = re.match(BUILT, behind)
    alike = not built or behind.startswith(found["noun"]) or re.fullmatch(BUILT, found["noun"])
    if not 0 < done <= total or not alike:
        return None
    what = "" if found["how"].endswith("có") else found["how"]
    state = state_of(what, clause_after(behind), found["noun"])
    return Count(done=done, total=total, state=state, of=found["noun"])


AMONG = Rule(
    name="tally/among",
    pattern=(
        rf"(?<!\w){_WHOLE}(?P<total>{COUNTED}) (?P<noun>{NOUN})"
        r"(?P<what>[^.;\d]{0,80}?(?: năm \d{4}[^.;\d]{0,50}?)?),? ?"
        rf"(?P<how>(?:thì )?(?:đã )?có|(?:dự kiến|ước|ước tính)(?: có)?|đã [^.;,\d]{{2,24}}) (?P<done>{COUNTED}) "
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
            "Với 14 hạng mục, đến nay đã có 5 công trình hoàn thành",
            "Với 14 hạng mục, đến nay đã có 5 công trình => 5/14 completed",
        ),
    ),
    counter_examples=("Trong 6 tháng có 16 dự án", "Với 12 chỉ tiêu, đã có 3 công trình hoàn thành"),
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
        r"|có (?:cơ sở|số liệu))|chậm tiến độ|đúng tiến độ|quá hạn|xấp xỉ|bám sát)"
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


_ONE_OF = re.compile(r"một trong (?:số )?\S+(?! số)")
"""`một trong hai chương trình` places one thing among others and counts nothing."""


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
    state = state_of(clause_before(found.before), clause_after(named + found.after), named)
    return Count(done=done, total=total, state=state, of=" ".join(words[:6]))


OF_TOTAL = Rule(
    name="tally/of_total",
    pattern=(
        rf"(?<![\w/.,])(?P<done>\d{{1,3}}(?:\.\d{{3}})+|{COUNTED})(?:(?P<what>(?: [^\W\d_]+,?){{0,5}}?)"
        rf" (?:trong|trên) (?:tổng )?số| (?:trên|trong)(?= {COUNTED} (?:{NOUN})(?!\w)))"
        rf" (?P<total>\d{{1,3}}(?:\.\d{{3}})+|{COUNTED})(?![\d.,]\d)"
        r"(?: (?P<noun>(?!được|không|chưa|đã|là|đạt|có|hoàn)[^\W\d_]+"
        r"(?: (?!không|chưa|đã|là|đạt|có|hoàn)[^\W\d_]+){0,4}))?"
    ),
    cues=("trong tổng số", "trong số", "trên tổng số", "trên số", *NOUNS),
    produce=_of_total,
    weight=3,
    examples=(
        example("6 trong tổng số 9 bí thư huyện ủy là nữ", "6 trong tổng số 9 bí thư huyện ủy => 6/9 other"),
        example("có 1.016 căn trên tổng số 2.640 căn", "1.016 căn trên tổng số 2.640 căn => 1016/2640 other"),
        example("có 17 trên 18 chỉ tiêu đạt kế hoạch", "17 trên 18 chỉ tiêu => 17/18 achieved"),
        example("hai trong ba chương trình đã hoàn thành", "hai trong ba chương trình => 2/3 completed"),
        example("mười bảy trong số mười tám chỉ tiêu đạt", "mười bảy trong số mười tám chỉ tiêu => 17/18 achieved"),
        example("có 12 xã trong tổng số 20 xã đạt chuẩn", "12 xã trong tổng số 20 xã => 12/20 achieved"),
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


_CUE_BEFORE = re.compile(
    r"(?:(?:đã|đang|chưa|mới) (?:[^\s,;.:\d]+ ){1,4}|(?<!hiện )(?:còn|có|và|,|;|:|\() ?)(?:lại )?$"
    r"|[:,;(] ?(?:đã )?(?:hoàn thành|giải quyết|xử lý|trả lời)(?: xong| đúng hạn)? $|(?:[,;] |và )riêng $"
)
_CUE_AFTER = re.compile(
    r" (?:[^\s,;.:\d]+ ){0,4}?(?:đã|đang|chưa|không|đạt|vượt|khó|có khả năng|hoàn thành|cơ bản|được giải quyết|chậm"
    r"|quá hạn|xấp xỉ|bám sát|còn lại)(?!\w)"
)


def _part_of(found: Found) -> Count | None:
    count = count_of(found["count"])
    before, after = found.before, clause_after(found.after)
    led = _CUE_BEFORE.search(before[-40:])
    if not count or before.endswith(("trong ", "với ", "/", "cả ")) or not (led or _CUE_AFTER.match(after)):
        return None
    state = state_of(led[0] if led else "", re.split(",", after)[0], found["noun"])
    return Count(done=count, total=None, state=state, of=found["noun"])


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

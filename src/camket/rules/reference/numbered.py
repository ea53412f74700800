"""Papers cited by number: `Nghị quyết số 18-NQ/TW`, `Chỉ thị 05`, `05/2023/QĐ-TTg`, `Nghị quyết 01, 02`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from camket.grammar.engine import DIGITS
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.model.fact import ReferenceType
from camket.rules.reference.item import Citation
from camket.rules.reference.parts import DAY, iso, tail

_CODE = rf"[{UPPER}]{{1,16}}[a-zđ]{{0,2}}[{UPPER}]{{0,6}}\d{{0,2}}"
_LOW_CODED = (
    r"\d{1,5}[a-z]?(?:-nq(?=/20\d\d/qh))?(?: ?/ ?(?:19|20)\d\d)?"
    r"(?:(?: ?[-/] ?| (?=(?:nq|ct|kl|qđ)[-/]))[a-zđ]{1,16}\d{0,2})(?: ?[-/] ?[a-zđ]{1,16}\d{0,2}){0,3}"
    r"(?![^\W_])(?!-\w)"
)
"""What `_CODED` is in lower case: rules that begin with a word are tried on lower-case text, which is faster."""
_CODED = (
    r"\d{1,5}[a-z]?(?:-NQ(?=/20\d\d/QH))?(?: ?/ ?(?:19|20)\d\d)?"
    rf"(?:(?: ?[-/] ?| (?=(?:NQ|CT|KL|QĐ)[-/])){_CODE})(?: ?[-/] ?{_CODE}){{0,3}}(?![^\W_])(?!-\w)"
)
_BARE = r"\d{1,4}(?:/(?:19|20)\d\d)?(?:/cp|/CP)?(?![\w%])(?![.,/-]\d)"
_TYPE = r"{type}|{unlisted_type}|nq|qđ|ct|kl|nđ|tt|kh|tb|cv"
_OWN_HEAD = expression(r"(?:\W*số ?:?)?\W*")
_OWN_LINE = expression(r"(?:hạnh phúc|-{3,}|\s{2,}) *số ?: ?$")
"""A paper's own number behind the motto that is glued to it."""
_YEAR_OF = expression(r"(?:19|20)\d\d/[^\W\d_]+")
"""The head of a column that compares, as `2023/KH`."""
_MADE = expression(
    rf"(?:^|[.;] )(?:cũng )?(?:ngày|sáng|chiều|trong ngày) (?P<open>)?{DAY}, (?P<who>[^.;,]{{3,60}}?) (?:đã |vừa )?"
    r"(?:ban hành|ký ban hành|ký|thông qua|có) $"
)
"""`Ngày 9/12/2022, HĐND tỉnh ban hành `: the day and the maker of the paper that is named next."""
_KNOWN_CODE = expression(r"[-/]([^-/]+)")
_WORD = expression(r"[^\W\d_]+")
_BROKEN = expression(r"(?:^| )(?:và|điều|khoản|mục|là|có|đã|được|từ|hộ|nhà(?! nước)|đường|xe|tài khoản)(?: |$)|,")
_ANY = ("văn bản", "công văn")
"""Words for a paper of any type, whose code tells the type."""
_SURE_SHORT = frozenset({"nq", "qđ", "nđ"})
"""Short forms that mean a paper before a bare number; `CT 6` and `TT 3` may be buildings."""
_BARE_TYPES = expression(
    r"nghị quyết|chỉ thị|nghị định|thông tư|đề án|pháp lệnh|(?:quyết định|kết luận|công văn|công điện|chương trình|"
    r"kế hoạch|"
    r"quy định|thông báo|hướng dẫn|văn bản)"
)
_CAPITAL_TYPES = expression(r"chương trình|kế hoạch|quyết định|quy định|thông báo|hướng dẫn|văn bản|kết luận")
_AFTER_BARE = expression(
    r"$|\s*[.,;:)\"'!?…(]|\s?-\s|\s(?:của|về|ngày|và|năm \d{4}(?! ?-)|giai đoạn|trên|tại|là|đã|được|để|nhằm|có|"
    r"theo|cũng|sẽ|do|với|thay thế|bãi bỏ|kế thừa|gồm|mở ra|chỉ rõ|khẳng định|đặt ra|tạo|giúp|bổ sung|không|vẫn|còn|"
    r"trong|v/v|tới|đến|này|vào|khi|như|nêu|quy định|gắn|ra đời|đi|cho|cần|phải|yêu cầu|xác định|ban hành|hướng "
    r"dẫn|sửa đổi|"
    r"chưa|thì|mà|đang|từ|hay|hoặc|ở|đối với|liên quan|tháng \d\d? ?/)(?!\w)"
)
_SURE_TYPES = expression(r"nghị quyết|chỉ thị|nghị định|thông tư|nq|qđ|nđ")
_COUNTED = expression(
    r" (?:năm(?! \d{4}(?! ?-))|tháng(?! \d)|tỷ|triệu|nghìn|ngàn|nội dung|điểm|chương|nhiệm vụ|nhóm|mục|kỳ|lần|đồng|"
    r"người|"
    r"ha|km|dự án|đề án|chỉ tiêu|giải pháp|công trình|xã|huyện|tỉnh|địa phương|đơn vị|hộ|căn|vấn đề|trường hợp)(?!\w)"
    r"| ?%| ?[-–] ?\d[\d.,]* ?%|,\d"
)
_LIST_BEFORE = expression(
    rf"({_BARE_TYPES.pattern}) (?:số )?\d{{1,4}}(?:-nq/tw|-ct/tw|-kl/tw|/nq-cp)?(?:(?:,| và|;) (?:số )?\d{{1,4}})*$"
)


def _number(written: str) -> str:
    """A number rightly written: `18-NQ/TW` for `18 NQ/TW` and `18-NQTW`, `30/2026/QH16` for `30-NQ/2026/QH16`."""
    plain = re.sub(r" ?([-/]) ?", r"\1", written)
    plain = re.sub(r"^(\d+[a-z]?) (?=[A-ZĐ])", r"\1-", plain)
    plain = re.sub(r"^(\d+-(?:NQ|CT|KL|QĐ|NQĐ|TB))(TW|TU)$", r"\1/\2", plain)
    return re.sub(r"^(\d+)-NQ/(20\d\d/QH\d+)$", r"\1/\2", plain)


def _coded_type(number: str, words: Mapping[str, Mapping[str, str]]) -> str | None:
    """The type that the code in a number tells; a letter's code names its sender only (`172/UBND-KTTH`)."""
    for code in _KNOWN_CODE.findall(number.lower()):
        if code in words["code"]:
            return words["code"][code]
    if re.search(r"/QH\d\d?$", number):
        return "law"
    return None


def _finish(found: Found, type_: str, name: str | None = None) -> Citation:
    rest = tail(found.text, found.low, found.end, found.bounds[1])
    found.end = rest.end
    made = _MADE.search(found.before) if rest.date is None else None
    if made:
        rest = rest._replace(
            date=iso(made),
            issuer=rest.issuer or found.text[found.bounds[0] + made.start("who") : found.bounds[0] + made.end("who")],
        )
    return Citation(
        type=_as_type(type_),
        number=_number(found.written("number")),
        date=rest.date,
        issuer=rest.issuer,
        name=name or rest.name,
    )


def _as_type(word: str) -> ReferenceType:
    types: dict[str, ReferenceType] = {
        "resolution": "resolution", "conclusion": "conclusion", "directive": "directive", "decision": "decision",
        "scheme": "scheme", "plan": "plan", "regulation": "regulation", "programme": "programme", "law": "law",
    }  # fmt: skip
    return types.get(word, "other")


def _named_type(found: Found, word: str) -> str:
    word = word.lower()
    for words in ("type", "unlisted_type", "short"):
        if word in found.words[words]:
            return found.words[words][word]
    return "other"


def _nearest_type(found: Found) -> tuple[str, int]:
    """The type word nearest before the number, and its place among the words between; -1 for the first one.

    `quy định tại Thông tư số ...` cites the second, `Quyết định phê duyệt quy hoạch số .../QĐ-TTg` the first: a code
    that tells the type decides.
    """
    first = _named_type(found, found["type"])
    told = _coded_type(_number(found.written("number")), found.words)
    words = found["words"].lower()
    best, at = first if first != "other" or not found["type"].startswith(_ANY) or told is None else told, -1
    for word in _WORD.finditer(words):
        phrase = words[word.start() :].split()
        named = (found.words["type"].get(" ".join(phrase[:length])) for length in (3, 2, 1))
        nearer = next((each for each in named if each), None)
        if nearer and (told in (None, nearer) or (told == "law" and nearer == "resolution" and first != "law")):
            best, at = nearer, word.start()
    return best, at


_WRITTEN_SO = expression(_CODED)


def _is_written_so(found: Found) -> bool:
    """Whether codes and short forms are in capitals: `18-NQ/TW` and `NQ 18`, not `12-tt` and `nq 6`."""
    if _WRITTEN_SO.fullmatch(found.written("number")) is None:
        return False
    return _is_long_or_capital(found)


def _is_long_or_capital(found: Found) -> bool:
    return found["type"] not in found.words["short"] or found.written("type").isupper()


def _typed(found: Found) -> Citation | None:
    if not _is_written_so(found):
        return None
    type_, at = _nearest_type(found)
    if at >= 0:
        found.start = found.match.start("words") + at
    between = found["words"].lower().strip()
    if at < 0 and _BROKEN.search(between):
        return None
    return _finish(found, type_, between if at < 0 and type_ == "law" else None)


_CUES = ("{type}", "{unlisted_type}", "nq", "qđ", "ct", "kl", "nđ", "tt", "kh ", "tb", "cv")

TYPED = Rule(
    name="reference/typed_number",
    anchor=CUE,
    pattern=rf"(?P<type>{_TYPE})(?:(?P<words>(?: [^\W\d_]+,?){{0,7}}?) s[ốô]:? ?| ?)(?P<number>{_LOW_CODED})",
    produce=_typed,
    weight=4,
    cues=_CUES,
    examples=(
        example(
            "theo Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII, tỉnh đã",
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII"
            " => resolution 18-NQ/TW 2017-10-25 by Ban Chấp hành Trung ương Đảng khóa XII",
        ),
        example(
            "Căn cứ Quyết định 05/2023/QĐ-TTg ngày 24 tháng 02 năm 2023 của Thủ tướng Chính phủ;",
            "Quyết định 05/2023/QĐ-TTg ngày 24 tháng 02 năm 2023 của Thủ tướng Chính phủ"
            " => decision 05/2023/QĐ-TTg 2023-02-24 by Thủ tướng Chính phủ",
        ),
        example(
            "Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13;",
            "Luật Ngân sách nhà nước số 83/2015/QH13 => law 83/2015/QH13",
        ),
        example("Luật Đất đai số 31/2024/QH15 có hiệu lực", "Luật Đất đai số 31/2024/QH15 => law 31/2024/QH15"),
        example("trả lời Công văn số 172/UBND-KTTH hôm qua", "Công văn số 172/UBND-KTTH => other 172/UBND-KTTH"),
        example(
            "theo Thông báo kết luận số 45-TB/TU của Tỉnh ủy.",
            "Thông báo kết luận số 45-TB/TU của Tỉnh ủy => other 45-TB/TU by Tỉnh ủy",
        ),
        example("theo Nghị quyết số 18 NQ/TW về", "Nghị quyết số 18 NQ/TW => resolution 18-NQ/TW"),
        example("theo Nghị quyết 18-NQTW, tỉnh", "Nghị quyết 18-NQTW => resolution 18-NQ/TW"),
        example(
            "theo Nghị quyết 30-NQ/2026/QH16 của Quốc hội, các",
            "Nghị quyết 30-NQ/2026/QH16 của Quốc hội => resolution 30/2026/QH16 by Quốc hội",
        ),
        example(
            "theo văn bản số 12-NQ/TU của Tỉnh ủy, các",
            "văn bản số 12-NQ/TU của Tỉnh ủy => resolution 12-NQ/TU by Tỉnh ủy",
        ),
        example(
            "quy định tại Nghị quyết số 37/2021/QH15 của Quốc hội, tỉnh",
            "Nghị quyết số 37/2021/QH15 của Quốc hội => resolution 37/2021/QH15 by Quốc hội",
        ),
        example("thực hiện NQ 57 -NQ/TW", "NQ 57 -NQ/TW => resolution 57-NQ/TW"),
        example("Nghị quyết Đại hội và Kết luận số 21-KL/TU", "Kết luận số 21-KL/TU => conclusion 21-KL/TU"),
    ),
    counter_examples=(
        "theo quy định tại Điều 284 - BLHS",
        "Đề án 06 - Bộ Công an chủ trì",
        "kế hoạch năm 2024/2025",
        "quy hoạch 1/500",
    ),
)


def _codes_only(found: Found) -> Citation | None:
    type_ = _coded_type(_number(found.written("number")), found.words)
    before = found.before
    if type_ is None or _OWN_HEAD.fullmatch(before) or _OWN_LINE.search(before) or _YEAR_OF.fullmatch(found["number"]):
        return None
    return _finish(found, type_)


CODED = Rule(
    name="reference/number_alone",
    anchor=DIGITS,
    pattern=rf"(?<![\w/.-])(?P<number>{_CODED})",
    produce=_codes_only,
    cased=True,
    weight=3,
    cues=(
        "nq",
        "qđ",
        "ct",
        "kl",
        "nđ",
        "tt",
        "ctr",
        "kh ",
        "kh-",
        "kh/",
        "tb",
        "bc",
        "ttr",
        "hd",
        "cđ",
        "đa",
        "qyđ",
        "qđi",
        "qc",
    ),
    examples=(
        example(
            "các nghị quyết số 57-NQ/TW, 59-NQ/TW và 68-NQ/TW của Bộ Chính trị",
            "59-NQ/TW => resolution 59-NQ/TW",
            "68-NQ/TW của Bộ Chính trị => resolution 68-NQ/TW by Bộ Chính trị",
        ),
    ),
    counter_examples=(
        "Hạnh phúc --------- Số: 57/NQ-HĐND",
        "Số: 12/KH-UBND",
        "Số 15-BC/TU",
        "tỷ lệ TH 2023/KH (%)",
        "đạt 12-15 KCN/CCN",
    ),
)


def _bare(found: Found) -> Citation | None:
    word = found["type"]
    if not _is_long_or_capital(found) or not (found["so"].strip() or _is_no_count(found, word)):
        return None
    return _finish(found, _named_type(found, word))


def _is_no_count(found: Found, word: str) -> bool:
    """Whether a number without `số` is that of a paper: `Nghị quyết 18`, and not `nghị quyết 5 năm`, `đề án 10 tỷ`."""
    number = found["number"]
    if re.fullmatch(r"(?:19|20)\d\d", number) or not (_BARE_TYPES.fullmatch(word) or word in _SURE_SHORT):
        return False
    if _SURE_TYPES.fullmatch(word) and len(number) > 1:
        return _COUNTED.match(found.low, found.end, found.bounds[1]) is None
    if _CAPITAL_TYPES.fullmatch(word) and not (found.text[found.start].isupper() and len(number) > 1):
        return False
    if len(number) > 2 and found.before.strip():
        return _COUNTED.match(found.low, found.end, found.bounds[1]) is None
    return _AFTER_BARE.match(found.low, found.end, found.bounds[1]) is not None


BARE = Rule(
    name="reference/short_number",
    anchor=CUE,
    pattern=rf"(?P<type>{_TYPE})(?: hành động| kết luận)?(?P<so> số:? ?| ?)(?P<number>{_BARE})",
    produce=_bare,
    weight=3,
    cues=_CUES,
    examples=(
        example("thực hiện Nghị quyết 18 về sắp xếp", "Nghị quyết 18 về sắp xếp => resolution 18"),
        example(
            "gắn với Chỉ thị số 05 của Bộ Chính trị và",
            "Chỉ thị số 05 của Bộ Chính trị => directive 05 by Bộ Chính trị",
        ),
        example("triển khai Đề án 06 của Chính phủ; hoàn thiện", "Đề án 06 của Chính phủ => scheme 06 by Chính phủ"),
        example(
            "theo Nghị quyết 05/2019 của Hội đồng Thẩm phán, một số",
            "Nghị quyết 05/2019 của Hội đồng Thẩm phán => resolution 05/2019 by Hội đồng Thẩm phán",
        ),
        example("theo NQ 68, tỉnh", "NQ 68 => resolution 68"),
    ),
    counter_examples=(
        "chung cư CT 6, phường Kiến Hưng",
        "ban hành nghị quyết 5 năm một lần",
        "được giao 39 đề án",
        "đề án 10 tỷ đồng",
        "kế hoạch 5 năm 2016-2020",
        "Kế hoạch 2025 của tỉnh",
        "quy hoạch 1/500",
        "ra quyết định 3 nội dung",
        "tăng 9% (Nghị quyết 11 - 12%/năm)",
        "tăng 9% (Nghị quyết 11,5%)",
        "tăng 9% (Nghị quyết 11%)",
    ),
)


def _listed(found: Found) -> Citation | None:
    head = _LIST_BEFORE.search(found.low, found.bounds[0], found.match.start())
    if head is None or not _AFTER_BARE.match(found.low, found.end, found.bounds[1]):
        return None
    found.start = found.match.start("number")
    return _finish(found, _named_type(found, head[1]))


LISTED = Rule(
    name="reference/listed_number",
    pattern=rf"(?:,| và|;) (?:(?i:số) )?(?P<number>{_BARE})",
    produce=_listed,
    cased=True,
    weight=3,
    cues=("nghị quyết", "chỉ thị", "nghị định", "thông tư", "đề án", "quyết định", "kết luận", "kế hoạch", "công văn"),
    examples=(
        example("thực hiện Nghị quyết 01, 02 của Chính phủ để", "02 của Chính phủ => resolution 02 by Chính phủ"),
        example("theo các Nghị quyết số 57, 59 và 66.", "59 => resolution 59", "66 => resolution 66"),
    ),
    counter_examples=("theo Nghị quyết 01, 2 tháng đầu năm", "theo Nghị quyết 01, ngày 5 tháng 3"),
)

"""Clauses that tell: what somebody does or did, what was reached, what is aimed at. None of them is a task."""

from __future__ import annotations

from camket.extract.orders.conditions import MEASURED
from camket.extract.orders.labels import LABEL
from camket.extract.orders.tasks import Clause
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

TIMED = expression(r"\b(?:đã|đang|sẽ|vừa) ")
"""Words of time before a verb: something is told."""
_VERB = 20
"""So many letters hold a verb of two words and a word of time after it."""
_AFTER_NAME = 60
"""So many letters after a name show whether the clause tells of that person."""
_MEETINGS = expression(r"(?:các )?(?:hội nghị|đại hội|kỳ họp|phiên họp|buổi|đoàn(?! (?:thanh|thể|viên|luật|kinh)))\b")
"""Meetings and delegations do things of which news are told; nobody tells them to."""
_ANSWERING = expression(r"(?:trả lời|phát biểu|báo cáo|trao đổi|giải đáp|giải thích|thông tin|chia sẻ)\b")
"""Words before whoever speaks: `Trả lời câu hỏi của cử tri, ông ...`."""
_FOUND = expression(r"\b(?:cho thấy|cho biết|cho hay|xác định(?=[,:]| được| rằng| đối tượng| nguyên nhân ban đầu))")
"""Words of a finding: `Điều tra ban đầu cho thấy ...`."""
_ASKING = expression(r"\b(?:đề nghị|kiến nghị|đề xuất|yêu cầu)\b")
"""Who asks is not told."""
_AIMING = expression(
    r"\b(?:phấn đấu|bảo đảm|đảm bảo|quyết tâm|nỗ lực|tập trung|đẩy nhanh|đẩy mạnh|khẩn trương|tiếp tục|tăng cường"
    r"|cần|phải|yêu cầu|giao|đề nghị|để|không|nhằm|sao cho)\b"
)
"""With one of these before it a number is to be reached."""
_REACHED = expression(
    r"\b[^\W\d_]+ được (?:(?:trên|hơn|gần|khoảng|tổng cộng) )?\d"
    r"|\b(?:so với|bằng|cao hơn|thấp hơn|tăng|giảm)\b[^,;]{0,40}\bcùng kỳ\b"
    r"|^(?:tính )?đến nay\b[^;]*?(?:\d| (?:chưa|vẫn|đã) )|^tính đến\b[^;]*?\d"
)
"""A number reached: `giải ngân được 512 tỷ đồng`, `thấp hơn cùng kỳ`, `đến nay, ... 12 xã`."""
_OF_ITS_PLAN = expression(
    r"(?<!\w)(?:đạt|được|thu) (?:(?:trên|hơn|gần|khoảng) )?\d[^;,]{0,40}, (?:bằng|đạt|tăng|giảm|chiếm) (?:gần |hơn )?\d"
    r"|(?<!\w)(?:mới|chỉ|ước|mới chỉ) (?:đạt|được|giải ngân|thực hiện)(?: được)? (?:gần |hơn |khoảng )?\d"
)
"""A result beside what it is of: `thu ngân sách đạt 620 tỷ đồng, bằng 71% dự toán`, `giải ngân mới đạt 38%`."""
_SO_FAR = expression(
    r"(?:(?:trong )?(?:thời gian|những năm|các năm|năm|nhiệm kỳ|giai đoạn) (?:vừa )?qua|vừa qua|nhìn chung"
    r"|từ đầu (?:năm|nhiệm kỳ)(?: đến nay)?|qua \d+ (?:năm|tháng)[^,;]{0,40}"
    r"|(?:kết thúc|khép lại) (?:năm|quý|tháng|nhiệm kỳ|giai đoạn|vụ)[^,;]{0,30}),"
)
"""How an account of what has been begins: `Thời gian qua, công tác cán bộ đạt kết quả tích cực`."""
_WHOLE = expression(
    r"(?:[^,;]{2,60}, )?(?:toàn|cả) (?:tỉnh|thành phố|huyện|xã|ngành) (?:đã|đạt|có|ước|mới|còn|vẫn|ghi nhận)\b[^;]*?\d"
    r"|(?:[^,;]{2,60}, )?tỉnh (?:đã|ước|mới|vẫn|ghi nhận)\b[^;]*?\d"
)
"""What the province as a whole has done or has."""
_SHORTFALL = expression(
    r"(?:chuyển dịch|phát triển|đầu tư|giải ngân|quản lý|thu hút|cải cách|xây dựng|thực hiện|triển khai|tổ chức"
    r"|sản xuất|phối hợp|tuyên truyền)\b[^,;]*?"
    r" (?:còn|vẫn|vẫn còn|chưa|chưa được) (?:rất |khá |quá |thật sự |thực sự |thật )?"
    r"(?:chậm|thấp|yếu|kém|hạn chế|bất cập|lúng túng|cao|nghiêm|đều|tốt|mạnh|đồng bộ|hiệu quả|quyết liệt|triệt để"
    r"|chặt chẽ|kịp thời|nhiều (?:hạn chế|bất cập|khó khăn|vướng mắc))(?=[,;.]|$)"
)
"""What falls short: `chuyển dịch cơ cấu còn chậm`, `phối hợp giữa các sở chưa chặt chẽ`."""
_PRINCIPLE = expression(r"(?:việc )?(?:phân bổ|bố trí|hỗ trợ)\b[^,;]{0,60} theo (?:các )?(?:nguyên tắc|thứ tự)\b")
"""A principle of allotment: `phân bổ vốn theo nguyên tắc ưu tiên trả nợ`. It binds all and tells nobody."""
_BY_RULE = expression(
    r"(?:việc|công tác|kinh phí|nguồn vốn|các nội dung|mức|thời gian|trình tự)\b[^;:]*? được "
    r"(?:thực hiện|bố trí|cân đối|quy định|áp dụng|lấy|trích|tính|đảm bảo|bảo đảm|giữ) "
)
"""What a rule says of a thing, in the passive: `việc phân bổ kinh phí được thực hiện theo luật`."""
_PROVIDED = expression(r"[^;]*\b(?:nếu|trường hợp)\b[^;]*\bsẽ (?:được|do|bị) ")
"""What a rule foresees: `nếu có nguồn bổ sung, sẽ được cân đối`. It tells nobody."""
_DEFINES = expression(
    r"[^,;]{8,200}? (?:có|mang) ý nghĩa (?:rất |hết sức |đặc biệt |vô cùng )*(?:quan trọng|to lớn|thiết thực"
    r"|then chốt)\b"
    r"|(?!coi |xem |xác định |lấy |đặt )[^,;]{8,160}? là (?:một )?(?:trong những )?(?:nhiệm vụ|yêu cầu|vấn đề|giải pháp"
    r"|yếu tố|việc|công việc|nội dung)(?: chính trị| hết sức| rất| đặc biệt)* (?:quan trọng|trọng tâm|cấp bách"
    r"|then chốt|cần thiết|thường xuyên|khó|lớn|cấp thiết|bắt buộc)\b"
)
"""What something is said to be: `giải phóng mặt bằng là nhiệm vụ quan trọng`. It is no task though it begins as one."""
_RULES = (_BY_RULE, _PROVIDED, _PRINCIPLE, _DEFINES)
_TARGET = expression(r"(?:một số |các |những )?(?:mục tiêu|chỉ tiêu)\b[^:;]{0,100}(?::| là | đạt )[^:]*?\d")
"""An item that states a target in numbers: they are figures."""
_TARGETS = expression(r"(?:một số |các |những )?(?:mục tiêu|chỉ tiêu)\b[^:;]{0,100}:$")
"""A line that announces targets."""

NO_TASK = expression(
    r"về (?!đích|nước|quê|phía)[^;:.,\n]{3,70}\.(?=\s|$)"
    r"|(?:không|chưa) (?:đồng ý|nhất trí|chấp thuận|thống nhất|xem xét)\b|(?:mặc )?dù |tuy (?!nhiên)"
    r"|(?:phê bình|biểu dương|ghi nhận|đánh giá cao|hoan nghênh|cảm ơn|chúc mừng|khen ngợi)(?=\s)"
    r"|(?:cơ bản )?(?:thống nhất|nhất trí|đồng ý) (?:với|thông qua)\b"
    r"|(?:phó )?(?:chủ tịch|trưởng ban|tổng thư ký|chánh văn phòng|giám đốc|ủy viên|thành viên|đội trưởng)[^:;,]{0,40}"
    r": (?:các )?(?:ông|bà|đồng chí|ông \(bà\)) "
    r"|(?:cũng )?tại (?:điểm|khoản|điều|mục|tiết) \w+ [^;:]{2,160} (?:quy định|nêu|ghi)(?: rõ)?(?: như sau)?:"
    r"|[^;.]{2,120}? \+ [^;.]{2,120}? \+ "
    r"|[^,;.]{3,60} (?:xin|trân trọng) (?:trân trọng )?(?:thông báo|báo cáo|gửi)\b"
    r"|(?:nhiệm vụ|nội dung|thông báo|văn bản|kết luận|công văn|kế hoạch|nghị quyết|quyết định)(?: này)?"
    r" (?:thay thế|có hiệu lực|(?:đã )?được (?:hội đồng|hđnd|quốc hội))\b"
)
"""Refusal, blame, praise, assent and courtesy hand out nothing; nor do who holds an office, what a law says
and the boxes of a form."""


def is_news(reading: Reading, people: People, start: int, clause: Clause) -> bool:
    """Whether a bare clause tells what somebody does or did, asks for or does not do."""
    if _FOUND.search(reading.low, clause.start, min(clause.end, clause.start + _AFTER_NAME)):
        return True
    if clause.recipient is not None:
        if _ASKING.search(reading.low, *clause.recipient) or reading.low.startswith("không ", clause.start):
            return True
        named = people.within(*clause.recipient) or _MEETINGS.match(reading.low, clause.recipient[0])
        return bool(named) or bool(TIMED.search(reading.low, start, min(clause.end, clause.start + _VERB)))
    told = people.within(clause.start, clause.end)
    if told and _ANSWERING.match(reading.low, clause.start):
        return True
    return any(TIMED.search(reading.low, one.end, min(clause.end, one.end + _AFTER_NAME)) for one in told)


_DUTY = expression(r"(?<!\w)(?:phải|cần)(?!\w)")
_STATE = expression(
    r"(?:(?:trong|qua|sau) [^,;:]{3,40}, )?(?:tình hình|cơ sở hạ tầng|kết cấu hạ tầng"
    r"|diện mạo|an ninh|kinh tế|kết quả|công tác|tiến độ|hoạt động|thu ngân sách"
    r"|giải ngân|sản xuất|đời sống|an sinh|quốc phòng|một số|nhiều)(?!\w)(?! (?:cần|phải))[^;:,]{0,110}?(?<!\w)"
    r"(?:còn|chưa|đã|vẫn|đang|tiếp tục(?! (?:rà|đẩy|thực|triển|tập|tăng|nâng|phát|hoàn|xây|tổ|chỉ))|chuyển biến"
    r"|phục hồi|được (?:bảo đảm|giữ vững|duy trì|quan tâm|cải thiện|nâng lên))(?!\w)"
)
"""How a clause begins that only says how things stand: `Tình hình kinh tế tiếp tục chuyển biến tích cực`."""


def is_result(reading: Reading, clause: Clause) -> bool:
    """Whether a clause states what was reached, falls short or is a rule: `toàn tỉnh giải ngân được 512 tỷ đồng`."""
    words = reading.low[clause.head : clause.end]
    if falls_short(reading, clause) or (not clause.duty and any(rule.match(words) for rule in _RULES)):
        return True
    bound = clause.duty or clause.recipient is not None or _DUTY.search(words)
    if not bound and _STATE.match(words):
        return True
    found = _REACHED.search(words) or _WHOLE.match(words) or _SO_FAR.match(words) or _OF_ITS_PLAN.search(words)
    return found is not None and not clause.duty and not _AIMING.search(words, 0, found.end())


def falls_short(reading: Reading, clause: Clause) -> bool:
    """Whether a clause only says that something is not as it should be: `chuyển dịch cơ cấu kinh tế còn chậm`."""
    return not clause.duty and _SHORTFALL.match(reading.low, clause.start, clause.end) is not None


def states_target(reading: Reading, start: int, end: int) -> bool:
    """Whether an item only states a target (`Mục tiêu năm 2025: tăng trưởng từ 8% trở lên`) or who does a task."""
    return bool(
        LABEL.match(reading.low, start, end)
        or _TARGET.match(reading.low, start, end)
        or MEASURED.match(reading.low, start, end)
    )


def announces_targets(reading: Reading, start: int, end: int) -> bool:
    """Whether the items under a line are targets: `Mục tiêu năm 2025:`."""
    return bool(_TARGETS.match(reading.low, start, end))


_UP_TO = expression(r"(?:\d{1,2}[.)] |[-+*] )?(?:tính |lũy kế )?đến (?:hết )?(?:ngày |tháng |nay)")
_OF_THE_PLAN = expression(r"\d[^;]{0,24}, (?:đạt|bằng|chiếm) [\d.,]+ ?%")
_DEMANDED = expression(r"(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|yêu cầu|phải|cần|hoàn thành|đẩy nhanh)(?!\w)")


def tells_a_result(reading: Reading, start: int, end: int) -> bool:
    """Whether a clause only says how far things are: `Đến hết ngày 10/6, toàn tỉnh giải ngân A, đạt 29% kế hoạch`."""
    sentence = reading.sentence_at(start)
    if _UP_TO.match(reading.low, sentence.start) is None or _DEMANDED.search(reading.low, sentence.start, end):
        return False
    return _OF_THE_PLAN.search(reading.low, start, end) is not None

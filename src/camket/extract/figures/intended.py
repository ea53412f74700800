"""What someone says that he will do himself is aimed at: `tỉnh sẽ hỗ trợ 74.000 hộ`; what will come is foreseen."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made

_WORK = expression(
    r"sẽ (?:(?:tiếp tục|tập trung|chủ động|ưu tiên|cùng|cũng|được|phải|cố gắng|quyết tâm|đẩy mạnh|dành|chi|nguồn lực"
    r"|vốn|ngân sách|để|từng bước|tổ chức|có kế hoạch) )*"
    r"(?:hỗ trợ|đầu tư|bố trí|xây|xây dựng|xây mới|di dời|cấp|cấp mới|chi|trích|trích lập|chăm lo|đào tạo|khởi công"
    r"|khánh thành|hoàn thành|phấn đấu|trồng|trồng mới|cải tạo|nâng cấp|sửa chữa|thu hồi|thành lập|sáp nhập|tinh giản"
    r"|tuyển|tuyển dụng|giao|phân bổ|dành|huy động|lắp đặt|bàn giao|trao|tặng|xóa|triển khai|mở|rà soát|kiểm tra"
    r"|giải ngân|cắt giảm|thí điểm|mua|tiêm|quy hoạch|di chuyển|bổ sung|chuyển đổi|cho vay)(?!\w)"
)
_FORETOLD = expression(
    r"(?<!\w)(?:nếu|dự kiến|dự báo|dự tính|ước tính|theo tính toán|khi đi vào|khi hoàn thành|có thể|kỳ vọng)(?!\w)"
)


def is_own_work(reading: Reading, slot: Slot, cue: Made) -> bool:
    """Whether `sẽ` tells of work that is intended and not of what comes of it or is foreseen."""
    if _WORK.match(reading.low, cue.start, slot.start) is None:
        return False
    return _FORETOLD.search(reading.low, slot.sentence.start, cue.start) is None

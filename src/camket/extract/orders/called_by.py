"""Bodies that are called by what they do: there a verb is part of the name and opens no task."""

from __future__ import annotations

from camket.rules.proposal.asks import SYLLABLES

_COMMITTEES = (" ban", " tổ", " đoàn", " tiểu ban")
_UNITS = (" đội", " trạm", " chốt", " hạt", " cục", " vụ", " phòng", " chi cục")
"""Units that are called by what they deal with: `đội kiểm soát hải quan`."""
_NO_UNITS = (" biên phòng", " văn phòng", " quốc phòng")
"""Bodies and forces that end as a unit does and do what the verb behind them says: `lực lượng Biên phòng kiểm soát`."""
_CALLED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("kiểm soát", "điều tra", "thanh tra", "hướng dẫn", "bảo vệ"), (*_UNITS, " tổ")),
    **dict.fromkeys(
        ("quản lý", "chỉ đạo", "tổ chức", "điều hành", "giám sát", "điều phối", "kiểm tra", "vận động"), _COMMITTEES
    ),
    **dict.fromkeys(("quản lý", "giám sát", "kiểm tra"), (*_COMMITTEES, *_UNITS)),
    "đăng ký": (" văn phòng", " trung tâm", " cục", " phòng"),
    "trình": SYLLABLES,
    "ký": (" nhật", " chữ", " thư", " hồi", " bút"),
    "đầu tư": (" nhà", " chủ", " xúc tiến"),
    "thành lập": (" ban vận động", " ban trù bị", " ban sáng lập"),
    "triển khai": (*_COMMITTEES, " tổ công tác", " tổ giúp việc", " ban chỉ đạo"),
}
_DRAFTERS = (*_COMMITTEES, " cơ quan", " đơn vị", " bộ phận")
_DRAFTING = frozenset({"soạn thảo", "thẩm tra", "thẩm định", "giám sát", "điều tra", "thanh tra"})
"""What a body is told by for which a paper has no name: `đề nghị cơ quan soạn thảo rà soát`."""


def is_called_by(verb: str, before: str) -> bool:
    """Whether a verb belongs to the name that ends with the words before it: `ban quản lý dự án`, `nhà đầu tư`.

    Or to a longer word: `trong quá trình`.
    """
    return before.endswith(_CALLED.get(verb, ())) and not (verb != "đăng ký" and before.endswith(_NO_UNITS))


def drafts(verb: str, before: str) -> bool:
    """Whether a verb may say which office is meant, by its work: `cơ quan thẩm định`."""
    return verb in _DRAFTING and before.endswith(_DRAFTERS)

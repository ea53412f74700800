"""Places in an order: `thứ 9 cả nước`, `tốp 10`, `nhóm 10 tỉnh dẫn đầu`, `dẫn đầu cả nước`, `một trong 4 tỉnh`."""

from __future__ import annotations

import re
from decimal import Decimal

from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.model.fact import Comparator
from camket.rules.quantity.item import Quantity, comparator_before

_WORDS = {
    "nhất": 1,
    "nhì": 2,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "mười ba": 13,
    "mười bốn": 14,
    "mười lăm": 15,
    "hai mươi": 20,
}


def _rank(number: int, comparator: Comparator = "eq") -> Quantity:
    return Quantity(value=Decimal(number), unit="rank", comparator=comparator, measure="rank")


_WEEKDAYS = expression(
    r"(?<!\w)(?:xếp|đứng|hạng|vị trí|vị|cả nước|toàn quốc)(?!\w)[^.;]{0,80}$"
    r"|(?P<day>(?<!\w)thứ (?:hai|ba|tư|năm|sáu|[2-6])(?:,| và) $)",
    re.IGNORECASE,
)
"""Days of a week one after the other, where nothing before them speaks of a place."""


def _place(found: Found) -> Quantity | None:
    before = _WEEKDAYS.search(found.before[-100:])
    if before is not None and before["day"]:
        return None
    if found["digits"]:
        return _rank(int(found["digits"]))
    return _rank(_WORDS[found["word"]])


PLACE = Rule(
    name="quantity/place",
    pattern=(
        r"(?:(?<=đứng )|(?<=xếp )|(?<=đứng ở )|(?<=xếp ở )|(?<=ở )|(?<=vị trí )|(?<=xếp hạng )|(?<=hạng )|(?<=vươn "
        r"lên )|(?<=, )|(?<=đạt )|(?<=lên )|(?<=và )|(?<=xếp vị )|(?<=thấp hơn )"
        r"|(?<=tăng cao )|(?<=mức cao )|(?<=nhiều )|(?<=lớn )|(?<=giữ )|(?<=là )|(?<=\d: )|(?<=\()"
        r"|(?<=pci )|(?<=papi )|(?<=index )|(?<=dti )|(?<=sipas )|(?<=pgi ))"
        r"(?:vị trí |vị |hạng )?(?:thứ )(?:(?P<digits>\d{1,3})(?:/\d{1,3})?|(?P<word>nhất|nhì|hai mươi|hai"
        r"|ba|tư|năm|sáu|bảy|tám|chín|mười (?:một|hai|ba|bốn|lăm)|mười))(?![\w/])"
        r"(?= (?:cả nước|toàn quốc|vùng|khu vực|khối|trong|trên|về|so với|miền|các tỉnh|của cả nước|tỉnh"
        r"|xã|phường|huyện|đồng bằng|đbscl|thế giới|sau|(?:(?<=\d/\d\d )|(?<=\d/\d ))(?:địa phương|thành phố|quận|sở"
        r"|đơn vị|bộ|cơ quan|ngành))|[,.;)](?! ?(?:ngày )?\d{1,2}[/-]\d)| \(|$)"
    ),
    anchor=CUE,
    cues=("thứ", "vị trí thứ", "vị thứ", "hạng thứ"),
    produce=_place,
    examples=(
        example("Tỷ lệ đô thị hóa đạt 60,3%, đứng thứ 9 cả nước", "thứ 9 => 9 rank rank"),
        example("đạt 56,83%, xếp thứ nhất cả nước", "thứ nhất => 1 rank rank"),
        example("đứng thứ mười hai toàn quốc", "thứ mười hai => 12 rank rank"),
        example("GRDP tăng 8,5%, là mức tăng cao thứ 3 trong 6 tỉnh", "thứ 3 => 3 rank rank"),
        example("chỉ số phục vụ xếp thứ 5/166 xã, phường", "thứ 5/166 => 5 rank rank"),
        example("quy mô đứng thứ 5/34 tỉnh, thành phố", "thứ 5/34 => 5 rank rank"),
        example("PCI xếp vị trí thứ 4 cả nước", "vị trí thứ 4 => 4 rank rank"),
        example("xếp thứ 41/63 địa phương", "thứ 41/63 => 41 rank rank"),
        example("giải ngân xếp thứ 9/11 huyện, thị xã", "thứ 9/11 => 9 rank rank"),
        example("tăng 9,37%, xếp thứ 6 ĐBSCL", "thứ 6 => 6 rank rank"),
        example(
            "PAR Index xếp thứ 39, PAPI thứ 40, SIPAS thứ 12.",
            "thứ 39 => 39 rank rank",
            "thứ 40 => 40 rank rank",
            "thứ 12 => 12 rank rank",
        ),
        example("xếp thứ 11/63 (năm 2023: thứ 16)", "thứ 11/63 => 11 rank rank", "thứ 16 => 16 rank rank"),
    ),
    counter_examples=(
        "Đại hội lần thứ XX",
        "kỳ họp thứ 8",
        "Cách mạng công nghiệp lần thứ 4",
        "thứ 2 tuần sau",
        "lúc 17:38, thứ năm, 28/11/2019",
        "họp giao ban vào thứ hai, thứ tư và thứ sáu",
        "ghi tên lần lượt: Thứ Ba, Thứ Tư, Thứ Năm, Thứ Sáu.",
    ),
)

OF_ALL = Rule(
    name="quantity/place_of_all",
    pattern=(
        r"(?<!\w)(?:đứng|xếp|(?:đứng|xếp) thứ \d{1,2}/\d\d[^.;\d]{0,60}? và) "
        r"(?P<quote>(?P<digits>\d{1,2})/(?P<all>\d\d))(?![\w/])"
        r"(?=[,.;)]| (?:cả nước|toàn quốc|vùng|khu vực|tỉnh|địa phương|thành phố|trong|trên|đồng bằng|miền))"
    ),
    cues=("đứng", "xếp"),
    weight=2,
    produce=lambda found: _quoted(found, _rank(int(found["digits"]))),
    examples=(
        example("GRDP tăng 6,32%, đứng 8/13 khu vực ĐBSCL", "8/13 => 8 rank rank"),
        example("chỉ số PCI xếp 35/63 tỉnh, thành phố", "35/63 => 35 rank rank"),
        example("xếp thứ 4/13 tỉnh trong vùng và 26/63 cả nước", "26/63 => 26 rank rank"),
    ),
    counter_examples=("hoàn thành 8/13 chỉ tiêu", "người đứng đầu 8/13 sở"),
)

ORDER = Rule(
    name="quantity/order",
    pattern=(
        r"(?:(?<!\w)(?:xếp|đứng|đạt|ở|giữ|lên|xuống) |(?<=[\d%m], ))"
        r"(?P<quote>(?:vị trí(?: số)?|hạng|vị thứ|thứ hạng) (?P<digits>\d{1,3})(?:/\d{2,3})?)(?![\w/])(?! sao(?!\w))"
    ),
    cues=("vị trí", "hạng", "vị thứ", "thứ hạng"),
    produce=lambda found: _quoted(found, _rank(int(found["digits"]))),
    examples=(
        example("PCI năm 2022 xếp hạng 7 toàn quốc", "hạng 7 => 7 rank rank"),
        example("SIPAS đạt 80,9%, hạng 43", "hạng 43 => 43 rank rank"),
        example("giữ vị trí số 2 cả nước", "vị trí số 2 => 2 rank rank"),
    ),
    counter_examples=("đô thị hạng 1", "sản phẩm được xếp hạng 3 sao trở lên"),
)


def _quoted(found: Found, quantity: Quantity) -> Quantity:
    found.start, found.end = found.match.span("quote")
    return quantity


_MANY = r"(?:huyện|xã|tỉnh, thành phố|tỉnh, thành|tỉnh thành|tỉnh|địa phương|nước|quốc gia|thành phố)"

TOP = Rule(
    name="quantity/top",
    anchor=CUE,
    pattern=rf"(?:tốp|top|nhóm) (?P<digits>\d{{1,3}})(?: {_MANY}(?: phố)?(?: có)?(?: dẫn đầu| đứng "
    rf"đầu)?)?(?!\w)",
    cues=("tốp", "top", "nhóm"),
    weight=1,
    produce=lambda found: _rank(int(found["digits"]), "within"),
    examples=(
        example("trở lại tốp 10 địa phương thu ngân sách cao nhất", "tốp 10 địa phương => within 10 rank rank"),
        example("duy trì trong nhóm 10 tỉnh dẫn đầu về chỉ số", "nhóm 10 tỉnh dẫn đầu => within 10 rank rank"),
        example("thuộc top 7 về GRDP", "top 7 => within 7 rank rank"),
    ),
    counter_examples=("nhóm dẫn đầu cả nước", "nhóm A"),
)

WITHIN = Rule(
    name="quantity/within",
    pattern=(
        r"(?<!một )(?<!\w)(?:trong|thuộc|vào) (?:số )?"
        rf"(?P<quote>(?P<digits>\d{{1,3}}) {_MANY} (?:dẫn đầu|đứng đầu))(?!\w)"
    ),
    cues=("dẫn đầu", "đứng đầu"),
    weight=2,
    produce=lambda found: _quoted(found, _rank(int(found["digits"]), "within")),
    examples=(
        example("nằm trong 5 địa phương dẫn đầu cả nước", "5 địa phương dẫn đầu => within 5 rank rank"),
        example("thuộc 10 tỉnh, thành phố đứng đầu", "10 tỉnh, thành phố đứng đầu => within 10 rank rank"),
    ),
    counter_examples=("5 địa phương dẫn đầu được khen", "nằm trong nhóm dẫn đầu"),
)

ONE_OF = Rule(
    name="quantity/one_of",
    pattern=rf"(?<!\w)(?:là )?(?P<quote>(?:một|1|01) trong (?:số |những |các )?(?P<digits>\d{{1,3}}) "
    rf"(?:{_MANY}|(?:khu kinh tế|khu công nghiệp|đô thị|trung tâm|vùng)(?: trọng điểm| lớn| động lực)?))(?!\w)",
    cues=("một trong", "1 trong"),
    produce=lambda found: _quoted(found, _rank(int(found["digits"]), "within")),
    examples=(example("là một trong 4 tỉnh triển khai sớm nhất", "một trong 4 tỉnh => within 4 rank rank"),),
    counter_examples=("là một trong những tỉnh đi đầu", "làm thí điểm 1 trong năm 2024"),
)

_MANY_THINGS = expression(r"(?:nhiều|một số|các) (?:[^\s,;.]+ ){1,3}$")
"""Of many things that lead, none is named: praise, no place."""

FIRST = Rule(
    name="quantity/first",
    pattern=r"(?<!nhóm )(?<!\d tỉnh )(?<!các tỉnh )(?<!các địa phương )(?<!\d địa phương )(?<!thành phố )"
    r"(?<!\w)(?P<quote>dẫn đầu|đứng đầu)(?= "
    r"(?:cả nước|toàn quốc|toàn tỉnh|vùng|khu vực|miền|các tỉnh|cả 34|về số|về tổng|về quy mô)|\))",
    cues=("dẫn đầu", "đứng đầu"),
    produce=lambda found: None if _MANY_THINGS.search(found.before) else _quoted(found, _rank(1)),
    examples=(
        example("kim ngạch xuất khẩu dẫn đầu cả nước", "dẫn đầu => 1 rank rank"),
        example("GRDP đạt 14,14%, đứng đầu cả nước", "đứng đầu => 1 rank rank"),
    ),
    counter_examples=("đứng trong nhóm dẫn đầu cả nước", "người đứng đầu cơ quan", "nhiều chỉ tiêu đứng đầu cả nước"),
)

_NO_PLACE = expression(
    r"(?<!\w)(?:một trong|trong số|những|các|tốp|top|nhóm|(?:địa phương|tỉnh|thành phố|nước|đơn vị) (?:có|đạt|thuộc))"
    r"(?!\w)[^,;.]{0,60}$"
)
_OF_A_NAME = expression(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|chỉ số|tốc độ|mức|kim ngạch|thu nhập|năng suất|số thu|quy mô|tỷ trọng)(?!\w)[^,;.\d]{3,70}$"
    r"|\d[^,;.]{0,40}(?:, [^,;.\d]{0,16}(?:tăng|giảm) [^;.]{1,50})?, (?:(?:đây )?là )?(?:mức )?$"
)


def _superlative(found: Found) -> Quantity | None:
    before = found.before[-120:]
    if _OF_A_NAME.search(before) is None or _NO_PLACE.search(before) is not None:
        return None
    return _quoted(found, _rank(1))


HIGHEST = Rule(
    name="quantity/highest",
    pattern=(
        r"(?<!\w)(?P<quote>(?:cao|thấp|lớn) nhất)(?= (?:trong |của |so với |khu vực |vùng )*(?:cả nước|nước|toàn quốc"
        r"|khu vực|vùng|miền|các tỉnh|đồng bằng|đông nam bộ|tây nguyên|bắc trung bộ|duyên hải|trung du|đbscl)(?!\w)"
        r"(?! (?:có|từng|trong \d)))"
    ),
    cues=("cao nhất", "thấp nhất", "lớn nhất"),
    produce=_superlative,
    examples=(
        example("kim ngạch đạt 5,1 tỷ USD, cao nhất vùng Tây Nguyên", "cao nhất => 1 rank rank"),
        example("GRDP tăng 9,2%, là mức cao nhất cả nước", "cao nhất => 1 rank rank"),
        example("diện tích nuôi tôm 279.000 ha, lớn nhất cả nước", "lớn nhất => 1 rank rank"),
        example("tỷ lệ hộ nghèo của thủ đô thấp nhất nước", "thấp nhất => 1 rank rank"),
    ),
    counter_examples=(
        "tốp 10 địa phương thu ngân sách cao nhất cả nước",
        "một trong những tỉnh có tỷ lệ hộ nghèo cao nhất cả nước",
        "GRDP tăng 9%, cao nhất trong 10 năm qua",
        "đỉnh núi cao nhất cả nước",
    ),
)

STEPS = Rule(
    name="quantity/steps",
    pattern=(
        r"(?:(?<=tăng )|(?<=ít nhất )|(?<=tối thiểu )"
        r"|(?<=giảm )|(?<=tụt )|(?<=lùi )|(?<=lên )|(?<=hạ )|(?<=cải thiện )|(?<=xuống )|(?<=bậc\) ))"
        r"(?P<digits>\d{1,3}) (?:bậc|hạng)(?!\w)"
    ),
    cues=("bậc", "hạng"),
    produce=lambda found: Quantity(
        value=Decimal(found["digits"]), unit="rank", comparator=comparator_before(found), measure="change"
    ),
    examples=(
        example("phấn đấu PAPI tăng ít nhất 3 bậc", "ít nhất 3 bậc => ge 3 rank change"),
        example("PCI xếp thứ 24, tụt 4 bậc so với năm 2021", "4 bậc => 4 rank change"),
        example("đứng thứ 8 cả nước, tăng 36 bậc", "36 bậc => 36 rank change"),
    ),
    counter_examples=("bậc 4 của thang lương", "xếp hạng 16"),
)

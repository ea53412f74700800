"""Wordings of tallies, each with what a reader counts."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document

SAID = [
    ("Đến nay có 24/60 (chiếm 40%) nhiệm vụ đã hoàn thành.", "24/60 completed"),
    ("Đến hết quý III, 12/60 đề án (chiếm 20%) đã trình Thường trực Tỉnh ủy.", "12/60 other"),
    (
        "Sở có 24/60 (chiếm 40,5%) nhiệm vụ đã hoàn thành, 12/60 nhiệm vụ (20%) đã trình UBND tỉnh, 24/60 đang làm.",
        "24/60 completed; 12/60 other; 24/60 other",
    ),
    ("Năm 2024, toàn bộ 18 chỉ tiêu chủ yếu đạt và vượt kế hoạch.", "18/18 achieved_or_exceeded"),
    (
        "Lần đầu toàn bộ 18 chỉ tiêu chủ yếu của huyện được hoàn thành và hoàn thành vượt mức.",
        "18/18 achieved_or_exceeded",
    ),
    ("Toàn bộ 60 nhiệm vụ đã và đang được các sở thực hiện.", "60/60 other"),
    (
        "Tỉnh có 15/15 chỉ tiêu đạt, vượt kế hoạch, trong đó 6 chỉ tiêu vượt.",
        "15/15 achieved_or_exceeded; 6/15 exceeded",
    ),
    ("Đã có 51/90 xã hoàn thành và được công nhận đạt chuẩn nông thôn mới.", "51/90 achieved"),
    ("Toàn huyện có 9/12 xã đạt chuẩn nông thôn mới, chiếm 75%.", "9/12 achieved"),
    ("Có 88/90 cán bộ kê khai lần đầu.", "88/90 other"),
    (
        "Kết quả thực hiện 21 chỉ tiêu: có 12 chỉ tiêu vượt, 6 chỉ tiêu đạt, 3 chỉ tiêu không đạt.",
        "12/21 exceeded; 6/21 achieved; 3/21 other",
    ),
    ("Có 14/16 chỉ tiêu dự kiến đạt và vượt kế hoạch.", "14/16 achieved_or_exceeded"),
    (
        (
            "Ước thực hiện cả năm, 13/15 chỉ tiêu hoàn thành và vượt kế hoạch; 2 chỉ tiêu không hoàn thành "
            "là GRDP và thu ngân sách."
        ),
        "13/15 achieved_or_exceeded; 2/15 other",
    ),
    ("Nhiệm kỳ qua, Đảng bộ huyện hoàn thành 18/20 chỉ tiêu Đại hội đề ra.", "18/20 achieved"),
    ("Hoàn thành vượt mức 9/12 chỉ tiêu nghị quyết.", "9/12 exceeded"),
    ("16/18 chỉ tiêu đạt và vượt (trong đó có 10 chỉ tiêu vượt).", "16/18 achieved_or_exceeded; 10/18 exceeded"),
    ("Đến nay, 100% xã, phường đã có trạm y tế; 85/92 trạm đạt chuẩn quốc gia.", "85/92 achieved"),
    ("Sở đã hoàn thành 45 trên tổng số 52 nhiệm vụ được giao, đạt 86,5%.", "45/52 completed"),
    (
        "Trong tổng số 326 nhiệm vụ được giao, đã hoàn thành 298 nhiệm vụ, còn 28 nhiệm vụ đang thực hiện trong hạn.",
        "298/326 completed; 28/326 other",
    ),
    ("Có 5 trong 7 chương trình hành động đã hoàn thành trước thời hạn.", "5/7 exceeded"),
    ("8/8 huyện, thành phố của tỉnh đã hoàn thành sắp xếp đơn vị hành chính.", "8/8 completed"),
    ("Cả 3 khâu đột phá đều đạt kết quả rõ nét.", "3/3 other"),
    ("10/10 chỉ tiêu chủ yếu năm 2023 đều đạt và vượt so với Nghị quyết.", "10/10 achieved_or_exceeded"),
    (
        "Trong 27 chỉ tiêu, có 4 chỉ tiêu vượt, 17 chỉ tiêu đạt, 6 chỉ tiêu khó đạt.",
        "4/27 exceeded; 17/27 achieved; 6/27 other",
    ),
    (
        "Kiểm điểm nửa nhiệm kỳ, 7/19 chỉ tiêu đã đạt và vượt, 9/19 chỉ tiêu đạt trên 50%, 3/19 chỉ tiêu đạt thấp.",
        "7/19 achieved_or_exceeded; 9/19 other; 3/19 other",
    ),
    ("Đã giải quyết xong 1.205/1.310 hồ sơ, đạt 92%.", "1205/1310 completed"),
    ("Toàn tỉnh có 11/15 đơn vị cấp huyện hoàn thành nhiệm vụ xây dựng nông thôn mới.", "11/15 completed"),
    ("Đã kiện toàn 62/62 chi bộ.", "62/62 completed"),
    ("Có 12 chỉ tiêu đạt và vượt kế hoạch trên tổng số 14 chỉ tiêu.", "12/14 achieved_or_exceeded"),
    ("14 chỉ tiêu chủ yếu đều hoàn thành, trong đó 8 chỉ tiêu vượt kế hoạch.", "14/14 achieved; 8/14 exceeded"),
    (
        "Hội đồng nhân dân giao 22 chỉ tiêu, kết quả 20 chỉ tiêu hoàn thành và vượt, đạt 90,9%.",
        "20/22 achieved_or_exceeded",
    ),
    ("Cả hai chỉ tiêu đều không đạt kế hoạch.", "2/2 other"),
    ("Tỉnh ủy đã ban hành 8/8 nghị quyết chuyên đề theo kế hoạch.", "8/8 completed"),
    ("22/22 cơ quan, đơn vị hoàn thành kê khai tài sản.", "22/22 completed"),
    (
        "Trong số 45 kiến nghị của cử tri, đã trả lời 45/45 kiến nghị, giải quyết xong 31 kiến nghị.",
        "45/45 completed; 31/45 completed",
    ),
    (
        "Thành phố có 19/22 chỉ tiêu ước đạt và vượt kế hoạch đề ra, 3 chỉ tiêu gần đạt.",
        "19/22 achieved_or_exceeded; 3/22 other",
    ),
    (
        (
            "Trong 20 chỉ tiêu Nghị quyết Đại hội, đến nay 6 chỉ tiêu vượt mục tiêu đến năm 2025, 9 chỉ "
            "tiêu đạt trên 80%, 5 chỉ tiêu cần tập trung."
        ),
        "6/20 exceeded; 9/20 other; 5/20 other",
    ),
    ("Dự kiến 11/12 chỉ tiêu sẽ hoàn thành vào cuối năm.", "11/12 achieved"),
    (
        (
            "Kết thúc năm 2023, thị xã có 22/25 chỉ tiêu đạt, vượt; 3 chỉ tiêu chưa đạt gồm thu tiền sử "
            "dụng đất, số doanh nghiệp, giải ngân."
        ),
        "22/25 achieved_or_exceeded; 3/25 other",
    ),
    ("Đáng chú ý, tỉnh hoàn thành cả 17/17 chỉ tiêu được giao.", "17/17 achieved"),
    ("Đã có 6/6 đơn vị bầu cử hoàn thành việc niêm yết danh sách cử tri.", "6/6 completed"),
    ("Trên địa bàn có 45/52 trường đạt chuẩn quốc gia (86,5%).", "45/52 achieved"),
    ("Đến nay, 19/19 tiêu chí của xã đã đạt.", "19/19 achieved"),
    ("Toàn xã đạt 15/19 tiêu chí nông thôn mới.", "15/19 achieved"),
    ("Kết quả, 7 trên 9 chỉ tiêu hoàn thành, hai chỉ tiêu không hoàn thành.", "7/9 achieved; 2/9 other"),
    ("Theo báo cáo, 23 trong tổng số 25 chỉ tiêu nhiệm kỳ đã đạt và vượt.", "23/25 achieved_or_exceeded"),
    ("Có 33/34 tỉnh, thành phố gửi báo cáo.", "33/34 other"),
    ("Đến 30/9, tỉnh đã phê duyệt 112/115 quyết toán dự án.", "112/115 completed"),
    ("Đã có 478/492 đại biểu Quốc hội tán thành (bằng 97,15%).", "478/492 other"),
    ("Với 462/466 đại biểu tham gia biểu quyết tán thành, Quốc hội đã thông qua Luật.", "462/466 other"),
    (
        "Trong 10 dự án trọng điểm, 3 dự án đã hoàn thành, 5 dự án đang thi công, 2 dự án chậm tiến độ.",
        "3/10 completed; 5/10 other; 2/10 other",
    ),
    (
        "Chính phủ giao 48 nhiệm vụ; đến nay đã hoàn thành 41 nhiệm vụ, còn 7 nhiệm vụ chưa đến hạn.",
        "41/48 completed; 7/48 other",
    ),
    ("Sở có 8 phòng, 12/14 lãnh đạo phòng có trình độ thạc sĩ.", "12/14 other"),
    (
        (
            "Tính đến giữa nhiệm kỳ, có 14 chỉ tiêu đạt và vượt, 8 chỉ tiêu đạt từ 70% trở lên, 4 chỉ tiêu "
            "đạt thấp trong tổng số 26 chỉ tiêu."
        ),
        "14/26 achieved_or_exceeded; 8/26 other; 4/26 other",
    ),
    ("Đạt và vượt kế hoạch 13/15 chỉ tiêu.", "13/15 achieved_or_exceeded"),
    (
        "Năm 2024, thành phố hoàn thành 100% chỉ tiêu, với 21/21 chỉ tiêu, trong đó vượt 9 chỉ tiêu.",
        "21/21 achieved; 9/21 exceeded",
    ),
    (
        "Kết quả: 11/14 chỉ tiêu chủ yếu vượt mục tiêu, 2/14 chỉ tiêu đạt, 1/14 chỉ tiêu không đạt.",
        "11/14 exceeded; 2/14 achieved; 1/14 other",
    ),
    ("Mười trong số mười hai xã của huyện đã về đích nông thôn mới.", "10/12 achieved"),
    ("Huyện Tiên Du có 13/13 xã đạt chuẩn nông thôn mới nâng cao.", "13/13 achieved"),
    ("Tỷ số trận đấu là 2/3.", ""),
    ("Ngày 12/14 tháng chạp, bà con tổ chức lễ hội.", ""),
    ("Anh về thứ 3/24 vận động viên.", ""),
    ("Quốc lộ 1 có 3/5 làn xe bị hỏng.", "3/5 other"),
    ("Có 5 nhóm nhiệm vụ, 24 chỉ tiêu cụ thể.", ""),
    ("Ban Thường vụ giao các sở hoàn thành 12 nhiệm vụ trong quý IV.", ""),
    ("Phấn đấu năm 2026 hoàn thành 20/20 chỉ tiêu.", "20/20 achieved"),
    (
        "Kết quả thực hiện 18 chỉ tiêu chủ yếu năm 2022: vượt 10 chỉ tiêu, đạt 6 chỉ tiêu, chưa đạt 2 chỉ tiêu.",
        "10/18 exceeded; 6/18 achieved; 2/18 other",
    ),
    ("Có 20 chỉ tiêu chủ yếu thì 18 chỉ tiêu đạt và vượt kế hoạch đề ra.", "18/20 achieved_or_exceeded"),
    (
        "Xã đã đạt 15 tiêu chí, còn 4 tiêu chí chưa đạt gồm giao thông, trường học, thu nhập và hộ nghèo.",
        "15/19 achieved; 4/19 other",
    ),
    (
        "Tổng số chỉ tiêu giao 28 chỉ tiêu, đạt và vượt 25 chỉ tiêu, không đạt 3 chỉ tiêu.",
        "25/28 achieved_or_exceeded; 3/28 other",
    ),
    (
        (
            "Qua rà soát, so với 14 chỉ tiêu Nghị quyết Đại hội lần thứ XX đề ra, đã có 6 chỉ tiêu vượt, 4 "
            "chỉ tiêu đạt 100%, 4 chỉ tiêu đạt từ 80% trở lên."
        ),
        "6/14 exceeded; 4/14 achieved; 4/14 other",
    ),
    (
        "Theo đó, 10 chỉ tiêu vượt, 8 chỉ tiêu đạt và 2 chỉ tiêu thấp hơn kế hoạch.",
        "10/20 exceeded; 8/20 achieved; 2/20 other",
    ),
    (
        "Trong 10 chỉ tiêu được giao thì 8 chỉ tiêu ước đạt và vượt, 2 chỉ tiêu còn lại khó đạt.",
        "8/10 achieved_or_exceeded; 2/10 other",
    ),
    ("Hết quý III, 12/20 chỉ tiêu đã đạt trên 75% kế hoạch năm.", "12/20 other"),
    (
        "Năm 2021, xã đạt và vượt 18 chỉ tiêu kinh tế - xã hội, trong đó có 7 chỉ tiêu vượt nghị quyết.",
        "18/18 achieved_or_exceeded; 7/18 exceeded",
    ),
    (
        "Trong tháng 5 có 38 nhiệm vụ đến hạn (trong đó 30 nhiệm vụ hoàn thành; 8 nhiệm vụ đang thực hiện).",
        "30/38 completed; 8/38 other",
    ),
    (
        "Dự kiến 9 chỉ tiêu chủ yếu của năm 2020 vẫn có 5 chỉ tiêu đạt và 2 chỉ tiêu vượt mục tiêu đề ra.",
        "5/9 achieved; 2/9 exceeded",
    ),
    ("Hoàn thành toàn bộ 14 chỉ tiêu kế hoạch, trong đó có 8 chỉ tiêu vượt.", "14/14 achieved; 8/14 exceeded"),
    (
        "Các chỉ tiêu đạt và vượt: 14/16 chỉ tiêu; chỉ tiêu không đạt: 02/16 chỉ tiêu.",
        "14/16 achieved_or_exceeded; 2/16 other",
    ),
    (
        "Số chỉ tiêu đạt và vượt kế hoạch là 17/19, số chỉ tiêu chưa đạt là 2/19.",
        "17/19 achieved_or_exceeded; 2/19 other",
    ),
    (
        (
            "(1) Chỉ tiêu vượt kế hoạch: 6/15 chỉ tiêu.\n(2) Chỉ tiêu đạt kế hoạch: 8/15 chỉ tiêu.\n(3) Chỉ "
            "tiêu không đạt: 1/15 chỉ tiêu."
        ),
        "6/15 exceeded; 8/15 achieved; 1/15 other",
    ),
    (
        (
            "- Có 08 chỉ tiêu vượt kế hoạch, gồm: thu ngân sách; giải quyết việc làm; tỷ lệ che phủ rừng.\n- "
            "Có 07 chỉ tiêu đạt kế hoạch, gồm: tỷ lệ hộ nghèo; bảo hiểm y tế.\n- Có 01 chỉ tiêu không đạt kế "
            "hoạch: xuất khẩu."
        ),
        "8/16 exceeded; 7/16 achieved; 1/16 other",
    ),
    (
        (
            "Trong 19 chỉ tiêu Nghị quyết số 12/NQ-HĐND giao, có:\n- 10 chỉ tiêu vượt;\n- 7 chỉ tiêu đạt;\n- "
            "2 chỉ tiêu không đạt."
        ),
        "10/19 exceeded; 7/19 achieved; 2/19 other",
    ),
    (
        (
            "Đảng bộ hoàn thành đạt và vượt 22/24 chỉ tiêu; trong đó vượt 14 chỉ tiêu, đạt 8 chỉ tiêu; còn 2 "
            "chỉ tiêu chưa đạt."
        ),
        "22/24 achieved_or_exceeded; 14/24 exceeded; 8/24 achieved; 2/24 other",
    ),
    (
        "Đạt, vượt 28/31 chỉ tiêu (vượt 12 chỉ tiêu, đạt 16 chỉ tiêu), không đạt 03 chỉ tiêu.",
        "28/31 achieved_or_exceeded; 12/31 exceeded; 16/31 achieved; 3/31 other",
    ),
    ("Hoàn thành toàn bộ 12 chỉ tiêu năm 2026.", ""),
    ("Phấn đấu đạt và vượt 18 chỉ tiêu, trong đó có 7 chỉ tiêu vượt.", ""),
]


@pytest.mark.parametrize(("sentence", "counted"), SAID)
def test_tallies_as_a_reader_counts_them(sentence: str, counted: str) -> None:
    found = extract(Document(id="paper", text=sentence + "\n", sha256="", text_sha256="")).tallies
    assert "; ".join(f"{one.done}/{one.total} {one.state}" for one in found) == counted

"""Tasks in lists: news of a letter, bullets below a line that announces them, bodies that semicolons part."""

from __future__ import annotations

import pytest

from camket import extract
from camket.model.document import Document
from camket.model.fact import Directive


def read(text: str) -> tuple[Directive, ...]:
    return extract(Document(id="paper", text=text, sha256="", text_sha256="")).directives


LETTER = "Ngày 6/4/2024, UBND tỉnh Hà Nam ban hành Công văn số 812/UBND-NN về phòng, chống hạn vụ hè.\n"
ANNOUNCED = (
    "Sáng 5/3, Chủ tịch UBND tỉnh Hà Nam Lê Văn An yêu cầu các sở, ngành chấn chỉnh công tác trực ban.\n"
    "Đồng thời, tập trung thực hiện tốt một số nhiệm vụ trọng tâm như sau:\n"
)
CASES = [
    # the letter of a body orders in the sentences behind it, each paragraph what the body does that it begins with
    (
        (
            f"{LETTER}Theo đó, giao các huyện, thị xã có trách nhiệm kiểm tra hồ chứa, gửi báo cáo về Sở Nông nghiệp "
            "và Môi trường trước ngày 20/4/2024.\n"
            "Điện lực tỉnh bố trí nguồn điện cho các trạm bơm; ưu tiên cấp điện vào giờ thấp điểm.\n"
            "Sở Nông nghiệp và Môi trường đôn đốc các huyện, thị xã nạo vét kênh; tổng hợp, báo cáo UBND tỉnh trước "
            "ngày 30/4/2024.\n"
        ),
        [
            "kiểm tra hồ chứa, gửi báo cáo về Sở Nông nghiệp và Môi trường trước ngày 20/4/2024",
            "bố trí nguồn điện cho các trạm bơm",
            "ưu tiên cấp điện vào giờ thấp điểm",
            "đôn đốc các huyện, thị xã nạo vét kênh",
            "tổng hợp, báo cáo UBND tỉnh trước ngày 30/4/2024",
        ],
    ),
    # bodies of one list that semicolons part: with whom to work, and who is told
    (
        (
            f"{LETTER}UBND tỉnh giao Sở Công Thương chủ trì, phối hợp với các sở, ngành của tỉnh; UBND các xã, phường; "
            "các doanh nghiệp liên quan tổ chức chợ.\n"
        ),
        ["chủ trì, phối hợp với các sở, ngành của tỉnh; UBND các xã, phường; các doanh nghiệp liên quan tổ chức chợ"],
    ),
    (
        (
            f"{LETTER}UBND tỉnh yêu cầu Giám đốc Sở Xây dựng; Chủ tịch UBND các xã, phường; các chủ đầu tư rà soát "
            "tiến độ thi công; báo cáo trước ngày 20/4/2024.\n"
        ),
        ["rà soát tiến độ thi công", "báo cáo trước ngày 20/4/2024"],
    ),
    # every sentence of a bullet is a task, and so is a demand on a thing
    (
        (
            f"{ANNOUNCED}- Tiếp tục nạo vét kênh mương; kiểm tra cống dưới đê. Nguồn giống phải bảo đảm đủ cho vụ mùa. "
            "Gắn kết chặt chẽ thủy lợi với giao thông nông thôn.\n"
            "- Trong năm 2025, cơ bản hoàn thành việc đo đạc đất đai. Có chính sách thu hút kỹ sư thủy lợi về xã. "
            "Nghiên cứu có cơ chế khoán việc quản lý kênh.\n"
            "Hệ thống này có ba hồ lớn.\n"
        ),
        [
            "chấn chỉnh công tác trực ban",
            "Tiếp tục nạo vét kênh mương",
            "kiểm tra cống dưới đê",
            "Nguồn giống phải bảo đảm đủ cho vụ mùa",
            "Gắn kết chặt chẽ thủy lợi với giao thông nông thôn",
            "Trong năm 2025, cơ bản hoàn thành việc đo đạc đất đai",
            "Có chính sách thu hút kỹ sư thủy lợi về xã",
            "Nghiên cứu có cơ chế khoán việc quản lý kênh",
        ],
    ),
    # a line that says whose tasks follow may give one itself; whose team helps does not speak
    (
        (
            "Ngày 6/4, Chủ tịch UBND tỉnh Hà Nam Lê Văn An chỉ đạo như sau:\n"
            "(1) Sở Tài chính chủ trì, phối hợp với các cơ quan liên quan tiếp tục thực hiện phương án tiết kiệm chi, "
            "trong đó:\n"
            "- Tham mưu cho Tổ công tác của Chủ tịch UBND tỉnh đôn đốc, tháo gỡ vướng mắc về vốn.\n"
            "- Các xã được giao mua thiết bị phải hoàn thành trong tháng 9 năm 2024.\n"
            "- Hoàn thiện ngay dự thảo quy chế.\n"
            "(2) Các sở, ngành theo chức năng, nhiệm vụ được giao:\n"
            "- Chủ động nắm chắc tình hình cơ sở.\n"
        ),
        [
            "chủ trì, phối hợp với các cơ quan liên quan tiếp tục thực hiện phương án tiết kiệm chi",
            "Tham mưu cho Tổ công tác của Chủ tịch UBND tỉnh đôn đốc, tháo gỡ vướng mắc về vốn",
            "hoàn thành trong tháng 9 năm 2024",
            "Hoàn thiện ngay dự thảo quy chế",
            "Chủ động nắm chắc tình hình cơ sở",
        ],
    ),
    # words that only lead to a list, and a reason told behind a comma
    (
        (
            "Chủ tịch UBND tỉnh Hà Nam Lê Văn An yêu cầu các sở thực hiện nghiêm kế hoạch; trong đó tập trung thực "
            "hiện các nhiệm vụ, giải pháp trọng tâm.\n"
            "Ông An yêu cầu Sở Xây dựng phải tham mưu điều chỉnh giá cát, còn như bây giờ, dân phải trả gấp ba.\n"
        ),
        ["thực hiện nghiêm kế hoạch", "tham mưu điều chỉnh giá cát"],
    ),
    (
        (
            "Chủ tịch UBND tỉnh Hà Nam Lê Văn An yêu cầu các sở thực hiện nghiêm kế hoạch năm; trong đó tập trung vào "
            "các nội dung sau:\n- Rà soát quỹ đất.\n"
        ),
        ["thực hiện nghiêm kế hoạch năm", "Rà soát quỹ đất"],
    ),
    # what a task is for the province is said of it and tells nobody
    (
        (
            "Về việc này, Chủ tịch UBND tỉnh Hà Nam có ý kiến như sau:\n"
            "Yêu cầu Sở Tài chính cử ngay cán bộ xuống xã.\n"
            "Yêu cầu Trung tâm phát triển quỹ đất tập trung kiểm đếm tài sản.\n"
            "Giải phóng mặt bằng khu công nghiệp là nhiệm vụ chính trị quan trọng của tỉnh.\n"
        ),
        ["cử ngay cán bộ xuống xã", "tập trung kiểm đếm tài sản"],
    ),
    # the ways a leader's words go on: a body of the same passage passes them down, another was given its share
    (
        (
            "Chủ tịch UBND tỉnh Hà Nam Lê Văn An yêu cầu Sở Y tế kiểm tra quầy thuốc. Sở Công Thương chỉ đạo quản lý "
            "thị trường kiểm soát chặt hàng nhập. Sở Tư pháp, Công an tỉnh được giao hướng dẫn các xã lập biên bản. "
            "Trong đó, việc xử phạt phải nghiêm minh.\n"
        ),
        [
            "kiểm tra quầy thuốc",
            "chỉ đạo quản lý thị trường kiểm soát chặt hàng nhập",
            "hướng dẫn các xã lập biên bản",
            "việc xử phạt phải nghiêm minh",
        ],
    ),
    # tasks named as if they were examples, and one for a case
    (
        (
            "UBND tỉnh Hà Nam yêu cầu các sở cần tập trung thực hiện một số nội dung và nhiệm vụ trọng tâm như kiện "
            "toàn bộ máy; tổ chức lớp học nghề; trường hợp thiếu giáo viên thì thực hiện ký hợp đồng.\n"
        ),
        ["kiện toàn bộ máy", "tổ chức lớp học nghề", "trường hợp thiếu giáo viên thì thực hiện ký hợp đồng"],
    ),
    # a committee is named by what it works against; whoever is to blame is told by a condition
    (
        (
            "Chủ tịch UBND tỉnh Hà Nam yêu cầu các thành viên Ban chỉ đạo phòng, chống dịch các cấp; Thủ trưởng các sở "
            "có liên quan; UBND các xã thực hiện nghiêm việc trực; tổ chức thực hiện việc tiêm. Xã nào để dịch lan, "
            "người đứng đầu phải chịu trách nhiệm.\n"
        ),
        [
            "thực hiện nghiêm việc trực",
            "tổ chức thực hiện việc tiêm",
            "Xã nào để dịch lan, người đứng đầu phải chịu trách nhiệm",
        ],
    ),
    # who signs a letter sends it by courtesy; an assembly goes on with its own work
    (
        (
            f"{LETTER}UBND tỉnh giao Sở Tài chính thẩm định hồ sơ.\nVăn phòng UBND tỉnh xin thông báo để các sở biết.\n"
            "Thường trực HĐND tỉnh chỉ đạo tiếp tục chuẩn bị tài liệu kỳ họp.\n"
        ),
        ["thẩm định hồ sơ", "tiếp tục chuẩn bị tài liệu kỳ họp"],
    ),
    # a promise goes on behind a semicolon; what somebody has not done is no task; some works are told as a case
    (
        (
            "Chủ tịch UBND tỉnh Hà Nam Lê Văn An khẳng định tỉnh sẽ tạo điều kiện cho nhà đầu tư; tiếp tục cải cách "
            "thủ tục.\nÔng An nhấn mạnh yêu cầu phải đổi mới cách làm; đề nghị Sở Tài chính tập trung giải ngân. "
            "Những dự án chậm thì tiếp tục điều chuyển vốn.\n"
            "Tuy nhiên, đến nay Sở Xây dựng chưa trình phương án.\n"
            "Ông An nhấn mạnh tới những vấn đề cần tháo gỡ để chương trình phát huy tác dụng.\n"
        ),
        ["đổi mới cách làm", "tập trung giải ngân", "Những dự án chậm thì tiếp tục điều chuyển vốn"],
    ),
    # items that only name a body head those below; a verb of older papers
    (
        (
            "Để thực hiện Nghị quyết, Thủ tướng Chính phủ chỉ thị:\n1. Bộ Công an.\na) Kiện toàn cơ quan điều tra.\n"
            "2. Bộ Tư pháp.\na) Chủ trì soạn thảo Bộ luật.\n"
        ),
        ["Kiện toàn cơ quan điều tra", "Chủ trì soạn thảo Bộ luật"],
    ),
    # a day without a comma before who writes, a short form in a title, bodies named by what they fight
    (
        "Ngày 02/11/2024 UBND tỉnh đã có công văn số 34/UBND-NL chỉ đạo Trung tâm nghiên cứu giống liên hệ nhận lúa.\n",
        ["liên hệ nhận lúa"],
    ),
    (
        "Chủ tịch Ủy ban nhân dân (UBND) tỉnh vừa ban hành chỉ thị yêu cầu các sở quyết liệt ngăn chặn dịch lây lan.\n",
        ["quyết liệt ngăn chặn dịch lây lan"],
    ),
    (
        (
            "Sáng 21/10, Ban Chỉ đạo quốc gia về phòng, chống thiên tai có Công văn số 353/VPTT đề nghị các tỉnh ven "
            "biển khẩn trương kêu gọi tàu thuyền.\n"
        ),
        ["khẩn trương kêu gọi tàu thuyền"],
    ),
    (
        "Chủ tịch UBND tỉnh Hà Nam yêu cầu nhà thầu các gói thầu đang chậm tiến độ nghiêm túc rút kinh nghiệm.\n",
        ["nghiêm túc rút kinh nghiệm"],
    ),
    # short forms of a city's committee, the head of a district whose body is named in full, offices of a district
    ("UBND TP.Hà Nội vừa có văn bản yêu cầu Sở Xây dựng rà soát quy hoạch.\n", ["rà soát quy hoạch"]),
    (
        (
            "Đồng chí Lê Văn An, Chủ tịch Ủy ban nhân dân huyện yêu cầu:\n\nPhòng kinh tế hạ tầng đánh giá lại việc "
            "cấp phép; phòng NN&PTNT tham mưu tháo gỡ khó khăn.\n"
        ),
        ["đánh giá lại việc cấp phép", "tham mưu tháo gỡ khó khăn"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_tasks_in_lists(text: str, expected: list[str]) -> None:
    assert [one.quote for one in read(text)] == expected


def test_a_list_in_news_names_who_is_told_and_who_tells() -> None:
    given = [(one.issuer, one.recipient) for one in read(CASES[0][0])]
    assert given == [
        ("UBND tỉnh Hà Nam", "các huyện, thị xã"),
        ("UBND tỉnh Hà Nam", "Điện lực tỉnh"),
        ("UBND tỉnh Hà Nam", "Điện lực tỉnh"),
        ("UBND tỉnh Hà Nam", "Sở Nông nghiệp và Môi trường"),
        ("UBND tỉnh Hà Nam", "Sở Nông nghiệp và Môi trường"),
    ]
    assert [one.recipient for one in read(CASES[4][0])] == [
        "Sở Tài chính",
        "Sở Tài chính",
        "Các xã được giao mua thiết bị",
        "Sở Tài chính",
        "Các sở, ngành",
    ]


def test_a_line_that_only_names_a_body_heads_the_items_below_it() -> None:
    text = (
        "Thông báo kết luận của Phó Thủ tướng Lê Văn An tại cuộc họp về đào tạo nghề\n"
        "Ngày 3 tháng 2 năm 2020, Phó Thủ tướng Lê Văn An chủ trì cuộc họp. Sau khi nghe báo cáo, Phó Thủ tướng "
        "kết luận như sau:\n1. Những nhiệm vụ chính cần tập trung thực hiện\n"
        "a) Bộ Lao động - Thương binh và Xã hội\n- Hướng dẫn các địa phương xây dựng kế hoạch năm 2020.\n"
        "b) Bộ Nội vụ\nChủ trì, phối hợp với Bộ Tài chính ban hành văn bản hướng dẫn về biên chế.\n"
    )
    assert [(one.recipient, one.quote) for one in read(text)] == [
        ("Bộ Lao động - Thương binh và Xã hội", "Hướng dẫn các địa phương xây dựng kế hoạch năm 2020"),
        ("Bộ Nội vụ", "Chủ trì, phối hợp với Bộ Tài chính ban hành văn bản hướng dẫn về biên chế"),
    ]


def test_a_text_that_opens_with_who_concludes_gives_that_persons_orders() -> None:
    text = (
        "Kết luận hội nghị, Thứ trưởng Lê Văn An đã chỉ đạo:\n"
        "1. Các địa phương cần tổ chức đăng ký nhu cầu giống theo cấp xã.\n"
        "2. Các cơ sở sản xuất báo cáo số lượng trước ngày 15/3/2020.\n"
    )
    found = read(text)
    assert {(one.issuer, one.issuer_position) for one in found} == {("Lê Văn An", "Thứ trưởng")}
    assert [one.recipient for one in found] == ["Các địa phương", "Các cơ sở sản xuất"]

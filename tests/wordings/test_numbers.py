"""How numbers are written: digits, magnitudes, ranges, words, units, and what they are said per."""

from __future__ import annotations

import pytest
from tests.wordings.said import figures, number

DIGITS = [
    ("GRDP năm 2025 tăng 14,14%.", ["14,14% | 14.14 percent"]),
    ("GRDP năm 2025 tăng 14.14%.", ["14.14% | 14.14 percent"]),
    ("GRDP năm 2025 tăng 9.5%.", ["9.5% | 9.5 percent"]),
    ("GRDP năm 2025 tăng 9,50 %.", ["9,50 % | 9.5 percent"]),
    ("GRDP năm 2025 tăng 9 phần trăm.", ["9 phần trăm | 9 percent"]),
    ("Kim ngạch xuất khẩu năm 2025 đạt 92.070 triệu USD.", ["92.070 triệu USD | 92070000000 USD"]),
    ("Thu ngân sách năm 2025 đạt 1.160,5 tỷ đồng.", ["1.160,5 tỷ đồng | 1160500000000 VND"]),
    ("Thu ngân sách năm 2025 đạt 27.591 tỷ đồng.", ["27.591 tỷ đồng | 27591000000000 VND"]),
    ("Thu ngân sách năm 2025 đạt 27591 tỷ đồng.", ["27591 tỷ đồng | 27591000000000 VND"]),
    ("GRDP bình quân đầu người năm 2025 đạt 4.400 USD.", ["4.400 USD | 4400 USD"]),
    ("GRDP bình quân đầu người năm 2025 đạt 5.852 USD.", ["5.852 USD | 5852 USD"]),
    ("GRDP bình quân đầu người năm 2025 đạt 5852 USD.", ["5852 USD | 5852 USD"]),
    ("GRDP năm 2025 tăng 5.852%.", ["5.852% | 5.852 percent"]),  # one group is thousands but where that is absurd
    ("Tỷ lệ hộ nghèo năm 2025 còn 0.852%.", ["0.852% | 0.852 percent"]),
    ("Tỷ lệ hộ nghèo năm 2025 còn 0,85%.", ["0,85% | 0.85 percent"]),
    ("Dân số năm 2025 là 3.567.943 người.", ["3.567.943 người | 3567943 person"]),
    ("Dân số năm 2025 là 3567943 người.", ["3567943 người | 3567943 person"]),
    ("Dân số năm 2025 là 3 567 943 người.", ["3 567 943 người | 3567943 person"]),
    ("Thu ngân sách năm 2025 đạt 375 700 tỷ đồng.", ["375 700 tỷ đồng | 375700000000000 VND"]),
    (
        "Thu ngân sách năm 2025 đạt 375\u00a0700\u00a0tỷ đồng.",
        ["375\u00a0700\u00a0tỷ đồng | 375700000000000 VND"],
    ),
    (
        "Thu ngân sách năm 2025 đạt 375\u202f700 tỷ đồng.",
        ["375\u202f700 tỷ đồng | 375700000000000 VND"],
    ),
    ("Kim ngạch xuất khẩu năm 2025 đạt 1,250.5 triệu USD.", ["1,250.5 triệu USD | 1250500000 USD"]),
    ("Dân số năm 2025 là 3,567,943 người.", ["3,567,943 người | 3567943 person"]),
    ("Quy mô GRDP năm 2025 đạt 1.07 triệu tỷ đồng.", ["1.07 triệu tỷ đồng | 1070000000000000 VND"]),
    ("Năm 2025, thành lập 04 cụm công nghiệp.", ["04 cụm công nghiệp | 4 count"]),
    ("Năm 2025, trồng mới 1.250ha rừng.", ["1.250ha | 1250 ha"]),
]

MAGNITUDES = [
    ("Năm 2025, giải quyết việc làm cho 32 nghìn lao động.", ["32 nghìn lao động | 32000 person"]),
    ("Năm 2025, giải quyết việc làm cho 32 ngàn lao động.", ["32 ngàn lao động | 32000 person"]),
    ("Năm 2025, giải quyết việc làm cho 3,2 vạn lao động.", ["3,2 vạn lao động | 32000 person"]),
    ("Năm 2025, giải quyết việc làm cho 10 vạn lao động.", ["10 vạn lao động | 100000 person"]),
    ("Năm 2025, thu nhập bình quân đầu người đạt 85 triệu đồng.", ["85 triệu đồng | 85000000 VND"]),
    ("Năm 2025, thu ngân sách đạt 7.000 tỷ đồng.", ["7.000 tỷ đồng | 7000000000000 VND"]),
    ("Năm 2025, thu ngân sách đạt 7.000 tỉ đồng.", ["7.000 tỉ đồng | 7000000000000 VND"]),
    ("Năm 2025, thu ngân sách đạt 7.000 tỷ.", ["7.000 tỷ | 7000000000000 VND"]),
    ("Quy mô GRDP năm 2025 đạt 522 nghìn tỷ đồng.", ["522 nghìn tỷ đồng | 522000000000000 VND"]),
    ("Quy mô GRDP năm 2025 đạt 522 ngàn tỷ đồng.", ["522 ngàn tỷ đồng | 522000000000000 VND"]),
    ("Quy mô GRDP năm 2025 đạt 522 nghìn tỉ đồng.", ["522 nghìn tỉ đồng | 522000000000000 VND"]),
    ("Giá trị sản xuất công nghiệp năm 2025 đạt 1,07 triệu tỷ đồng.", ["1,07 triệu tỷ đồng | 1070000000000000 VND"]),
    ("Thu ngân sách năm 2025 đạt 8 tỷ 640 triệu đồng.", ["8 tỷ 640 triệu đồng | 8640000000 VND"]),
    ("Xuất khẩu năm 2025 đạt 20 tỷ USD.", ["20 tỷ USD | 20000000000 USD"]),
    ("Xuất khẩu năm 2025 đạt 20 tỷ đô la.", ["20 tỷ đô la | 20000000000 USD"]),
    ("Xuất khẩu năm 2025 đạt 20 tỷ đô la Mỹ.", ["20 tỷ đô la Mỹ | 20000000000 USD"]),
    ("Xuất khẩu năm 2025 đạt 20 tỷ đô.", ["20 tỷ đô | 20000000000 USD"]),
    ("Xuất khẩu năm 2025 đạt 850 triệu US$.", ["850 triệu US$ | 850000000 USD"]),
    ("Xuất khẩu năm 2025 đạt 850 triệu đô la Mỹ.", ["850 triệu đô la Mỹ | 850000000 USD"]),
    # a bare sum of foreign trade is in dollars, of the budget in đồng
    ("Kim ngạch xuất khẩu năm 2025 đạt 20 tỷ.", ["20 tỷ | 20000000000 USD"]),
    ("Thu nội địa năm 2025 đạt 20 nghìn tỷ.", ["20 nghìn tỷ | 20000000000000 VND"]),
]

ABBREVIATIONS = [
    ("Thu nhập bình quân đầu người năm 2025 đạt 85 trđ.", ["85 trđ | 85000000 VND"]),
    ("Thu nhập bình quân đầu người năm 2025 đạt 85 tr.đ.", ["85 tr.đ | 85000000 VND"]),
    ("Thu nhập bình quân đầu người năm 2025 đạt 85 tr.đồng.", ["85 tr.đồng | 85000000 VND"]),
    ("Thu nhập bình quân đầu người năm 2025 đạt 85 tr.đ/người.", ["85 tr.đ/người | 85000000 VND"]),
    ("Thu nhập bình quân đầu người năm 2025 đạt 7,1 trđ/tháng.", ["7,1 trđ/tháng | 7100000 VND"]),
    ("Thu ngân sách năm 2025 đạt 27.591 tỷ đ.", ["27.591 tỷ đ | 27591000000000 VND"]),
    ("Mức hỗ trợ năm 2025 là 450.000đ/tháng.", ["450.000đ/tháng | 450000 VND"]),
    ("Mức hỗ trợ năm 2025 là 450.000 đ.", ["450.000 đ | 450000 VND"]),
    ("Mật độ dân số năm 2025 là 1.425 ng/km2.", ["1.425 ng/km2 | 1425 other:person_per_km2"]),
    ("Mật độ dân số năm 2025 là 1.425 người/km2.", ["1.425 người/km2 | 1425 other:person_per_km2"]),
    ("Mật độ dân số năm 2025 là 1.425 người/km².", ["1.425 người/km² | 1425 other:person_per_km2"]),
    ("Diện tích tự nhiên của tỉnh là 2.514,8 km2.", ["2.514,8 km2 | 251480 ha"]),
    ("Diện tích tự nhiên của tỉnh là 2.514,8 km².", ["2.514,8 km² | 251480 ha"]),
    ("Diện tích nhà ở bình quân năm 2025 đạt 32 m2/người.", ["32 m2/người | 32 other:m2_per_person"]),
    ("Diện tích nhà ở bình quân năm 2025 đạt 32 m² sàn/người.", ["32 m² sàn/người | 32 other:m2_per_person"]),
    ("Năm 2025, tỷ lệ hộ nghèo giảm 0,3 đpt.", ["0,3 đpt | -0.3 percentage_point"]),
    ("Năm 2025, tỷ lệ hộ nghèo giảm 0,3 điểm %.", ["0,3 điểm % | -0.3 percentage_point"]),
]

RANGES = [
    ("Phấn đấu năm 2027 GRDP tăng 5-6%.", ["5-6% | range 5..6 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng 5 - 6%.", ["5 - 6% | range 5..6 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng 5–6%.", ["5–6% | range 5..6 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng 5% - 6%.", ["5% - 6% | range 5..6 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng 5%-6%.", ["5%-6% | range 5..6 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng 5 đến 6%.", ["5 đến 6% | range 5..6 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng từ 5 đến 6%.", ["từ 5 đến 6% | range 5..6 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng từ 5% đến 6%.", ["từ 5% đến 6% | range 5..6 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng từ 5% tới 6%.", ["từ 5% tới 6% | range 5..6 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng từ 7,3 - 7,5%.", ["từ 7,3 - 7,5% | range 7.3..7.5 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng từ 7,3-7,5%.", ["từ 7,3-7,5% | range 7.3..7.5 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng 12,5-13%.", ["12,5-13% | range 12.5..13 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng 9 - 9,5%.", ["9 - 9,5% | range 9..9.5 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng khoảng 9-9,5%.", ["khoảng 9-9,5% | range 9..9.5 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng trong khoảng 9-9,5%.", ["khoảng 9-9,5% | range 9..9.5 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng 9÷9,5%.", ["9÷9,5% | range 9..9.5 percent"]),
    ("Phấn đấu giai đoạn 2026-2030 GRDP tăng 11–12%/năm.", ["11–12%/năm | range 11..12 percent"]),
    ("Phấn đấu năm 2027 GRDP bình quân đầu người đạt 8.700-9.200 USD.", ["8.700-9.200 USD | range 8700..9200 USD"]),
    (
        "Phấn đấu năm 2027 thu nhập bình quân đầu người đạt 130-136 triệu đồng.",
        ["130-136 triệu đồng | range 130000000..136000000 VND"],
    ),
    (
        "Phấn đấu năm 2027 thu nhập bình quân đầu người đạt 130 triệu đồng đến 136 triệu đồng.",
        ["130 triệu đồng đến 136 triệu đồng | range 130000000..136000000 VND"],
    ),
    (
        "Phấn đấu năm 2027 thu ngân sách đạt 38.000 đến 40.000 tỷ đồng.",
        ["38.000 đến 40.000 tỷ đồng | range 38000000000000..40000000000000 VND"],
    ),
    (
        "Phấn đấu năm 2027 thành lập mới 3.000-3.500 doanh nghiệp.",
        ["3.000-3.500 doanh nghiệp | range 3000..3500 count"],
    ),
    ("Phấn đấu mỗi năm tỷ lệ hộ nghèo giảm 1-1,5%/năm.", ["1-1,5%/năm | range -1..-1.5 percentage_point"]),
    (
        "Phấn đấu năm 2027 tỷ lệ hộ nghèo giảm 0,2-0,3 điểm phần trăm.",
        ["0,2-0,3 điểm phần trăm | range -0.2..-0.3 percentage_point"],
    ),
    ("Mức hỗ trợ năm 2027 từ 2-3 triệu đồng/tháng.", ["từ 2-3 triệu đồng/tháng | range 2000000..3000000 VND"]),
    (
        "Mức hỗ trợ năm 2027 từ hai đến ba triệu đồng/tháng.",
        ["từ hai đến ba triệu đồng/tháng | range 2000000..3000000 VND"],
    ),
]

WORDS = [
    ("Mỗi hộ năm 2025 được hỗ trợ hai triệu rưỡi đồng.", ["hai triệu rưỡi đồng | 2500000 VND"]),
    ("Mỗi hộ năm 2025 được hỗ trợ 2 triệu rưỡi đồng.", ["2 triệu rưỡi đồng | 2500000 VND"]),
    ("Mỗi mô hình năm 2025 được hỗ trợ một tỷ rưỡi đồng.", ["một tỷ rưỡi đồng | 1500000000 VND"]),
    ("Thu ngân sách năm 2025 đạt ba mươi lăm nghìn tỷ đồng.", ["ba mươi lăm nghìn tỷ đồng | 35000000000000 VND"]),
    ("Dân số năm 2025 tăng thêm một triệu người.", ["một triệu người | 1000000 person"]),
    ("Năm 2025, hỗ trợ hai trăm linh năm doanh nghiệp.", ["hai trăm linh năm doanh nghiệp | 205 count"]),
    ("Năm 2025, hỗ trợ hai trăm lẻ năm doanh nghiệp.", ["hai trăm lẻ năm doanh nghiệp | 205 count"]),
    ("Năm 2025, hỗ trợ hai mươi tư doanh nghiệp.", ["hai mươi tư doanh nghiệp | 24 count"]),
    ("Năm 2025, hỗ trợ ba mươi nhăm doanh nghiệp.", ["ba mươi nhăm doanh nghiệp | 35 count"]),
    ("Năm 2025, hỗ trợ mười lăm doanh nghiệp.", ["mười lăm doanh nghiệp | 15 count"]),
    ("Năm 2025, hỗ trợ mười một doanh nghiệp.", ["mười một doanh nghiệp | 11 count"]),
    ("Năm 2025, hỗ trợ một trăm doanh nghiệp.", ["một trăm doanh nghiệp | 100 count"]),
    ("Năm 2025, hỗ trợ một nghìn hai trăm doanh nghiệp.", ["một nghìn hai trăm doanh nghiệp | 1200 count"]),
    ("Năm 2025, doanh nghiệp nhà nước chiếm một phần ba số nộp.", ["một phần ba | 33.33 percent"]),
    ("Năm 2025, doanh nghiệp FDI chiếm hai phần ba số nộp.", ["hai phần ba | 66.67 percent"]),
    ("Năm 2025, đô thị chiếm một phần tư diện tích.", ["một phần tư | 25 percent"]),
    ("Năm 2025, đô thị chiếm ba phần tư dân số.", ["ba phần tư | 75 percent"]),
    ("Năm 2025, đô thị chiếm 2/3 dân số.", ["2/3 | 66.67 percent"]),
    ("Năm 2025, khách quốc tế chiếm một nửa.", ["một nửa | 50 percent"]),
    ("Năm 2025, khách quốc tế chiếm gần một nửa.", ["gần một nửa | approx 50 percent"]),
    ("Năm 2025, khách quốc tế chiếm quá nửa.", ["quá nửa | gt 50 percent"]),
    ("Năm 2025, khách quốc tế chiếm hơn một nửa.", ["hơn một nửa | gt 50 percent"]),
]

TIMES = [
    ("Kim ngạch xuất khẩu năm 2025 gấp đôi năm 2020.", ["gấp đôi | 2 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 tăng gấp đôi so với năm 2020.", ["gấp đôi | 2 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp rưỡi năm 2020.", ["gấp rưỡi | 1.5 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp hai lần năm 2020.", ["gấp hai lần | 2 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp ba năm 2020.", ["gấp ba | 3 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp năm lần năm 2015.", ["gấp năm lần | 5 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp 1,5 lần năm 2020.", ["gấp 1,5 lần | 1.5 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 bằng 1,5 lần năm 2020.", ["1,5 lần | 1.5 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 tăng gấp 1,5 lần năm 2020.", ["gấp 1,5 lần | 1.5 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 tăng 1,3 lần so với năm 2020.", ["1,3 lần | 1.3 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 tăng hơn 1,3 lần so với năm 2020.", ["hơn 1,3 lần | gt 1.3 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp hơn 2 lần năm 2020.", ["gấp hơn 2 lần | gt 2 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp hơn hai lần năm 2020.", ["gấp hơn hai lần | gt 2 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp gần 2 lần năm 2020.", ["gấp gần 2 lần | approx 2 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp từ 2 đến 3 lần năm 2020.", ["gấp từ 2 đến 3 lần | range 2..3 other:times"]),
    ("Kim ngạch xuất khẩu năm 2025 gấp 2 - 2,5 lần năm 2020.", ["gấp 2 - 2,5 lần | range 2..2.5 other:times"]),
]

NEGATIVE = [
    ("GRDP năm 2023 giảm 6,18%.", ["6,18% | -6.18 percent"]),
    ("GRDP năm 2023 giảm âm 6,18%.", ["âm 6,18% | -6.18 percent"]),
    ("GRDP năm 2023 âm 6,18%.", ["âm 6,18% | -6.18 percent"]),
    ("GRDP năm 2023 tăng trưởng âm 6,18%.", ["âm 6,18% | -6.18 percent"]),
    ("GRDP năm 2023 là -6,18%.", ["-6,18% | -6.18 percent"]),
    ("GRDP năm 2023 tăng -6,18%.", ["-6,18% | -6.18 percent"]),
    ("GRDP năm 2023 giảm tới 6,18%.", ["6,18% | -6.18 percent"]),
    ("GRDP năm 2023 sụt giảm 6,18%.", ["6,18% | -6.18 percent"]),
    ("GRDP năm 2023 giảm sâu, ở mức 6,18%.", ["6,18% | -6.18 percent"]),
    ("Kim ngạch xuất khẩu năm 2023 giảm hơn 6%.", ["hơn 6% | gt -6 percent"]),
    ("Kim ngạch xuất khẩu năm 2023 chỉ bằng 93,8% so với năm 2022.", ["93,8% | -6.2 percent"]),
]

TWO_DIGITS = [
    ("Phấn đấu năm 2027 tăng trưởng hai con số.", ["hai con số | ge 10 percent"]),
    ("Phấn đấu năm 2027 tăng trưởng 2 con số.", ["2 con số | ge 10 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng hai con số.", ["hai con số | ge 10 percent"]),
    ("Phấn đấu năm 2027 GRDP tăng trưởng đạt mức hai con số.", ["hai con số | ge 10 percent"]),
    ("Năm 2025, GRDP tăng trưởng hai chữ số.", ["hai chữ số | ge 10 percent"]),
    ("Hai con số này cho thấy kinh tế đã phục hồi.", []),
]

LISTS = [
    (
        "Năm 2025, tỷ trọng công nghiệp - xây dựng, dịch vụ, nông nghiệp lần lượt là 71,3%, 19,5%, 6,3%.",
        ["71,3% | 71.3 percent", "19,5% | 19.5 percent", "6,3% | 6.3 percent"],
    ),
    (
        "Năm 2025, tỷ trọng công nghiệp - xây dựng, dịch vụ, nông nghiệp lần lượt là 71,3; 19,5 và 6,3%.",
        ["71,3 | 71.3 percent", "19,5 | 19.5 percent", "6,3% | 6.3 percent"],
    ),
    (
        "Năm 2025, tỷ trọng công nghiệp - xây dựng, dịch vụ, nông nghiệp tương ứng là 71,3%; 19,5%; 6,3%.",
        ["71,3% | 71.3 percent", "19,5% | 19.5 percent", "6,3% | 6.3 percent"],
    ),
    (
        "Thu ngân sách các năm 2023, 2024, 2025 lần lượt đạt 21.400, 24.900, 27.600 tỷ đồng.",
        [
            "21.400 | 21400000000000 VND",
            "24.900 | 24900000000000 VND",
            "27.600 tỷ đồng | 27600000000000 VND",
        ],
    ),
    ("Tỷ lệ đô thị hóa tăng từ 36,5% lên 45,2%.", ["36,5% | 36.5 percent", "45,2% | 45.2 percent"]),
    ("Tỷ lệ đô thị hóa tăng từ 36,5 lên 45,2%.", ["36,5 | 36.5 percent", "45,2% | 45.2 percent"]),
    (
        "Số doanh nghiệp thành lập mới tăng từ 1.200 lên 1.500 doanh nghiệp.",
        ["1.200 | 1200 count", "1.500 doanh nghiệp | 1500 count"],
    ),
    (
        "Thu ngân sách tăng từ 21,4 nghìn tỷ đồng lên 27,6 nghìn tỷ đồng.",
        ["21,4 nghìn tỷ đồng | 21400000000000 VND", "27,6 nghìn tỷ đồng | 27600000000000 VND"],
    ),
    ("Năm 2025, tỷ lệ đô thị hóa đạt 43,2/45%.", ["43,2 | 43.2 percent", "45% | 45 percent"]),
    ("Năm 2025, tỷ lệ đô thị hóa đạt 43,2%/45%.", ["43,2% | 43.2 percent", "45% | 45 percent"]),
    (
        "Năm 2025, giải ngân vốn đầu tư công đạt 5.200/8.000 tỷ đồng.",
        ["5.200 | 5200000000000 VND", "8.000 tỷ đồng | 8000000000000 VND"],
    ),
    ("Năm 2025, tỷ lệ đô thị hóa đạt 43,2% (KH 45%).", ["43,2% | 43.2 percent", "45% | 45 percent"]),
]

PER = [
    ("Giai đoạn 2021-2025, GRDP tăng bình quân 4,7%/năm.", ["4,7%/năm | 4.7 percent"]),
    ("Giai đoạn 2021-2025, GRDP tăng bình quân 4,7% mỗi năm.", ["4,7% mỗi năm | 4.7 percent"]),
    ("Giai đoạn 2021-2025, GRDP tăng bình quân 4,7% một năm.", ["4,7% một năm | 4.7 percent"]),
    ("Thu nhập bình quân đầu người năm 2025 đạt 85 triệu đồng/năm.", ["85 triệu đồng/năm | 85000000 VND"]),
    ("Thu nhập bình quân đầu người năm 2025 đạt 85 triệu đồng/người.", ["85 triệu đồng/người | 85000000 VND"]),
    ("Thu nhập bình quân đầu người năm 2025 đạt 85 triệu đồng/người/năm.", ["85 triệu đồng/người/năm | 85000000 VND"]),
    ("Thu nhập bình quân đầu người năm 2025 đạt 7,1 triệu đồng/tháng.", ["7,1 triệu đồng/tháng | 7100000 VND"]),
    (
        "Thu nhập bình quân đầu người năm 2025 đạt 7,1 triệu đồng/người/tháng.",
        ["7,1 triệu đồng/người/tháng | 7100000 VND"],
    ),
    ("Năm 2025, toàn tỉnh đạt 32 giường bệnh/vạn dân.", ["32 giường bệnh/vạn dân | 32 count"]),
    ("Năm 2025, toàn tỉnh đạt 32 giường bệnh/1 vạn dân.", ["32 giường bệnh/1 vạn dân | 32 count"]),
    ("Năm 2025, toàn tỉnh đạt 10,5 bác sĩ/vạn dân.", ["10,5 bác sĩ/vạn dân | 10.5 count"]),
    ("Năm 2025, toàn tỉnh đạt 10,5 bác sĩ trên một vạn dân.", ["10,5 bác sĩ trên một vạn dân | 10.5 count"]),
    ("Năm 2025, toàn tỉnh đạt 10,5 bác sĩ/10.000 dân.", ["10,5 bác sĩ/10.000 dân | 10.5 count"]),
    (
        "Giá trị sản xuất trên 1 ha đất trồng trọt năm 2025 đạt 210 triệu đồng/ha.",
        ["210 triệu đồng/ha | 210000000 other:VND_per_ha"],
    ),
    (
        "Năng suất lao động năm 2025 đạt 180 triệu đồng/lao động.",
        ["180 triệu đồng/lao động | 180000000 other:VND_per_worker"],
    ),
]

NO_NUMBERS = [
    "Giai đoạn 2021-2025, tỉnh có nhiều đổi mới.",
    "Tỉnh thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017.",
    "Hàng chục doanh nghiệp, hàng trăm lao động được hỗ trợ trong năm 2025.",
    "Tỉnh triển khai Đề án 06, Nghị quyết 57 và khắc phục hậu quả bão số 3.",
    "Đại hội đại biểu Đảng bộ tỉnh lần thứ XX được tổ chức thành công.",
    "Đại biểu Quốc hội khóa XIV tiếp xúc cử tri sau kỳ họp thứ 8.",
    "Tuyến đường Vành đai 4 và cao tốc CT.03 đi qua tỉnh.",
    "Năm năm qua, tỉnh đã nỗ lực vượt bậc.",
    "Tỉnh đã được tái lập hơn 23 năm.",
    "Nhà ga T2 được khởi công.",
    "Từ năm 1997, tỉnh được tái lập.",
]

TABLES = (DIGITS, MAGNITUDES, ABBREVIATIONS, RANGES, WORDS, TIMES, NEGATIVE, TWO_DIGITS, LISTS, PER)


@pytest.mark.parametrize(("text", "expected"), [case for table in TABLES for case in table])
def test_a_number_is_read(text: str, expected: list[str]) -> None:
    assert [number(one) for one in figures(text)] == expected


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number(text: str) -> None:
    assert figures(text) == []

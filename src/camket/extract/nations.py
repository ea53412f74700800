"""Nations and blocs of abroad, as papers write them."""

from __future__ import annotations

NATIONS = (
    "Trung Quốc", "Hàn Quốc", "Nhật Bản", "Hoa Kỳ", "Mỹ", "Đài Loan", "Hồng Kông", "Hongkong", "Hong Kong", "Singapore",
    "Xin-ga-po", "Thái Lan", "Malaysia", "Ma-lai-xi-a", "Indonesia", "In-đô-nê-xi-a", "Philippines", "Phi-líp-pin",
    "Campuchia", "Lào", "Myanmar", "Ấn Độ", "Australia", "Úc", "New Zealand", "Canada", "Mexico", "Brazil", "Chile",
    "Anh", "Đức", "Pháp", "Hà Lan", "Italia", "Italy", "Ý", "Tây Ban Nha", "Bỉ", "Ba Lan", "Thụy Sĩ", "Liên bang Nga",
    "Nga", "Bangladesh", "Pakistan", "Iraq", "Israel", "Saudi Arabia", "Nam Phi", "Ghana", "Bờ Biển Ngà", "ASEAN", "EU",
    "Liên minh châu Âu", "châu Âu", "châu Phi", "châu Á", "Trung Đông", "Bắc Mỹ",
)  # fmt: skip

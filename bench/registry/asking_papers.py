"""Papers about work: five hundred that ask something of a higher level, their answers, reports that count tasks.

Made by a seed, the same each time; all words are ours, and the numbers mean nothing.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench.registry.words import in_words

PAPERS, PROPOSALS, SEED = 1_000, 500, 20261127
_BODIES = ("Sở Tài chính", "Sở Xây dựng", "Sở Nội vụ", "Sở Y tế", "Sở Nông nghiệp và Môi trường", "Sở Công Thương")
_WISHES = (
    "bố trí {money} tỷ đồng vốn ngân sách tỉnh để đầu tư cầu {name}",
    "bổ sung {money} biên chế giáo viên cho các trường trên địa bàn phường {name}",
    "hỗ trợ {money} tỷ đồng kinh phí cải tạo hồ chứa nước {name}",
    "cho phép điều chỉnh quy hoạch khu đô thị {name} với diện tích {money} ha",
)
_ANSWERS = (
    "đồng ý chủ trương, giao Sở Tài chính tham mưu",
    "đề nghị đơn vị chủ động cân đối, bố trí nguồn",
    "ghi nhận, sẽ nghiên cứu, xem xét",
    "giao Sở Nội vụ nghiên cứu, trả lời đơn vị",
)
_FIRST = ("Thanh", "Bình", "Đông", "Phú", "Tân", "Hòa", "Kim", "Long", "Ngọc", "Vân", "Xuân", "Yên", "An", "Đại", "Quế")
_LAST = ("Sơn", "Giang", "Lâm", "Khê", "Thọ", "Phong", "Lạc", "Hưng", "Điền", "Trì", "Mỹ", "Nội", "Xá", "Cầu", "Đồng")


def made() -> Iterator[tuple[str, str]]:
    """The names and texts of the papers."""
    dice = Random(SEED)  # noqa: S311 - a made-up registry, the same each time
    for number in range(1, PROPOSALS + 1):
        body, day = dice.choice(_BODIES), date(2025, 1, 6) + timedelta(days=dice.randrange(500))
        name = f"{dice.choice(_FIRST)} {dice.choice(_LAST)} {number}"
        wish = dice.choice(_WISHES).format(money=10 + dice.randrange(900), name=name)
        yield f"de-nghi-{number:04}.txt", _request(number, body, day, wish)
        if number % 2:
            yield f"tra-loi-{number:04}.txt", _answer(number, body, day + timedelta(days=30), wish, dice)
        else:
            yield f"bao-cao-{number:04}.txt", _report(number, body, day + timedelta(days=12), dice)


def _request(number: int, body: str, day: date, wish: str) -> str:
    return (
        f"{body.upper()}\nSố: {number}/BC-{number % 90}\nBắc Ninh, {in_words(day)}\nBÁO CÁO\nKết quả công tác quý\n"
        f"Công tác quý được triển khai theo kế hoạch.\n{body} kiến nghị UBND tỉnh {wish}.\n"
    )


def _answer(number: int, body: str, day: date, wish: str, dice: Random) -> str:
    return (
        f"UBND TỈNH BẮC NINH\nSố: {number}/UBND-KT\nBắc Ninh, {in_words(day)}\nV/v trả lời kiến nghị của {body}\n"
        f"Trả lời Báo cáo số {number}/BC-{number % 90} của {body} về việc {wish}: {dice.choice(_ANSWERS)}.\n"
    )


def _report(number: int, body: str, day: date, dice: Random) -> str:
    done, late, opened = 100 + dice.randrange(300), dice.randrange(40), 20 + dice.randrange(80)
    total = done + late + opened + (dice.random() < 0.3) * 9
    return (
        f"{body.upper()}\nSố: {number}/BC-NV\nBắc Ninh, {in_words(day)}\nBÁO CÁO\nKết quả thực hiện nhiệm vụ\n"
        f"Tính đến ngày {day:%d/%m/%Y}, có {total} nhiệm vụ được giao, trong đó đã hoàn thành {done} nhiệm vụ, "
        f"đang thực hiện trong hạn {opened} nhiệm vụ, quá hạn {late} nhiệm vụ; tỷ lệ hoàn thành đạt "
        f"{100 * done / total:.1f}%.\n"
    )


def load(folder: Path) -> tuple[float, float]:
    """Load the papers, unless they are there, and make the board of it; gives the seconds of both."""
    from django.utils.timezone import localdate

    from camket.read.folder import find_documents
    from camket.server.pages import boards
    from camket.server.registry.files import FileStore
    from camket.server.registry.loading import Loader
    from camket.server.registry.models import Document
    from camket.server.settings import CONFIGURATION

    began = time.perf_counter()
    if Document.objects.count() < PAPERS:
        papers = folder / "work-papers"
        papers.mkdir(exist_ok=True)
        for name, text in made():
            (papers / name).write_text(text, encoding="utf-8")
        for _ in Loader(FileStore(CONFIGURATION.files), read_on=localdate()).load(find_documents([papers]).inputs):
            pass
    return time.perf_counter() - began, boards.made().seconds

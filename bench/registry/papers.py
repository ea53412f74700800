"""The papers of the large registry: made by a seed, of the kinds that a provincial office keeps, and of varied length.

Reports with prose and an annex, yearly plans, resolutions with targets and tallies, notices with tasks, news, releases
of the statistics office. All words are ours; the numbers mean nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import NamedTuple

from bench.registry.words import AREAS, WEIGHTS, Thing, in_words, level, things, written

SEED = 20261126
_FIRST_YEAR, _YEARS = 2011, 16
_PEOPLE = ("Nguyễn Văn Minh", "Trần Thị Hà", "Lê Quang Huy", "Phạm Đức Thắng", "Hoàng Thu Trang", "Vũ Mạnh Cường")
_OFFICES = ("Sở Tài chính", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường", "Sở Nội vụ", "Sở Công Thương", "Sở Y tế")


class _Frame(NamedTuple):
    """Of which place and year a paper speaks, when it was signed, and its own dice."""

    number: int
    area: str
    year: int
    day: date
    dice: Random


def made(count: int) -> Iterator[tuple[str, str]]:
    """The names and texts of papers, always the same."""
    for number in range(count):
        frame = _frame(number)
        kind, write = _KINDS[frame.dice.choices(range(len(_KINDS)), _SHARES)[0]]
        yield f"{frame.day:%Y}/{number:05}-{kind}.txt", write(frame)


def _frame(number: int) -> _Frame:
    dice = Random(f"{SEED} {number}")  # noqa: S311 - dice, no secret
    year = _FIRST_YEAR + dice.randrange(_YEARS)
    day = date(year, 1, 5) + timedelta(days=dice.randrange(355))
    return _Frame(number, dice.choices(AREAS, WEIGHTS)[0], year, min(day, date(2026, 11, 20)), dice)


def _head(frame: _Frame, issuer: str, code: str, title: str, subject: str) -> str:
    return (
        f"{issuer.upper()}\nSố: {frame.number + 1}/{code}\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"{frame.area}, {in_words(frame.day)}\n{title}\n{subject}\n"
    )


def _foot(frame: _Frame) -> str:
    return (
        f"Nơi nhận:\n- Thường trực Tỉnh ủy;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n{frame.dice.choice(_PEOPLE)}\n"
    )


def _chosen(frame: _Frame, count: int) -> list[Thing]:
    """The usual indicators, and others by chance."""
    usual, others = things()[:10], list(things()[10:])
    return [*usual, *frame.dice.sample(others, max(0, min(count - 10, len(others))))][:count]


def _number(thing: Thing, frame: _Frame, year: int, factor: Decimal = Decimal(1)) -> str:
    value = level(thing, frame.area, year, frame.dice) * factor
    text = written(value, thing.places)
    return f"{text}%" if thing.is_rate else f"{text} {thing.unit}"


def _sentence(thing: Thing, frame: _Frame, year: int) -> str:
    """One of the ways in which a report says a level, most with a growth or a share of the plan."""
    name, dice = dice_name(thing, frame.dice), frame.dice
    said, rise = _number(thing, frame, year), written(Decimal(dice.randrange(8, 190)) / 10, 1)
    if thing.is_rate:
        return f"{name[0].upper()}{name[1:]} đạt {said}."
    return dice.choice(
        (
            f"{name[0].upper()}{name[1:]} đạt {said}, tăng {rise}% so với năm {year - 1}.",
            f"Trong năm {year}, {name} ước đạt {said}, tăng {rise}% so với cùng kỳ.",
            f"{name[0].upper()}{name[1:]} thực hiện {said}, bằng {80 + dice.randrange(45)}% kế hoạch năm.",
            f"Về {name}, kết quả năm {year} là {said}.",
        )
    )


def dice_name(thing: Thing, dice: Random) -> str:
    """One of its wordings, the first most often."""
    return dice.choices(thing.wordings, (6, 2, 1)[: len(thing.wordings)])[0]


def _prose(frame: _Frame, chosen: list[Thing], year: int) -> str:
    sentences = [_sentence(each, frame, year) for each in chosen]
    return "\n".join(" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)) + "\n"


def _annex(frame: _Frame, chosen: list[Thing], year: int) -> str:
    """A table of the yearly report: done last year, planned, done, planned next year, compared."""
    head = (
        "TT\tChỉ tiêu\tĐơn vị\t"
        f"Thực hiện năm {year - 1}\tKế hoạch năm {year}\tThực hiện năm {year}\tKế hoạch năm {year + 1}\n"
    )
    rows = []
    for place, thing in enumerate(chosen, start=1):
        cells = [
            written(level(thing, frame.area, when, frame.dice) * factor, thing.places)
            for when, factor in (
                (year - 1, Decimal(1)), (year, Decimal("1.02")), (year, Decimal(1)), (year + 1, Decimal("1.03"))
            )
        ]  # fmt: skip
        rows.append("\t".join((str(place), thing.wordings[0], thing.unit, *cells)))
    return f"PHỤ LỤC\nCác chỉ tiêu chủ yếu năm {year}\n{head}" + "\n".join(rows) + "\n"


def _report(frame: _Frame) -> str:
    year = frame.year
    head = _head(
        frame, f"Ủy ban nhân dân tỉnh {frame.area}", "BC-UBND", "BÁO CÁO",
        f"Tình hình kinh tế - xã hội năm {year}, nhiệm vụ năm {year + 1} tỉnh {frame.area}",
    )  # fmt: skip
    body = f"I. KẾT QUẢ\n{_prose(frame, _chosen(frame, 30), year)}II. NHIỆM VỤ\n{_tasks(frame, 3)}"
    return head + _basis(frame) + body + _foot(frame) + _annex(frame, _chosen(frame, 55), year)


def _plan(frame: _Frame) -> str:
    year = frame.year
    head = _head(
        frame, f"Ủy ban nhân dân tỉnh {frame.area}", "KH-UBND", "KẾ HOẠCH",
        f"Phát triển kinh tế - xã hội năm {year + 1} tỉnh {frame.area}",
    )  # fmt: skip
    wanted = [
        f"{place}. {dice_name(each, frame.dice).capitalize()} đạt "
        f"{_number(each, frame, year + 1, Decimal('1.03'))} trở lên."
        for place, each in enumerate(_chosen(frame, 24), start=1)
    ]
    body = f"I. MỤC TIÊU NĂM {year + 1}\n" + "\n".join(wanted) + "\nII. TỔ CHỨC THỰC HIỆN\n" + _tasks(frame, 8)
    return head + _basis(frame) + body + _foot(frame) + _annex(frame, _chosen(frame, 45), year)


def _resolution(frame: _Frame) -> str:
    start = frame.year // 5 * 5
    head = _head(
        frame, f"Hội đồng nhân dân tỉnh {frame.area}", "NQ-HĐND", "NGHỊ QUYẾT",
        f"Về phát triển kinh tế - xã hội 5 năm {start + 1}-{start + 5} tỉnh {frame.area}",
    )  # fmt: skip
    aims = "\n".join(
        f"- Đến năm {start + 5}, {dice_name(each, frame.dice)} đạt {_number(each, frame, start + 5, Decimal('1.05'))}."
        for each in _chosen(frame, 20)
    )
    total = 20 + frame.dice.randrange(9)
    tally = f"Đến hết năm {start}, có {total - frame.dice.randrange(8)}/{total} chỉ tiêu đạt và vượt kế hoạch.\n"
    body = f"Điều 1. Đánh giá\n{tally}{_prose(frame, _chosen(frame, 20), start)}Điều 2. Chỉ tiêu\n{aims}\n"
    return head + _basis(frame) + body + _foot(frame) + _annex(frame, _chosen(frame, 50), start)


def _notice(frame: _Frame) -> str:
    person = frame.dice.choice(_PEOPLE)
    head = _head(
        frame, f"Văn phòng UBND tỉnh {frame.area}", "TB-VP", "THÔNG BÁO",
        f"Kết luận của đồng chí {person}, Chủ tịch UBND tỉnh {frame.area} tại phiên họp tháng {frame.day.month}",
    )  # fmt: skip
    body = _prose(frame, _chosen(frame, 14), frame.year) + "Chủ tịch UBND tỉnh yêu cầu:\n" + _tasks(frame, 14)
    return head + _basis(frame) + body + _foot(frame) + _annex(frame, _chosen(frame, 34), frame.year)


def _news(frame: _Frame) -> str:
    person, day = frame.dice.choice(_PEOPLE), f"{frame.day.day}/{frame.day.month}/{frame.day.year}"
    return (
        f"{frame.area}: kinh tế năm {frame.year} giữ đà tăng trưởng\n"
        f"Ngày {day}, đồng chí {person}, Phó Chủ tịch UBND tỉnh {frame.area} chủ trì hội nghị. Theo báo cáo, kinh tế "
        f"tỉnh {frame.area} năm {frame.year} có nhiều điểm sáng.\n{_prose(frame, _chosen(frame, 40), frame.year)}"
        f"Tin số {frame.number}.\n"
    )


def _release(frame: _Frame) -> str:
    head = _head(
        frame, f"Thống kê tỉnh {frame.area}", "BC-TKT", "BÁO CÁO", f"Số liệu thống kê chủ yếu năm {frame.year}"
    )
    chosen, years = _chosen(frame, 60), range(frame.year - 4, frame.year + 1)
    top = "\t".join(("TT", "Chỉ tiêu", "Đơn vị", *(f"Năm {year}" for year in years)))
    rows = [
        "\t".join(
            (str(place), each.wordings[0], each.unit,
             *(written(level(each, frame.area, year, frame.dice), each.places) for year in years))
        )
        for place, each in enumerate(chosen, start=1)
    ]  # fmt: skip
    return head + "Số liệu chính thức\n" + top + "\n" + "\n".join(rows) + "\n" + _foot(frame)


def _basis(frame: _Frame) -> str:
    year = frame.year - 1
    return (
        f"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
        f"Căn cứ Nghị quyết số {frame.dice.randrange(1, 120)}/NQ-HĐND ngày 10/12/{year} của HĐND tỉnh {frame.area};\n"
    )


def _tasks(frame: _Frame, count: int) -> str:
    lines = []
    for place in range(1, count + 1):
        office, month = frame.dice.choice(_OFFICES), frame.dice.randrange(1, 13)
        lines.append(
            f"{place}. Giao {office} chủ trì, phối hợp các đơn vị rà soát kế hoạch số "
            f"{frame.dice.randrange(1, 300)}/KH-UBND, báo cáo UBND tỉnh trước ngày 20/{month}/{frame.year + 1}."
        )
    return "\n".join(lines) + "\n"


_KINDS: tuple[tuple[str, Callable[[_Frame], str]], ...] = (
    ("bao-cao", _report), ("ke-hoach", _plan), ("nghi-quyet", _resolution), ("thong-bao", _notice), ("tin", _news),
    ("so-lieu", _release),
)  # fmt: skip
_SHARES = (34, 14, 8, 10, 18, 16)

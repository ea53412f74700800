"""How the time grows with the length: each kind of line, and the examples of each rule, 1, 10 and 100 times as long.

Both ways of being long are tried: many lines, and one line that never ends. Twice the text should take twice the time;
where it takes clearly more, somebody's paper will one day take for ever, and the table says so.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from bench.ways import CAMKET, Text, Work, way
from camket.rules.book import kinds, rules_of

TIMES = (1, 10, 100)
_FURTHER = 300
_SUSPECT = 20.0
"""Where ten times the length multiplies the time by more, the text is made longer still."""
_STEEP = 1.25
"""What the time of the longest text may be, as a multiple of what the length explains."""
_LINE_LETTERS, _RULE_LETTERS = 120, 60
"""Letters of the shortest text."""
LINES, ONE_LINE = "lines", "one line"
SHAPES = (LINES, ONE_LINE)
_LINES: Mapping[str, str] = {
    "a sentence with figures": "Năm 2024, thu ngân sách trên địa bàn đạt 31.250 tỷ đồng, tăng 8,4% so với năm 2023",
    "a list in one breath": "giá trị sản xuất tăng 7,2%, bán lẻ tăng 9,1%, xuất khẩu đạt 12 tỷ USD",
    "a list of semicolons": "giảm 0,4% hộ nghèo; trồng mới 350 ha rừng; 98% dân số có bảo hiểm y tế",
    "a row of a table": "1 | Tỷ lệ hộ nghèo | % | 2,1 | 1,6 | 76,2",
    "a row of tabs": "2\tThu ngân sách\tTỷ đồng\t30.000\t31.250\t104,2",
    "a cell a line": "Sản lượng lương thực\nTấn\n512.000\n520.400",
    "a heading": "II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHỦ YẾU",
    "an item of a list": "- Sở Tài chính chủ trì, phối hợp các xã rà soát, báo cáo trước ngày 30/6/2025",
    "a speaker's words": "Bí thư Tỉnh ủy Trần Văn Lâm yêu cầu các sở, ngành đẩy nhanh giải ngân, đạt 95% kế hoạch",
    "a proposal": "Tỉnh đề nghị Bộ Tài chính bố trí thêm 500 tỷ đồng cho tuyến đường vành đai",
    "papers by number": "Nghị quyết số 57-NQ/TW ngày 22/12/2024, Quyết định số 1234/QĐ-UBND ngày 5/3/2025",
    "names with offices": "Ông Nguyễn Văn An, Phó Chủ tịch UBND tỉnh; bà Lê Thị Hoa, Giám đốc Sở Y tế",
    "tallies": "18/22 chỉ tiêu đạt và vượt kế hoạch, 4/22 chỉ tiêu chưa đạt",
    "digits": "12 345 6,78 9.101.112 13/14 15-16",
    "slashes and dots": "1/2/3/4.5.6,7,8/9",
    "open parentheses": "(( tăng (9% (",
    "open quotes": '"“Tỉnh " ‘sẽ ',
    "dashes": "- – — - - –",
    "blanks": " \t \u00a0  \t",
    "empty lines": "\n\n \n",
    "capitals": "UBND TỈNH BÁO CÁO TÌNH HÌNH KINH TẾ - XÃ HỘI ",
    "a word without end": "thungânsáchnhànước",
    "decomposed letters": unicodedata.normalize("NFD", "Tỷ lệ đô thị hoá đạt 42,3%, vượt kế hoạch"),
    "plain prose": "Buổi sáng trên bến sông, người ta gánh hàng qua cầu và hỏi nhau chuyện mùa màng",
}


class Growth(NamedTuple):
    """The seconds that a text takes at each of `TIMES` its length.

    `beyond` is how much longer a text of three hundred times the length takes than its length explains; 1.0 where
    nothing made that worth a look. Inside one sentence growth has an end: the longest is read in pieces.
    """

    name: str
    shape: str
    seconds: tuple[float, ...]
    beyond: float = 1.0

    @property
    def ratio(self) -> float:
        """What the last ten times of length multiplied the time by."""
        return self.seconds[-1] / self.seconds[-2]

    @property
    def steep(self) -> bool:
        """Whether the time goes on growing faster than the length."""
        return self.beyond > _STEEP


class Case(NamedTuple):
    """A text to be made long, in one of the two shapes."""

    name: str
    shape: str
    once: str

    def text(self, times: int) -> Text:
        """The text `times` as long."""
        text = self.once * times
        return Text(text, text.encode())


def line_cases() -> list[Case]:
    """Every kind of line in both shapes."""
    return [_case(name, shape, _LINE_LETTERS, [line]) for name, line in _LINES.items() for shape in SHAPES]


def rule_cases() -> list[Case]:
    """The examples of every rule, in the shape that asks more of it."""
    return [
        _case(rule.name, ONE_LINE, _RULE_LETTERS, [example.text for example in rule.examples])
        for kind in kinds()
        for rule in rules_of(kind)
    ]


def _case(name: str, shape: str, letters: int, lines: Iterable[str]) -> Case:
    """As many of the lines as give so many letters, again and again where they are too few."""
    between = "\n" if shape == LINES else ", "
    piece = ""
    for line in lines:
        if len(piece) < letters:
            piece += (line if shape == LINES else line.replace("\n", " ").rstrip(".; ")) + between
    return Case(name, shape, piece * max(1, round(letters / len(piece))))


def growths(cases: Sequence[Case]) -> list[Growth]:
    """The growth of each case."""
    work = way(CAMKET).make()
    return [growth(case, work) for case in cases]


def growth(case: Case, work: Work) -> Growth:
    """The growth of a case."""
    texts = [case.text(times) for times in TIMES]
    work(texts[0])
    found = Growth(case.name, case.shape, tuple(_seconds(work, one) for one in texts))
    if found.ratio <= _SUSPECT:
        return found
    explained = found.seconds[-1] * _FURTHER / TIMES[-1]
    return found._replace(beyond=_seconds(work, case.text(_FURTHER)) / explained)


def _seconds(work: Work, one: Text) -> float:
    """Of the processor, not of the clock: others may be at work on the same machine."""
    began = time.process_time()
    work(one)
    return time.process_time() - began


def growth_lines(lines: Sequence[Growth], rules: Sequence[Growth]) -> list[str]:
    """A row for each kind of line, one for each kind of rule with its steepest rule, what is steep."""
    shown = [
        "time by length in ms; the ratio is that of 100x to 10x, where 10 is in proportion",
        _head("kinds of line", SHAPES),
    ]
    shown += [_row(name, group, SHAPES) for name, group in _grouped(lines, lambda one: one.name)]
    shown.append(f"{_head('examples of the rules', (ONE_LINE,))}   the steepest rule")
    for kind, group in _grouped(rules, lambda one: one.name.split("/")[0]):
        steepest = max(group, key=lambda one: one.ratio)
        shown.append(f"{_row(kind, group, (ONE_LINE,))}   {steepest.ratio:.1f} {steepest.name}")
    steep = sorted((one for one in (*lines, *rules) if one.steep), key=lambda one: -one.beyond)
    shown += [
        f"WARNING: {one.name}, {one.shape}: at {_FURTHER}x it takes {one.beyond:.1f} times what its length explains"
        for one in steep
    ]
    return shown if steep else [*shown, "nothing grows faster than its length"]


def _head(title: str, shapes: Sequence[str]) -> str:
    return f"{title:24}" + "".join(f"{f'{shape}: 1x':>14}{'10x':>8}{'100x':>9}{'ratio':>7}" for shape in shapes)


def _grouped(some: Sequence[Growth], key: Callable[[Growth], str]) -> list[tuple[str, list[Growth]]]:
    groups: dict[str, list[Growth]] = {}
    for one in some:
        groups.setdefault(key(one), []).append(one)
    return list(groups.items())


def _row(name: str, group: Sequence[Growth], shapes: Sequence[str]) -> str:
    cells = ""
    for shape in shapes:
        once, ten, hundred = map(sum, zip(*(one.seconds for one in group if one.shape == shape), strict=True))
        cells += f"{1000 * once:14.1f}{1000 * ten:8.1f}{1000 * hundred:9.1f}{hundred / ten:7.1f}"
    return f"{name:24}{cells}"

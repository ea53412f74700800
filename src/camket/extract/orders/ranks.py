"""How high an office or a body stands, by its words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from camket import catalogue
from camket.extract.people import Holder
from camket.grammar.expression import compiled, expression
from camket.grammar.fold import fold
from camket.grammar.trie import alternation
from camket.rules.book import words_of

LOWEST_OFFICE = 28
"""The rank of a commune's vice-chairman: below it nobody hands out tasks of government."""
CENTRE = 80
"""From this rank on an office is of the centre."""
_COUNTED = expression(r"^(?:(?:các|những|mỗi|từng|một số|toàn thể|tất cả|đại diện|tân|đồng chí|lãnh đạo) )+(?!tỉnh)")
"""What counts or embraces those who are told and stands before them."""
_BRANCHES = expression(r"(?:phó )?(?:chi |tổng )?cục|kho bạc|ngân hàng|bảo hiểm")
"""Bodies of the centre that have branches in the provinces."""
_LOCAL = expression(r"\b(?:tỉnh|thành phố|tp|khu vực|huyện|quận)\b")
"""What tells such a branch."""
_OF_DISTRICT = expression(r"\b(?:huyện|quận|thị xã|khu vực(?! (?:[ivx]+|\d+)\b))\b")
"""What tells a branch that serves districts: `Bảo hiểm xã hội huyện`, `Chi cục Thuế khu vực Lý Nhân - Bình Lục`."""
_OF_WORKS = expression(
    r"ban quản lý (?:các )?(?:dự án|chợ|rừng|di tích|bến|công trình)\b(?!.*\b(?:tỉnh|bộ|thành phố)\b)"
)
"""Boards that serve whoever tells them: `Ban Quản lý dự án đầu tư xây dựng huyện`."""
_OF_MINISTRY = expression(r"cục [^,;]{2,60}?(?: -|,? thuộc| \(|,) ?bộ \w")
"""A department with its ministry: `Cục Đường bộ (Bộ Xây dựng)`."""
_BOTH = expression(r"^(?:hđnd|ubnd)(?:,| và) (?=(?:ubnd|hđnd) )")
"""`HĐND, UBND tỉnh` are of the level that is said once."""
_AGENCY = expression(
    r"(?:cơ quan (?:chức năng|quản lý|hải quan|thuế|bảo hiểm|nhà nước|(?:có )?thẩm quyền|công an|trung ương)"
    r"|ngành (?:hải quan|thuế|ngân hàng|điện|đường sắt|y tế|giáo dục|công an))\b"
    r"(?![^,;]{0,40}\b(?:trung quốc|hàn quốc|nhật bản|hoa kỳ|mỹ|eu|ấn độ|nước ngoài|nước sở tại))"
)
"""Agencies told by what they do."""
_LOCAL_BRANCH, _DISTRICT_BRANCH, _WORKS = 49, 37, 30
"""The ranks of a ministry's branch in a province and in its districts, and of a board for works or markets."""
_EACH = expression(
    r"\b(ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|đảng ủy|chủ tịch) các (?=huyện|quận|thị xã|xã|phường)"
)
"""The same body of many places."""
_TOWN = expression(
    r"\b(thành phố|tp|thành ủy) (?!trực thuộc|thuộc|và |các |về|khóa|lần|để|này|phải|cần|đã|tiếp|phối|nhiệm kỳ)(?=\w)"
)
"""A city and a word that may be its name."""
_SHORT_FORM = expression(r" \((?:ubnd|hđnd|mttq)\)")
"""The short form of a body's name in brackets: `Chủ tịch Ủy ban nhân dân (UBND) tỉnh`."""
_SHORTENED = {"ủy ban nhân dân": "ubnd", "hội đồng nhân dân": "hđnd"}
_IN_FULL = expression(r"(?<=chủ tịch )(?:ủy ban|hội đồng) nhân dân(?= (?:huyện|quận|thị xã|thị trấn|xã|phường)\b)")
"""A head of a district or commune, whose body papers write in full: `Chủ tịch Ủy ban nhân dân huyện`."""
_OF_ASSEMBLY = expression(r"(?:các )?(?:ủy ban|hội đồng)\b[^,;]{0,80}\bcủa quốc hội\b|ủy ban dân nguyện")
"""The committees of the National Assembly."""
_AREA_HEAD = expression(r"đảng bộ|chính quyền|tp ")
"""What stands for a province at the head of a body's name."""


@cache
def ranks() -> dict[str, int]:
    """Offices and bodies in lower case, each with its rank, 0 to 100."""
    lists = words_of("directive")
    return {word: int(rank) for name in ("body", "office", "rank") for word, rank in lists[name].items()}


_GENERAL_BODIES = ("tổng cục", "tổng công ty")
"""Bodies that begin as the office of a head does."""


@cache
def offices() -> re.Pattern[str]:
    """An office in lower case."""
    lists = words_of("directive")
    heads: tuple[str, ...] = (
        "người đứng",
        "người phát",
        "lãnh đạo",
        "bí thư",
        "phó",
        "chủ",
        "thủ",
        "bộ trưởng",
        "trưởng",
        "giám đốc",
        "tổng",
        "ủy viên",
    )
    heads += (
        "đại biểu",
        "chuyên gia",
        "viện trưởng",
        "đbqh",
        "đại tướng",
        "thượng tướng",
        "trung tướng",
        "thiếu tướng",
    )
    rest = [word for word in lists["rank"] if word.startswith(heads) and word not in _GENERAL_BODIES]
    return compiled(rf"\b(?:{alternation({*lists['office'], *rest})})\b")


POINTING = ("cơ quan này", "đơn vị này", "tổ chức này", "vị này", "cơ quan trên", "đơn vị trên")
"""Words for a body or somebody named before."""


@cache
def bodies() -> re.Pattern[str]:
    """A body in lower case."""
    lists = words_of("directive")
    rest = [word for word in lists["rank"] if not offices().match(word)]
    return compiled(rf"\b(?:{alternation({*lists['body'], *rest, *POINTING})})\b")


@lru_cache(maxsize=4096)
def rank_of(words: str) -> int:
    """The rank of an office or body by its words in lower case; 0 where they name none, 10 for a former office."""
    if words.startswith(("nguyên ", "cựu ")):
        return 10
    if _OF_ASSEMBLY.match(words):
        return ranks()["quốc hội"]
    words = _as_district(_SHORT_FORM.sub("", words).removeprefix("người đứng đầu "))
    words = _IN_FULL.sub(lambda found: _SHORTENED[found[0]], words)
    found = min(
        (found for pattern in (offices(), bodies()) if (found := pattern.search(words))),
        key=lambda one: one.start(),
        default=None,
    )
    if found is not None:
        local = _BRANCHES.match(found[0]) and (_LOCAL.search(words) or words.endswith(_provinces()))
        if local and _OF_DISTRICT.search(words):
            return _DISTRICT_BRANCH
        return _LOCAL_BRANCH if local else max(ranks().get(found[0], 0), _rank_of_led(words, found))
    return ranks()["tỉnh"] if _AREA_HEAD.match(words) else 0


_HEAD = expression(
    r"(?P<deputy>phó )?(?:chủ tịch|trưởng|giám đốc|tổng giám đốc|chủ nhiệm)(?P<ban> ban)?(?: thường trực)?"
)
"""Offices that may be of a high body or of none, as its name tells."""
_DEPUTY = 3
"""So much lower than the head stands a deputy."""


def _rank_of_led(words: str, office: re.Match[str]) -> int:
    """The rank of the body that a head or deputy leads who has no rank of their own: `chủ tịch hội nông dân tỉnh`."""
    head = _HEAD.fullmatch(office[0])
    if head is None:
        return 0
    if _OF_NATION.search(words, office.end()):
        return ranks()["ban chỉ đạo quốc gia"] - (_DEPUTY if head["deputy"] else 0)
    rest = words[office.start() + head.start("ban") + 1 :] if head["ban"] else words[office.end() :].lstrip()
    led = bodies().match(rest)
    rank = ranks().get(led[0], 0) if led and not rest.startswith(_OF_MANY) else 0
    return max(0, rank - (_DEPUTY if head["deputy"] else 0))


_OF_NATION = expression(r"ban chỉ đạo\b[^,;]*\b(?:quốc gia|trung ương)\b")
_OF_MANY = ("ban chỉ đạo", "tổ ", "hội đồng quản", "hội đồng thành", "bộ ")
"""Bodies whose head for the day holds another office, and firms."""


def _as_district(words: str) -> str:
    """The words as they name one body of the level: `UBND thành phố Phủ Lý` ranks as the district's committee does."""
    words = _EACH.sub(r"\1 ", words)
    town = _TOWN.search(words)
    if town is None or words.startswith(_cities(), town.end()):
        return words
    return f"{words[: town.start()]}{'huyện ủy' if town[1] == 'thành ủy' else 'huyện'} {words[town.end() :]}"


@cache
def _cities() -> tuple[str, ...]:
    """The names of the cities that rank as provinces."""
    names = {area.name.lower() for area in catalogue.load_areas() if area.kind == "city"}
    return (*sorted(names), "hcm", "hồ chí minh")


@cache
def _provinces() -> tuple[str, ...]:
    """How the name of a branch ends that is called by its province: `Kho bạc Nhà nước Sơn La`."""
    return tuple(f" {area.name.lower()}" for area in catalogue.load_areas() if area.kind in ("province", "city"))


def recipient_rank(words: str) -> int:
    """The rank of who is told, by the first of them; 0 where nothing is known."""
    head = _as_district(_BOTH.sub("", _COUNTED.sub("", fold(words))))
    if _OF_WORKS.match(head):
        return _WORKS
    found = next((rank_of(head) for pattern in (offices(), bodies()) if pattern.match(head)), 0)
    found = found or (ranks()["sở"] if _AGENCY.match(head) else 0)
    if not head.startswith("cục "):
        return found
    return ranks()["tổng cục"] if _OF_MINISTRY.match(head) else min(found, _LOCAL_BRANCH)


def holder_rank(holder: Holder) -> int:
    """The rank of a person: that of the highest of their positions."""
    return max((rank_of(fold(position)) for position in holder.positions), default=0)

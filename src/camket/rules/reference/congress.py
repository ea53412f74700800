"""Resolutions of congresses and plenums, which go by the meeting and not by a number."""

from __future__ import annotations

import re

from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.model.fact import ReferenceType
from camket.rules.reference.item import Citation
from camket.rules.reference.parts import tail

_WHICH = r"(?:[IVX]+|\d{1,2}|(?i:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))"
_PLACE = rf"(?: [{UPPER}][^\W\d_]*(?: -)?){{0,4}}"
_UNIT = r"(?i:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|khối|cơ quan|bộ|ủy ban nhân dân|ubnd)"
_TERM = r"(?i:,? \(?nhiệm kỳ \d{4} ?[-/] ?\d{2,4}\)?)"
_NUMERAL = rf"(?i:,? (?:lần thứ|khóa|lần)) {_WHICH}(?!\w)"
_MEETING = (
    r"(?i:đại hội|đh)(?i: đại biểu)?(?i: toàn quốc)?"
    rf"(?:(?i: của)? (?i:đảng bộ)(?: {_UNIT}{_PLACE})?|(?i: đảng)(?! bộ)(?i: toàn quốc)?)?(?i: các cấp)?"
    rf"(?:{_NUMERAL}|{_TERM}| [IVX]+(?!\w))*(?i: của đảng| đảng)?(?:{_TERM})?"
)


def _decided(found: Found) -> Citation:
    return Citation(type="resolution", meeting=_meeting(found))


def _meeting(found: Found) -> str:
    """The meeting's name; of two joined ones the last, which is the one that is named in full."""
    last = re.split(r" và (?=đại hội)", found.written("meeting").strip(), flags=re.IGNORECASE)[-1]
    return re.sub(r" đại biểu(?= đảng bộ)", "", last, flags=re.IGNORECASE)


RESOLUTION = Rule(
    name="reference/congress_resolution",
    pattern=rf"(?i:(?<!\w)nghị quyết (?:của )?)(?P<meeting>{_MEETING}(?: và {_MEETING})?)",
    produce=_decided,
    cased=True,
    weight=4,
    cues=("nghị quyết",),
    examples=(
        example(
            "mục tiêu Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025; năm 2025",
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025"
            " => resolution of Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020-2025",
        ),
        example(
            "thực hiện Nghị quyết Đại hội XIII của Đảng và",
            "Nghị quyết Đại hội XIII của Đảng => resolution of Đại hội XIII của Đảng",
        ),
        example("đạt 20/28 mục tiêu Nghị quyết Đại hội; đặc biệt", "Nghị quyết Đại hội => resolution of Đại hội"),
        example(
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Bắc Ninh lần thứ XIX đề ra",
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Bắc Ninh lần thứ XIX"
            " => resolution of Đại hội Đảng bộ tỉnh Bắc Ninh lần thứ XIX",
        ),
        example(
            "triển khai Nghị quyết Đại hội Đảng các cấp và Đại hội đại biểu toàn quốc lần thứ XIII của Đảng tại tỉnh",
            "Nghị quyết Đại hội Đảng các cấp và Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"
            " => resolution of Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        ),
    ),
    counter_examples=("thực hiện các nghị quyết của Đảng", "Đại hội Đảng bộ tỉnh lần thứ XX khai mạc"),
)


def _joined(found: Found) -> Citation | None:
    if not re.search(r"nghị quyết (?:của )?đại hội [^.;]*$", found.before):
        return None
    found.start = found.match.start("meeting")
    return Citation(type="resolution", meeting=_meeting(found))


JOINED = Rule(
    name="reference/congress_joined",
    pattern=rf"(?:,| và) (?P<meeting>(?i:đại hội)(?i: đại biểu)? (?i:đảng bộ) {_UNIT}{_PLACE}{_NUMERAL})",
    produce=_joined,
    cased=True,
    weight=2,
    cues=("nghị quyết",),
    examples=(
        example(
            "học tập Nghị quyết Đại hội XIII của Đảng, Đại hội Đảng bộ tỉnh Bắc Ninh lần thứ XX, Đại hội Đảng các cấp.",
            "Đại hội Đảng bộ tỉnh Bắc Ninh lần thứ XX => resolution of Đại hội Đảng bộ tỉnh Bắc Ninh lần thứ XX",
        ),
    ),
    counter_examples=("Sau Đại hội XIII của Đảng, Đại hội Đảng bộ tỉnh Bắc Ninh lần thứ XX diễn ra",),
)


def _plenum(found: Found) -> Citation | None:
    if not (found["which"] or found["term"] or "lần thứ" in found.match[0].lower()):
        return None
    found.end = tail(found.text, found.low, found.end, found.bounds[1]).end
    term = found.written("term").strip(" ()")
    type_: ReferenceType = "conclusion" if found["type"].lower() == "kết luận" else "resolution"
    return Citation(type=type_, issuer=f"Ban Chấp hành Trung ương Đảng {term}".strip())


PLENUM = Rule(
    name="reference/plenum_resolution",
    pattern=(
        rf"(?i:(?<!\w)(?P<type>nghị quyết|kết luận)(?: của)?(?: hội nghị)?(?: lần thứ [^\W\d]+| lần thứ \d+)?(?: "
        rf"ban chấp hành| bch)?"
        rf" (?:trung ương|tw|tư)(?: đảng)?(?: lần thứ)?)(?: (?P<which>{_WHICH})(?!\w))?"
        r"(?: ?(?P<term>\(?(?i:khóa) [IVX]+(?:,? [IVX]+)*\)?))?"
    ),
    produce=_plenum,
    cased=True,
    weight=3,
    cues=("nghị quyết", "kết luận"),
    examples=(
        example(
            "thực hiện Nghị quyết Trung ương 4 khóa XI, XII về xây dựng, chỉnh đốn Đảng, gắn với",
            "Nghị quyết Trung ương 4 khóa XI, XII về xây dựng, chỉnh đốn Đảng"
            " => resolution by Ban Chấp hành Trung ương Đảng khóa XI, XII",
        ),
        example(
            "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII.",
            "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII"
            " => resolution by Ban Chấp hành Trung ương Đảng khóa XII",
        ),
    ),
    counter_examples=("các nghị quyết, kết luận của Trung ương", "nghị quyết của Trung ương"),
)

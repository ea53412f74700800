"""Answers to targets that ask whether something was done: `đã hoàn thành quy hoạch tỉnh`, `chưa thành lập ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.model.extraction import Extraction
from camket.model.series import Source
from camket.resolve.areas import find_area, forms
from camket.resolve.placing import document_day

_VERBS = (
    "hoàn thành", "hoàn thiện", "ban hành", "phê duyệt", "thành lập", "khánh thành", "khởi công", "thông qua",
    "công bố", "đưa vào sử dụng", "đưa vào hoạt động", "đưa vào vận hành", "ký kết", "công nhận", "xây dựng", "lập",
)  # fmt: skip
_VERB = rf"(?:{'|'.join(_VERBS)})"
_ASKED = expression(rf"^(?:được )?(?P<verb>{_VERB})(?: xong| việc)?(?P<more>(?: và {_VERB})*)? (?P<thing>.+)$")
_TIME = expression(r" (?:thời kỳ|giai đoạn|nhiệm kỳ|đến năm|trong năm|năm|trước) \d.*$|[,;(].*$")
_SENTENCE = expression(r"(?:[^.;\n]|\.(?=\d))+")
_NOT_YET = expression(
    r"(?<!\w)(?:đề nghị|đề xuất|kiến nghị|phấn đấu|sẽ|dự kiến|nếu|cơ bản|tiếp tục|sớm|cần|phải|yêu cầu|chỉ đạo|giao|"
    r"tập trung)(?!\w)"
)
_SHORTEST = 6  # letters of a thing: a shorter name would be found anywhere


class Question(NamedTuple):
    """What a target asks: that something be done with a thing.

    Attributes:
        verb: the deed, folded; empty where the words name the thing alone.
        thing: folded, without its time.
    """

    verb: str
    thing: str


class Answer(NamedTuple):
    """What a paper says of it, and when; `day` None where it has no date."""

    done: bool
    day: date | None
    source: Source


def question_of(words: str) -> Question | None:
    """What the words of a target ask; None where they name too little to look for."""
    said = fold(words).strip(" .:")
    found = _ASKED.match(said)
    verb, thing = (found["verb"], found["thing"]) if found is not None else ("", said)
    thing = _TIME.sub("", thing).strip()
    return Question(verb, thing) if len(thing) >= _SHORTEST and " " in thing and thing not in _VERBS else None


def answers_of(extraction: Extraction, question: Question, area: str) -> Iterator[Answer]:
    """What a paper of a place says of it; what is asked for, planned or nearly done is no answer."""
    document = extraction.document
    day = document_day(document.head)
    place = find_area(document.head.area or "", None, day).slug
    if place is None or place not in forms(area):
        return
    pattern = _pattern(question)
    for sentence in _SENTENCE.finditer(document.text):
        said = fold(sentence[0])
        found = pattern.search(said)
        if found is None or _NOT_YET.search(said, 0, found.end()) is not None:
            continue
        head, text = document.head, sentence[0]
        start = sentence.start() + len(text) - len(text.lstrip())
        end = sentence.end() - len(text) + len(text.rstrip())
        yield Answer(
            done=(found["how"] or found["what"]) == "đã",
            day=day,
            source=Source(
                document=document.id, start=start, end=end, quote=document.text[start:end], title=head.title,
                url=head.url, published=day, kind=head.source_kind,
            ),
        )  # fmt: skip


def _pattern(question: Question) -> re.Pattern[str]:
    """`đã hoàn thành (việc lập) quy hoạch tỉnh`, `quy hoạch tỉnh đã được phê duyệt`; the verb asked for, else any."""
    verb = re.escape(question.verb) if question.verb else _VERB
    thing = re.escape(question.thing)
    return re.compile(
        rf"(?<!\w)(?P<how>đã|chưa) (?:được )?(?:\w+ ){{0,2}}?{verb} (?:\w+ ){{0,3}}?{thing}(?!\w)"
        rf"|(?<!\w){thing}(?!\w)[^,]{{0,60}}? (?P<what>đã|chưa) (?:được )?(?:\w+ ){{0,2}}?{verb}(?!\w)"
    )

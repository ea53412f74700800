"""Papers that answer proposals: found by the number that they cite, their subject and their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

import msgspec

from camket import plain_yaml
from camket.grammar.fold import Folded, fold
from camket.grammar.numbering import mark_at
from camket.model.extraction import Extraction
from camket.model.message import Message, message
from camket.model.petition import Paper, Petition, Reply, ReplyKind
from camket.typed import typed
from camket.work.alike import Index, Pairs, apart, held, pairs

_TAKES_UP = 0.5
"""The share of a wish's pairs of words that a line has which takes it up."""
_ANSWERS = re.compile(r"(?<!\w)(?:trả lời|phúc đáp|giải quyết|xử lý)(?: \w+){0,4}? (?:kiến nghị|đề nghị|đề xuất)(?!\w)")
_LONGEST = 600
"""Characters of an answer that are quoted."""
_CLAUSE = re.compile(r"[^.;\n]*[.;\n]?")


class Answering(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that may answer: its text, and the numbers of the papers that it cites."""

    paper: Paper
    text: str
    cites: tuple[str, ...] = ()


class Words(NamedTuple):
    """What words make of a proposal, and those that tell it."""

    kind: ReplyKind
    reason: Message


def answering(extraction: Extraction, paper: Paper) -> Answering:
    """A paper as one that may answer."""
    cited = tuple(each.number for each in extraction.references if each.number)
    return Answering(paper=paper, text=extraction.document.text, cites=cited)


def words_of(text: str) -> Words | None:
    """What an answer makes of a proposal; None where its words do not tell.

    `đề nghị tỉnh chủ động cân đối, bố trí nguồn` is a refusal. Agreed to in one part and refused in another is an
    answer in part. To take note, or to be looked into, is none.
    """
    found: dict[str, str] = {}
    for each in _pattern().finditer(fold(text)):
        found.setdefault(_kinds()[each[0]], each[0])
    refused = found.get("own_means") or found.get("rejected")
    if "in_part" in found:
        return Words("in_part", message("work.reply.words", words=found["in_part"]))
    if "accepted" in found and refused:
        return Words("in_part", message("work.reply.both", one=found["accepted"], other=refused))
    if "own_means" in found:
        return Words("rejected", message("work.reply.own_means", words=found["own_means"]))
    for kind in ("rejected", "accepted", "forwarded"):
        if kind in found:
            return Words(kind, message("work.reply.words", words=found[kind]))
    return Words("noted", message("work.reply.noted", words=found["noted"])) if "noted" in found else None


def replies(petitions: Iterable[Petition], papers: Sequence[Answering]) -> Iterator[Reply]:
    """What papers say of proposals.

    A paper answers a proposal where it cites the number of a paper that raised it, or where its subject says that it
    answers proposals; and where its subject, or a line of its body, takes the wish up in most of its words. A paper
    that cites one paper alone which has but one wish answers this wish.
    """
    held_by: dict[str, list[Petition]] = {}
    every = {petition.id: petition for petition in petitions}
    wishes = Index()
    for petition in every.values():
        wishes.add(petition.id, pairs(petition.text))
        for number in {paper.number for paper in petition.papers if paper.number}:
            held_by.setdefault(fold(number), []).append(petition)
    for told in papers:
        cited = {fold(number) for number in told.cites}
        answered = [held_by[number] for number in sorted(cited) if number in held_by]
        alone = {answered[0][0].id} if len(answered) == 1 and len(answered[0]) == 1 else set()
        asked = {each.id: each for group in answered for each in group}
        if _ANSWERS.search(fold(told.paper.title)):
            asked = every
        if asked:
            yield from _of_paper(told, asked, cited, alone, wishes)


def _of_paper(
    told: Answering, asked: Mapping[str, Petition], cited: set[str], alone: set[str], wishes: Index
) -> Iterator[Reply]:
    lines = _lines(told.text)
    places = _places(lines, asked, wishes)
    taken = sorted(set(places.values()))
    subjects = {id_ for id_, share in wishes.held_in(pairs(told.paper.title)).items() if share >= _TAKES_UP}
    concerned = places.keys() | subjects | alone
    for id_, petition in asked.items():
        own = {paper.document for paper in petition.papers}
        if id_ not in concerned or told.paper.document in own or not _is_later(told.paper, petition):
            continue
        by_subject = id_ in subjects
        place = places.get(id_)
        if place is not None:
            part = _answer(
                told.text, lines, place, next((each for each in taken if each > place), len(lines)), petition
            )
            how = message("work.reply.body")
        else:
            part = (lines[0].start, lines[-1].end) if lines else (0, 0)
            how = message("work.reply.subject") if by_subject else message("work.reply.only_wish")
        found = _in_clause(told.text, *part)
        if found is not None:
            numbers = [each.number for each in petition.papers if fold(each.number) in cited]
            cites = (message("work.reply.cites", number=numbers[0]),) if numbers else ()
            words, start, end = found
            yield Reply(
                petition=id_,
                kind=words.kind,
                paper=told.paper,
                by=told.paper.issuer,
                quote=" ".join(told.text[start:end].split())[:_LONGEST],
                start=start,
                end=end,
                reasons=(*cites, how, words.reason),
            )


class _Line(NamedTuple):
    start: int
    end: int
    pairs: Pairs
    level: int
    text: str


def _lines(text: str) -> list[_Line]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            mark = mark_at(Folded(line).text, 0, len(line))
            found.append(_Line(start, start + len(line), pairs(line), mark.level if mark is not None else 99, line))
        start += len(line) + 1
    return found


def _places(lines: Sequence[_Line], asked: Mapping[str, Petition], wishes: Index) -> dict[str, int]:
    """By wish the line that takes it up best; none where none does. A line of other numbers or names is of another."""
    best: dict[str, tuple[float, int]] = {}
    for place, line in enumerate(lines):
        for id_, share in wishes.held_in(line.pairs).items():
            is_better = id_ in asked and share >= _TAKES_UP and share > best.get(id_, (0.0, 0))[0]
            if is_better and not apart(asked[id_].text, line.text):
                best[id_] = share, place
    return {id_: place for id_, (_, place) in best.items()}


def _answer(text: str, lines: Sequence[_Line], place: int, following: int, petition: Petition) -> tuple[int, int]:
    """The range that answers: what follows the wish in its line, and the lines below it that are not of another."""
    line = lines[place]
    last = place
    while last + 1 < following and lines[last + 1].level > line.level:
        last += 1
    if last == place and line.level == lines[place].level == 99:  # no marks: the next line goes on
        last = min(place + 1, following - 1)
    after = _behind(text, line, pairs(petition.text))
    return after, lines[last].end


def _behind(text: str, line: _Line, wish: Pairs) -> int:
    """Where in a line the wish ends: behind the last clause (`:`, `,`, `;`) that says more of it than of anything."""
    at = line.start
    for cut in re.finditer(r"[:;,.](?=\s|$)", text[line.start : line.end]):
        part, before = (pairs(text[first : line.start + cut.start()]) for first in (at, line.start))
        says_it = bool(part) and len(part & wish) * 2 >= len(part)
        if says_it or (cut[0] == ":" and held(wish, before) >= _TAKES_UP):
            at = line.start + cut.end()
    return at


def _in_clause(text: str, start: int, end: int) -> tuple[Words, int, int] | None:
    """What a range makes of a proposal, and the part of it from the first to the last telling sentence."""
    words = words_of(text[start:end])
    if words is None:
        return None
    spans = [
        (start + each.start(), start + each.end())
        for each in _CLAUSE.finditer(text[start:end])
        if each[0].strip() and words_of(each[0]) is not None
    ]
    if not spans:
        return words, start, end
    first, last = spans[0][0], spans[-1][1]
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return words, first, last


def _is_later(paper: Paper, petition: Petition) -> bool:
    return paper.day is None or petition.paper.day is None or paper.day >= petition.paper.day


@cache
def _kinds() -> Mapping[str, str]:
    """By folded phrase the kind of answer that it tells."""
    text = resources.files("camket.work").joinpath("replies.yaml").read_text(encoding="utf-8")
    lists = msgspec.convert(plain_yaml.load(text), typed(dict[str, list[str]]))
    return {fold(phrase): kind for kind, phrases in lists.items() for phrase in phrases}


@cache
def _pattern() -> re.Pattern[str]:
    """Longer phrases first, so that `không đồng ý` is no `đồng ý`."""
    phrases = sorted(_kinds(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})(?!\w)")

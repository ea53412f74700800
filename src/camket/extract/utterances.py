"""The verbs of saying of a text that somebody says, each with its subject."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from camket.extract.people import People
from camket.extract.speaker import Speaker, subject_before
from camket.extract.tasks import after_links
from camket.grammar.engine import Reading
from camket.grammar.sentence import Sentence
from camket.rules.book import rule_set
from camket.rules.directive.item import Act

Placed = tuple[int, int, Act]
"""A verb of saying with its start and end in the folded text."""
_JOINING = frozenset({"yêu cầu", "đề nghị", "giao", "kêu gọi", "phân công", "đồng ý", "nhất trí"})
"""Verbs that may follow another verb of the same speaker without naming the speaker again."""
_ACCORDING = re.compile(r"(?:cũng |vẫn )?theo (?=\S)")
_VIEWS = ("theo ", "cũng theo ", "vẫn theo ")
_STORIED = frozenset({"chỉ đạo", "thống nhất"})
"""Verbs that after `đã` tell what was done."""
_ALLOTTED = re.compile(
    r"(?:\b(?:kế hoạch|dự toán|chỉ tiêu|nhiệm vụ|vốn|mục tiêu|số)\b[^,.;:]{0,40}\bgiao[\s.,;)]|\bgiao[.,;)])$"
)
"""`kế hoạch Thủ tướng giao` says who set the plan; nothing is handed out."""


class Utterance(NamedTuple):
    """A verb of saying with its subject, if it has one of its own; `left` is where both begin."""

    act: Act
    left: int
    end: int
    speaker: Speaker | None


def utterances(reading: Reading, people: People) -> Mapping[int, list[Utterance]]:
    """The verbs that somebody says, by the number of their sentence."""
    found: dict[int, list[Placed]] = {}
    every, at = _acts(reading), 0
    for sentence in reading.sentences:
        while at < len(every) and every[at][0] < sentence.end:
            found.setdefault(sentence.number, []).append(every[at])
            at += 1
        if reading.low.startswith(_VIEWS, sentence.start):
            found.setdefault(sentence.number, [])
    return {number: _of_sentence(reading, people, number, some) for number, some in found.items()}


def _acts(reading: Reading) -> list[tuple[int, int, Act]]:
    """The verbs of saying of a reading, in order."""
    for kind in ("directive", "proposal"):
        if kind not in reading.made:
            rule_set().run(kind, reading)
    made = [*reading.made["directive"], *reading.made["proposal"]]
    found = [(one.start, one.end, one.item) for one in made if isinstance(one.item, Act)]
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _opening(kept: Iterable[Utterance]) -> bool:
    """Whether what stands before in a sentence is no more than an introduction."""
    return not any(one.speaker or one.act.means in ("order", "ask", "agree") for one in kept)


def _of_sentence(reading: Reading, people: People, number: int, found: Iterable[Placed]) -> list[Utterance]:
    """The verbs of saying of a sentence that have a subject or stand where they need none."""
    sentence = reading.sentences[number]
    according = _according(reading, people, sentence)
    kept = [according] if according else []
    left = according.end if according else sentence.start
    for start, end, act in found:
        if start < left or (act.verb == "giao" and _ALLOTTED.search(reading.low, sentence.start, end + 1)):
            continue
        if act.verb in _STORIED and reading.low.endswith("đã ", sentence.start, start):
            continue
        speaker = subject_before(reading, people, left, start, opening=_opening(kept))
        if speaker is None and (
            act.verb == "trình" or not _leads(reading, sentence, left, start, act, follows=bool(kept))
        ):
            continue
        kept.append(Utterance(act, speaker.start if speaker else start, end, speaker))
        left = end
    return kept


def _according(reading: Reading, people: People, sentence: Sentence) -> Utterance | None:
    """`Theo Thủ tướng, ...`: what follows is that person's view."""
    found = _ACCORDING.match(reading.low, sentence.start, sentence.end)
    comma = reading.low.find(",", found.end(), min(sentence.end, found.end() + 80)) if found else -1
    if found is None or comma < 0:
        return None
    speaker = subject_before(reading, people, found.end(), comma, opening=True)
    if speaker is None or speaker.body or speaker.start - found.end() > len("đồng chí "):
        return None
    return Utterance(Act("stress", "instruct", "theo"), sentence.start, comma + 1, speaker)


def _leads(reading: Reading, sentence: Sentence, left: int, start: int, act: Act, *, follows: bool) -> bool:
    """Whether a verb without a subject begins its sentence or joins the verb before it."""
    low = reading.low
    before = low[left:start].rstrip()
    if act.verb == "trình":
        return False
    if after_links(low, sentence.start, start) == start or before.strip(' "') in ("tôi", "chúng tôi"):
        return True
    if act.means == "ask":
        return before.endswith((" nên", "đồng thời", ";")) and (follows or before.endswith(" nên"))
    if act.means == "stress":
        return follows and before.endswith((" và", "đồng thời"))
    return follows and act.verb in _JOINING and before.endswith((";", "đồng thời", " và", ","))

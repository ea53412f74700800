"""The flow of speech through a text: who has the floor, and what each clause of it asks of whom.

A leader's words seldom stay in one sentence. Whoever speaks keeps the floor over the sentences that follow, until
somebody else takes it or the text turns to other things. Directives and proposals are both read from this flow; which
of them a clause is, the ranks of speaker and addressee decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from camket.extract.orders.asking import asking, may_lay_duty
from camket.extract.orders.duties import lays_duty
from camket.extract.orders.floor import PLAIN, Floor, Spoken, Told
from camket.extract.orders.frames import is_frame
from camket.extract.orders.issued import ISSUING, SAYING, is_below, issuers, says
from camket.extract.orders.items import (
    NO_WORDS,
    NUMBER_ONLY,
    announces,
    body_alone,
    head_of,
    heading_end,
    in_item,
    is_body,
    is_item,
    mark_of,
    theme_of,
)
from camket.extract.orders.lines import (
    ANNOUNCED,
    CONCLUDES,
    announces_more,
    end_before_lines,
    end_of_tasks,
    is_heading,
    is_prose,
    parts_of,
)
from camket.extract.orders.news import NO_TASK, TIMED, announces_targets, is_news, is_result, states_target
from camket.extract.orders.office_work import charged_alone, said_in
from camket.extract.orders.pieces import fragments, told_behind
from camket.extract.orders.pointing import in_full
from camket.extract.orders.quotes import Quote, closed_quotes, told_quotes, who_says_we, wording
from camket.extract.orders.ranks import CENTRE, LOWEST_OFFICE
from camket.extract.orders.said import act_of, is_noun, said_by
from camket.extract.orders.speaker import Speaker, same_speaker
from camket.extract.orders.standing import (
    CONCLUDING,
    Standing,
    at_item,
    first_floor,
    is_below_reporter,
    of_paper,
    tells_executive,
    under_heading,
)
from camket.extract.orders.targets import with_targets
from camket.extract.orders.tasks import Clause, after_links
from camket.extract.orders.turning import command_at, is_of_account, turns_ahead
from camket.extract.orders.turns import BY_RULE, OWN_PLAN, TURN
from camket.extract.orders.unlisted import in_list
from camket.extract.orders.utterances import PRAISING, Utterance, utterances
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.sentence import Sentence
from camket.rules.directive.item import GIVEN, Act

_SILENCE = 4
"""After so many sentences without a task the floor is free."""


@lru_cache(maxsize=1)
def listen(
    reading: Reading, people: People, voice: Speaker | None = None, *, shares: bool = True
) -> tuple[Spoken, ...]:
    """Every clause of a text that asks something of somebody. The last answer is kept: two kinds of fact need it.

    Args:
        reading: the text.
        people: its people.
        voice: whose voice a paper speaks with where no sentence names a speaker; None in news.
        shares: whether a heading of who does what gives tasks; in a report it tells what was done.
    """
    return with_targets(reading, people, _Listener(reading, people, voice, shares=shares).run())


class _Listener:
    """Walks the sentences of one text and keeps the floor."""

    def __init__(self, reading: Reading, people: People, voice: Speaker | None, *, shares: bool) -> None:
        self.reading, self.people, self.shares = reading, people, shares
        self.official = voice is not None
        self.paper = self.floor = self.own = self.voice = first_floor(reading, voice)
        self.announced = self.headed = -1
        self.shared_out: tuple[int, tuple[int, int]] | None = None
        self.told = Told()
        self.quotes: list[Quote] = list(told_quotes(reading, people))
        self.issuers: Mapping[int, Speaker] = {} if self.official else issuers(reading, people)
        self.worded = 0
        self.heard: tuple[int, Speaker] | None = None
        self.command = command_at(reading, voice)

    def run(self) -> Iterator[Spoken]:
        always = self.official or bool(self.issuers or self.quotes)
        spoken = utterances(self.reading, self.people, always=always, news=not self.official)
        if not (spoken or always):
            return
        self.quotes += [one for some in spoken.values() for one in closed_quotes(self.reading, some)]
        for part in parts_of(self.reading, official=self.official):
            self.floor = self.own = self.voice = self.paper
            self.told = Told()
            yield from self._part(part, spoken)

    def _part(self, part: Sequence[Sentence], spoken: Mapping[int, list[Utterance]]) -> Iterator[Spoken]:
        """What is asked for in a paper, or in the plan behind it, sentence by sentence."""
        for sentence in part:
            if NO_WORDS.fullmatch(self.reading.low, sentence.start, sentence.end) or sentence.start < self.worded:
                continue
            silent = self.official and sentence.number not in spoken
            if not is_prose(self.reading, sentence) or (silent and is_heading(self.reading, sentence)):
                self._pass_title(sentence)
                self.floor = self._issued(sentence) or self.floor
                continue
            self.floor, self.told = at_item(self.reading, sentence, self.floor, self.told)
            if self.told.report and turns_ahead(self.reading, sentence, self.own):
                self.floor, self.told = self.own, self.told._replace(report=False)
            every = spoken.get(sentence.number, [])
            self.heard = next(((sentence.number, one.speaker) for one in reversed(every) if one.speaker), self.heard)
            some = said_in(self.reading, self.floor, sentence, every, official=self.official)
            concludes = self.official and CONCLUDES.search(self.reading.low[sentence.start : sentence.end])
            clauses = [] if concludes else list(self._sentence(sentence, some))
            passed_on = self.official and not clauses and bool(some) and some[-1].act.verb == "thông báo"
            self.floor = self.voice if passed_on else self._next(sentence, some, clauses)
            yield from clauses

    def _pass_title(self, sentence: Sentence) -> None:
        """In news a subtitle ends what somebody asks for; a leader's speech goes on below it."""
        act = self.floor.act
        if sentence.start < self.headed:
            return
        if self.official:
            self.headed = heading_end(self.reading, sentence)
            here = Standing(self.floor, self.voice, self.told)
            here = under_heading(self.reading, sentence, here, self.own, shares=self.shares)
            self.floor, self.voice, self.told = here
            act = self.floor.act
        numbered = NUMBER_ONLY.fullmatch(self.reading.low, sentence.start, sentence.end)
        if act is not None and act.means == "ask" and not self.official and not numbered:
            self.floor = self.voice

    def _sentence(self, sentence: Sentence, some: list[Utterance]) -> Iterator[Spoken]:
        quoted = next((one for one in self.quotes if one.holds(sentence.start)), None)
        if quoted is not None:
            last, one = quoted.last, quoted.said
            firm = one.act.means in ("order", "stress")
            end = min(sentence.end, last, *(other.left for other in some))
            yield from self._carried(sentence, end, Floor(one.speaker, one.act, firm, True))
        elif not some:
            if self.floor.act is ISSUING and self.floor.silent == 0 and says(self.reading.low, sentence.start):
                self.floor = self.floor._replace(act=SAYING, handing_out=True, duties=True, shared=True)
            yield from self._carried(sentence, sentence.end, self.floor)
        elif (self.floor.handing_out or self.floor.duties) and self.reading.low[
            sentence.start : some[0].left
        ].rstrip().endswith(";"):
            yield from self._carried(sentence, some[0].left, self.floor)
        for place, one in enumerate(some):
            end = some[place + 1].left if place + 1 < len(some) else sentence.end
            speaker = self._speaker_of(some, place)
            accounted = self.told.report and not self.shares and is_of_account(self.reading, sentence, one)
            accounted = accounted or (one.speaker is None and sentence.start < self.command)
            if speaker is not None and one.act.means != "tell" and not accounted:
                yield from self._said(sentence, one, speaker, end)

    def _speaker_of(self, some: list[Utterance], place: int) -> Speaker | None:
        """The subject of a verb; without one, that of the verb before it, else of the one after, else of the floor."""
        for one in (*reversed(some[: place + 1]), *some[place + 1 :]):
            if one.speaker is not None:
                return in_full(self.reading, one.speaker, self.floor.speaker, self.voice.speaker)
        return self.floor.speaker or who_says_we(self.reading, self.heard, some[place])

    def _said(self, sentence: Sentence, one: Utterance, speaker: Speaker, end: int) -> Iterator[Spoken]:
        """The clauses right after a verb of saying."""
        low = self.reading.low
        given = one.act.verb == GIVEN and not self.floor.handing_out
        if given or (one.act.means != "agree" and is_noun(low, one)):
            return  # `được giao` tells what the one who has the floor gives only where orders are told
        if (one.act.means == "ask" or one.act.kind == "request") and (last := wording(low, one.end, end)):
            self.worded, begin = last, after_links(low, one.end, end)
            wish = Clause(begin, last, verb=True, head=begin)
            yield Spoken(wish, speaker, one.act, sentence.number, "said", self.told.wishes)
            return
        end = self._end_of_said(sentence, one, end)
        going, closes = False, any(one is other.said for other in self.quotes)
        for clause in said_by(self.reading, sentence, one, end):
            asked = asking(self.reading, one, speaker, clause, closes=closes)
            if asked is None and one.act.means == "stress" and TIMED.search(low, clause.head, clause.end):
                return  # `khẳng định Chính phủ sẽ tạo điều kiện; tiếp tục ...`: the rest is promised too
            going = going or asked is not None
            if (going or one.act.means == "stress") and announces(self.reading, sentence, clause):
                self.announced = sentence.number
            elif going and clause.end > clause.start and (clause.verb or self.announced != sentence.number):
                act = act_of(low, one, clause)
                yield Spoken(asked or clause, speaker, act, sentence.number, "said", self.told.wishes)

    def _end_of_said(self, sentence: Sentence, one: Utterance, end: int) -> int:
        """Where what somebody says ends: before who is named behind a speech in quotes, or what is announced."""
        low = self.reading.low
        closed = low.find('"', one.end, end) if low.count('"', sentence.start, one.end) % 2 else -1
        end = closed if closed >= 0 else end
        if not low[one.end : end].rstrip().endswith(":"):
            return end
        last = end_before_lines(low, one.end, end, asks=one.act.kind != "instruct")
        self.announced = sentence.number if 0 <= last < end else self.announced
        return max(last, one.end)

    def _carried(self, sentence: Sentence, end: int, floor: Floor) -> Iterator[Spoken]:
        """The clauses of a sentence without a verb of saying, under whoever has the floor."""
        low = self.reading.low
        account = (self.told.report or self.told.aimed is not None) and floor is self.floor
        if account or (sentence.start < self.command and floor.act is None):
            return
        end = end_of_tasks(self.reading, sentence, end)
        if floor.speaker is None or end == sentence.start or TURN.match(low, sentence.start):
            return
        begin = after_links(low, sentence.start, end)
        if NO_TASK.match(low, begin) or states_target(self.reading, begin, end) or body_alone(self.reading, sentence):
            return
        going = floor.listed and not floor.shared and is_item(self.reading, sentence)
        executive = self.official and floor is self.floor and tells_executive(self.reading, sentence, floor, begin)
        if not (going or executive or floor.handing_out or (floor.duties and may_lay_duty(low, sentence.start, end))):
            return
        news = False
        told = floor.recipient or self._shared_with(sentence, floor)
        for clause in self._pieces(sentence, end, floor):
            if is_result(self.reading, clause) or (clause.duty and BY_RULE.search(low, sentence.start, clause.start)):
                going, news = False, news or bool(TIMED.search(low, clause.head, clause.end))
                continue
            if floor.act is SAYING and not is_below(self.reading, floor.speaker, clause.recipient or told):
                continue
            place, own = (sentence, begin), floor is self.floor
            duty, told_of = lays_duty(self.reading, place, floor, clause, official=self.official, own=own), False
            opens = clause.verb and clause.start - clause.head <= 1
            if not opens and TIMED.search(low, clause.start, clause.end):
                going, told_of = False, True
            bare = floor._replace(handing_out=True) if executive else floor
            going = going or duty or (not news and self._is_bare(sentence, bare, clause))
            news = news or told_of
            if going and clause.end > clause.start:
                told = clause.recipient or told
                how = "duty" if duty else "continued"
                act = floor.act or PLAIN
                fresh = self.official and told is None and is_item(self.reading, sentence)
                now = clause._replace(recipient=told)
                self.shared_out = (sentence.paragraph, told) if told and floor.shared else None
                yield Spoken(now, floor.speaker, act, sentence.number, how, self.told.wishes, fresh)

    def _shared_with(self, sentence: Sentence, floor: Floor) -> tuple[int, int] | None:
        """Whom the sentence before gave its share in the same item, where a paper shares out tasks."""
        if not floor.shared or self.shared_out is None:
            return None
        line, told = self.shared_out
        below = line + 1 == sentence.paragraph and not mark_of(self.reading, sentence)
        return told if below or line == sentence.paragraph else None

    def _pieces(self, sentence: Sentence, end: int, floor: Floor) -> list[Clause]:
        """The clauses of a sentence; in a list of tasks what stands behind a body's name is what it is to do."""
        every = fragments(self.reading, sentence.start, end, strict=True)
        pieces = [one for one in every if not is_frame(self.reading, one)]
        return [in_list(self.reading, one) for one in pieces] if floor.listed else pieces

    def _is_bare(self, sentence: Sentence, floor: Floor, clause: Clause) -> bool:
        """Whether a clause without a word of duty goes on with the tasks of whoever has the floor."""
        if not floor.handing_out or not clause.verb or clause.fronted:
            return False
        told = clause.recipient
        if told and floor.speaker and self.reading.text[slice(*told)].strip(" ,") == floor.speaker.name:
            return False  # of whoever has the floor it is told what they do
        named = is_body(self.reading, *told) if told else floor.recipient or self._shared_with(sentence, floor)
        if floor.shared and not (named and (self.shares or is_below_reporter(self.reading, told, floor))):
            return False
        if floor.act is not None and floor.act.means == "ask" and OWN_PLAN.match(self.reading.low, sentence.start):
            return False
        opens = told is not None or clause.start - clause.head <= 1
        return opens and not is_news(self.reading, self.people, sentence.start, clause)

    def _next(self, sentence: Sentence, some: list[Utterance], clauses: list[Spoken]) -> Floor:
        """Who has the floor after a sentence."""
        low, floor = self.reading.low, self.floor
        line = low[sentence.start : sentence.end]
        named = [self._speaker_of(some, place) for place, one in enumerate(some) if one.speaker is not None]
        known = self.announced == sentence.number
        if clauses and not (some and announces_more(self.reading, sentence, some[-1].left, known=known)):
            return self._after(sentence, clauses[-1], spoken=bool(some))
        if other := self._charged(sentence, some, named) if some else self._unsaid(sentence):
            return other
        if some and (line.endswith(":") or self.announced == sentence.number):
            self.official = self.official or bool(CONCLUDES.search(line))
            floor = self._announce(sentence, some)
            again = self.own.speaker is None or same_speaker(floor.speaker, self.own.speaker)
            self.own = floor if again and CONCLUDES.search(line) else self.own
            return floor
        if named and named[-1] is not None:
            act = some[-1].act
            leads = named[-1].rank >= (LOWEST_OFFICE if act.verb in PRAISING else CENTRE)
            duties = act.means != "tell" or (floor.duties and floor.speaker == named[-1]) or leads
            return Floor(named[-1], act, False, duties, None, 0, sentence.paragraph)
        if floor.handing_out and line.endswith(":"):
            return self._headed(sentence)
        if floor.listed and in_item(self.reading, sentence):
            if head := body_alone(self.reading, sentence):
                self.told = self.told._replace(headed=mark_of(self.reading, sentence))
            return floor._replace(silent=0, recipient=head or floor.recipient)
        if self.official:
            return of_paper(floor, self.voice, self.told)
        if TURN.match(low, sentence.start) or floor.silent + 1 >= _SILENCE:
            return self.voice
        return floor._replace(handing_out=False, recipient=None, silent=floor.silent + 1)

    def _charged(self, sentence: Sentence, some: list[Utterance], named: list[Speaker | None]) -> Floor | None:
        """Who has the floor below a line that only says whom the items below it are for: `a) Giao Sở Y tế`."""
        told = charged_alone(self.reading, sentence, some[-1])
        if told is None:
            return None
        self.told = self.told._replace(headed=mark_of(self.reading, sentence))
        speaker = next((one for one in reversed(named) if one is not None), self.floor.speaker)
        return Floor(speaker, some[-1].act, True, True, told, 0, sentence.paragraph, True)

    def _headed(self, sentence: Sentence) -> Floor:
        """Who has the floor below a line of a list that ends in a colon: the line may say who its items are for."""
        low, floor = self.reading.low, self.floor
        if announces_targets(self.reading, after_links(low, sentence.start, sentence.end), sentence.end):
            aimed = mark_of(self.reading, sentence) or self.told.mark or "article"
            self.told = self.told._replace(aimed=aimed)
            return floor
        if self.told.report and theme_of(self.reading, sentence) == "tasks":
            self.told = self.told._replace(report=False)
        head = head_of(self.reading, sentence)
        if head or floor.recipient is None:
            self.told = self.told._replace(headed=mark_of(self.reading, sentence))
        if head and not self.shares and not is_below_reporter(self.reading, head, floor):
            return self.own  # whoever reports tells what they will do themselves
        listed = floor.listed or bool(ANNOUNCED.search(low[sentence.start : sentence.end]))
        return floor._replace(recipient=head or floor.recipient, silent=0, listed=listed)

    def _unsaid(self, sentence: Sentence) -> Floor | None:
        """The floor of whoever issues a paper of which news tell here, or whose conclusions a line announces.

        `Đồng chí chủ trì kết luận như sau:` names nobody: it is the one who speaks in the paper.
        """
        line = self.reading.low[sentence.start : sentence.end]
        if self.official and self.own.speaker is not None and line.endswith(":") and CONCLUDES.search(line):
            return self.own._replace(act=CONCLUDING, handing_out=True, listed=True, paragraph=sentence.paragraph)
        return self._issued(sentence)

    def _issued(self, sentence: Sentence) -> Floor | None:
        """The floor of whoever issues a paper of which news tell here: its orders may follow without a subject."""
        who = self.issuers.get(sentence.number)
        return Floor(who, ISSUING, paragraph=sentence.paragraph) if who else None

    def _after(self, sentence: Sentence, last: Spoken, *, spoken: bool) -> Floor:
        """Who has the floor after a sentence that asks something last; `spoken`: a verb of saying stands in it."""
        floor = self.floor
        if last.act.means == "ask" and self.official and floor.listed and floor.act != last.act:
            return floor._replace(silent=0)
        going = last.act.means != "agree" and (last.act.verb != "theo" or last.clause.duty)
        act = last.act if last.act.means != "agree" else Act("stress", "instruct", last.act.verb)
        if not spoken and self.reading.low.endswith(":", sentence.start, sentence.end):
            self.told = self.told._replace(headed=mark_of(self.reading, sentence))
            floor = floor._replace(recipient=last.clause.recipient or floor.recipient)
        same = floor.speaker == last.speaker or (self.official and same_speaker(floor.speaker, last.speaker))
        kept = floor.recipient if (last.how == "continued" or floor.listed) and not spoken else None
        if spoken and same and floor.shared and self.told.headed:
            kept = floor.recipient  # `- Giao ban chỉ đạo xã ...` among what a body has to do
        going = going or (same and floor.listed and self.official)
        if spoken and self.shares and last.act.means == "order" and same_speaker(self.own.speaker, last.speaker):
            self.told = self.told._replace(report=False)
        listed, shared = (floor.listed or floor.act is ISSUING) and same, floor.shared and same
        leading = floor.leading
        if spoken and listed and self.official and leading is None and act != floor.act:
            leading = (floor.act or PLAIN, mark_of(self.reading, sentence))
        speaker = floor.speaker if same else last.speaker
        return Floor(speaker, act, going, True, kept, 0, sentence.paragraph, listed, shared, leading)

    def _announce(self, sentence: Sentence, some: list[Utterance]) -> Floor:
        """`... yêu cầu thực hiện các nhiệm vụ sau:`: the tasks are in the lines that follow."""
        last = some[-1]
        speaker = self._speaker_of(some, len(some) - 1)
        told = told_behind(self.reading, last.end, sentence.end)
        self.told = Told(headed=mark_of(self.reading, sentence) if told and self.official else "")
        asks = last.act.means in ("order", "stress", "ask")
        floor = Floor(speaker, last.act, asks, asks, told, 0, sentence.paragraph, asks)
        if self.official and ANNOUNCED.search(self.reading.low[sentence.start : sentence.end]):
            self.voice = floor
        return floor

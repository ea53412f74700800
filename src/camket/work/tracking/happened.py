"""What the row of a task says has happened to it: its words for a state, its result, its papers, its days."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from camket.model.message import message
from camket.model.task import Due, Evidence, TaskSource
from camket.report.dates import day as shown_day
from camket.work.account import Account, joined
from camket.work.tracking.alone import share_alone, stated_by_paper
from camket.work.tracking.bodies import body_named
from camket.work.tracking.crosses import crossed_in, is_day, is_done_head, written_in
from camket.work.tracking.days import day_in
from camket.work.tracking.delays import delay_in
from camket.work.tracking.drafts import Draft
from camket.work.tracking.dues import due_of
from camket.work.tracking.finished import finished_on
from camket.work.tracking.happening import Happened, Happening
from camket.work.tracking.papers import PaperFound, level_of, number_key, papers_in
from camket.work.tracking.reading import Field, squeezed
from camket.work.tracking.reading import Said as State
from camket.work.tracking.statuses import Stated, is_state_alone, is_time_alone, status_in

_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%?")
_STATES: frozenset[Field] = frozenset(("status", "result", "mark", "percent"))
"""Columns that tell the state; where there are any, notes are only notes."""
_NOTE = 80
"""Letters of a note that may tell the state where nothing else does."""
_TO_BODY = re.compile(r"(?:chuyển (?:sang|cho|đến|về)?|bàn giao cho)\s*(?P<body>[^,;.(\n]{3,60})", re.IGNORECASE)
_MOVED_TO = re.compile(r"(?:gia hạn|lùi|điều chỉnh|kéo dài)[^\d]*")


def happened(made: Draft, day: date, proof: Evidence) -> Happened:
    """What happened to the task of a row.

    Args:
        made: the row; findings are noted there.
        day: as of which the list speaks.
        proof: the list itself, which shows what no paper shows.
    """
    return _Reader(made, day, proof).read()


def _refined(told: Stated | None, written: str) -> Stated | None:
    """What the words in the cell of an open state add: `Đang thực hiện` and there `Đã trình UBND tỉnh tại ...`."""
    more = status_in(written) if told is not None and told.state == "open" and written else None
    return more if more is not None and more.state in ("waiting", "asked_extension", "asked_drop") else told


class _Reader:
    """Reads one row."""

    def __init__(self, made: Draft, day: date, proof: Evidence) -> None:
        self._made, self._day, self._proof = made, day, proof
        self._status = "\n".join(filter(None, (made.told("status"), *(head for head, _ in crossed_in(made)))))
        self._percent = self._percent_told()
        self._papers = self._result_papers()
        self._done_on = self._day_of_completion()
        self._stated = self._state()
        self._due = made.due.due.day

    def read(self) -> Happened:
        events: list[Happening] = []
        moved = self._moved(events)
        state: State | str = self._stated.state if self._stated is not None else ""
        if moved is not None and self._due is not None:
            self._due = max(self._due, moved)
        take = _TAKERS.get(state or "open", _Reader._open)
        take(self, events)
        self._contradictions()
        return Happened(tuple(events), state, moved, self._percent)

    def _state(self) -> Stated | None:
        """By the words for it, else by the first words of the result, else by what the day and the percent say."""
        status = self._status
        told = status_in(status) if status else None
        known = papers_in(status) or is_day(status) or share_alone(status)
        if status and told is None and not known:
            self._made.say("status", message("tracking.unknown_status", found=status))
        if told is None and self._made.told("result"):
            told = status_in(self._made.told("result"))
        told = _refined(told, "\n".join(written_in(self._made)))
        shown = self._made.told("result") or self._made.told("evidence")
        told = told or (None if status else stated_by_paper(shown, self._day.year))
        note = self._made.told("note")
        if told is None and not self._made.columns & _STATES and len(note) <= _NOTE:
            told = status_in(note)
        if told is None and (self._done_on is not None or self._percent == 100):
            told = Stated("done", "")
        if told is None and not status:
            told = status_in(self._made.around.state) if self._made.around.state else None
        if (
            told is not None
            and self._done_on is not None
            and is_time_alone(status or self._made.told("result") or note)
        ):
            told = told._replace(state="done")  # `Quá hạn` beside a day of completion is how it was done
        heads = [status_in(head) for head, _ in crossed_in(self._made)]
        crossed = {each.state for each in heads if each is not None}
        if len(crossed) > 1:
            self._made.say("mark", message("tracking.two_marks", found=status.replace("\n", "; ")))
        return told

    def _percent_told(self) -> int | None:
        text = squeezed(self._made.said("percent"))
        text = text if text in ("0", "0%") else squeezed(self._made.told("percent")) or self._share_said()
        found = _PERCENT.fullmatch(text)
        if found is None:
            if text:
                self._made.say("percent", message("tracking.bad_percent", found=text))
            return None
        value = float(found[1].replace(",", "."))
        part = value <= 1 and "%" not in text and ("," in text or "." in text or value == 1)
        told = round(value * 100 if part else value)
        if not 0 <= told <= 100:
            self._made.say("percent", message("tracking.bad_percent", found=text))
            return None
        return told

    def _share_said(self) -> str:
        return share_alone(self._made.told("status")) or share_alone(self._made.told("result"))

    def _result_papers(self) -> tuple[PaperFound, ...]:
        """The papers that the result names; the one that gives the task is none of them."""
        giving = {number_key(each.number) for each in self._made.papers}
        own_day = day_in(squeezed(self._made.said("evidence_day")))[0]
        found = [each for each in papers_in(self._made.said("evidence")) if number_key(each.number) not in giving]
        if found and own_day is not None and found[0].day is None:
            found[0] = found[0]._replace(day=own_day)
        if not found:
            text = "\n".join((self._made.said("result"), self._made.said("status"), *written_in(self._made)))
            found = [each for each in papers_in(text, self._day.year) if number_key(each.number) not in giving]
        for each in found:
            if each.trouble is not None:
                self._made.say("evidence", each.trouble)
        return tuple(found)

    def _day_of_completion(self) -> date | None:
        """The day told for it, which a day in the cross of its state is too."""
        told, trouble = day_in(squeezed(self._made.said("done_day")))
        if trouble is not None:
            self._made.say("done_day", trouble)
        crossed = [day_in(squeezed(said.text))[0] for head, said in self._made.marks if is_done_head(head)]
        return told or next((each for each in crossed if each is not None), None)

    # Dues that were put off

    def _moved(self, events: list[Happening]) -> date | None:
        """The due in force by the list, and the event that put it off: by a paper, else only asked for."""
        made = self._made
        told = due_of(made.said("due_now"), given=made.given, year=made.around.year)
        for each in told.trouble:
            made.say("due_now", each)
        moved, words_ = told.due.day or made.due.moved, made.told("due_now")
        also = () if self._stated is None else (self._stated.state, *self._stated.also)
        asked, granted = "asked_extension" in also, "extended" in also
        if moved is None and (asked or granted):
            moved = self._due_in_words()
        if moved is None and not (asked or granted):
            return None
        if moved is not None and not (asked and self._due is None) and (self._due is None or moved <= self._due):
            if self._due is not None and moved < self._due:
                made.say("due_now", message("tracking.moved_back", found=shown_day(moved), due=shown_day(self._due)))
            return None
        paper = self._paper_of_extension()
        spoken = self._spoken_of(asked=asked, granted=granted)
        if asked or (not granted and paper is None and not words_ and made.due.moved is None):
            events.append(Happening("asked", self._day, spoken))
            made.say("status", message("tracking.only_asked", found=spoken), "info")
            return None
        if paper is None or moved is None:
            events.append(Happening("asked", self._day, spoken))
            made.say("due_now", message("tracking.extended_without_paper", found=spoken))
            return moved
        due = Due(kind="fixed", day=moved, words=spoken)
        events.append(Happening("extended", paper.day or self._day, spoken, paper=paper, due=due))
        return moved

    def _spoken_of(self, *, asked: bool, granted: bool) -> str:
        """The words that tell of a due that was put off."""
        made = self._made
        told = asked or granted
        said = (self._status if told else "", made.told("due_now"), made.told("due") if made.due.moved else "")
        return next(filter(None, (*said, made.told("result") if told else "", made.told("note"), self._status)), "")

    def _due_in_words(self) -> date | None:
        for text in (self._status, self._made.told("result"), self._made.told("note")):
            found = _MOVED_TO.search(squeezed(text))
            if found is not None:
                behind = squeezed(text)[found.end() - 1 :]
                told = due_of(behind.partition(" theo ")[0], given=self._made.given, year=self._day.year)
                if told.due.day is not None:
                    return told.due.day
        return None

    def _paper_of_extension(self) -> TaskSource | None:
        for text in (
            self._made.said("due_now"),
            self._made.said("due"),
            self._status,
            self._made.said("result"),
            self._made.said("note"),
        ):
            if _MOVED_TO.search(squeezed(text)) or text == self._made.said("due_now"):
                found = next((each for each in papers_in(text, self._day.year) if each.day is not None), None)
                if found is not None:
                    return self._source(found)
        return None

    # What the state leads to

    def _words(self) -> str:
        made = self._made
        plain = self._stated is not None and (
            self._stated.state in ("extended", "asked_extension")
            or (self._stated.state in ("open", "standing") and is_state_alone(self._status))
        )
        result = made.told("result") or ("" if plain else self._status)
        result = "\n".join(filter(None, (result, *written_in(made))))
        note = made.told("note")
        return joined(
            Account(
                result="\n".join(filter(None, (result, f"({note})" if note else ""))),
                obstacle=made.told("obstacle"),
                proposal=made.told("proposal"),
            )
        )

    def _open(self, events: list[Happening]) -> None:
        spoken = self._words()
        fresh = spoken not in ("", *(each.words for each in events))
        if fresh or self._percent is not None:
            events.append(Happening("progressed", self._day, spoken, percent=self._percent))
        if self._done_on is not None:
            self._made.say(
                "status", message("tracking.open_with_day", found=self._status, day=shown_day(self._done_on))
            )

    def _done(self, events: list[Happening]) -> None:
        evidence = self._evidence()
        day = max((each.day for each in evidence if each.day is not None), default=None)
        if day is not None and self._done_on is not None and day != self._done_on:
            said = message("tracking.two_days", found=shown_day(self._done_on), day=shown_day(day))
            self._made.say("done_day", said)
        said_there = f"{self._status}\n{self._made.told('result')}"
        day = day or self._done_on or finished_on(said_there, self._made.around.year)
        if not evidence:
            self._made.say("evidence", message("tracking.done_without_paper", found=self._words()))
        is_told = day is not None
        day = day or self._guessed_day()
        self._compare(day, told=is_told)
        shown = evidence or (self._proof_of(day),)
        events.append(Happening("reported", day, self._words(), evidence=shown, percent=100))

    def _guessed_day(self) -> date:
        """Where no day is told: the due where nothing says that it was late, and as late as the words say."""
        late = self._stated_timing() == "late"
        taken, code = self._day, "tracking.no_day_of_completion"
        if self._due is not None and self._due < self._day:
            delay = delay_in(self._status, self._made.said("result"))
            told = self._due + timedelta(days=delay or 0)
            taken = min(told, self._day) if delay or not late else self._day
            code = code if late or self._stated_timing() else "tracking.due_as_day"
        if self._made.given is not None and taken < self._made.given:
            taken = self._day
        self._made.say("done_day", message(code, taken=shown_day(taken)))
        return taken

    def _stated_timing(self) -> str:
        return self._stated.timing if self._stated is not None else ""

    def _compare(self, day: date, *, told: bool) -> None:
        """What is said of time against the days; a day that is told decides, unless it makes late what was in time."""
        timing = self._stated_timing()
        if self._due is None or not timing:
            return
        late = day > self._due
        if late == (timing == "in_time"):
            code = "tracking.in_time_but_late" if late else "tracking.late_but_in_time"
            said = message(code, found=self._status, day=shown_day(day), due=shown_day(self._due))
            self._made.say("status", said, "info" if told and not late else "warning")

    def _waiting(self, events: list[Happening]) -> None:
        paper = next((each for each in self._papers if each.day is not None), None)
        if paper is None or paper.day is None:
            self._made.say("status", message("tracking.waiting_without_paper", found=self._words()))
            self._only_told(events)
            return
        events.append(Happening("waiting", paper.day, self._words(), paper=self._source(paper)))

    def _dropped(self, events: list[Happening]) -> None:
        paper = self._deciding_paper()
        if paper is None:
            self._made.say("status", message("tracking.dropped_without_paper", found=self._words()))
            self._only_told(events)
            return
        events.append(Happening("dropped", paper.day or self._day, self._words(), paper=paper))

    def _handed_over(self, events: list[Happening]) -> None:
        text = "\n".join((self._status, self._made.said("result"), self._made.said("note")))
        found = _TO_BODY.search(" ".join(text.split()))
        lead = body_named(found["body"].partition(" theo ")[0].strip()) if found is not None else ""
        paper = self._deciding_paper()
        if paper is None or not lead or lead == self._made.led.lead:
            self._made.say("status", message("tracking.handed_without_paper", found=self._words()))
            self._only_told(events)
            return
        events.append(Happening("handed_over", paper.day or self._day, self._words(), paper=paper, lead=lead))

    def _returned(self, events: list[Happening]) -> None:
        evidence = self._evidence()
        day = max((each.day for each in evidence if each.day is not None), default=None)
        if day is None:
            self._made.say("status", message("tracking.returned_without_paper", found=self._words()))
            self._only_told(events)
            return
        events.append(Happening("reported", day, self._words(), evidence=evidence))
        events.append(Happening("returned", max(day, self._day), self._words()))

    def _only_told(self, events: list[Happening]) -> None:
        """A state that lacks its paper is kept as what the list tells."""
        spoken = "\n".join(dict.fromkeys(filter(None, (self._status.replace("\n", "; "), self._words()))))
        if spoken:
            events.append(Happening("progressed", self._day, spoken, percent=self._percent))

    def _told_only(self, events: list[Happening]) -> None:
        if self._stated is not None and self._stated.state == "asked_drop":
            self._made.say("status", message("tracking.only_asked", found=self._status), "info")
        elif self._stated is not None and self._stated.state != "asked_extension":
            self._made.say("status", message("tracking.by_hand", found=self._status))
        if self._stated is not None and self._stated.state == "asked_extension" and events:
            self._open(events)
        else:
            self._only_told(events)

    # Papers as records

    def _source(self, paper: PaperFound) -> TaskSource:
        return TaskSource(number=paper.number, day=paper.day, level=level_of(paper.number, ""))

    def _deciding_paper(self) -> TaskSource | None:
        text = "\n".join(
            (self._status, self._made.said("note"), self._made.said("result"), self._made.said("evidence"))
        )
        found = next((each for each in papers_in(text, self._day.year) if each.day is not None), None)
        return self._source(found) if found is not None else None

    def _evidence(self) -> tuple[Evidence, ...]:
        single = len(self._papers) == 1
        return tuple(
            Evidence(number=each.number, day=each.day or (self._done_on if single else None), name=each.number)
            for each in self._papers
        )

    def _proof_of(self, day: date) -> Evidence:
        return Evidence(kind="file", ref=self._proof.ref, day=day, name=f"{self._proof.name}, {self._made.place}")

    def _contradictions(self) -> None:
        """What an open state says of time, against the due."""
        stated = self._stated
        if stated is None or stated.state != "open" or not stated.timing:
            return
        if self._due is None:
            if stated.timing == "late":
                self._made.say("status", message("tracking.late_without_due", found=self._status))
            return
        late = self._day > self._due
        if late != (stated.timing == "late"):
            code = "tracking.overdue_said_in_time" if late else "tracking.in_time_said_overdue"
            said = message(code, found=self._status, due=shown_day(self._due), day=shown_day(self._day))
            self._made.say("status", said)


_TAKERS: Mapping[str, Callable[[_Reader, list[Happening]], None]] = {
    "open": _Reader._open,
    "standing": _Reader._open,
    "extended": _Reader._open,
    "asked_extension": _Reader._told_only,
    "asked_drop": _Reader._told_only,
    "declined": _Reader._told_only,
    "closed": _Reader._told_only,
    "done": _Reader._done,
    "waiting": _Reader._waiting,
    "dropped": _Reader._dropped,
    "handed_over": _Reader._handed_over,
    "returned": _Reader._returned,
}

"""Going through the sentences of a text: what each quantity is said of, its role, its time and its place."""

from __future__ import annotations

from msgspec.structs import replace

from camket.extract.figures import months_told
from camket.extract.figures.aiming import AIMED, RESULTS_FOLLOW, Aims, aims_on
from camket.extract.figures.answers import answers, questions
from camket.extract.figures.base import base_time
from camket.extract.figures.carry import Carry, handed_time
from camket.extract.figures.clause import Slot, slots
from camket.extract.figures.figure import Settled, make_figure
from camket.extract.figures.headed import Headed, headed_area
from camket.extract.figures.in_turn import parts_told
from camket.extract.figures.kinds import (
    counted_until,
    due,
    is_flow,
    is_mean_of_years,
    of_its_plan,
    of_the_year_compared,
    over_the_year,
    over_the_years,
    part_of_plan,
    plan_time,
    so_far,
)
from camket.extract.figures.late import of_the_year_that_ends
from camket.extract.figures.link import link, subject_of, twin
from camket.extract.figures.of_its_end import of_the_last_year
from camket.extract.figures.of_the_story import StoryTimes
from camket.extract.figures.on import goes_on_about_it, item_goes_on, list_goes_on
from camket.extract.figures.planned import plan_years, set_by_plan
from camket.extract.figures.present import goes_on_of_now, holds_now, opens_with_now
from camket.extract.figures.project import Project, design_of, is_size, part_of_design, place_of, project_of
from camket.extract.figures.question import Link
from camket.extract.figures.roles import Ruling, handed_on, in_parentheses, is_plan_part, keeps, role_of
from camket.extract.figures.scenario import Frame, frame_at, handed_over, in_frame
from camket.extract.figures.section import Section, find_sections, section_at
from camket.extract.figures.share import goes_on_listing, takes_share
from camket.extract.figures.shared_out import shared_out_to
from camket.extract.figures.there import of_what_is_there
from camket.extract.figures.timely import held_then, timely
from camket.extract.figures.times import of_the_same_year, opening_time, times_of, year_before
from camket.extract.figures.timing import Timing, aimed_time, base_beside, is_ahead, is_past, timing
from camket.extract.figures.topic import told_so_far
from camket.extract.figures.unsaid import happened, in_some_year, looks_ahead, unsaid
from camket.extract.figures.usable import is_awarded, is_base
from camket.extract.figures.where import area_before, area_told, compared_area, is_peer, subject_area
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.model.fact import Figure
from camket.rules.period.item import When
from camket.rules.quantity.item import Quantity

_NEAR = 2
"""How many paragraphs on the years told last are still those of what is foreseen."""


class Walk:
    """Going through the sentences of a text with what earlier ones hand on to later ones."""

    def __init__(self, reading: Reading, scene: Scene) -> None:
        self.reading, self.scene = reading, scene
        self.found: list[Figure] = []
        self.sections = find_sections(reading, scene.head.type)
        self.section = Section(0, 0)
        self.aims = Aims(reading, scene)
        self.paragraph = self.number = -1
        self.carry = Carry()
        self.ruling: Ruling | None = None
        self.frame = Frame() if "kịch bản" in reading.low else None  # the scenario told of; None in a paper without any
        self.planned: When | None = None  # the time of the plan that was named last
        self.link: Link | None = None
        self.plan: str | None = None
        self.area: str | None = None
        self.headed: Headed | None = None
        self.project: Project | None = None
        self.unread: list[Sentence] = []  # those that `project` does not know of yet
        self.unheard: list[Sentence] = []  # those of the paragraph that `area` and `plan` do not know of yet
        self.span: When | None = None
        self.spanned = -_NEAR  # the paragraph in which those years were told: what is foreseen right after is of them
        self.designed: tuple[Slot, Project] | None = None
        self.named: tuple[int, str | None] = (-1, None)
        self.told: tuple[int, str | None] = (-1, None)
        """The place that was the subject of the quantity before, and its sentence."""
        self.outside: str | None = None
        """The time of the last quantity of the sentence that stands in no parentheses."""
        self.set_beside: set[int] = set()
        """Which of the figures have a time that is theirs alone."""
        self.done: set[int] = set()
        """Which of the figures count what was done or befell over a time that no word tells."""
        self.story = StoryTimes(reading, scene)
        self.passing: tuple[When, int] | None = None
        """A day that only passes in a story of a year, and its sentence: parts of what was told then are of it too."""
        self.lately: list[tuple[Quantity, When | None]] = []
        """The quantities of the last sentence that had some, with their times."""
        self.aside = self.parallel = frozenset[int]()
        """Where quantities stand whose time is theirs alone, and those of the same months of another year."""

    def handed(self) -> tuple[Carry, Ruling | None, Link | None, int]:
        """What is handed on, which words under a picture do not change."""
        return self.carry, self.ruling, self.link, self.paragraph

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence: a new paragraph forgets most of the one before."""
        if self.frame is not None:
            self.frame = frame_at(self.reading, sentence, self.frame, fresh=sentence.paragraph != self.paragraph)
        self._enter_section(section_at(self.sections, sentence))
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.headed = headed_area(self.reading, sentence, self.scene, self.headed)
            self.plan, self.area, self.unheard = None, self.headed.name if self.headed is not None else None, []
            if (budget := self.aims.of_a_budget(sentence)) is not None:
                self.ruling, self.carry = Ruling("target", how="list"), Carry(budget, 0, None, of_figure=False)
            elif item_goes_on(self.reading, sentence):
                self.carry = replace(self.carry, uses=0)
            elif not (keeps(self.reading, sentence, self.ruling) or self._aims_on(sentence)):
                again = self._goes_into_parts(sentence) or months_told.is_the_same(self.reading, sentence)
                self.carry = self.carry if again else self._carry_at_paragraph()
                if self.ruling is not None and not list_goes_on(self.reading, sentence):
                    self.ruling, self.carry = None, replace(self.carry, hopped=True)
        self.ruling = None if self.aims.end_at(sentence) else self.ruling
        self.carry = self.carry.faded()
        if self.carry.when is None and (self.section.when or self.scene.reported) is not None:
            self.carry = self._carry_at_paragraph()
        self.planned = plan_years(self.reading, sentence) or self.planned
        self.unheard.append(sentence)
        self.unread.append(sentence)

    def _enter_section(self, section: Section) -> None:
        """A section with a time of its own forgets the plan that was named before it; its years are `5 năm` there."""
        if section is not self.section and section.start and section.when is None:
            self.carry = Carry()
        if section is not self.section and section.when is not None:
            self.planned = None
            self.span = section.when if section.when.high_year is not None else self.span
        self.section = section

    def _aims_on(self, sentence: Sentence) -> bool:
        told = aims_on(self.reading, sentence, self.scene, self.ruling, self.carry.when)
        return told or self.aims.reach(sentence, self.ruling)

    def _goes_into_parts(self, sentence: Sentence) -> bool:
        """Whether a sentence gives the parts of what was told right before, at the same time: `Trong đó, ...`."""
        told = sentence.number == self.number + 1 or (self.carry.when is not None and self.carry.age <= 1)
        return told and goes_on_about_it(self.reading, sentence)

    def _carry_at_paragraph(self) -> Carry:
        """The time of the section or of a report's title, else what goes over a paragraph's end."""
        if self.section.asks:
            return Carry()
        when = self.section.when or self.scene.reported
        if when is not None:
            return Carry(when, 0, None, of_figure=False)
        carry = self.carry.to_next_paragraph()
        return replace(carry, when=self.story.of_late(carry.when)) if self.scene.is_story else carry

    def pass_by(self, sentence: Sentence) -> None:
        """A sentence without figures hands on the time that it opens with or alone names, and what it speaks of."""
        opened = opening_time(self.reading, sentence, self.scene)
        self.story.pass_by(sentence, opened)
        aimed = opened is not None and AIMED.search(self.reading.low, sentence.start, sentence.end) is not None
        named = Carry(opened, 0, self.carry.pair, of_figure=False, aimed=aimed)
        self.carry = self.carry.older() if opened is None else named
        self.link = subject_of(self.reading, sentence) or self.link
        aim = self.aims.set_by(sentence)
        if aim is not None:
            self.ruling, self.carry = Ruling("target", how="list"), Carry(aim, 0, None, of_figure=False, aimed=True)
        ruling = self.ruling
        if ruling is None or ruling.how in ("opens", "leads"):
            return
        if ruling.role == "estimate" or RESULTS_FOLLOW.search(self.reading.low, sentence.start, sentence.end):
            self.ruling = None

    def read(self, sentence: Sentence, made: list[Made]) -> None:
        """Take the figures of a sentence."""
        self.area, self.plan = told_so_far(self.reading, self.unheard, self.scene, self.area, self.plan)
        self.unheard.clear()
        self.carry = Carry() if self.story.turn(sentence) else self.carry
        places = slots(self.reading, sentence, made)
        goes_on = self._goes_into_parts(sentence) or goes_on_of_now(self.reading, places[0], None, self.carry)
        if self.scene.reported is not None and sentence.place > 0 and self.carry.of_figure and not goes_on:
            self.carry = self._carry_at_paragraph()
        if goes_on and self.passing is not None and self.passing[1] + 1 == sentence.number:
            self.carry = replace(self.carry, when=self.passing[0])
        if goes_on and places:
            self.carry = months_told.of_its_whole(places[0].quantity, self.lately, self.carry)
        self.lately = []
        self.carry = replace(self.carry, when=handed_time(self.reading, sentence, self.carry.when))
        times = times_of(self.reading, places, self.carry, self.scene)
        if self.scene.day is None:
            times = of_the_same_year(times, self.story.part and self.story.part.when)
        self.aside, self.parallel = times.aside, times.parallel
        before: Link | None = None
        ruling: Ruling | None = None
        first = ruling
        links: list[Link] = []
        asked: dict[int, Link] = {}
        for number, (slot, own) in enumerate(zip(places, times.whens, strict=True)):
            count = answers(self.reading, places, number)
            if count:
                asked.update(enumerate(questions(count, links), number))
            linked = asked.get(number) or link(self.reading, slot, before, self.link)
            links.append(linked)
            said = self._role(slot, linked, before, ruling, own)
            before = linked if before is None or not takes_share(self.reading, slot, linked) else before
            if said.how != "plan" and not in_parentheses(self.reading, slot):
                ruling = said
                over = own is not None and own not in times.whens[:number] and said.role == "actual"
                first = said if first is None or over else first  # `tháng 7 ước đạt A; 7 tháng đạt B. Trong đó ...`
            self._take(slot, own, linked, said)
        if times.pair is not None:
            self.carry = replace(self.carry, pair=times.pair)
        self.ruling, self.link = handed_over(self.reading, sentence, handed_on(self.reading, sentence, first)), before

    def _role(self, slot: Slot, linked: Link, before: Link | None, ruling: Ruling | None, own: When | None) -> Ruling:
        reading, scene = self.reading, self.scene
        times = reading.items("period", slot.left, slot.start)
        fresh_time = base_beside(reading, slot) is not None or any(not is_base(reading, one, slot) for one in times)
        chained = before is not None and linked.indicator == before.indicator and not fresh_time
        said = role_of(reading, slot, ruling, self.ruling, scene, chained=chained, section=self.section.role)
        said = timely(said, own, scene, self.carry.when)
        if slot.start in self.parallel and said.role == "estimate":
            said = Ruling("actual", how="past")
        return said if self.frame is None else in_frame(reading, slot, own, said, self.frame, scene)

    def _take(self, slot: Slot, own: When | None, linked: Link, said: Ruling) -> None:
        reading, scene = self.reading, self.scene
        sized = is_size(reading, slot)
        designed = design_of(reading, slot, self._project()) if sized else None
        designed = designed or part_of_design(reading, slot, self.designed)
        self.designed = (slot, designed) if designed is not None else self.designed
        compared, named = compared_area(reading, slot, scene), area_before(reading, slot, scene)
        shared = shared_out_to(reading, slot, scene)
        if linked.how == "market" or shared is not None:
            compared = named = None
        area = shared or compared or self._area(slot, linked, named or self._named_in_chain(slot, linked), designed)
        peer = None if linked.how == "market" or shared is not None else area
        if designed is not None and said.role in ("actual", "target"):
            said = Ruling("target", how="project")
        elif compared or (is_peer(named, peer, scene) and peer != self.area and said.role == "actual"):
            said = replace(said, role="benchmark")
        when = self._timing(slot, own, linked, said, designed)
        if named is not None or linked.how != "chain":
            self.named = (slot.clause_start, named)
        last = self._beside(slot)
        listed = last.measure if last is not None and goes_on_listing(self.reading, slot, linked, last) else None
        if listed is not None and not when.stated:
            period = self.found[-1].period
            when = Timing(period, stated=False, how="topic" if period else "default")
        settled = Settled(said, when, area, scene, self.plan, listed)
        if said.role == "actual" and when.how == "default" and happened(reading, slot):
            self.done.add(len(self.found))
        if slot.start in self.aside:
            self.set_beside.add(len(self.found))
        self.found.append(make_figure(reading, slot, linked, settled))
        other = twin(reading, slot, linked)
        if other is not None:
            self.found.append(make_figure(reading, slot, other, settled))
        if slot.sentence.number != self.number or not in_parentheses(reading, slot):
            self.outside = when.period
        self.number = slot.sentence.number
        self._hand_on(slot, linked, when, said)

    def _beside(self, slot: Slot) -> Figure | None:
        return self.found[-1] if slot.sentence.number == self.number else None

    def _timing(self, slot: Slot, own: When | None, linked: Link, said: Ruling, designed: Project | None) -> Timing:
        """When the quantity holds; the sizes of projects, what is asked for and standing facts have no time given."""
        reading, scene = self.reading, self.scene
        own = held_then(self.story.at_this_time(slot, self.section.years_of(own)), said, scene)
        carry = Carry() if designed is not None else self._carry_for(slot, own, linked, said)
        last = self.found[-1] if self.found else None
        if said.role == "benchmark" and last is not None and slot.sentence.number == self.number:
            return Timing(self.outside or last.period, stated=False, how="topic")  # as what is compared
        if own is not None and own.word == "now" and said.role == "target":
            own = aimed_time(reading, slot) or own
        when = timing(own, said.role, slot.quantity, scene, carry, base_time(reading, slot, scene, own or carry.when))
        if when.period is None and when.how == "default" and goes_on_of_now(reading, slot, own, carry):
            when = replace(when, how="topic")
        when = of_its_plan(reading, slot, when, last, aimed=said.role == "target", plan=said.how == "plan")
        beside, aimed = self.outside if self._beside(slot) else None, said.role == "target"
        until = None if aimed else counted_until(reading, slot, linked, when, self.carry.when, beside)
        when = due(reading, slot, until or when, aimed=aimed, planned=said.how == "leads")
        when = over_the_year(linked.indicator, slot, over_the_years(reading, slot, when, scene, aimed=aimed))
        when = of_the_year_compared(reading, slot, when, self._beside(slot))
        when = of_the_last_year(reading, slot, linked, said, part_of_plan(reading, slot, when, scene), last)
        when = of_the_year_that_ends(reading, slot, own, linked, said, when, scene)
        open_ = when.period is None or (when.how == "topic" and self.number != slot.sentence.number)
        if designed is not None and own is not None and own.day is not None and own.mode == "at":
            return Timing(None, stated=False, how="project")  # the day of the story dates no size of what is built
        open_ = open_ or (designed is not None and not when.stated)
        planned = plan_time(reading, slot) if open_ and said.role in ("target", "projection") else None
        if planned is not None:
            when = timing(planned, said.role, slot.quantity, scene, Carry(), when.base)
        elif designed is not None and not when.stated:
            return Timing(None, stated=False, how="project")
        return self._of_the_story(slot, own, linked, said, when)

    def _of_the_story(self, slot: Slot, own: When | None, linked: Link, said: Ruling, when: Timing) -> Timing:
        """The same where no word of the sentence tells a time: what the story, the event or the kind of thing tells."""
        reading, scene = self.reading, self.scene
        if own is None and when.how == "default":
            if said.role == "actual" and self.story.long_ago == self.paragraph:
                return Timing(None, stated=False, how="standing")
            told = self.story.dates(slot, linked, said)
            if told is not None:
                self.carry = replace(self.carry, hopped=False, uses=0)
                when = timing(None, said.role, slot.quantity, scene, Carry(told), when.base)
                return counted_until(reading, slot, linked, when, None, self.outside if self._beside(slot) else None)
        dated = own is not None and not in_some_year(reading, slot)
        dated = dated or (said.role == "actual" and is_mean_of_years(slot, self.span, self.carry.when))
        untold = None if dated else unsaid(reading, slot, linked, said, scene)
        if untold is not None:
            return replace(untold, when=own) if own is not None else untold
        if said.role != "actual":
            return when
        so = so_far(reading, slot, when, scene, flow=is_flow(linked))
        return of_what_is_there(reading, slot, linked, so, self.found[-1] if self.found else None)

    def _carry_for(self, slot: Slot, own: When | None, linked: Link, said: Ruling) -> Carry:
        """The time handed down to a quantity: the scenarios', the plan's, the years' of a mean, else the last one."""
        if is_mean_of_years(slot, self.span, self.carry.when) and said.role == "actual":
            return Carry(self.span)
        if own is None and slot.start in self.parallel:
            return Carry(year_before(self.carry.when or (self.story.part and self.story.part.when)))
        aimed = said.role == "target" and self.section.role == "target" and self.section.when is not None
        settled = aimed or self.section.counted
        now = not settled and holds_now(self.reading, slot, linked, self.carry, story=self.scene.is_story)
        carry = Carry() if now or is_awarded(self.reading, slot) else self.carry
        of_plan = is_plan_part(slot.quantity) or (slot.quantity.noun or "").startswith("kế hoạch")
        dated = self.scene.day is not None and not of_plan
        if dated and said.role == "actual" and is_ahead(carry.when, self.scene):
            carry = Carry()  # nothing was reached in a year to come that the sentence before planned
        if own is None and looks_ahead(self.reading, slot, said.role, carry.when):
            return Carry()
        if own is None and said.role == "actual" and carry.aimed:
            due = carry.when is not None and carry.when.mode in ("until", "by", "before")
            carry = Carry() if due or slot.quantity.unit in ("count", "person", "household") else carry
        if said.role == "scenario" and self.frame is not None and self.frame.when is not None:
            return Carry(self.frame.when)
        if own is None and said.role in ("actual", "target"):
            planned = set_by_plan(self.reading, slot, self.planned, aimed=said.role == "target")
            if planned is None and said.role == "target" and carry.when is None:
                planned = self.planned
            return carry if planned is None else Carry(planned)
        if own is None and said.role == "projection" and carry.when is None and self.paragraph - self.spanned <= _NEAR:
            return Carry(self.span if is_ahead(self.span, self.scene) else None)
        return carry

    def _named_in_chain(self, slot: Slot, linked: Link) -> str | None:
        """The place named for the quantity that this one goes on about, in the same clause."""
        clause, area = self.named
        return area if linked.how == "chain" and clause == slot.clause_start else None

    def _area(self, slot: Slot, linked: Link, named: str | None, designed: Project | None) -> str | None:
        """The place: a project's own for its length, else the one named before, the project's, a part, the topic's."""
        project = place_of(self.reading, designed)
        if slot.quantity.unit == "km" and project is not None:
            return project
        said = named or project or subject_area(self.reading, slot, linked, self.scene)
        said = said or parts_told(self.reading, slot, self.scene)
        said = said or area_told(self.reading, slot, *self.told)
        self.told = (slot.sentence.number, said)
        return said or self.area or self.scene.area

    def _hand_on(self, slot: Slot, linked: Link, when: Timing, said: Ruling) -> None:
        """Keep the time for the quantities after this one."""
        self.lately.append((slot.quantity, when.when))
        if when.when is None:
            return
        stated, aside = when.how == "stated", slot.start in self.aside
        self.story.note(slot, linked, said, when, leads=not aside and (stated or not self.carry.of_figure))
        if stated and (when.when.high_year is not None or when.when.word in ("term", "term_so_far", "plan")):
            self.span, self.spanned = when.when, self.paragraph
        day = when.when.day is not None and (self.carry.when is None or self.carry.when.day is None)
        spoken = self.carry.when is not None and not self.carry.when.word
        passing = day and ((when.when.mode == "until" and self.carry.is_year()) or (when.when.mode == "at" and spoken))
        now = when.when.word == "now" and self.carry.is_year() and not slot.first
        if now and not opens_with_now(self.reading, slot):
            return  # `tỷ lệ hộ nghèo giảm 3%, hiện còn 5%. Công nhận thêm 9 xã ...` goes on about the year
        if passing:
            self.passing = (when.when, slot.sentence.number)
        if not aside and not passing:
            aimed = said.role == "target" and said.how != "plan" and not is_past(when.when, self.scene)
            self.carry = self.carry.used(
                when.when, stated=stated, first=slot.first, story=self.scene.is_story, aimed=aimed
            )

    def _project(self) -> Project | None:
        """The project spoken of, looked for only once a size may be one's: few figures are."""
        for sentence in self.unread:
            self.project = project_of(self.reading, sentence, self.project)
        self.unread.clear()
        return self.project

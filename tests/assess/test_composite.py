"""Composite indices: versions break the series, ranks are worked out only where all are known, parts by their words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from tests.assess.making import figure, placed, target
from tests.assess.reading import read_text

from camket import catalogue
from camket.assess import assess, composite
from camket.assess.readings import Values
from camket.model.composite import Composite, IndexBoard, Ranked, Version
from camket.model.extraction import Extraction
from camket.model.indicator import Name
from camket.registry.memory import MemoryRegistry

D = Decimal
HEAD: dict[str, Any] = {"published": "2025-01-12", "source_kind": "report"}
NAMES = ("Bắc Ninh", "Bắc Giang", "Hà Nam", "Nam Định")


def score(value: str, year: int, indicator: str = "par_index", unit: str = "percent", **fields: Any) -> Any:
    return figure(value, value, indicator=indicator, measure="level", unit=unit, period=str(year), **fields)


def rank(quote: str, value: str, year: int, indicator: str = "par_index") -> Any:
    return figure(quote, value, indicator=indicator, measure="rank", unit="rank", period=str(year))


def board(*papers: Extraction, index: str = "par_index", area: str = "bac-ninh-1997") -> IndexBoard:
    found = assess(list(papers), date(2026, 1, 1)).indices
    return next(each for each in found if (each.index, each.area) == (index, area))


def told(*figures: Any) -> Extraction:
    return placed("bao-cao", figures=figures, **HEAD)


@pytest.mark.parametrize("index", catalogue.load_composites(), ids=lambda each: each.id)
def test_versions_follow_one_another_and_points_of_parts_make_the_scale(index: Composite) -> None:
    assert catalogue.indicator(index.id)  # its names in papers
    assert index.versions[-1].last is None
    for before, after in pairwise(index.versions):
        assert before.last == after.first - 1
    for version in index.versions:
        points = [each.most for each in version.components if each.most is not None]
        assert version.main is None or not version.components or version.main == len(version.components)
        # of 1000 points that are printed as a number up to 1
        whole = version.scale * 1000 if version.scale == 1 else version.scale
        assert not points or sum(points) == whole, version.id
        assert version.sources or version.note


def test_the_six_that_provinces_are_ranked_by_are_there() -> None:
    assert {each.id for each in catalogue.load_composites()} == {
        "dti", "par_index", "pci", "papi", "sipas", "service_index"
    }  # fmt: skip


def test_scores_of_one_version_are_compared_and_not_over_a_break() -> None:
    found = board(told(score("88.1", 2021), score("86.5", 2022), score("90.31", 2023)))
    assert [(each.period, each.breaks, each.change, each.reason.code) for each in found.lines] == [
        ("2023", False, D("3.81"), "index.change"),  # 90.31 - 86.5
        ("2022", True, None, "index.broken"),  # 2022 is the first year of another version
        ("2021", False, None, "index.first"),
    ]
    assert dict(found.lines[1].reason.params) == {"before": "2021", "paper": "876/QĐ-BNV"}


def test_a_rank_says_among_how_many() -> None:
    found = board(told(rank("thứ 5/63", "5", 2023), rank("thứ 3/34", "3", 2025), rank("thứ 2", "2", 2024)))
    assert [(each.period, each.rank, each.ranked) for each in found.lines] == [
        ("2025", D(3), 34), ("2024", D(2), 63), ("2023", D(5), 63),
    ]  # fmt: skip
    # what is printed there is no rank among so many
    assert board(told(rank("thứ 5; 12/63 chỉ tiêu", "5", 2025))).lines[0].ranked == 34


def of_four(monkeypatch: pytest.MonkeyPatch, **scores: str) -> Values:
    """An index that ranks four areas."""
    index = Composite(
        id="par_index", name=Name(vi="Chỉ số", en="Index"), publisher=Name(vi="Bộ", en="Ministry"),
        ranked=(Ranked(first=2020, count=4),),
        versions=(Version(id="one", first=2020, scale=D(100), unit="percent", confidence="single"),),
    )  # fmt: skip
    monkeypatch.setattr(catalogue, "load_composites", lambda: (index,))
    composite._by_id.cache_clear()
    composite._words.cache_clear()
    figures = [score(value, 2023, area=name.replace("_", " ")) for name, value in scores.items()]
    return Values(MemoryRegistry([told(*figures)]).statements())


@pytest.mark.parametrize(
    ("scores", "placed_at", "known"),
    [
        (("90", "88", "91", "70"), 2, 4),
        (("90", "90", "91", "70"), 2, 4),  # equal scores share the better place
        (("90", "88", "91"), None, 3),  # of one nothing is known
        (("90",), None, 1),
    ],
)
def test_a_rank_is_worked_out_only_where_all_are_known(
    monkeypatch: pytest.MonkeyPatch, scores: tuple[str, ...], placed_at: int | None, known: int
) -> None:
    values = of_four(monkeypatch, **dict(zip(NAMES, scores, strict=False)))
    found = {each.area: each.lines[0] for each in composite.boards(values, ())}
    assert (found["bac-ninh-1997"].placed, found["bac-ninh-1997"].known) == (placed_at, known)
    monkeypatch.undo()
    composite._by_id.cache_clear()
    composite._words.cache_clear()


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Năm 2022, PCI của tỉnh Bắc Ninh đạt 69,08 điểm, chỉ số thành phần chi phí thời gian đạt 8,15 điểm.",
            [("time", "8.15")],
        ),
        (
            "Năm 2022, PCI đạt 69,08 điểm; trong đó chi phí thời gian đạt 8,15 điểm, gia nhập thị trường đạt 7,4 điểm.",
            [("entry", "7.4"), ("time", "8.15")],  # in the order of the index
        ),
        ("Năm 2022, PCI của tỉnh Bắc Ninh đạt 69,08 điểm; cuộc thi tiếng hát đạt 9,5 điểm.", []),
    ],
)
def test_parts_are_known_by_their_words(sentence: str, parts: list[tuple[str, str]]) -> None:
    text = f"BÁO CÁO\nTình hình tỉnh Bắc Ninh\n{sentence}\n"
    found = board(
        read_text("pci", text, type="report", date="2023-05-10", area="Bắc Ninh", source_kind="report"), index="pci"
    )
    line = found.lines[0]
    assert line.score == D("69.08")
    assert [(each.id, str(each.value)) for each in line.components] == parts


def test_a_chance_is_not_taken_over_a_new_version() -> None:
    # four even years, two of each version: after the break only two are left, so the paces decide
    aim = target("95%", "95", comparator="ge", period="by:2024-12", indicator="par_index", measure="level")
    years = [score(value, year) for value, year in (("86", 2020), ("88", 2021), ("90", 2022), ("92", 2023))]
    papers = [
        placed("plan", published="2019-12-01", figures=[aim]),
        *(
            placed(f"r{at}", published="2024-03-01", source_kind="report", figures=[each])
            for at, each in enumerate(years)
        ),
    ]
    (line,) = assess(papers, date(2024, 6, 1)).plans[0].targets
    assert line.reason.code == "assess.pace"
    # of an indicator that is no index they are one series
    assert composite.breaks("urbanization_rate") == ()
    assert composite.breaks("dti") == (2021, 2024)


def test_the_order_of_papers_changes_nothing() -> None:
    papers = [
        placed(f"p{at}", figures=[each], **HEAD) for at, each in enumerate((score("88.1", 2021), score("86.5", 2022)))
    ]
    one, other = board(*papers), board(*reversed(papers))
    assert one == other


def test_the_pillars_of_2020_make_the_score_that_was_published_for_bac_ninh() -> None:
    dti = next(each for each in catalogue.load_composites() if each.id == "dti")
    of_2020, of_2021 = (next(v for v in dti.versions if v.first <= year <= (v.last or year)) for year in (2020, 2021))
    published = {"government": D("0.4449"), "economy": D("0.3668"), "society": D("0.4052")}
    made = sum(published[part.id] * (part.most or 0) / 1000 for part in of_2020.components)
    assert round(made, 4) == D("0.4096")
    assert (of_2020.main, of_2020.parts, of_2021.main, of_2021.parts) == (3, 108, 9, 98)

"""Judging is an action: what stands follows, nothing is overwritten, two people lose nothing, all can be undone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from django.conf import settings
from msgspec.structs import replace
from tests.server.laid_out import of_text

from camket.errors import UsageError
from camket.model.judgement import Anchor, anchor_at
from camket.model.period import parse_period
from camket.model.series import Series
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, Actor
from camket.server.registry.actions.add_fact import add_fact
from camket.server.registry.actions.judge import judge
from camket.server.registry.actions.load_judgements import load_judgements
from camket.server.registry.actions.undo_judgement import undo_judgement
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.chain import verify_chain
from camket.server.registry.doctor import examine
from camket.server.registry.files import FileStore
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.judging import Asked, Judged
from camket.server.registry.reviewing import differing, read_anew, unsure, waiting
from camket.server.registry.standing import difference
from camket.server.registry.store import DatabaseRegistry
from camket.server.registry.words import record

pytestmark = pytest.mark.django_db
GROWTH = Series(indicator="grdp", measure="growth", unit="percent", area="bac-ninh-1997", price_basis="constant:2010")
HEAD = "UBND TỈNH BẮC NINH\nSố: 11/BC-UBND\nBắc Ninh, ngày 30 tháng 12 năm 2022\nBÁO CÁO\nTình hình năm 2022\n\n"
BODY = (
    "Năm 2022, tốc độ tăng trưởng GRDP của tỉnh Bắc Ninh đạt 7,39%. Thu ngân sách nhà nước trên địa bàn đạt 31.000 tỷ "
    "đồng 😀.\nĐồng chí Nguyễn Hương Giang, Chủ tịch UBND tỉnh, yêu cầu Sở Công Thương báo cáo trước ngày 15/02/2023.\n"
    "Tỷ lệ hộ nghèo giảm mạnh, chỉ còn một phẩy hai phần trăm số hộ.\n"
)


class _Account:
    """Somebody who may review."""

    def __init__(self, name: str, *rights: str) -> None:
        self.name, self.rights = name, rights or ("registry.review",)

    def get_username(self) -> str:
        return self.name

    def has_perm(self, perm: str) -> bool:
        return perm in self.rights


def someone(name: str, *rights: str) -> Actor:
    return Actor(name, _Account(name, *rights))


AN, BINH = someone("an"), someone("binh")


@pytest.fixture
def paper() -> models.Document:
    return taken("bao-cao", HEAD + BODY)


def taken(name: str, text: str, version: str = "1") -> models.Document:
    extraction, data = of_text(name, text)
    take_in([Arrival(extraction=extraction, size=len(data))], version=version)
    return models.Document.objects.get(name__startswith=name)


def read_again(row: models.Document, text: str, version: str) -> None:
    """The same bytes read as another text, as a better reader would."""
    extraction, _ = of_text(row.name.removesuffix(".txt"), text)
    document = replace(extraction.document, id=row.name, sha256=bytes(row.sha256).hex())
    take_in([Arrival(extraction=replace(extraction, document=document))], version=version)


def fact(row: models.Document, quote: str, kind: int = 0) -> models.Fact:
    start = models.DocumentText.objects.get(document=row).text.index(quote)
    return models.Fact.objects.get(document=row, kind=kind, start=start, superseded=False)


def placed(row: models.Fact) -> tuple[str, str]:
    """The indicator that a fact was placed on, and the verdict that it counts by."""
    series, judgement = row.placement.series, row.placement.judgement
    return series.indicator if series is not None else "", judgement.verdict if judgement is not None else ""


def said(
    who: Actor, row: models.Document, quote: str, verdict: str, *, seen: int = 0, kind: int = 0, **fields: str
) -> Judged:
    asked = Asked(fact=fact(row, quote, kind).id, verdict=verdict, fields=fields, seen=seen)  # type: ignore[arg-type]
    return judge(who, row.slug, [asked])


def value() -> str | None:
    period = parse_period("2022")
    assert period is not None
    standing = DatabaseRegistry().standing(GROWTH, period)
    return str(standing.statement.figure.value) if standing is not None else None


@pytest.fixture(autouse=True)
def _sound(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test all that stands is what is there, and the doctor finds nothing."""
    yield
    if "paper" in request.fixturenames:
        numbers = set(models.Series.objects.values_list("id", flat=True))
        assert difference(numbers) == set()
        assert verify_chain() is None
        told = [str(each.message) for each in examine(files()) if each.message.code != "doctor.no_row"]
        assert told == []  # files that other tests left have no rows here


def files() -> FileStore:
    store = FileStore(settings.CONFIGURATION.files)
    if models.Document.objects.filter(withdrawn_on__isnull=True).exists():
        store.put((HEAD + BODY).encode())
    return store


def test_what_stands_follows_a_judgement_and_its_undoing(paper: models.Document) -> None:
    bodies = dict(models.Fact.objects.values_list("id", "body"))
    assert value() == "7.39"
    done = said(AN, paper, "7,39%", "corrected", value="7,93%")
    assert (value(), done.unseen) == ("7.93", ())
    undo_judgement(AN, done.numbers[0])
    assert value() == "7.39"
    said(AN, paper, "7,39%", "rejected")
    assert value() is None
    assert dict(models.Fact.objects.values_list("id", "body")) == bodies
    assert [each.verdict for each in models.Judgement.objects.order_by("id")] == ["corrected", "rejected"]


def test_a_correction_that_changes_nothing_confirms(paper: models.Document) -> None:
    said(AN, paper, "7,39%", "corrected", value="7,39%", role="actual")
    assert models.Judgement.objects.get().verdict == "confirmed"


def test_two_people_at_once_lose_nothing_and_the_later_is_told(paper: models.Document) -> None:
    first = said(AN, paper, "7,39%", "corrected", value="7,93%")
    second = said(BINH, paper, "7,39%", "confirmed")
    assert second.unseen == first.numbers
    assert [each.unseen for each in models.Judgement.objects.order_by("id")] == [False, True]
    assert value() == "7.39"
    assert [each.id for each in differing(models.Fact.objects.all())] == [fact(paper, "7,39%").id]
    third = said(AN, paper, "7,39%", "confirmed", seen=second.numbers[0])
    assert third.unseen == ()


def test_confirming_says_what_was_on_the_screen(paper: models.Document) -> None:
    """Who had not seen the correction confirms the reading; who had, the correction."""
    first = said(AN, paper, "7,39%", "corrected", value="7,93%")
    said(BINH, paper, "7,39%", "confirmed", seen=first.numbers[0])
    assert value() == "7.93"


def test_one_undoes_only_ones_own(paper: models.Document) -> None:
    (number,) = said(AN, paper, "7,39%", "rejected").numbers
    for who, asked, code in ((BINH, number, "not_yours"), (AN, 999, "unknown")):
        with pytest.raises(UsageError) as refused:
            undo_judgement(who, asked)
        assert refused.value.message.code == f"review.{code}"
    undo_judgement(AN, number)
    with pytest.raises(UsageError) as refused:
        undo_judgement(AN, number)
    assert refused.value.message.code == "review.undone_already"


def test_without_the_right_nothing_is_judged(paper: models.Document) -> None:
    with pytest.raises(UsageError) as refused:
        said(someone("ai", "registry.load"), paper, "7,39%", "rejected")
    assert refused.value.message.code == "action.not_allowed"
    with pytest.raises(UsageError):
        load_judgements(someone("ai", "registry.withdraw"), [])
    assert not models.Judgement.objects.exists()


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Asked(fact=10**9, verdict="confirmed"), "review.no_fact"),
        (Asked(fact=0, verdict="confirmed"), "review.no_fact"),
    ],
)
def test_what_is_not_there_cannot_be_judged(paper: models.Document, asked: Asked, code: str) -> None:
    with pytest.raises(UsageError) as refused:
        judge(AN, paper.slug, [asked])
    assert refused.value.message.code == code


def test_a_correction_that_is_not_understood_writes_nothing(paper: models.Document) -> None:
    with pytest.raises(UsageError) as refused:
        said(AN, paper, "7,39%", "corrected", value="nhiều")
    assert dict(refused.value.message.params)["field"] == "field.value"
    assert not models.Judgement.objects.exists()


def test_many_are_confirmed_in_one_act_and_undone_in_one(paper: models.Document) -> None:
    asked = [Asked(fact=fact(paper, quote).id, verdict="confirmed") for quote in ("7,39%", "31.000 tỷ")]
    done = judge(AN, paper.slug, asked)
    assert models.Audit.objects.filter(action="judge").count() == 1
    assert waiting(models.Fact.objects.filter(kind=0)).count() == 0
    undo_judgement(AN, done.numbers[1])
    assert models.Judgement.objects.filter(undone_at__isnull=True).count() == 0
    assert waiting(models.Fact.objects.filter(kind=0)).count() == 2


def selected(text: str, quote: str) -> Anchor:
    start = text.index(quote)
    return anchor_at(text, start, start + len(quote))


POOR = {"indicator": "Tỷ lệ hộ nghèo", "value": "1,2%", "unit": "percent", "comparator": "eq", "measure": "level",
        "role": "actual", "period": "2022", "area": "Bắc Ninh"}  # fmt: skip


@pytest.mark.parametrize("how", ["as it is", "NFD", "CRLF", "offsets of UTF-16", "typed"])
def test_a_missed_fact_is_added_by_its_words(paper: models.Document, how: str) -> None:
    text = models.DocumentText.objects.get(document=paper).text
    anchor = selected(text, "một phẩy hai phần trăm")
    if how == "NFD":
        form = {name: unicodedata.normalize("NFD", getattr(anchor, name)) for name in ("quote", "prefix", "suffix")}
        anchor = Anchor(start=anchor.start, **form)
    if how == "CRLF":
        anchor = replace(anchor, suffix=anchor.suffix.replace("\n", "\r\n"))
    if how == "offsets of UTF-16":
        anchor = replace(anchor, start=anchor.start + 1)
    if how == "typed":
        anchor = Anchor(quote="một phẩy  hai phần trăm")
    done = add_fact(AN, paper.slug, "figures", anchor, POOR)
    assert done.corrected is False
    made = fact(paper, "một phẩy hai")
    assert text[made.start : made.end] == "một phẩy hai phần trăm"
    assert placed(made) == ("poverty_rate", "added")
    undo_judgement(AN, done.numbers[0])
    assert not models.Fact.objects.filter(start=made.start, superseded=False).exists()
    assert not models.Series.objects.filter(indicator="poverty_rate").exists()
    again = add_fact(AN, paper.slug, "figures", anchor, POOR | {"value": "1,3%"})
    assert fact(paper, "một phẩy hai").id is not None
    assert again.mentions != ()


def test_words_that_the_reader_has_read_are_corrected_instead(paper: models.Document) -> None:
    text = models.DocumentText.objects.get(document=paper).text
    done = add_fact(AN, paper.slug, "figures", selected(text, "7,39%"), {"value": "7,5%"})
    assert (done.corrected, value()) == (True, "7.5")


@pytest.mark.parametrize(
    ("anchor", "fields", "code"),
    [
        (Anchor(quote="không có trong này"), POOR, "review.not_in_text"),
        (Anchor(quote="<script>alert(1)</script>"), POOR, "review.not_in_text"),
        (Anchor(quote="năm"), POOR, "review.several"),
        (Anchor(quote="một phẩy hai phần trăm"), {}, "review.needed"),
    ],
)
def test_what_is_not_in_the_text_is_not_added(
    paper: models.Document, anchor: Anchor, fields: dict[str, str], code: str
) -> None:
    with pytest.raises(UsageError) as refused:
        add_fact(AN, paper.slug, "figures", anchor, fields)
    assert refused.value.message.code == code


def test_a_corrected_name_is_found_by_search_and_lists(paper: models.Document) -> None:
    person = models.Fact.objects.get(document=paper, kind=5)
    judge(AN, paper.slug, [Asked(fact=person.id, verdict="corrected", fields={"name": "Trần Thị Mai"})])
    assert list(models.Entry.objects.filter(sort=5).values_list("label", "shown")) == [("tran-thi-mai", "Trần Thị Mai")]
    judge(AN, paper.slug, [Asked(fact=person.id, verdict="rejected")])
    assert not models.Entry.objects.filter(sort=5).exists()


class TestReadAgain:
    """A newer reader reads the same bytes."""

    def test_a_judgement_holds_on_to_its_words(self, paper: models.Document) -> None:
        said(AN, paper, "7,39%", "corrected", value="7,5%")
        read_again(paper, HEAD + "Trang 1\n" + BODY, "2")
        assert value() == "7.5"
        assert not waiting(models.Fact.objects.filter(id=fact(paper, "7,39%").id)).exists()

    def test_what_is_read_otherwise_waits_again_and_the_word_of_the_person_counts(self, paper: models.Document) -> None:
        said(AN, paper, "7,39%", "confirmed")
        read_again(paper, HEAD + BODY.replace("tốc độ tăng trưởng GRDP", "mục tiêu tăng trưởng GRDP"), "2")
        current = fact(paper, "7,39%")
        assert value() == "7.39"
        assert waiting(models.Fact.objects.filter(id=current.id)).exists()
        assert current.id in set(read_anew(models.Fact.objects.all()).values_list("id", flat=True))
        said(BINH, paper, "7,39%", "confirmed", seen=models.Judgement.objects.get().id)
        assert not waiting(models.Fact.objects.filter(id=current.id)).exists()

    def test_words_that_are_gone_leave_an_orphan_that_counts_for_nothing(self, paper: models.Document) -> None:
        said(AN, paper, "7,39%", "corrected", value="7,5%")
        read_again(paper, HEAD + BODY.replace("đạt 7,39%", "cao hơn dự kiến"), "2")
        assert value() is None
        (orphan,) = DatabaseRegistry().orphans()
        assert (orphan.anchor.quote, orphan.who) == ("7,39%", "an")
        read_again(paper, HEAD + BODY, "3")
        assert (value(), DatabaseRegistry().orphans()) == ("7.5", ())

    def test_an_added_fact_outlives_the_reading_and_is_taken_over_by_a_better_reader(
        self, paper: models.Document
    ) -> None:
        text = models.DocumentText.objects.get(document=paper).text
        add_fact(AN, paper.slug, "figures", selected(text, "một phẩy hai phần trăm"), POOR)
        read_again(paper, HEAD + "Trang 1\n" + BODY, "2")
        assert placed(fact(paper, "một phẩy hai")) == ("poverty_rate", "added")
        read_again(paper, HEAD + BODY.replace("chỉ còn một phẩy hai phần trăm", "chỉ còn 1,2%"), "3")
        assert [each.anchor.quote for each in DatabaseRegistry().orphans()] == ["một phẩy hai phần trăm"]

    def test_unsure_waits_and_is_found(self, paper: models.Document) -> None:
        said(AN, paper, "7,39%", "unsure")
        assert [each.id for each in unsure(models.Fact.objects.all())] == [fact(paper, "7,39%").id]


def test_a_withdrawn_paper_takes_its_judgements_along(paper: models.Document) -> None:
    text = models.DocumentText.objects.get(document=paper).text
    said(AN, paper, "7,39%", "corrected", value="7,5%", plan="Chương trình Hoàng Mộc Lan")
    add_fact(AN, paper.slug, "figures", selected(text, "một phẩy hai phần trăm"), POOR)
    withdraw(CONSOLE, paper.slug, why="có bí mật")
    assert not models.Judgement.objects.exists()
    told = "".join(f"{each.parameters}{each.objects_touched}" for each in models.Audit.objects.all())
    assert "Mộc Lan" not in told and "phẩy" not in told and "7,5" not in told


def test_judgements_move_to_another_registry(paper: models.Document) -> None:
    said(AN, paper, "7,39%", "corrected", value="7,5%")
    held = [record(each) for each in models.Judgement.objects.select_related("document")]
    models.Placement.objects.update(judgement=None)
    models.Entry.objects.update(judgement=None)
    models.Judgement.objects.all().delete()
    assert load_judgements(CONSOLE, held) == 1
    assert (value(), load_judgements(CONSOLE, held)) == ("7.5", 0)

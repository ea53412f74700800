"""Loading: nothing lost, nothing doubled, whatever the order and whenever it is cut off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from tests.made.paper import Part
from tests.made.word import docx_of
from tests.server.papers import text_of, write_papers

from camket.read import ahead
from camket.read.folder import find_documents
from camket.read.office.ole import OLE
from camket.read.worker import Reply, Request
from camket.server.registry import models
from camket.server.registry.doctor import examine
from camket.server.registry.files import FileStore
from camket.server.registry.loading import Loaded, Loader, unread
from camket.server.registry.store import DatabaseRegistry

pytestmark = pytest.mark.django_db


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def load(files: FileStore, *paths: Path, **options: object) -> list[Loaded]:
    return list(Loader(files, **options).load(find_documents(paths).inputs))  # type: ignore[arg-type]  # as given


def outcomes(loaded: Iterable[Loaded]) -> list[str]:
    return [each.outcome for each in loaded]


def troubles(files: FileStore) -> list[str]:
    return [each.message.code for each in examine(files)]


def standing() -> list[tuple[object, ...]]:
    """What stands and against whom, by what papers say, not by keys of rows."""
    mentions = {
        row.id: bytes((row.fact or row.loose).mention).hex()  # type: ignore[union-attr]  # one of them is set
        for row in models.Placement.objects.select_related("fact", "loose")
    }
    return sorted(
        (bytes(row.series.digest).hex(), row.klass, row.first, row.last, mentions[row.placement_id],
         [mentions[each] for each in row.rivals], row.reasons)
        for row in models.Standing.objects.select_related("series")
    )  # fmt: skip


def forget() -> None:
    models.Document.objects.update(stands_for=None)
    for model in (models.Standing, models.Placement, models.Fact, models.Reading, models.Document, models.Series):
        model.objects.all().delete()


def test_a_paper_with_all_that_follows_from_it(files: FileStore, tmp_path: Path) -> None:
    (path,) = write_papers(tmp_path / "papers", 1)
    (loaded,) = load(files, path, read_on=date(2025, 2, 3))
    assert (loaded.name, loaded.outcome) == ("bao-cao-00000", "added")
    row = models.Document.objects.select_related("body").get()
    assert files.get(bytes(row.sha256)) == path.read_bytes()
    assert (row.size, row.read_on, row.access) == (path.stat().st_size, date(2025, 2, 3), "public")
    assert row.body.text == text_of(0)
    assert "tong san pham tren dia ban (grdp) cua tinh bac ninh" in row.body.folded
    assert row.facts.count() == loaded.facts > 5
    assert models.Standing.objects.filter(series__indicator="grdp", klass=0).exists()
    assert troubles(files) == []


@pytest.mark.one_database
@pytest.mark.parametrize("processes", [0, 1])
def test_old_word_files_are_read_by_what_was_made_of_them_together(
    files: FileStore, tmp_path: Path, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = OLE + "WordDocument".encode("utf-16-le")
    for number in range(3):
        (tmp_path / f"{number}.doc").write_bytes(old + bytes([number]))
    asked: list[int] = []

    def ask(request: Request) -> Reply:
        asked.append(len(request.together))
        return Reply(
            converted=tuple(docx_of([Part("paragraph", (text_of(n),))]) for n, _ in enumerate(request.together))
        )

    monkeypatch.setattr(ahead, "_ask", ask)
    loaded = load(files, tmp_path, processes=processes)
    assert asked == [3]
    assert [(each.outcome, each.facts > 5) for each in loaded] == [("added", True)] * 3
    kept = {bytes(row.sha256) for row in models.Document.objects.all()}
    assert {files.get(digest) for digest in kept} == {old + bytes([number]) for number in range(3)}


def test_readers_beside_the_writer_change_nothing(files: FileStore, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    write_papers(folder, 30)
    (folder / "mat.txt").write_text("ỦY BAN NHÂN DÂN TỈNH BẮC NINH\nMẬT\nSố: 1/BC-UBND\nBáo cáo\n", encoding="utf-8")
    alone = load(files, folder)
    before, kept = standing(), sorted(files.digests())
    forget()
    beside = load(files, folder, processes=2, batch=7)
    assert sorted(beside, key=lambda each: each.name) == sorted(alone, key=lambda each: each.name)
    assert outcomes(beside).count("failed") == 1
    assert (standing(), sorted(files.digests())) == (before, kept)


def test_again_adds_nothing(files: FileStore, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    write_papers(folder, 30)
    assert outcomes(load(files, folder)) == ["added"] * 30
    before = (standing(), models.Fact.objects.count(), sorted(files.digests()))
    assert outcomes(load(files, folder)) == ["known"] * 30
    assert (standing(), models.Fact.objects.count(), sorted(files.digests())) == before
    assert models.Reading.objects.count() == 30


def test_internal_papers_are_marked(files: FileStore, tmp_path: Path) -> None:
    load(files, *write_papers(tmp_path / "papers", 1), access="internal")
    assert models.Document.objects.get().access == "internal"


def test_a_secret_paper_leaves_nothing(files: FileStore, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "papers" / "van-ban.txt"
    path.parent.mkdir()
    path.write_text(
        "ỦY BAN NHÂN DÂN TỈNH BẮC NINH\nTỐI MẬT\nSố: 5/BC-UBND\nGRDP năm 2024 của tỉnh Bắc Ninh tăng 6,03%.\n",
        encoding="utf-8",
    )
    (loaded,) = load(files, path)
    assert loaded.outcome == "failed"
    assert [each.message.code for each in loaded.findings] == ["read.secret"]
    assert not models.Document.objects.exists()
    assert not models.Audit.objects.exists()
    assert [*files.digests(), *files.strangers()] == []
    assert caplog.records == []


def test_members_of_archives_are_papers(files: FileStore, tmp_path: Path) -> None:
    from zipfile import ZipFile

    (path,) = write_papers(tmp_path / "papers", 1)
    with ZipFile(tmp_path / "goi.zip", "w") as archive:
        archive.write(path, "thang-1/bao-cao.txt")
    (loaded,) = load(files, tmp_path / "goi.zip")
    assert (loaded.name, loaded.outcome) == ("goi.zip/thang-1/bao-cao", "added")
    assert files.get(bytes(models.Document.objects.get().sha256)) == path.read_bytes()


def test_a_file_that_cannot_be_read_does_not_stop_the_others(files: FileStore, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    write_papers(folder, 2)
    (folder / "bao-cao-00000b.pdf").write_bytes(b"%PDF-1.7 broken")
    assert sorted(outcomes(load(files, folder))) == ["added", "added", "failed"]
    assert troubles(files) == []


def test_the_same_bytes_twice_are_one_paper_under_the_lower_name(files: FileStore, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(text_of(1), encoding="utf-8")
        load(files, tmp_path / name)
    assert models.Document.objects.get().name == "a"
    assert troubles(files) == []


def test_a_withdrawn_paper_stays_out(files: FileStore, tmp_path: Path) -> None:
    (path,) = write_papers(tmp_path / "papers", 1)
    load(files, path)
    forget_bytes = bytes(models.Document.objects.get().sha256)
    models.Document.objects.update(withdrawn_on=date(2025, 1, 1))
    files.remove(forget_bytes)
    assert outcomes(load(files, path)) == ["withdrawn"]
    assert files.get(forget_bytes) is None


NEWS = (
    "Bắc Ninh: kinh tế năm 2024\nNgày {day}, UBND tỉnh Bắc Ninh họp báo. Năm 2024, GRDP của tỉnh Bắc Ninh tăng 6,03%.\n"
)
SAME = NEWS.format(day="13/01/2025")


class TestSeveralSources:
    def sources(self, folder: Path) -> list[Path]:
        """One text three times (as it is, with more blanks, in capitals), and another that differs in a day."""
        folder.mkdir()
        texts = {
            "mot": SAME,
            "hai": SAME.replace(" ", "  "),
            "ba": SAME.upper(),
            "khac": NEWS.format(day="14/01/2025"),
        }
        made = []
        for name, text in texts.items():
            path = folder / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            made.append(path)
        return made

    def test_one_of_them_counts_whatever_the_order(self, files: FileStore, tmp_path: Path) -> None:
        paths = self.sources(tmp_path / "papers")
        seen = []
        for order in permutations(paths):
            forget()
            for path in order:
                load(files, path)
            counting = list(
                models.Document.objects.filter(stands_for=None).values_list("name", flat=True).order_by("name")
            )
            assert len(counting) == 2
            assert models.Document.objects.filter(stands_for__name__in=counting).count() == 2
            seen.append((counting, standing()))
            assert troubles(files) == []
        assert all(each == seen[0] for each in seen)

    def test_an_earlier_source_takes_over(self, files: FileStore, tmp_path: Path) -> None:
        page = (
            '<!doctype html><html><head><meta property="article:published_time" content="{day}T08:00:00+07:00"></head>'
            "<body><p>Năm 2024, GRDP của tỉnh Bắc Ninh tăng 6,03% so với năm 2023, cao hơn cả nước.</p></body></html>"
        )
        for name, day in (("late", "2025-03-02"), ("early", "2025-03-01")):
            path = tmp_path / f"{name}.html"
            path.write_text(
                page.format(
                    day=day,
                    text="Năm 2024, GRDP của tỉnh Bắc Ninh tăng 6,03% so với năm 2023, cao hơn bình quân cả nước.",
                ),
                encoding="utf-8",
            )
            load(files, path)
        assert models.Document.objects.get(stands_for=None).name == "early"
        (row,) = models.Standing.objects.filter(klass=0)
        assert row.placement.fact is not None and row.placement.fact.document.name == "early"
        assert row.rivals == []
        assert [each.document.id for each in DatabaseRegistry().extractions()] == ["early"]


class TestOrder:
    @pytest.mark.parametrize("seed", range(3))
    def test_another_order_gives_the_same(self, files: FileStore, tmp_path: Path, seed: int) -> None:
        from random import Random

        papers = write_papers(tmp_path / "papers", 24) + write_papers(tmp_path / "more", 8, first=720)
        load(files, *papers)
        first = standing()
        assert any(rivals for *_, rivals, _ in first)
        forget()
        Random(seed).shuffle(papers)
        for path in papers:
            load(files, path)
        assert standing() == first


class TestReadings:
    def test_a_newer_reader_supersedes_only_what_changed(
        self, files: FileStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from msgspec.structs import replace

        from camket.batch import reader

        load(files, *write_papers(tmp_path / "papers", 3), version="1")
        before = {row.id: bytes(row.mention) for row in models.Fact.objects.all()}
        standing_before = standing()
        read = reader.facts_of

        def better(document):  # type: ignore[no-untyped-def]
            """The reader of tomorrow reads the exports of the second paper otherwise, and one figure no more."""
            made = read(document)
            if document.id != "bao-cao-00001":
                return made
            figures = [each for each in made.figures if each.indicator != "poverty_rate"]
            figures = [replace(each, confidence=0.99) if each.quote.endswith("tỷ USD") else each for each in figures]
            return replace(made, figures=tuple(figures))

        monkeypatch.setattr(reader, "facts_of", better)
        assert unread("2").count() == 3
        assert outcomes(Loader(files, version="2").reread(unread("2"))) == ["reread"] * 3
        assert outcomes(Loader(files, version="2").reread(unread("2"))) == []
        gone = models.Fact.objects.filter(superseded=True)
        new = models.Fact.objects.exclude(id__in=before)
        assert {row.document.name for row in (*gone, *new)} == {"bao-cao-00001"}
        assert len(new) >= 1 and len(gone) > len(new)
        assert {bytes(row.mention) for row in new} <= {bytes(row.mention) for row in gone}
        assert set(before) <= set(models.Fact.objects.values_list("id", flat=True))
        assert models.Reading.objects.filter(superseded=True, version="1").count() == 3
        assert troubles(files) == []
        assert standing() != standing_before

    def test_load_reads_again_too(self, files: FileStore, tmp_path: Path) -> None:
        papers = write_papers(tmp_path / "papers", 2)
        load(files, *papers, version="1")
        first = standing()
        assert outcomes(load(files, *papers, version="2")) == ["reread"] * 2
        assert outcomes(load(files, *papers, version="1")) == ["known"] * 2
        assert not models.Fact.objects.filter(superseded=True).exists()
        assert standing() == first
        assert troubles(files) == []

    def test_a_paper_whose_bytes_are_gone_is_said(self, files: FileStore, tmp_path: Path) -> None:
        load(files, *write_papers(tmp_path / "papers", 1), version="1")
        files.remove(bytes(models.Document.objects.get().sha256))
        (told,) = Loader(files, version="2").reread(unread("2"))
        assert (told.outcome, [each.message.code for each in told.findings]) == ("failed", ["load.no_bytes"])


def test_extractions_ask_for_no_more_with_more_papers(
    files: FileStore, tmp_path: Path, django_assert_max_num_queries: Iterator[object]
) -> None:
    load(files, *write_papers(tmp_path / "papers", 40))
    with django_assert_max_num_queries(4):  # type: ignore[operator]  # pytest-django's context manager
        assert len(DatabaseRegistry().extractions()) == 40

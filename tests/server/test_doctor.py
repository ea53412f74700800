"""The doctor finds what is wrong, names it, and finds nothing where nothing is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker
from tests.server.papers import text_of, write_papers
from tests.server.test_load import load, troubles

from camket.registry.published import published_statements
from camket.server.registry import models
from camket.server.registry.files import FileStore
from camket.server.registry.rebuilding import place_all
from camket.server.registry.store import DatabaseRegistry

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def sound(
    django_db_setup: None,  # noqa: ARG001 - makes the database
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[FileStore]:
    """A sound registry: papers, one text from two sources, published series."""
    folder = tmp_path_factory.mktemp("sound")
    files = FileStore(folder / "files")
    papers = write_papers(folder / "papers", 12)
    copy = folder / "papers" / "ban-sao.txt"
    copy.write_text(text_of(3).replace(" ", "  "), encoding="utf-8")
    with django_db_blocker.unblock():
        load(files, *papers, copy, read_on=date(2025, 3, 1))
        DatabaseRegistry().add_statements(list(published_statements())[:40])
        assert troubles(files) == []
    yield files
    with django_db_blocker.unblock():
        call_command("flush", verbosity=0, interactive=False)


@pytest.fixture
def files(sound: FileStore, tmp_path: Path) -> FileStore:
    """Its files, to spoil; what is done to its rows is taken back after each test."""
    return FileStore(Path(shutil.copytree(sound.root, tmp_path / "files")))


def path(files: FileStore) -> Path:
    return files.path(bytes(models.Document.objects.get(name="bao-cao-00002").sha256))


def fact(**fields: object) -> models.Fact:
    return models.Fact.objects.filter(document__name="bao-cao-00002", **fields).order_by("id")[0]


def add_placement_of_nothing(_files: FileStore) -> None:
    models.Placement.objects.create(klass=0)


def lose_a_file(files: FileStore) -> None:
    path(files).unlink()


def spoil_a_file(files: FileStore) -> None:
    path(files).write_bytes(b"other")


def leave_a_file(files: FileStore) -> None:
    files.put("không thuộc văn bản nào".encode())


def leave_half_a_file(files: FileStore) -> None:
    path(files).with_name(path(files).name + ".part").write_bytes(b"h")


def lose_a_text(_files: FileStore) -> None:
    models.DocumentText.objects.filter(document__name="bao-cao-00002").delete()


def change_a_text(_files: FileStore) -> None:
    row = models.DocumentText.objects.get(document__name="bao-cao-00002")
    row.text = row.text.replace("tăng", "giảm", 1)
    row.save()


def change_what_is_searched(_files: FileStore) -> None:
    models.DocumentText.objects.filter(document__name="bao-cao-00002").update(folded="khac")


def turn_sources_round(_files: FileStore) -> None:
    copy = models.Document.objects.get(stands_for__isnull=False)
    first = copy.stands_for
    models.Document.objects.filter(id=copy.id).update(stands_for=None)
    models.Document.objects.filter(id=first.id).update(stands_for=copy)  # type: ignore[union-attr]  # it has one


def lose_a_reading(_files: FileStore) -> None:
    models.Reading.objects.filter(document__name="bao-cao-00002").update(superseded=True)


def read_twice(_files: FileStore) -> None:
    row = models.Document.objects.get(name="bao-cao-00002")
    models.Reading.objects.create(document=row, version="other")


def state_a_mention_twice(_files: FileStore) -> None:
    row = fact(kind__gt=0)
    row.reading = models.Reading.objects.create(document=row.document, version="other", superseded=True)
    row.id = None
    row.save()


def lose_a_placement(_files: FileStore) -> None:
    models.Placement.objects.filter(fact=fact(kind=0)).delete()


def lose_an_area(_files: FileStore) -> None:
    models.PaperArea.objects.order_by("id")[0].delete()


def tell_another_area(_files: FileStore) -> None:
    models.PaperArea.objects.create(document=models.Document.objects.get(name="bao-cao-00002"), area="thai-binh")


def misplace(_files: FileStore) -> None:
    models.Placement.objects.filter(fact=fact(kind=0)).update(last=date(1999, 12, 31))


def misplace_a_series(_files: FileStore) -> None:
    row = models.Placement.objects.exclude(loose=None).order_by("id")[0]
    models.Placement.objects.filter(id=row.id).update(rank=7)


def lose_a_value(_files: FileStore) -> None:
    models.Standing.objects.order_by("id")[0].delete()


def choose_otherwise(_files: FileStore) -> None:
    other = models.Placement.objects.order_by("-id")[0]
    models.Standing.objects.filter(id=models.Standing.objects.order_by("id")[0].id).update(placement=other)


def choose_by_an_older_policy(_files: FileStore) -> None:
    models.Standing.objects.update(policy=0)


def leave_a_series(_files: FileStore) -> None:
    models.Series.objects.create(digest=bytes(16), indicator="grdp", measure="level", unit="VND", area="x")


def keep_a_withdrawn_text(_files: FileStore) -> None:
    models.Document.objects.filter(name="bao-cao-00002").update(withdrawn_on=date(2025, 1, 1))


def change_the_record(_files: FileStore) -> None:
    models.Audit.objects.filter(number=1).update(who="someone.else")


FAULTS: list[tuple[Callable[[FileStore], None], str]] = [
    (lose_a_file, "doctor.no_file"),
    (spoil_a_file, "doctor.file_changed"),
    (leave_a_file, "doctor.no_row"),
    (leave_half_a_file, "doctor.stranger"),
    (lose_a_text, "doctor.no_text"),
    (change_a_text, "doctor.text_changed"),
    (change_what_is_searched, "doctor.search_text"),
    (turn_sources_round, "doctor.stands_for"),
    (lose_a_reading, "doctor.readings"),
    (read_twice, "doctor.readings"),
    (state_a_mention_twice, "doctor.mention_twice"),
    (lose_a_placement, "doctor.placements"),
    (lose_an_area, "doctor.paper_areas"),
    (tell_another_area, "doctor.paper_areas"),
    (misplace, "doctor.placements"),
    (misplace_a_series, "doctor.placements"),
    (add_placement_of_nothing, "doctor.placements"),
    (lose_a_value, "doctor.standing"),
    (choose_otherwise, "doctor.standing"),
    (choose_by_an_older_policy, "doctor.standing"),
    (leave_a_series, "doctor.empty_series"),
    (keep_a_withdrawn_text, "doctor.withdrawn_kept"),
    (change_the_record, "audit.changed"),
]
MENDED_BY_PLACING = {
    "doctor.stands_for", "doctor.placements", "doctor.paper_areas", "doctor.standing", "doctor.empty_series",
}  # fmt: skip


@pytest.mark.parametrize(("fault", "code"), FAULTS, ids=[fault.__name__ for fault, _ in FAULTS])
def test_a_fault_is_named_and_placing_mends_what_it_can(
    files: FileStore, fault: Callable[[FileStore], None], code: str
) -> None:
    fault(files)
    found = troubles(files)
    assert code in found
    if code in MENDED_BY_PLACING and fault is not add_placement_of_nothing:
        place_all()
        assert troubles(files) == []


@pytest.mark.usefixtures("files")
def test_placing_anew_changes_nothing_where_all_is_right() -> None:
    def rows() -> list[object]:
        kept = (models.Placement, models.Standing, models.PaperArea)
        return [row for model in kept for row in model._default_manager.order_by("id").values()]

    before = rows()
    assert place_all() == 0
    assert rows() == before


def test_placing_anew_after_all_was_lost(files: FileStore) -> None:
    from tests.server.test_load import standing

    before = standing()
    models.Standing.objects.all().delete()
    models.Placement.objects.all().delete()
    assert place_all() > 0
    assert standing() == before
    assert troubles(files) == []

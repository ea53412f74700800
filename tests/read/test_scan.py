"""A scan says what its paper says: the same figures, by the letters that were recognised."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont
from tests.made.office import needs_office
from tests.made.paper import parts_of
from tests.made.printed import converted, needs_recognition, scanned
from tests.made.word import docx_of

from camket.errors import ReadError
from camket.extract import extract
from camket.model.document import Document
from camket.model.fact import Figure
from camket.model.place import OnPage
from camket.read import read
from camket.read.places import at
from camket.read.scan import recognise, scanned_page
from camket.read.writer import Writer

pytestmark = [needs_office, needs_recognition]
SAMPLES = Path(__file__).parents[2] / "src/camket/samples"
PAPERS = {path.stem: path for path in sorted(SAMPLES.glob("*.txt"))}
PLAN = "04-ke-hoach-2022"
TABLE = Path(__file__).parent.parent / "made/bieu-chi-tieu-2022.txt"
RED = (205, 35, 45)


def in_print(sources: dict[str, Path], folder: Path) -> dict[str, bytes]:
    """Papers as PDF."""
    words = {name: docx_of(parts_of(path.read_text(encoding="utf-8"))) for name, path in sources.items()}
    return converted(words, "docx", "pdf", folder)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A plan and a table as PDF."""
    return in_print({PLAN: PAPERS[PLAN], "bieu": TABLE}, tmp_path_factory.mktemp("printed"))


def sealed(page: Image.Image, *words: str) -> Image.Image:
    """The page with a round red seal in its lower half, and with words in red ink beneath its head."""
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    for radius in (190, 120):
        draw.ellipse((1500 - radius, 2700 - radius, 1500 + radius, 2700 + radius), outline=RED, width=12)
    font = ImageFont.truetype("DejaVuSans-Bold.ttf", 60)
    for number, word in enumerate(words):
        draw.text((420, 760 + 90 * number), word, font=font, fill=RED)
    return ImageChops.multiply(page.convert("RGB"), ink)


def as_document(pages: list[Image.Image], folder: Path, *, dpi: int = 300) -> Document:
    """The pages as one TIFF, read."""
    path = folder / "quet.tif"
    pages[0].save(path, save_all=True, append_images=pages[1:], dpi=(dpi, dpi), compression="tiff_deflate")
    return read(path, id="a")


def key(figure: Figure) -> tuple[object, ...]:
    """What a figure says."""
    return (
        figure.indicator, figure.value, figure.value_high, figure.unit, figure.comparator, figure.measure, figure.role,
        figure.period, figure.area,
    )  # fmt: skip


@cache
def of_text(path: Path) -> Counter[tuple[object, ...]]:
    return Counter(map(key, extract(read(path)).figures))


def share(document: Document, path: Path) -> float:
    """The share of the figures of a text that its scan says too."""
    wanted = of_text(path)
    return (Counter(map(key, extract(document).figures)) & wanted).total() / wanted.total()


@pytest.fixture(scope="module")
def plan(printed: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The scan of a plan, a little askew and noisy, with a red seal over its last lines."""
    pages = scanned(printed[PLAN], turned=0.9, noisy=True)
    return as_document([*pages[:-1], sealed(pages[-1])], tmp_path_factory.mktemp("plan"))


def test_a_scan_says_nine_figures_of_ten(plan: Document) -> None:
    assert share(plan, PAPERS[PLAN]) >= 0.9


def test_the_head_and_the_foot_of_a_scan(plan: Document) -> None:
    found, wanted = extract(plan).document.head, extract(read(PAPERS[PLAN])).document.head
    names = ("number", "date", "type", "issuer", "signer")
    assert [getattr(found, name) for name in names] == [getattr(wanted, name) for name in names]


def test_every_word_of_a_scan_has_its_box(plan: Document) -> None:
    assert all(page.scanned for page in plan.pages)
    words = plan.text.split()
    boxes = [(plan.text[place.start : place.end], place.at) for place in plan.places]
    assert "".join(word for word, _ in boxes) == "".join(words)
    for _, box in boxes:
        assert isinstance(box, OnPage)
        page = plan.pages[box.page - 1]
        assert 0 <= box.left < box.right <= page.width
        assert 0 <= box.top < box.bottom <= page.height
        assert box.sure is not None
        assert 0 <= box.sure <= 1
    figure = extract(plan).figures[0]
    assert figure.confidence <= 1
    assert [box.page for box in at(plan, figure.start, figure.end) if isinstance(box, OnPage)] == [1]
    assert "scan.read" in [each.message.code for each in plan.findings]


def test_a_table_of_a_scan_is_rows_of_cells(printed: dict[str, bytes], tmp_path: Path) -> None:
    document = as_document(scanned(printed["bieu"], turned=-1.2)[:1], tmp_path)
    lines = document.text.splitlines()
    assert "TT\tChỉ tiêu\tĐơn vị tính\tƯớc thực hiện năm 2021\tKế hoạch năm 2022" in lines
    assert "5\tTổng thu ngân sách nhà nước trên địa bàn\tTỷ đồng\t31.100\t30.567" in lines
    figures = extract(document).figures
    # The first page of the table holds all of its figures but the last.
    assert (Counter(map(key, figures)) & of_text(TABLE)).total() >= of_text(TABLE).total() - 2


@pytest.mark.parametrize("turned", [90, 180])
def test_a_page_on_its_side_is_turned(printed: dict[str, bytes], turned: int) -> None:
    page = scanned(printed[PLAN])[0]
    part = page.crop((0, 0, page.width, 1300)).rotate(turned, expand=True)
    read_page = scanned_page(1, part, part.width * 72 / 300, part.height * 72 / 300)
    writer = Writer()
    read_page.write(writer)
    assert writer.result().text.startswith("ỦY BAN NHÂN DÂN\nTỈNH BẮC NINH\nSố: 18/KH-UBND\n")
    first = writer.result().places[0].at
    assert isinstance(first, OnPage)
    left, _, right, bottom = (edge * 300 / 72 for edge in (first.left, first.top, first.right, first.bottom))
    turned_back = {90: (part.height - bottom, left), 180: (part.width - right, part.height - bottom)}[turned]
    assert turned_back[0] < page.width / 2
    assert turned_back[1] < 400


def test_a_red_stamp_of_secrecy_is_seen(printed: dict[str, bytes], tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        as_document([sealed(scanned(printed[PLAN])[0], "TỐI MẬT")], tmp_path)
    assert caught.value.message.code == "read.secret"


def test_words_come_with_boxes_in_the_picture(printed: dict[str, bytes]) -> None:
    page = scanned(printed[PLAN], dpi=200)[0]
    words = recognise(page.crop((0, 0, page.width, 500)), 200)
    (number,) = [word for word in words if "18/KH-UBND" in word.text]
    assert number.sure > 0.5
    assert 0 < number.left < number.right < page.width / 2
    assert number.bottom < 500


@pytest.mark.soak
@pytest.mark.parametrize(("dpi", "turned", "noisy"), [(300, 0.0, False), (300, 1.5, True), (200, -0.7, False)])
def test_all_papers_scanned(tmp_path: Path, dpi: int, turned: float, noisy: bool) -> None:
    for name, data in in_print(PAPERS, tmp_path).items():
        pages = scanned(data, dpi=dpi, turned=turned, noisy=noisy)
        assert share(as_document(pages, tmp_path, dpi=dpi), PAPERS[name]) >= 0.9, name

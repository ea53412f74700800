"""An officer's morning in a browser: papers handed in, looked through, mended, kept for the report, mended again."""

from __future__ import annotations

import sqlite3
import time
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.browser.going import follow, log_in, press_on, somebody, worked_through
from tests.browser.served import Served, served
from tests.browser.test_review import press
from tests.browser.visiting import WIDE

from camket.server.configuration import configured

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAME, APPROVER, PASSWORD = "can-bo", "nguoi-duyet", "mot-mat-khau-buoi-sang"
FACTS, PRACTISED = 60, 6 * 60
"""Facts looked at by keyboard, and the seconds that a practised hand has for them."""
TABLED = "bao-cao-cong-nghiep-2025"
PAPERS = {
    f"{TABLED}.html": """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Báo cáo sản xuất công nghiệp năm 2025</title></head><body>
<p>UBND TỈNH BẮC NINH</p><p>Số: 315/BC-UBND</p><p>Bắc Ninh, ngày 15 tháng 12 năm 2025</p>
<p>BÁO CÁO</p><p>Tình hình sản xuất công nghiệp năm 2025</p>
<p>1. Tăng trưởng GRDP của tỉnh Bắc Ninh qua các năm như sau:</p>
<table><thead><tr><th>Năm</th><th>Tốc độ tăng trưởng GRDP (%)</th></tr></thead><tbody>
<tr><td>2021</td><td>6,9</td></tr><tr><td>2022</td><td>7,39</td></tr>
<tr><td>2023</td><td>-9,28</td></tr><tr><td>2024</td><td>6,03</td></tr></tbody></table>
<p>2. Năm 2025, tốc độ tăng trưởng GRDP của tỉnh Bắc Ninh đạt 17,02%.</p>
<p>3. Năm 2025, giá trị hàng nhà máy đạt 2.448.200 tỷ đồng.</p></body></html>
""",
    "bao-cao-nha-may-2024.txt": """UBND TỈNH BẮC NINH
Số: 298/BC-UBND
Bắc Ninh, ngày 28 tháng 12 năm 2024
BÁO CÁO
Kết quả phát triển công nghiệp năm 2024

Năm 2024, giá trị hàng nhà máy đạt 1.945.100 tỷ đồng.
""",
}
SECRET_NAME, SECRET = (
    "phuong-an-kho-thach-sanh-dong.txt",
    """TỐI MẬT
UBND TỈNH BẮC NINH
Số: 07/PA-UBND
Bắc Ninh, ngày 3 tháng 3 năm 2025
PHƯƠNG ÁN
Bảo vệ kho Thạch Sanh Đông

Năm 2025, kho Thạch Sanh Đông chứa 4.321 tấn hàng.
""",
)
SECRET_WORDS = ("Thạch Sanh Đông", "thach sanh dong", "thach-sanh-dong", "4.321 tấn", "07/PA")
KEPT_WORDS = ("giá trị hàng nhà máy", "315/BC-UBND", TABLED)
"""Words of papers that were taken in: that they are found shows that the search would find the others."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Served]:  # noqa: ARG001 - skips first
    """Pages with nothing in them but an officer's account, and with the worker."""
    folder = tmp_path_factory.mktemp("morning")
    with served(folder, folder / "log") as made:
        made.run("user", "add", NAME, "--role", "officer", given=f"{PASSWORD}\n{PASSWORD}\n")
        yield made


@pytest.fixture
def officer(house: Served, browser: Browser) -> Iterator[Page]:
    """The officer, logged in."""
    context = somebody(browser)
    page = context.new_page()
    page.set_viewport_size(WIDE)
    log_in(page, house.address, NAME, PASSWORD)
    yield page
    context.close()


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """Ten files, one of them stamped secret; eight are samples of the package."""
    folder = tmp_path / "handed"
    folder.mkdir()
    for name, text in (PAPERS | {SECRET_NAME: SECRET}).items():
        (folder / name).write_text(text, encoding="utf-8")
    with resources.as_file(resources.files("camket.samples")) as own:
        for path in sorted(each for each in own.iterdir() if each.suffix == ".txt")[3:10]:
            (folder / path.name).write_bytes(path.read_bytes())
    return sorted(folder.iterdir())


def test_an_officers_morning(house: Served, browser: Browser, officer: Page, papers: list[Path]) -> None:
    assert len(papers) == 10
    hand_in(officer, house, papers)
    assert traces(house, KEPT_WORDS) == sorted(KEPT_WORDS)
    assert traces(house) == []
    confirm_by_keyboard(officer, house)
    mention = table_and_wrong_figure(officer, house)
    map_own_words(officer, house)
    freeze = freeze_figures(officer, house)
    correct_again(officer, house, mention, freeze)
    look_at_the_record(browser, house, mention)
    assert traces(house) == []
    done = records(house)
    assert done[NAME, "load"] == len(papers) - 1
    assert done[NAME, "judge"] == FACTS + 1 + 2
    assert done[NAME, "correct-name"] == 1
    assert done[NAME, "freeze"] == 1


def hand_in(page: Page, house: Served, papers: list[Path]) -> None:
    page.goto(f"{house.address}/nap-van-ban")
    assert page.locator("#secret-h").is_visible()
    page.check("[name=no-secret]")
    page.set_input_files("#papers", papers)
    page.check("[name=access][value=public]")
    follow(page.locator("main form.deed button[type=submit]"))
    most = page.locator("#progress").evaluate_all("found => found.map((each) => each.max)")
    assert most in ([len(papers)], [])  # a quick worker may have done by now
    worked_through(page)
    rows = page.locator("main tbody tr")
    assert rows.count() == len(papers)
    assert rows.filter(has_text="đã nhận").count() == len(papers) - 1
    refused = rows.filter(has_text="từ chối: có dấu mật")
    assert refused.count() == 1
    assert rows.filter(has_text="số liệu").count() >= 5
    assert not any(word in page.content() for word in SECRET_WORDS)


def traces(house: Served, words: tuple[str, ...] = SECRET_WORDS) -> list[str]:
    """Those of the words that stand in a byte or a name below the folder of the house (its log is there), or in memory
    where files wait, or in the database."""
    data = house.folder / "data"
    waiting = configured({"CAMKET_DATA": str(data)}).waiting
    files = [each for place in (house.folder, waiting) for each in place.rglob("*")]
    held = b"\0".join([str(each).encode() for each in files] + [each.read_bytes() for each in files if each.is_file()])
    held += b"\0".join(unpacked(data / "registry.sqlite3"))
    forms = [(word, unicodedata.normalize(form, word)) for word in words for form in ("NFC", "NFD")]
    return sorted({word for word, form in forms if form.encode() in held or form.encode("utf-16-le") in held})


def unpacked(database: Path) -> Iterator[bytes]:
    """Every value of every table, what is packed as it was before."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as opened:
        opened.text_factory = bytes
        tables = [name.decode() for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in opened.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - names of tables
                for value in row:
                    if isinstance(value, bytes):
                        yield value
                        yield inflated(value)


def inflated(value: bytes) -> bytes:
    try:
        return zlib.decompress(value)
    except zlib.error:
        return b""


def confirm_by_keyboard(page: Page, house: Served) -> None:
    """From the queue to the facts of one paper after another, never with a mouse."""
    page.goto(f"{house.address}/ra-soat")
    begun, done, place = time.monotonic(), 0, 0
    while done < FACTS:
        page.locator(".waits > a").filter(has_not_text="công nghiệp").nth(place).focus()
        press_on(page, "Enter")
        page.wait_for_selector("#the")
        here = min(FACTS - done, waiting(page) - 1)
        for _ in range(here):
            assert press(page, "c") == "Đã xác nhận."
        done += here
        press_on(page, "q")
        assert page.url == f"{house.address}/ra-soat"
        place += 1
    assert time.monotonic() - begun < PRACTISED


def waiting(page: Page) -> int:
    """Facts of the paper that nobody has judged."""
    return int("".join(each for each in page.inner_text("#the .count").partition("·")[2] if each.isdigit()) or 0)


def table_and_wrong_figure(page: Page, house: Served) -> str:
    """A table in one act, and the figure below it; gives its mention."""
    page.goto(f"{house.address}/ra-soat")
    page.get_by_role("link", name="sản xuất công nghiệp").first.focus()
    press_on(page, "Enter")
    page.wait_for_selector("#the")
    assert page.inner_text("#card-h + .quote mark") == "6,9"
    assert press(page, "m") == "Đã xác nhận 4 dữ kiện."
    assert page.locator(".words mark.confirmed").count() == 4
    assert page.inner_text("#card-h + .quote mark") == "17,02%"
    mention = correct(page, "12,07%", "nhầm chữ số, đã hỏi lại nơi gửi")
    page.goto(f"{house.address}/chi-tieu/grdp/bac-ninh-1997")
    assert standing(page, "2025") == "12,07%"
    page.goto(f"{house.address}/phan-anh/{mention}")
    assert "12,07%" in page.inner_text("p.lead strong") and "máy đọc: 17,02%" in page.inner_text("p.lead strong")
    return mention


def correct(page: Page, value: str, why: str) -> str:
    """The value of the card corrected by keyboard; gives the mention of its fact."""
    mention = page.get_attribute("#the", "data-mention")
    page.keyboard.press("h")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type(value)
    page.locator("#answer [name=why]").focus()
    page.keyboard.type(why)
    page.keyboard.press("Control+Enter")
    page.locator(".told", has_text="Đã lưu nội dung sửa.").wait_for()
    assert "corrected" in (page.get_attribute(f'mark[id="{mention}"]', "class") or "")
    return mention or ""


def standing(page: Page, period: str) -> str:
    """The value in use of a period on the page of an indicator."""
    row = page.locator(".history tbody tr").filter(has=page.get_by_role("rowheader", name=period))
    return row.locator("strong").first.inner_text()


def map_own_words(page: Page, house: Served) -> None:
    """What two papers call in words of their own becomes one indicator of the catalogue, for both at once: on a page.

    From the queue to the list of names, the preview with the values in use before and after, given, and seen.
    """
    page.goto(f"{house.address}/chi-tieu/industrial_output/bac-ninh-1997")
    before = page.content()
    assert "1.945.100" not in before
    assert "2.448.200" not in before
    page.goto(f"{house.address}/ra-soat")
    follow(page.get_by_role("link", name="Tên chưa có trong danh mục"))
    follow(page.get_by_role("link", name="giá trị hàng nhà máy"))
    assert "2 số liệu mang tên này" in page.inner_text("main")
    assert page.locator("main .said mark").count() == 2  # the sentences that use it
    page.fill("#to", "Giá trị sản xuất công nghiệp")
    press_on(page, "Enter")
    page.wait_for_selector("#fore-h")
    assert "Chuyển 2 số liệu của 2 văn bản" in page.inner_text("main")
    (row,) = page.locator("main .sheet tbody tr").filter(has_text="1.945.100 tỷ đồng").all()
    assert row.locator("td").nth(1).inner_text() == "chưa có"
    page.fill("#why", "cùng một chỉ tiêu")
    press_on(page, "Enter")
    page.locator("[role=status]", has_text="Đã gán: chuyển 2 số liệu của 2 văn bản").wait_for()
    assert "Đang được gán" in page.inner_text("main")
    page.goto(f"{house.address}/chi-tieu/industrial_output/bac-ninh-1997")
    assert standing(page, "2024") == "1.945.100 tỷ đồng"
    assert standing(page, "2025") == "2.448.200 tỷ đồng"


def look_at_the_record(browser: Browser, house: Served, mention: str) -> None:
    """The audit record, by an approver: from the history of the figure to who did what; its chain is whole."""
    house.run("user", "add", APPROVER, "--role", "approver", given=f"{PASSWORD}\n{PASSWORD}\n")
    context = somebody(browser)
    page = context.new_page()
    log_in(page, house.address, APPROVER, PASSWORD)
    page.goto(f"{house.address}/lich-su/so-lieu/{mention}")
    follow(page.get_by_role("link", name="Nhật ký thao tác").last)
    page.wait_for_selector("#records-h")
    assert "còn nguyên vẹn" in page.inner_text("[role=status]")
    rows = [each.inner_text() for each in page.locator("main tbody tr").all()]
    assert len(rows) == 2  # the figure was corrected twice
    assert all(NAME in each and "rà soát" in each for each in rows)
    page.goto(f"{house.address}/nhat-ky?ai={NAME}")
    page.select_option("select[name=viec]", "correct-name")
    follow(page.locator("form.filters button"))
    assert "viec=correct-name" in page.url
    (given,) = page.locator("main tbody tr").all()
    assert "gán một tên cho mọi số liệu" in given.inner_text()
    assert not any(word in page.content() for word in (*SECRET_WORDS, "nhà máy", "315/BC"))
    context.close()


def freeze_figures(page: Page, house: Served) -> str:
    """The figures of the area kept under a name; gives the address."""
    page.goto(f"{house.address}/chot-so-lieu")
    page.fill("#name", "Báo cáo năm 2025")
    page.select_option("#area", label="Thành phố Bắc Ninh")
    follow(page.locator("main form.deed button[type=submit]"))
    assert "Chưa có số liệu nào khác khi chốt." in page.inner_text("main")
    return page.url


def correct_again(page: Page, house: Served, mention: str, freeze: str) -> None:
    """A correction after the freeze: the freeze shows both values, the history of the figure tells all of it."""
    page.goto(f"{house.address}/so-lieu/{mention}")
    page.goto(f"{page.url.partition('#')[0]}/ra-soat?du-kien={mention}")
    correct(page, "10,27%", "cơ quan thống kê đính chính")
    page.goto(f"{house.address}/chi-tieu/grdp/bac-ninh-1997")
    assert standing(page, "2025") == "10,27%"
    page.goto(freeze)
    (row,) = page.locator("main tbody tr").all()
    assert [row.locator("td").nth(place).locator("a").inner_text() for place in (1, 2)] == ["12,07%", "10,27%"]
    assert "đã khác" in row.inner_text()
    page.goto(f"{house.address}/lich-su/so-lieu/{mention}")
    assert "10,27%" in page.inner_text("p.lead strong")
    events = [each.inner_text() for each in page.locator("main ol li").all()]
    told = ["máy đọc|17,02%", "sửa|12,07%|nhầm chữ số", "được chốt|Báo cáo năm 2025", "sửa|10,27%|đính chính"]
    after = [event for event in events if any(all(word in event for word in each.split("|")) for each in told)]
    assert len(after) == len(told), events


def records(house: Served) -> Counter[tuple[str, str]]:
    """What the audit tells: who did what, how often. That it is whole the doctor says."""
    house.run("doctor")
    with sqlite3.connect(f"file:{house.folder / 'data' / 'registry.sqlite3'}?mode=ro", uri=True) as opened:
        return Counter(opened.execute("SELECT who, action FROM registry_audit"))

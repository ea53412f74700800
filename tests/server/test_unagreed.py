"""Figures not yet agreed: the office reads of all, the public of what an approver has opened, as it was said then."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from openpyxl import load_workbook
from tests.server.laid_out import READ_ON, of_text, page_of, row_of
from tests.server.unagreed import approve_all

from camket.errors import UsageError
from camket.server.accounts import add_user
from camket.server.pages import boards, unagreed
from camket.server.pages.seeing import reader_of
from camket.server.pages.work_board import KeptFinding, numbers_of
from camket.server.registry import models
from camket.server.registry.acting import CONSOLE, actor
from camket.server.registry.actions.approve import close_paper
from camket.server.registry.actions.approve_differences import approve_differences, close_differences
from camket.server.registry.actions.judge import judge
from camket.server.registry.actions.undo_judgement import undo_judgement
from camket.server.registry.actions.withdraw import withdraw
from camket.server.registry.files import FileStore
from camket.server.registry.intake import Arrival, take_in
from camket.server.registry.judging import Asked

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"
HEAD = "UBND TỈNH BẮC NINH\nBắc Ninh, ngày {day} tháng 1 năm 2024\nBÁO CÁO\nTình hình năm 2023 của tỉnh Bắc Ninh\n"
FIGURE = "Năm 2023, thu ngân sách nhà nước trên địa bàn tỉnh Bắc Ninh đạt {value} tỷ đồng.\n"
TALLY = "Năm 2023, tỉnh Bắc Ninh có {done}/18 chỉ tiêu theo Nghị quyết của HĐND tỉnh đạt và vượt kế hoạch.\n"
WORK = (
    "Tính đến ngày 20/12/2023, có 9.831 nhiệm vụ được giao, trong đó đã hoàn thành 7.892 nhiệm vụ, đang thực hiện "
    "trong hạn 1.602 nhiệm vụ, quá hạn 319 nhiệm vụ.\n"
)
AIM = "Mục tiêu năm 2024: thu ngân sách nhà nước trên địa bàn đạt 33.000 tỷ đồng.\n"
LIST, TALLIES, WORKS = "/so-lieu-chua-thong-nhat", "/ket-qua-tong-hop", "/so-lieu-nhiem-vu"
PLACE = f"{LIST}?dia-ban=bac-ninh-1997"


def take(name: str, text: str, *, day: int = 5, access: str = "public") -> models.Document:
    extraction, data = of_text(name, HEAD.format(day=day) + text)
    FileStore(settings.CONFIGURATION.files).put(data)
    take_in([Arrival(extraction=extraction, size=len(data), read_on=READ_ON, access=access)])
    return row_of(name)


@pytest.fixture
def papers() -> None:
    """Two public papers that say different numbers of one thing, tallies and tasks among them."""
    take("mot", FIGURE.format(value="30.908") + TALLY.format(done=11) + WORK + AIM)
    take("hai", FIGURE.format(value="32.417") + TALLY.format(done=17), day=9)


def client_of(role: str) -> Client:
    made = Client()
    if role:
        body = "so-tai-chinh" if role in ("department", "release") else ""
        user = get_user_model().objects.filter(username=f"la-{role}").first()
        made.force_login(user or add_user(f"la-{role}", PASSWORD, role, body=body))
    return made


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    if "format=xlsx" in address:
        sheet = load_workbook(io.BytesIO(answer.content)).active
        assert sheet is not None
        return "\n".join(" ".join(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True))
    if "format=csv" in address:
        return answer.content.decode("utf-8-sig")
    return page_of(answer).text


def is_told() -> bool:
    """Whether anybody reads that the figures are not agreed: the overview counts them, and their list names both."""
    client = Client()
    told = "1 chỗ số liệu chưa thống nhất" in text_of(client, "/")
    listed = text_of(client, LIST)
    assert told == ("32.417 tỷ đồng" in listed), "the number is not that of the list"
    return told


def keys(kind: str = "sources") -> list[bytes]:
    rows = boards.made().differences.filter(contradicting=True, kind=kind)
    return [bytes(key) for key in rows.values_list("key", flat=True)]


def approve(kind: str = "sources") -> None:
    approve_differences(CONSOLE, list(unagreed.known(boards.made(), keys(kind)).values()))


# where it is told, what tells it to whoever may read it, what stands there for anybody
WHERE = [
    ("/", "chỗ số liệu chưa thống nhất", "Bắc Ninh"),
    (LIST, "32.417 tỷ đồng", "Số liệu chưa thống nhất"),
    (PLACE, "32.417 tỷ đồng", "Số liệu chưa thống nhất"),
    (f"{LIST}?loai=tallies", "17/18", "Số liệu chưa thống nhất"),
    (f"{LIST}?xem=cong-chung", "32.417 tỷ đồng", "Số liệu chưa thống nhất"),
    (f"{LIST}?duyet=chua&lang=en", "32.417 tỷ đồng", "Figures not yet agreed"),
    (f"{LIST}?format=csv", "32.417 tỷ đồng", "Căn cứ"),
    (f"{LIST}?format=xlsx", "32.417 tỷ đồng", "Căn cứ"),
    (TALLIES, "hai con số khác nhau", "17/18"),
    (f"{TALLIES}?format=csv", "Chưa thống nhất", "17/18"),
    (f"{TALLIES}?format=xlsx", "Chưa thống nhất", "17/18"),
    ("/ke-hoach/bac-ninh-1997/yearly/2023", "hai con số khác nhau", "17/18"),
    (WORKS, "các phần cộng lại là 9.813", "9.831"),
    (f"{WORKS}?format=csv", "các phần cộng lại là 9.813", "Căn cứ"),
    (f"{WORKS}?format=xlsx", "các phần cộng lại là 9.813", "Căn cứ"),
]


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize("role", ["", "department", "release", "officer", "approver", "administrator"])
def test_it_is_told_everywhere_once_approved_and_nowhere_before(role: str) -> None:
    client, office = client_of(role), role in ("officer", "approver", "administrator")
    for approved in (False, True):
        for address, sign, besides in WHERE:
            told = text_of(client, address)
            expected = not approved if office and "duyet=chua" in address else office or approved
            assert (sign in told) == expected, (address, approved)
            assert besides in told, address
            client.get("/?lang=vi")
        if not approved:
            approve_all()


ELSEWHERE = (
    "/", "/dia-ban", "/dia-ban/bac-ninh-1997", "/ke-hoach", "/chi-tieu", "/chi-tieu/budget_revenue/bac-ninh-1997",
    "/chi-tieu/budget_revenue/bac-ninh-1997?thoi-ky=2023", "/tim-kiem?q=thu+ngan+sach+2023+bac+ninh", "/van-ban",
    "/thay-doi/bac-ninh-1997?tu=2020-01-01", "/chot-so-lieu", LIST, f"{LIST}?loai=sources", f"{LIST}?xem=phu-hop",
    TALLIES, WORKS, f"{WORKS}?xem=phu-hop", "/ke-hoach/bac-ninh-1997/yearly/2023",
)  # fmt: skip


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize("suffix", ["", "format=csv", "lang=en"])
def test_no_page_tells_the_public_that_anything_waits(suffix: str) -> None:
    """No page says of the figures that they clash, nor how many there are, nor links to a list of a kind."""
    row = row_of("mot")
    facts = models.Fact.objects.filter(document=row).values_list("mention", flat=True)
    own = [f"/van-ban/{row.slug}", *(f"/lich-su/so-lieu/{bytes(each).hex()}" for each in facts)]
    client = Client()
    for address in (*ELSEWHERE, *own):
        answer = client.get(f"{address}{'&' if '?' in address else '?'}{suffix}" if suffix else address)
        assert answer.status_code in (200, 404), address
        said = answer.content.decode("utf-8-sig").replace('class="chip"', "")
        for sign in (
            "state bad", "tone-bad", "loai=tallies", "loai=parts", "chỗ số liệu", "agreed: 1", "agreed: 3",
            "hai con số", "two numbers",
            "9.813", "9,813", "không thể cùng đúng:", "mâu thuẫn", "contradict",
        ):  # fmt: skip
            assert sign not in said, (address, sign)


def _joins() -> None:
    take("ba", FIGURE.format(value="35.110"), day=12)


def _joins_inside() -> None:
    take("noi-bo", FIGURE.format(value="35.110"), day=12, access="internal")


def _something_else() -> None:
    take("khac", "Năm 2023, kim ngạch xuất khẩu của tỉnh Bắc Ninh đạt 39 tỷ USD.\n", day=12)


def _judged(verdict: Any, **fields: str) -> list[int]:
    fact = models.Fact.objects.get(document=row_of("hai"), kind=0, superseded=False)
    done = judge(CONSOLE, row_of("hai").slug, [Asked(fact=fact.id, verdict=verdict, fields=fields)])
    return list(done.numbers)


def _corrected() -> None:
    _judged("corrected", value="32.471 tỷ đồng")


def _corrected_and_taken_back() -> None:
    (number,) = _judged("corrected", value="32.471 tỷ đồng")
    undo_judgement(CONSOLE, number)


CHANGES: list[tuple[Callable[[], object], bool]] = [
    (_joins, False),  # three sources are not what was approved
    (_joins_inside, True),  # to the public nothing has changed
    (_something_else, True),
    (_corrected, False),
    (_corrected_and_taken_back, True),  # the same is said again, word for word
    (lambda: _judged("confirmed"), True),
    (lambda: _judged("rejected"), False),
    (lambda: withdraw(CONSOLE, row_of("hai").slug, why="sai"), False),
    (lambda: close_paper(CONSOLE, row_of("hai").slug, access="internal", why="sai"), False),
    (lambda: close_differences(CONSOLE, keys()), False),
]


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize(("change", "still"), CHANGES, ids=[str(number) for number in range(len(CHANGES))])
def test_what_changed_is_to_be_approved_anew(change: Callable[[], object], still: bool) -> None:
    assert not is_told()
    approve()
    assert is_told()
    change()
    assert is_told() == still
    if change in (_joins, _corrected):
        approve()
        assert is_told()


@pytest.mark.usefixtures("papers")
def test_what_rests_on_an_internal_paper_is_marked_and_no_approval_opens_it() -> None:
    _joins_inside()
    client = client_of("approver")
    own = text_of(client, f"{LIST}?loai=sources")
    assert "35.110" in own
    assert "Dựa vào văn bản chưa công khai" in own
    assert "Duyệt công khai" not in own.replace("Duyệt công khai cả", "").replace("Chưa duyệt công khai", "")
    as_public = text_of(client, f"{LIST}?xem=cong-chung&loai=sources")
    assert "35.110" not in as_public
    assert "Chưa duyệt công khai" in as_public
    office = boards.current(reader_of(client.get(LIST).wsgi_request))
    (key,) = (bytes(row.key) for row in office.differences.filter(kind="sources"))
    assert client.post(f"{LIST}/duyet", {"key": key.hex()}).status_code == 400
    with pytest.raises(UsageError) as refused:
        approve_differences(CONSOLE, list(unagreed.known(office, [key]).values()))
    assert refused.value.message.code == "unagreed.not_public"
    assert not is_told()


@pytest.mark.usefixtures("papers")
def test_an_approver_opens_and_closes_from_the_page_and_both_are_recorded() -> None:
    client = client_of("approver")
    assert "chưa duyệt công khai: 3" in text_of(client, "/phe-duyet")
    (key,) = (each.hex() for each in keys())
    done = client.post(f"{LIST}/duyet?loai=sources&duyet=chua", {"key": key})
    assert (done.status_code, done.headers["Location"]) == (302, f"{LIST}?loai=sources&duyet=chua")
    assert is_told()
    assert "Công khai" in text_of(client, f"{LIST}?duyet=roi")
    assert "32.417 tỷ đồng" not in text_of(client, f"{LIST}?duyet=chua")
    assert "Công khai" in text_of(client, f"{LIST}?format=csv")
    again = client.post(f"{LIST}/duyet", {"key": key})
    assert again.status_code == 400
    assert client.post(f"{LIST}/dong", {"key": key, "back": "numbers"}).headers["Location"] == WORKS
    assert not is_told()
    assert client.post(f"{LIST}/dong", {"key": key}).status_code == 400
    for wrong in ({}, {"key": "x"}, {"key": "0" * 32}):
        assert client.post(f"{LIST}/duyet", wrong).status_code == 400
    made = models.Audit.objects.filter(action__contains="differences").order_by("number")
    rows = models.ApprovedDifference.objects.values_list("who", "ended_by")
    assert list(rows) == [("la-approver", "la-approver")]
    assert [row.action for row in made] == ["approve-differences", "close-differences"]


@pytest.mark.usefixtures("papers")
def test_all_of_a_page_are_approved_together_and_officers_decide_nothing() -> None:
    client, officer = client_of("administrator"), client_of("officer")
    page = client.get(LIST).content.decode()
    assert "Duyệt công khai cả 3 chỗ trên trang này" in page
    assert "<button" not in officer.get(LIST).content.decode().partition("<main")[2]
    every = [each.hex() for kind in ("sources", "tallies", "parts") for each in keys(kind)]
    assert officer.post(f"{LIST}/duyet", {"key": every}).status_code == 403
    assert client.post(f"{LIST}/duyet", {"key": every}).status_code == 302
    assert "3 chỗ số liệu chưa thống nhất" in text_of(Client(), "/")


def test_an_officer_may_not_by_the_action_either() -> None:
    someone = actor(add_user("nao-do", PASSWORD, "officer"))
    with pytest.raises(UsageError) as refused:
        approve_differences(someone, [])
    assert refused.value.message.code == "action.not_allowed"


def numbers() -> list[KeptFinding]:
    return [each for each in numbers_of(boards.made()).findings if each.verdict == "contradicting"]


ONCE = [("parts", "9.813"), ("tallies", "hai con số khác nhau")]


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize("where", [LIST, WORKS])
@pytest.mark.parametrize(("kind", "sign"), ONCE, ids=["parts", "tallies"])
def test_what_stands_in_two_lists_is_approved_and_closed_once(kind: str, sign: str, where: str) -> None:
    """Whichever of the two pages it is approved on, both tell it, and either closes it on both."""
    client, other = client_of("approver"), WORKS if where == LIST else LIST
    (key,) = keys(kind)
    assert [unagreed.key_of_finding(each) for each in numbers() if each.kind == kind] == [key]
    for page in (LIST, WORKS):
        assert f'value="{key.hex()}"' in client.get(page).content.decode(), page
        assert sign not in text_of(Client(), page), page
    client.post(f"{LIST}/duyet", {"key": key.hex(), "back": "numbers" if where == WORKS else "differences"})
    for address in (LIST, WORKS, f"{LIST}?format=csv", f"{WORKS}?format=csv"):
        assert sign in text_of(Client(), address), address
    assert models.ApprovedDifference.objects.count() == 1
    assert client.post(f"{LIST}/duyet", {"key": key.hex()}).status_code == 400
    client.post(f"{LIST}/dong", {"key": key.hex(), "back": "numbers" if other == WORKS else "differences"})
    for address in (LIST, WORKS):
        assert sign not in text_of(Client(), address), address


@pytest.mark.usefixtures("papers")
def test_what_only_numbers_of_tasks_tell_has_a_key_of_its_own() -> None:
    take("ba", "Năm 2023 đã hoàn thành 7.892 nhiệm vụ trên 9.831 nhiệm vụ, đạt 91,5%.\n")
    listed = {bytes(key) for key in boards.made().differences.values_list("key", flat=True)}
    own = [unagreed.key_of_finding(each) for each in numbers()]
    assert len(own) == len(set(own)) == len(listed & set(own)) + sum(key not in listed for key in own)
    assert any(key not in listed for key in own)


@pytest.mark.usefixtures("papers")
def test_approvers_are_told_how_many_numbers_of_tasks_wait_and_no_clash_twice() -> None:
    client = client_of("approver")
    waiting = "Số liệu nhiệm vụ chưa thống nhất, chưa duyệt công khai"
    assert waiting not in text_of(client, "/phe-duyet")
    take("ba", "Năm 2023 đã hoàn thành 7.892 nhiệm vụ trên 9.831 nhiệm vụ, đạt 91,5%.\n")
    assert f"{waiting}: 1" in text_of(client, "/phe-duyet")
    assert "chưa duyệt công khai: 3" in text_of(client, "/phe-duyet")
    approve_all()
    assert "chưa duyệt công khai" not in text_of(client, "/phe-duyet")


def test_words_around_a_clash_are_cut_between_words_and_say_so() -> None:
    before, after = "Công tác điều hành được triển khai đồng bộ; " * 8, " Các đơn vị tiếp tục rà soát;" * 12
    take("mot", f"{before}{WORK.strip()}{after}\n")
    (finding,) = (each for each in numbers() if each.kind == "parts")
    words = {each.strip(".,;") for each in f"{before}{WORK}{after}".split()}
    for quote in finding.quotes:
        for own in (quote.before, quote.after):
            assert len(own) <= 170
            assert {each.strip(".,;…") for each in own.split()} <= {*words, ""}, own
    assert finding.quotes[0].before.startswith("… ")
    assert finding.quotes[-1].after.endswith(" …")


def test_words_of_a_short_line_are_shown_whole() -> None:
    take("mot", "Có 90 nhiệm vụ được giao, trong đó hoàn thành 50 nhiệm vụ, đang thực hiện 30 nhiệm vụ.\n")
    told = [f"{quote.before}{quote.quote}{quote.after}" for each in numbers() for quote in each.quotes]
    assert told
    assert all(each.startswith("Có 90") and each.endswith("30 nhiệm vụ.") for each in told)

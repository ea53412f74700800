"""Proposals upward: what answers make of them, which paper answers which, and for how long they wait."""

from __future__ import annotations

from datetime import date

import pytest

from camket.model.fact import Proposal
from camket.model.petition import Paper, Petition, Reply
from camket.work.answering import Answering, replies, words_of
from camket.work.proposals import Wish, gather, standing

KINDS = (
    ("Bộ Tài chính đề nghị tỉnh chủ động cân đối, bố trí nguồn để thực hiện.", "rejected"),
    ("Đề nghị địa phương tự cân đối ngân sách.", "rejected"),
    ("Đồng ý về chủ trương, giao Bộ Tài chính hướng dẫn.", "accepted"),
    ("Bộ không đồng ý với đề nghị này vì không thuộc đối tượng.", "rejected"),
    ("Chưa đồng ý bổ sung biên chế.", "rejected"),
    ("Bộ ghi nhận kiến nghị của tỉnh.", "noted"),
    ("Bộ sẽ nghiên cứu, xem xét khi sửa đổi Nghị định.", "noted"),
    ("Giao Bộ Xây dựng nghiên cứu, trả lời tỉnh.", "forwarded"),
    ("Đồng ý hỗ trợ 50% tổng mức; phần còn lại tỉnh chủ động cân đối.", "in_part"),
    ("Chấp thuận một phần đề xuất về cơ cấu vốn.", "in_part"),
    ("Tỉnh có dân số lớn và nhiều khu công nghiệp.", None),
    ("Thực hiện chuyển đổi số, phát triển giao thông.", None),
)


@pytest.mark.parametrize(("words", "kind"), KINDS)
def test_what_the_words_of_an_answer_make_of_a_proposal(words: str, kind: str | None) -> None:
    found = words_of(words)
    assert (found.kind if found else None) == kind


ROAD = "hỗ trợ 1.200 tỷ đồng từ ngân sách Trung ương để đầu tư đường Vành đai 4 đoạn qua tỉnh"
POSTS = "bổ sung 350 biên chế giáo viên mầm non cho năm học 2025-2026"


def wish(mention: str, quote: str, number: str, day: str, **said: str) -> Wish:
    paper = Paper(document=number, number=number, day=date.fromisoformat(day), title="Báo cáo")
    made = Proposal(start=0, end=len(quote), quote=quote, id=mention, **said)  # type: ignore[arg-type]
    return Wish(mention=mention, said=made, paper=paper)


def raised() -> tuple[Petition, ...]:
    return gather(
        [
            wish("m1", ROAD, "15/BC-UBND", "2026-02-01", proposer="tỉnh Bắc Ninh", recipient="Bộ Tài chính"),
            wish("m2", POSTS, "15/BC-UBND", "2026-02-01", proposer="tỉnh Bắc Ninh"),
        ]
    )[0]


def letter(
    text: str, *, cites: tuple[str, ...] = ("15/BC-UBND",), title: str = "", day: str = "2026-04-02"
) -> Answering:
    paper = Paper(document="cv", number="321/BTC-NSNN", day=date.fromisoformat(day), title=title, issuer="Bộ Tài chính")
    return Answering(paper=paper, text=text, cites=cites)


def test_a_wish_in_several_papers_is_one_proposal_of_its_first_paper() -> None:
    again = wish("m3", f"tiếp tục xem xét {ROAD}", "88/BC-UBND", "2026-06-01", proposer="UBND tỉnh Bắc Ninh")
    other = wish("m4", ROAD, "9/BC-UBND", "2026-06-02", proposer="Hà Nam")
    first = wish("m1", ROAD, "15/BC-UBND", "2026-02-01", proposer="tỉnh Bắc Ninh")
    petitions, found = gather([again, other, first])
    assert [(each.id, each.mentions) for each in petitions] == [("m1", ("m1", "m3")), ("m4", ("m4",))]
    assert petitions[0].paper.number == "15/BC-UBND"
    assert [paper.number for paper in petitions[0].papers] == ["15/BC-UBND", "88/BC-UBND"]
    assert found == ()


def test_a_conclusion_that_takes_a_wish_up_answers_it() -> None:
    asked = wish("m1", ROAD, "15/BC-UBND", "2026-02-01")
    agreed = wish("m5", ROAD, "77/TB-VPCP", "2026-05-01", status="accepted", recipient="Thủ tướng Chính phủ")
    (petition,), (reply,) = gather([asked, agreed])
    stood = standing(petition, [reply], date(2026, 6, 1))
    assert (stood.state, stood.took_days, stood.unanswered_days) == ("accepted", 89, None)  # 1 Feb to 1 May
    before = standing(petition, [reply], date(2026, 4, 30))
    assert (before.state, before.unanswered_days) == ("raised", 88)


def test_a_letter_that_cites_the_report_answers_each_wish_in_its_own_line() -> None:
    told = letter(
        "Trả lời Báo cáo số 15/BC-UBND, Bộ Tài chính có ý kiến như sau:\n"
        f"1. Về việc {ROAD}: Bộ Tài chính đề nghị tỉnh chủ động cân đối, bố trí nguồn theo quy định.\n"
        f"2. Về kiến nghị {POSTS}: Bộ ghi nhận và tổng hợp để gửi Bộ Nội vụ.\n"
        "Bộ Tài chính trân trọng cảm ơn./."
    )
    found = {each.petition: each for each in replies(raised(), [told])}
    assert {id_: each.kind for id_, each in found.items()} == {"m1": "rejected", "m2": "noted"}
    codes = [reason.code for reason in found["m1"].reasons]
    assert codes == ["work.reply.cites", "work.reply.body", "work.reply.own_means"]
    own = found["m1"]
    assert told.text[own.start : own.end] == own.quote and "chủ động cân đối" in own.quote
    assert "Vành đai 4" not in own.quote


def test_an_answer_below_the_line_that_names_the_wish() -> None:
    told = letter(f"1. Về việc {ROAD}\n- Thủ tướng đồng ý về chủ trương.\n2. Việc khác\n- Không đồng ý.")
    (found,) = replies(raised()[:1], [told])
    assert found.kind == "accepted"


def test_a_letter_about_one_wish_answers_it_by_its_number_alone() -> None:
    one = raised()[:1]
    told = letter("Bộ Tài chính nhận được báo cáo của tỉnh. Bộ sẽ xem xét trong năm sau.")
    (found,) = replies(one, [told])
    assert (found.kind, [reason.code for reason in found.reasons][1]) == ("noted", "work.reply.only_wish")
    assert list(replies(raised(), [told])) == []  # of two wishes nobody can tell which is meant


def test_a_subject_that_answers_proposals_is_enough_without_a_number() -> None:
    told = letter(f"Về {ROAD}: chấp thuận.", cites=(), title="V/v trả lời kiến nghị của tỉnh Bắc Ninh")
    assert [each.kind for each in replies(raised(), [told])] == ["accepted"]
    assert list(replies(raised(), [letter(f"Về {ROAD}: chấp thuận.", cites=())])) == []


def test_an_earlier_paper_answers_nothing() -> None:
    told = letter(f"Về việc {ROAD}: không đồng ý.", day="2026-01-01")
    assert list(replies(raised(), [told])) == []


def test_noting_is_no_answer_and_a_person_goes_before_what_was_found() -> None:
    petition = raised()[0]

    def reply(kind: str, day: str, *, entered: bool = False) -> Reply:
        paper = Paper(document=f"{kind}{day}", day=date.fromisoformat(day))
        return Reply(petition="m1", kind=kind, paper=paper, entered=entered)  # type: ignore[arg-type]

    found = [reply("noted", "2026-03-01"), reply("rejected", "2026-04-01")]
    day = date(2026, 5, 2)
    assert standing(petition, found[:1], day).state == "noted"
    assert standing(petition, found[:1], day).unanswered_days == 90  # 28 - 1 + 31 + 30 + 2
    assert standing(petition, found, day).state == "rejected"
    mended = [*found, reply("in_part", "2026-04-01", entered=True)]
    assert standing(petition, mended, day).state == "in_part"
    later = [*mended, reply("accepted", "2026-04-20")]
    assert standing(petition, later, day).state == "accepted"
    assert standing(petition, later, date(2026, 4, 10)).state == "in_part"


def test_like_words_of_other_amounts_or_places_are_other_proposals() -> None:
    asks = "bố trí {} tỷ đồng vốn ngân sách Trung ương để đầu tư cầu {}"
    found = [
        wish(f"w{place}", asks.format(money, bridge), f"{place}/BC-UBND", "2026-02-01", proposer="tỉnh Bắc Ninh")
        for place, (money, bridge) in enumerate((("2.400", "Kênh Vàng"), ("900", "Kênh Vàng"), ("2.400", "Sông Hồng")))
    ]
    petitions, _ = gather(found)
    assert len(petitions) == 3
    told = letter(f"1. Về việc {asks.format('2.400', 'Kênh Vàng')}: chấp thuận.", cites=("0/BC-UBND", "1/BC-UBND"))
    answered = [each.petition for each in replies(petitions[:2], [told])]
    assert answered == ["w0"]

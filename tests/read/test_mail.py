"""A letter sent by mail stands for what was written and for the files sent along."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from tests.made.archive import archive
from tests.made.paper import parts_of
from tests.made.word import docx_of
from tests.read.old_letters import tcvn3

from camket.errors import ReadError
from camket.read import read
from camket.read.folder import Listing, find_documents
from camket.read.limits import DEFAULT, Limits
from camket.read.loading import bytes_of
from camket.read.mailed import is_mail
from camket.read.office.ole import OLE

WORDS = "Văn phòng gửi kèm báo cáo.\nNăm 2024, GRDP của tỉnh tăng 6,03% so với năm 2023.\n"
GOOD = "Năm 2025, thu ngân sách trên địa bàn đạt 41.250 tỷ đồng."


def letter(words: str = WORDS, subject: str = "V/v gửi báo cáo tháng 01") -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"] = "Văn thư <vanthu@tinh.example>", "sotaichinh@tinh.example"
    made["Subject"], made["Date"] = subject, "Mon, 13 Jan 2025 08:15:00 +0700"
    made.set_content(words)
    return made


def attach(made: EmailMessage, name: str, data: bytes, kind: str = "octet-stream") -> EmailMessage:
    made.add_attachment(data, maintype="application", subtype=kind, filename=name)
    return made


def listed(folder: Path, data: bytes, limits: Limits = DEFAULT) -> Listing:
    path = folder / "thu.eml"
    path.write_bytes(data)
    return find_documents([path], limits=limits)


def found(folder: Path, data: bytes) -> dict[str, str]:
    """The text of each paper in a letter."""
    inputs = listed(folder, data).inputs
    return {each.name: read(each.path, id=each.name, members=each.members).text for each in inputs}


def codes(listing: Listing) -> list[str]:
    return [each.message.code for each in listing.findings]


def test_a_letter_stands_for_its_words_and_its_files(tmp_path: Path) -> None:
    made = attach(letter(), "Báo cáo số 12.docx", docx_of(parts_of(GOOD)))
    attach(made, "phụ lục.zip", archive(**{"bieu.txt": GOOD.encode()}), "zip")
    made.add_attachment(attach(letter("Kính chuyển."), "a.txt", GOOD.encode()))
    assert found(tmp_path, made.as_bytes()) == {
        "thu.eml/Báo cáo số 12": f"{GOOD}\n",
        "thu.eml/noi-dung": f"V/v gửi báo cáo tháng 01\n\n{WORDS}",
        "thu.eml/phụ lục.zip/bieu": GOOD,
        "thu.eml/thu-kem-theo.eml/a": GOOD,
        "thu.eml/thu-kem-theo.eml/noi-dung": "V/v gửi báo cáo tháng 01\n\nKính chuyển.\n",
    }


def test_of_two_ways_to_say_the_same_the_page_is_read(tmp_path: Path) -> None:
    made = letter()
    made.add_alternative("<p>Kính gửi các sở</p><table><tr><td>GRDP</td><td>6,03%</td></tr></table>", subtype="html")
    read_ = listed(tmp_path, made.as_bytes()).inputs
    document = read(read_[0].path, members=read_[0].members)
    assert ([each.members for each in read_], document.format) == ([("noi-dung.html",)], "html")
    assert document.text.split() == ["Kính", "gửi", "các", "sở", "GRDP", "6,03%"]
    assert (document.head.title, document.head.published) == ("V/v gửi báo cáo tháng 01", "2025-01-13")


@pytest.mark.parametrize("named", ["", "; charset=us-ascii", "; charset=x-user-defined", "; charset=utf-99"])
def test_old_letters_are_told_by_themselves_whatever_a_program_calls_them(tmp_path: Path, named: str) -> None:
    words = "Ủy ban nhân dân tỉnh báo cáo kết quả phát triển kinh tế, tốc độ tăng trưởng đạt 16,2%."
    head = f"From: a@b.vn\nSubject: Bao cao\nMIME-Version: 1.0\nContent-Type: text/plain{named}\n\n".encode()
    assert found(tmp_path, head + tcvn3(words)) == {"thu.eml/noi-dung": f"Bao cao\n\n{words.replace('Ủ', 'ủ')}"}


def test_names_are_told_apart_and_never_lead_outside(tmp_path: Path) -> None:
    made = letter()
    for name in ("1.txt", "1.TXT", "../../etc/passwd.txt", "\x07" + "a" * 300 + ".txt"):
        attach(made, name, GOOD.encode())
    listing = listed(tmp_path, made.as_bytes())
    names = [each.members[0] for each in listing.inputs]
    assert (names[:2], codes(listing)) == (["1-2.TXT", "1.txt"], ["read.archive_outside"])
    assert len(names[2]) == 120
    assert names[2].endswith(".txt")


def test_what_cannot_be_opened_and_what_is_no_paper_is_said(tmp_path: Path) -> None:
    made = letter()
    attach(made, "smime.p7m", b"\x30\x80", "pkcs7-mime")
    attach(made, "smime.p7s", b"\x30\x80", "pkcs7-signature")
    attach(made, "winmail.dat", b"\x78\x9f\x3e\x22" + bytes(40), "ms-tnef")
    listing = listed(tmp_path, made.as_bytes())
    assert [each.name for each in listing.inputs] == ["thu.eml/noi-dung"]
    assert codes(listing) == ["read.mail_sealed", "read.skipped_mail"]


def test_small_pictures_among_the_words_are_passed_over(tmp_path: Path) -> None:
    made = letter()
    made.add_alternative("<p>Kính gửi</p><img src='cid:a'>", subtype="html")
    page = made.get_payload()[1]  # type: ignore[index]  # a letter with alternatives has several parts
    page.add_related(b"\x89PNG" + bytes(900), maintype="image", subtype="png", cid="<a>")  # type: ignore[union-attr]
    listing = listed(tmp_path, made.as_bytes())
    assert ([each.name for each in listing.inputs], codes(listing)) == (["thu.eml/noi-dung"], ["read.mail_logos"])


def test_a_stamped_paper_that_was_sent_is_refused_and_the_letter_read(tmp_path: Path) -> None:
    secret = "ỦY BAN NHÂN DÂN TỈNH\nSố: 12/BC-UBND\nMẬT\nGRDP tăng 9%."
    listing = listed(tmp_path, attach(letter(), "bao-cao.txt", secret.encode()).as_bytes())
    stamped, words = listing.inputs
    with pytest.raises(ReadError) as caught:
        read(stamped.path, members=stamped.members)
    assert caught.value.message.code == "read.secret"
    assert "6,03%" in read(words.path, members=words.members).text


def test_limits_hold_for_letters(tmp_path: Path) -> None:
    many = letter()
    for number in range(8):
        attach(many, f"{number}.txt", b"x")
    assert codes(listed(tmp_path, many.as_bytes(), Limits(members=5))) == ["read.archive_members"]
    bomb = attach(letter(), "a.zip", archive(**{"a.txt": b"\0" * 3_000_000}))
    assert codes(listed(tmp_path, bomb.as_bytes(), Limits(megabytes=2))) == ["read.archive_bomb"]
    within = letter("trong cùng")
    for _ in range(4):
        outer = letter("ngoài")
        outer.add_attachment(within)
        within = outer
    listing = listed(tmp_path, within.as_bytes())
    assert (len(listing.inputs), codes(listing)) == (3, ["read.archive_deep"])


def test_parts_nested_beyond_reason_are_refused(tmp_path: Path) -> None:
    opened = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3_000))
    data = f"From: a@b.vn\nSubject: x\nMIME-Version: 1.0\n{opened}\nhết\n".encode()
    assert codes(listed(tmp_path, data)) == ["read.archive_broken"]


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_letter_cut_short_is_read_up_to_there(tmp_path: Path, kept: float) -> None:
    whole = attach(letter(), "bao-cao.txt", (GOOD * 40).encode()).as_bytes()
    texts = found(tmp_path, whole[: int(len(whole) * kept)])
    assert "6,03%" in texts["thu.eml/noi-dung"]


def test_the_bytes_of_a_file_that_was_sent(tmp_path: Path) -> None:
    path = tmp_path / "thu.eml"
    path.write_bytes(attach(letter(), "a.bin", b"\0\1\2").as_bytes())
    assert bytes_of(path, ("a.bin",)) == b"\0\1\2"
    with pytest.raises(ReadError):
        bytes_of(path, ("b.bin",))


NO_MAIL = [
    ("a paper with lines of that kind", b"To: a\nDate: 2025\nSubject: b\n\nGRDP"),
    ("a paper that quotes a letter", "Văn phòng chuyển thư sau:\nFrom: a\nTo: b\nMIME-Version: 1.0\n\n".encode()),
    ("a page that a browser saved", b"From: <Saved by Blink>\nSubject: a\nMIME-Version: 1.0\n\n"),
    ("a page that Word saved", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"),
    ("nothing", b""),
]


@pytest.mark.parametrize("data", [case[1] for case in NO_MAIL], ids=[case[0] for case in NO_MAIL])
def test_what_is_no_letter(data: bytes) -> None:
    assert not is_mail(data)


def test_a_letter_that_outlook_keeps_is_named_whatever_was_sent_with_it(tmp_path: Path) -> None:
    head = bytearray(OLE + bytes(504))
    head[30:32], head[48:52] = (9).to_bytes(2, "little"), (0).to_bytes(4, "little")
    root = bytearray(512)
    root[80:96] = bytes.fromhex("0b0d020000000000c000000000000046")
    inner = "".join(("WordDocument", "Workbook", "EncryptedPackage")).encode("utf-16-le")
    path = tmp_path / "thu.msg"
    path.write_bytes(bytes(head + root) + inner)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.message.code == "read.format_mail"
    assert dict(caught.value.message.params)["format"] == "Outlook (MSG)"


@pytest.mark.parametrize("said", ["hôm qua", "", "Mon, 99 Jan 2025 08:15:00 +0700", "=?utf-9?b?x?="])
def test_a_day_that_is_none_is_left_out(tmp_path: Path, said: str) -> None:
    data = f"From: a@b.vn\nTo: c\nMIME-Version: 1.0\nContent-Type: text/html\nDate: {said}\n\n<p>Kính gửi</p>".encode()
    given = listed(tmp_path, data).inputs[0]
    document = read(given.path, members=given.members)
    assert (document.text.strip(), document.head.published) == ("Kính gửi", None)

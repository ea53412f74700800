"""The old fonts letter by letter: what each code stands for, and the way back."""

from __future__ import annotations

import shutil
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.old_letters import ALPHABET, by_iconv, tcvn3, vni, windows_1258

from camket.read.legacy import OldFont, evidence, font_of, unicode_of
from camket.read.legacy.capitals import told_by_words

TCVN3, CAPITALS = OldFont("TCVN3 (ABC)"), OldFont("TCVN3 (ABC)", capitals=True)
VNI, WINDOWS_1258 = OldFont("VNI"), OldFont("Windows-1258")
SMALL = tuple(letter for letter in ALPHABET if letter.islower())

NAMES = [
    (".VnTime", TCVN3),
    (".VnTimeH", CAPITALS),
    (".vntimeh", CAPITALS),
    (".VnArial", TCVN3),
    (".VnArialH", CAPITALS),
    (".VnArial NarrowH", CAPITALS),
    (".VnTeknical", TCVN3),
    ('".VnTime"', TCVN3),
    ("ABCDEF+.VnTimeH,Bold", CAPITALS),
    ("ABCDEF+VnTime-Italic", TCVN3),
    ("VNI-Times", VNI),
    ("VNI-Helve-Condense", VNI),
    ("VNI Times", VNI),
    ("BCDEFG+VNI-Aptima,Bold", VNI),
    ("Times New Roman", None),
    ("Verdana", None),
    ("VNU Serif", None),
    ("Vnature", None),
    ("", None),
]


@pytest.mark.parametrize(("name", "font"), NAMES)
def test_the_name_of_a_font_tells_how_its_letters_are_written(name: str, font: OldFont | None) -> None:
    assert font_of(name) == font


@pytest.mark.parametrize("letter", SMALL)
def test_every_small_letter_of_tcvn3(letter: str) -> None:
    latin = tcvn3(letter).decode("latin-1")
    assert unicode_of(latin, TCVN3).text == letter
    assert unicode_of(latin, CAPITALS).text == letter.upper()


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv writes these codes, and is not installed")
@pytest.mark.parametrize("encoding", ["TCVN", "VISCII"])
def test_every_letter_as_the_c_library_writes_it(encoding: str) -> None:
    font = OldFont({"TCVN": "TCVN 5712 (VN1)", "VISCII": "VISCII"}[encoding])
    written = by_iconv(" ".join(ALPHABET), encoding).split(b" ")
    assert [unicode_of(each.decode("latin-1"), font).text for each in written] == list(ALPHABET)


@pytest.mark.skipif(shutil.which("iconv") is None, reason="iconv writes these codes, and is not installed")
@pytest.mark.parametrize("letter", [*SMALL, *"ĂÂÊÔƠƯĐ"])
def test_tcvn3_is_what_the_c_library_writes(letter: str) -> None:
    assert by_iconv(letter, "TCVN") == tcvn3(letter)


@pytest.mark.parametrize("letter", ALPHABET)
def test_every_letter_of_vni_and_windows_1258(letter: str) -> None:
    assert unicode_of(vni(letter).decode("latin-1"), VNI).text == letter
    assert unicode_of(windows_1258(letter).decode("latin-1"), WINDOWS_1258).text == letter


def test_a_mark_of_vni_may_be_small_behind_a_capital() -> None:
    assert unicode_of("Ñaûng boä, ÑAÛNG BOä", VNI).text == "Đảng bộ, ĐẢNG BỘ"


def test_a_mark_of_vni_without_a_vowel_is_the_letter_that_it_looks_like() -> None:
    assert unicode_of("Orléans, ñaït", VNI).text == "Orléans, đạt"


def test_marks_of_tcvn3_join_their_vowel() -> None:
    assert unicode_of("b\xb3o c\xb3o: a\xb3, \xa9\xb3", TCVN3).text == "b\u0301o c\u0301o: á, ấ"


ARRIVED = [
    ("B¾c Ninh – “­u tiªn”", "Bắc Ninh – “ưu tiên”"),  # Windows-1252
    ("B\u00be\x63 Ninh \x96 \x93\xadu ti\xaan\x94", "Bắc Ninh – “ưu tiên”"),  # Latin-1
    ("k\u01a0t qu\u00b6", "kết quả"),  # Windows-1258
    ("B\uf0be\uf063 Ninh", "Bắc Ninh"),  # a symbol font
]


@pytest.mark.parametrize(("latin", "text"), ARRIVED)
def test_letters_arrive_in_several_ways(latin: str, text: str) -> None:
    assert unicode_of(latin, TCVN3).text == text


@pytest.mark.parametrize("font", [TCVN3, CAPITALS, VNI])
def test_letters_that_are_unicode_already_stay(font: OldFont) -> None:
    assert unicode_of("tỉnh Bắc Ninh năm 2024", font).text == "tỉnh Bắc Ninh năm 2024"


HEADS = [
    ("TỉNH BắC NINH", "TỈNH BẮC NINH"),
    ("Sở Kế HOạCH Và ĐầU Tư", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"),
    ("Về VIệC GIAO Dự TOáN", "VỀ VIỆC GIAO DỰ TOÁN"),
    ("TM. Uỷ BAN NHÂN DÂN", "TM. UỶ BAN NHÂN DÂN"),
    ("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"),
    ("Số: 12/BC-UBND", "Số: 12/BC-UBND"),
    ("Số 12-NQ/TU", "Số 12-NQ/TU"),
    ("UBND xã Hà Mãn, ở đó GRDP đạt 5%", "UBND xã Hà Mãn, ở đó GRDP đạt 5%"),
    ("kể từ ngày ký. ủy ban báo cáo", "kể từ ngày ký. Ủy ban báo cáo"),
    ("Sở Y tế BáO CáO", "Sở Y tế BÁO CÁO"),
    ("- Các chi bộ,                Bí THƯ", "- Các chi bộ,                BÍ THƯ"),
]


@pytest.mark.parametrize(("converted", "read"), HEADS)
def test_capitals_of_tcvn3_are_told_by_their_words(converted: str, read: str) -> None:
    assert told_by_words(converted) == read


def test_small_letters_among_capitals_are_capitals_in_a_font_of_small_letters_too() -> None:
    assert unicode_of("Së Y TÕ B¸O C¸O. ®Õn nay", TCVN3).text == "SỞ Y TẾ BÁO CÁO. đến nay"


LETTERS = st.text(st.sampled_from([*ALPHABET, *"bcdghklmnpqrstvx 0123456789.,%–“”\n"]), max_size=60)


@given(LETTERS, st.data())
def test_any_part_of_the_text_leads_to_letters_that_convert_to_it(text: str, data: st.DataObject) -> None:
    for font, latin in (
        (VNI, vni(text).decode("latin-1")),
        (WINDOWS_1258, windows_1258(text).decode("latin-1")),
        (TCVN3, tcvn3(text).decode("latin-1")),
    ):
        made = unicode_of(latin, font)
        start = data.draw(st.integers(0, len(made.text)))
        end = data.draw(st.integers(start, len(made.text)))
        first, last = made.source(start, end)
        assert unicode_of(latin[first:last], font).text == made.text[start:end]
        assert (made.runs[0].first, made.runs[-1].last) == (0, len(latin)) if latin else made.runs == ()


@given(st.text(max_size=60))
def test_any_text_is_converted_to_some(latin: str) -> None:
    for font in (TCVN3, CAPITALS, VNI, WINDOWS_1258, OldFont("TCVN3 (ABC)", capitals=None)):
        made = unicode_of(latin, font)
        assert made.source(0, len(made.text)) == (0, len(latin))


@given(LETTERS)
def test_vni_comes_back_composed(text: str) -> None:
    made = unicode_of(vni(text).decode("latin-1"), VNI).text
    assert made == unicodedata.normalize("NFC", made)


SURE = [
    ("Thu ng©n s¸ch", "TCVN3 (ABC)"),
    ("GRDP t¨ng 6,9%", "TCVN3 (ABC)"),
    ("®Êt n«ng nghiÖp", "TCVN3 (ABC)"),
    ("toång thu ngaân saùch naêm 2008", "VNI"),
]
NOT_SURE = [
    "Công an tỉnh",
    "Công tác cán bộ",
    "là, où, dès",
    "GRDP taêng 6,9%",
    "haï",
    "ABC",
    "",
    "giá bán 5 €/kg ± 2°",
    "m²/người, §1, «a», 1º",
]


@pytest.mark.parametrize(("latin", "writing"), SURE)
def test_a_few_words_tell_an_old_font_where_no_latin_text_has_their_signs(latin: str, writing: str) -> None:
    told = evidence(latin)
    assert told is not None and told.sure
    assert told.font.writing == writing


@pytest.mark.parametrize("latin", NOT_SURE)
def test_what_could_be_something_else_tells_nothing(latin: str) -> None:
    told = evidence(latin)
    assert told is None or not told.sure

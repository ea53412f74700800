"""What sets a series apart from others of its indicator is said in the words of the screens, in both languages."""

from __future__ import annotations

import pytest

from camket.server.pages.showing import apart


@pytest.mark.parametrize(
    ("name", "value", "vietnamese", "english"),
    [
        ("plan", "hđnd", "kế hoạch HĐND giao", "plan given by the People’s Council"),
        ("plan", "trung ương", "kế hoạch trung ương giao", "plan given by the centre"),
        ("base", "tháng trước", "so với tháng trước", "against the month before"),
        ("base", "2031", "so với 2031", "against 2031"),
        ("per", "month", "tính theo tháng", "per month"),
    ],
)
def test_what_sets_a_series_apart_is_in_the_words_of_the_screens(
    name: str, value: str, vietnamese: str, english: str
) -> None:
    assert apart([(name, value)], "vi") == [vietnamese]
    assert apart([(name, value)], "en") == [english]

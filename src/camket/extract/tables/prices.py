"""The prices that the head of a column names: `Giá so sánh 2010`, whose year is no time of the values."""

from __future__ import annotations

from functools import lru_cache

from camket.extract.figures.attributes import prices_in
from camket.grammar.expression import expression

_PRICES = expression(
    r"\(?(?:tính )?(?:theo )?(?:giá (?:(?:so sánh|ss|cố định|cđ|gốc) ?)?(?:năm )?(?P<year>(?:19|20)\d\d)"
    r"|giá (?:so sánh|hiện hành|thực tế|ss|hh)(?!\w))\)?|\((?:thực tế|hiện hành)\)"
)


@lru_cache(maxsize=1024)
def without_prices(text: str) -> tuple[str, str | None]:
    """Folded words without the prices that they name; and these: `current`, `constant:2010`, None for none."""
    found = _PRICES.search(text)
    if found is None:
        return text, None
    prices = prices_in(found[0]) or (f"constant:{found['year']}" if found["year"] else "current")
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".replace("( )", " ").split()), prices

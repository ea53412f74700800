"""Treaties and memoranda: `Hiệp định CPTPP`, `Bản ghi nhớ ngày 15/3/2024 giữa A và B`."""

from __future__ import annotations

from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.grammar.scan import CUE
from camket.rules.reference.item import Citation
from camket.rules.reference.lead import is_capital, is_plural
from camket.rules.reference.parts import issuer_end, tail, title_end

_NAMED = expression(rf" (?:[{UPPER}]{{2,}}|[{UPPER}][^\W\d_]*|thương mại (?:tự do|song phương)|khung|đối tác)(?!\w)")
_BETWEEN = expression(r",? giữa (?=\w)")
_ABBREVIATION = expression(rf" [{UPPER}]{{3,8}}(?!\w)")


def _treaty(found: Found) -> Citation | None:
    """A treaty with its name, or a memorandum with its day, its parties or its matter."""
    if is_plural(found):
        return None
    end, limit = found.end, found.bounds[1]
    rest = tail(found.text, found.low, end, limit)
    named = _NAMED.match(found.text, end, limit) if found["type"] in _NAMED_ALONE else None
    if rest.end == end and named:
        short = _ABBREVIATION.match(found.text, end, limit)
        found.end = short.end() if short else title_end(found.text, found.low, named.end(), limit)
        return Citation(type="other", name=found.low[end : found.end].strip())
    if not is_capital(found) or (rest.end == end and _BETWEEN.match(found.low, end, limit) is None):
        return None
    parties = _BETWEEN.match(found.low, rest.end, limit)
    found.end = _parties_end(found, parties.end(), limit) if parties else rest.end
    return Citation(type="other", date=rest.date, issuer=rest.issuer, name=rest.name)


def _parties_end(found: Found, start: int, limit: int) -> int:
    """Where the names of the two end between whom it was made."""
    end = issuer_end(found.text, found.low, start, limit)
    joined = _JOINED.match(found.low, end, limit)
    return issuer_end(found.text, found.low, joined.end(), limit) if joined else end


_JOINED = expression(r" (?:và|với) (?=\w)")
_NAMED_ALONE = frozenset({"hiệp định", "công ước", "hiệp ước", "nghị định thư"})
"""Treaties that are known by their name alone."""

TREATY = Rule(
    name="reference/treaty",
    pattern=(
        r"(?P<type>hiệp định|công ước|hiệp ước|nghị định thư|biên bản ghi nhớ|bản ghi nhớ|thỏa thuận hợp tác"
        r"|thỏa thuận khung|tuyên bố chung)(?= \w|, ngày)"
    ),
    produce=_treaty,
    anchor=CUE,
    before=r"(?<!\w)",
    cues=(
        "hiệp định",
        "công ước",
        "hiệp ước",
        "nghị định thư",
        "biên bản ghi nhớ",
        "bản ghi nhớ",
        "thỏa thuận hợp tác",
        "thỏa thuận khung",
        "tuyên bố chung",
    ),
    examples=(
        example("theo Hiệp định CPTPP, thuế giảm dần", "Hiệp định CPTPP => other"),
        example("tận dụng hiệp định EVFTA để xuất khẩu", "hiệp định EVFTA => other"),
        example(
            "theo Bản ghi nhớ ngày 15/3/2024 giữa UBND tỉnh và Cục Thuế, hai bên",
            "Bản ghi nhớ ngày 15/3/2024 giữa UBND tỉnh và Cục Thuế => other 2024-03-15",
        ),
    ),
    counter_examples=("các hiệp định thương mại tự do", "ký hiệp định vay vốn", "hai bên ký bản ghi nhớ hợp tác"),
)

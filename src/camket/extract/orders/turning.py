"""Where a paper's account of how things are ends and its tasks begin."""

from __future__ import annotations

from camket.extract.orders.floor import Floor
from camket.extract.orders.items import words_of_line
from camket.extract.orders.speaker import Speaker
from camket.extract.orders.tasks import parse
from camket.extract.orders.turns import DATED
from camket.extract.orders.utterances import Utterance
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence

_TELLS_OTHERS = expression(r"(?:^|\n)[^\w\n]*(?:chỉ thị|công điện|thông báo)\b")
"""The title of a paper that gives an account and then commands."""
_COMMANDS = expression(
    r"(?<!\w)(?:(?:đã |có )*(?:kết luận|chỉ thị|chỉ đạo|ý kiến(?: kết luận| chỉ đạo)?)(?: như sau| sau| cụ thể)*"
    r"|yêu cầu[^:\n]{0,400}?):[^\S\n]*\n"
)
"""The words by which the account ends and the tasks begin."""
_TITLE, _ACCOUNT = 2500, 9000


def command_at(reading: Reading, voice: Speaker | None) -> int:
    """Where the tasks of a directive, a telegram or a leader's conclusions begin; 0 where no line announces them.

    What has to be done in the account before that line is told as how things are.
    """
    if voice is None or _TELLS_OTHERS.search(reading.low, 0, _TITLE) is None:
        return 0
    found = _COMMANDS.search(reading.low, 0, _ACCOUNT)
    return found.start() if found else 0


def is_of_account(reading: Reading, sentence: Sentence, said: Utterance) -> bool:
    """Whether an order told of in a report's account is a part of it: `tỉnh đã giao Sở Y tế rà soát`.

    One that opens its sentence and has a due is given here: `Giao Sở Y tế rà soát trước ngày 30/6`.
    """
    if said.act.means not in ("order", "stress"):
        return False
    opens = said.speaker is None and said.left == words_of_line(reading, sentence)
    return not opens or DATED.search(reading.low, said.end, sentence.end) is None


_AHEAD = expression(
    r"(?:trong |từ )?(?:thời gian (?:tới|sắp tới)|giai đoạn tới|(?:những|các|\d) tháng (?:cuối năm|còn lại)|năm tới"
    r"|nhiệm kỳ tới|nay đến (?:hết|cuối) năm)\b[^,;:.]{0,40}, "
)
"""How an account comes to what is to be done."""


def turns_ahead(reading: Reading, sentence: Sentence, own: Floor) -> bool:
    """Whether a leader's account of how things are comes to what others are to do: `Thời gian tới, tỉnh tổ chức ...`.

    Args:
        reading: the text.
        sentence: a sentence of the account.
        own: the floor of whose conclusions the paper gives.
    """
    if not own.handing_out or own.speaker is None or own.speaker.position is None:
        return False
    if _AHEAD.match(reading.low, words_of_line(reading, sentence), sentence.end):
        return True
    if not _LIST_AHEAD.search(reading.low, sentence.start, sentence.end):
        return False
    clause = parse(reading, sentence.start, sentence.end, strict=True)
    return clause.duty and clause.recipient is not None


_LIST_AHEAD = expression(
    r"(?:nhiệm vụ|giải pháp|nội dung|vấn đề|công việc)[^.;:]{0,40} (?:sau|sau đây|như sau|trọng tâm|chủ yếu)\s*:$"
)
"""The end of a sentence that lays tasks on somebody and lists them below."""

"""What a Vietnamese syllable can be: a small table of beginnings, of rimes, and of what stands without a beginning."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from camket.grammar.expression import expression
from camket.grammar.fold import fold

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ACUTE, _DOT = "\u0301", "\u0323"


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BEGINNINGS = _table("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
_RIMES = _table("""
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
    o oc oi om on ong oong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u uc ui um un ung up ut ua uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyên uyêt uynh uyt
    uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y
""")
_AFTER_QU = _table("""
    a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e en eo et ê êch ên êt i ich inh it
    ôc y ych ynh yt yên yêt
""")
_ALONE = _table("""
    ai ái am ám an án ang anh ánh ảnh ao ào áo ảo áp ạt ác ách át ăn âm ấm ân ấn ấp âu ấu ấy em én eo ép êm ếch im in ít
    ích ỉu óc ong óng ổ ốc ông ống ổn ốm ở ơi ơn ớt ổi ôi ối ủ úp út ủng ung úng ưa ưng ứng ức ước ươm ướm ương ướt uống
    uốn uẩn ắc éo ảm ẩm ố ốt ỏi áy ẵm ôm ập ẩn ẩu ồn ùn ầm ói ỉa ưu ủy úy uy ủi uất uyên uyển ý y ỷ yên yến
    yêu yếu yết oai oan oán oanh oe òa ùa ủa ô
""")
"""The syllables that begin with a vowel; a single vowel letter that is a word only in lists (`a`, `ê`) is none."""
_GI = frozenset(("gì", "gỉ", "gìn"))


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether a word in lower case with composed letters is written as Vietnamese writes one syllable."""
    if word in _ALONE or word in _GI:
        return True
    plain, tone = _toned(word)
    return any(_fits(plain[:cut], plain[cut:], tone) for cut in (1, 2, 3) if plain[:cut] in _BEGINNINGS)


def _toned(word: str) -> tuple[str, str]:
    """A word without its tone mark, and the mark; two marks are no tone."""
    letters = unicodedata.normalize("NFD", word)
    marks = "".join(letter for letter in letters if letter in _TONES)
    plain = "".join(letter for letter in letters if letter not in _TONES)
    return unicodedata.normalize("NFC", plain), marks


def _fits(beginning: str, rime: str, tone: str) -> bool:
    if rime not in (_AFTER_QU if beginning == "qu" else _RIMES) or len(tone) > 1:
        return False
    if rime.endswith(("c", "ch", "p", "t")) and tone not in (_ACUTE, _DOT):
        return False
    soft = rime[0] in "ieêy"
    if beginning in ("k", "gh", "ngh"):
        return soft
    return not (soft and beginning in ("c", "ng", "g")) or (beginning == "g" and rime[0] == "i")


_MISPLACED = expression(f"([oO])([{_TONES}])([ae\u0103])(?=[^\\W\\d_])|(q[uU])([{_TONES}])(y)")


def respelt(word: str) -> str:
    """A word put together of pieces with its tone mark where the whole has it: `tòa` and `n` are `toàn`."""
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", _MISPLACED.sub(r"\1\4\3\6\2\5", letters))


_VOWELS = frozenset("aeiouy")
_VOWEL_LETTERS = frozenset("aăâeêioôơuưy")
ABBREVIATIONS = _table("m km cm mm m² m³ g kg mg t h đ tr k l ml w kw mw gw kwh x n th vn vs tp")
"""What is no syllable and often no fragment either; right after a number it is none."""


def is_bare(word: str) -> bool:
    """Whether letters hold no vowel: `t`, `ng`, `thm`."""
    return word.isalpha() and not any(letter in _VOWELS for letter in unicodedata.normalize("NFD", word))


def is_fragment(word: str) -> bool:
    """Whether a word in lower case can only be what is left of one: no syllable, and no foreign word by its letters.

    Foreign words (`taxi`, `online`) have a vowel and no Vietnamese letter.
    """
    return not is_syllable(word) and (not word.isascii() or is_bare(word))


@cache
def common_fragments() -> frozenset[str]:
    """What is mostly left of cut and damaged words: beginnings, rimes with their tone, rimes that lost their `ư`."""
    toned = {
        unicodedata.normalize("NFC", rime[: at + 1] + tone + rime[at + 1 :])
        for rime in _RIMES
        for at in range(len(rime))
        for tone in ("", *_TONES)
        if rime[at] in _VOWEL_LETTERS
    }
    lost = {beginning + rime for beginning in _BEGINNINGS for rime in toned if rime[0] in "ơờớởỡợ"}
    return frozenset(filter(is_fragment, map(fold, (*_BEGINNINGS, *toned, *lost)))) - ABBREVIATIONS

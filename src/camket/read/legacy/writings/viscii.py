"""VISCII (RFC 1456): a code for each letter; six rare capitals stand at control codes."""

from __future__ import annotations

from camket.read.legacy.writing import Writing

_UPPER_HALF = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_CONTROLS = dict(zip("\x02\x05\x06\x14\x19\x1e", "ẲẴẪỶỸỴ", strict=True))

WRITING = Writing(
    name="VISCII", letters={**{chr(0x80 + place): letter for place, letter in enumerate(_UPPER_HALF)}, **_CONTROLS}
)

"""The picture of the calibration: a point with its interval for each band, the diagonal, the sizes of the bands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from bench.calibration import EDGES, SURE, Judged, bands, name, wilson

_WIDTH, _HEIGHT = 640, 500
_LEFT, _TOP, _SIDE, _TALL = 76, 56, 530, 330
_BARS_TOP, _BARS_TALL = 414, 30
_INK, _QUIET, _FAINT, _POINT, _BAR = "#1f2933", "#52606d", "#d9e2ec", "#0b6e99", "#9fb3c8"


def _x(confidence: float) -> float:
    return _LEFT + confidence * _SIDE


def _y(share: float) -> float:
    return _TOP + (1 - share) * _TALL


def calibration_svg(figures: Sequence[Judged], papers: int) -> str:
    """The picture as one SVG file, of the figures of so many papers."""
    about = f"{len(figures)} figures of {papers} papers; points: share right with its 95 % interval, bars: figures"
    title = "Confidence of figures, and how many of them are right"
    frame = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="13"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>',
        f"<title>{escape(title)}</title>",
        f"<desc>{escape(about)}</desc>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        _text(_LEFT, 24, title, size=16),
        _text(_LEFT, 43, about, colour=_QUIET),
        *_axes(),
        *_points(figures),
        *_sizes(figures),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _text(x: float, y: float, words: str, *, anchor: str = "start", colour: str = _INK, size: int = 13) -> str:
    where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {where} fill="{colour}" font-size="{size}">{escape(words)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, *, width: float = 1, dashed: bool = False) -> str:
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{width}"{dashes}/>'


def _axes() -> Iterator[str]:
    for tenth in range(0, 11, 2):
        share = tenth / 10
        yield _line(_LEFT, _y(share), _LEFT + _SIDE, _y(share), _FAINT)
        yield _text(_LEFT - 8, _y(share) + 4, f"{share:.0%}", anchor="end", colour=_QUIET)
    for edge in EDGES:
        yield _line(_x(edge), _TOP, _x(edge), _TOP + _TALL, _FAINT)
        yield _text(_x(edge), _BARS_TOP + _BARS_TALL + 18, f"{edge:g}", anchor="middle", colour=_QUIET)
    yield _line(_x(0), _y(0), _x(1), _y(1), _QUIET, dashed=True)
    yield _line(_x(SURE), _TOP, _x(SURE), _TOP + _TALL, _QUIET)
    yield _text(_LEFT + _SIDE / 2, _HEIGHT - 12, "confidence that a figure was given", anchor="middle")
    turned = f"translate(22 {_TOP + _TALL / 2:.0f}) rotate(-90)"
    yield f'<text transform="{turned}" text-anchor="middle" fill="{_INK}">complete and right</text>'


def _points(figures: Sequence[Judged]) -> Iterator[str]:
    for band in bands(figures):
        if not band.figures:
            continue
        low, high = wilson(band.right, band.figures)
        x, told = _x(band.mean), f"{name(band)}: {band.right} of {band.figures} right"
        yield "<g>"
        yield f"<title>{escape(told)}</title>"
        yield _line(x, _y(low), x, _y(high), _POINT, width=2)
        for end in (low, high):
            yield _line(x - 5, _y(end), x + 5, _y(end), _POINT, width=2)
        yield f'<circle cx="{x:.1f}" cy="{_y(band.share):.1f}" r="5" fill="{_POINT}"/>'
        yield "</g>"


def _sizes(figures: Sequence[Judged]) -> Iterator[str]:
    """Bars of the bands' sizes with their numbers, under the points."""
    most = max((band.figures for band in bands(figures)), default=0) or 1
    for band in bands(figures):
        tall = _BARS_TALL * band.figures / most
        left, wide = _x(band.low) + 3, _x(band.high) - _x(band.low) - 6
        base = _BARS_TOP + _BARS_TALL
        yield f'<rect x="{left:.1f}" y="{base - tall:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{_BAR}"/>'
        yield _text(left + wide / 2, base - tall - 4, f"{band.figures}", anchor="middle")

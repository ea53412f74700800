"""Figures: every quantity of the text with what it is said of, its role, its time and its place."""

from __future__ import annotations

from collections.abc import Sequence

from camket.extract.figures.alongside import of_one_time
from camket.extract.figures.bare import settle_bare
from camket.extract.figures.echo import running_year, settle_repeats, settle_reported_year
from camket.extract.figures.sifted import is_figure, is_of_a_picture
from camket.extract.figures.timing import phrase
from camket.extract.figures.walk import Walk
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.model.fact import Figure


def find_figures(reading: Reading, scene: Scene, apart: Sequence[tuple[int, int]] = ()) -> tuple[Figure, ...]:
    """All figures in the order of the text, but for those of the ranges `apart` (tables), which are read by others."""
    quantities = reading.made.get("quantity")
    if not quantities:
        return ()
    settle_bare(reading)
    walk = Walk(reading, scene)
    last, passed, until = quantities[-1].start, 0, 0
    pictured = "ảnh:" in reading.low
    for sentence in reading.sentences:
        if sentence.start > last:
            break
        while passed < len(apart) and apart[passed][0] <= sentence.start:
            until, passed = max(until, apart[passed][1]), passed + 1
        if sentence.start < until:
            continue
        before = walk.handed() if pictured and is_of_a_picture(reading, sentence) else None
        walk.enter(sentence)
        made = [one for one in reading.items("quantity", sentence.start, sentence.end) if is_figure(reading, one)]
        if made:
            walk.read(sentence, made)
        else:
            walk.pass_by(sentence)
        if before is not None:
            walk.carry, walk.ruling, walk.link, walk.paragraph = before
    titled = phrase(scene.titled, "actual", scene) if scene.titled is not None else None
    found = settle_repeats(walk.found)
    found = settle_reported_year(found, running_year(scene.day), titled, walk.done, walk.set_beside)
    return tuple(of_one_time(reading, found))

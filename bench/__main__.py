"""`python -m bench`: score the gold papers, show gains and losses, and measure speed."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from bench.assessing import assessed, assessing_lines
from bench.calibration import calibration_lines, judged
from bench.fit import fit, shown, weight_lines
from bench.frozen import FrozenError, change_lines, changes, freeze, reached
from bench.gold import SAMPLES, GoldError, Paper, Papers, papers
from bench.growth import growth_lines, growths, line_cases, rule_cases
from bench.news import NewsError, news_texts
from bench.picture import calibration_svg
from bench.reading import reading_lines, reading_times
from bench.reasons import evidence, reason_lines
from bench.rules import cost_lines, costs, parts
from bench.scores import score_lines
from bench.speed import paces, speed_lines
from bench.start import commands, start_lines, waits
from bench.ways import Text

OWN = Path(__file__).parent.parent / "tests" / "gold"
PICTURE = Path(__file__).parent.parent / "docs" / "images" / "calibration.svg"
ONE_PAGE = SAMPLES / "04-ke-hoach-2022.txt"
_SAMPLE_SECONDS = 3.0


def main() -> int:
    parser = _parser()
    options = parser.parse_args()
    if apart := _apart(options):
        print_lines(apart)
        return 0
    own = [folder.resolve() for folder in options.gold] == [OWN.resolve()]
    if options.freeze is not None and not (own and options.freeze.strip()):
        parser.error("--freeze needs the project's own gold, and the reason why what is lost may be lost")
    try:
        news = news_texts(options.news) if options.news else None
        found = papers(options.gold, options.texts)
    except (NewsError, GoldError) as error:
        parser.error(str(error))
    if options.files:
        print_lines(reading_lines(reading_times(sorted(options.files.iterdir()))))
        return 0
    if options.fit:
        print_lines(weight_lines(fit(shown(found.read))))
        return 0
    print_quality(found, options)
    lost = own_results(found.read, options.freeze) if own else False
    if not options.no_speed and options.freeze is None:
        if own:
            print_lines(assessing_lines(assessed()))
            print_costs([Text(paper.text, paper.text.encode()) for paper in found.read])
        if news:
            print_speed(news, options.news.name)
    return 1 if lost else 0


def _apart(options: argparse.Namespace) -> list[str]:
    """What is measured alone, without the gold papers; nothing where none of it was asked for."""
    if options.forecast:
        from bench.forecasts.run import forecast_lines

        return forecast_lines()
    if options.registry is not None:
        from bench.registry.run import registry_lines

        return registry_lines(_folder(options.registry))
    if options.tasks is not None:
        from bench.registry.tasks import task_lines

        return task_lines(_folder(options.tasks))
    return []


def _folder(given: Path) -> Path | None:
    """The folder that was named; None for `1`, which stands for one that is not kept."""
    return None if given == Path("1") else given


def print_quality(found: Papers, options: argparse.Namespace) -> None:
    """Scores and calibration, and what else is asked for of the papers' figures."""
    print_lines(score_lines(found.read))
    if found.without_text:
        print(f"left out, for their texts are not there: {', '.join(found.without_text)}")
    figures = judged(found.read)
    print_lines(calibration_lines(figures))
    if options.reasons:
        print_lines(reason_lines(evidence(found.read)))
    for file in (options.picture, PICTURE if options.freeze is not None else None):
        if file is not None:
            file.write_text(calibration_svg(figures, len(found.read)), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    add = parser.add_argument
    add("--gold", type=Path, nargs="+", metavar="DIR", default=[OWN], help="annotations to score; nothing is written")
    add("--texts", type=Path, nargs="+", metavar="DIR", default=[], help="where the texts of the annotations are")
    add("--freeze", metavar="REASON", help="write the results of the project's own gold as those to hold")
    add("--news", type=Path, metavar="FILE", help="texts for speed: .jsonl or .jsonl.gz of id, text")
    add("--files", type=Path, metavar="DIR", help="time the reading of files beside the plain libraries, nothing else")
    add("--registry", type=Path, metavar="DIR", help="pages of a large registry, made in DIR and kept (1: thrown away)")
    add("--tasks", type=Path, metavar="DIR", help="pages of 5,000 tasks, laid in DIR and kept (1: not kept)")
    add("--forecast", action="store_true", help="forecasts of public yearly series beside other ways, nothing else")
    add("--reasons", action="store_true", help="how often figures were right by each rule, reason and attribute")
    add("--picture", type=Path, metavar="FILE", help="write the picture of the calibration")
    add("--fit", action="store_true", help="print the weights of confidence that the papers teach, and nothing else")
    add("--no-speed", action="store_true", help="leave out all that takes the time of anything")
    return parser


def own_results(read: list[Paper], reason: str | None) -> bool:
    """Show gains and losses, freeze anew where a reason is given, and tell whether facts were lost."""
    now = reached(read)
    try:
        gains, losses = changes(now)
    except FrozenError as error:
        lines, lost = [str(error)], True
    else:
        told = f"against the frozen results: {len(gains)} gained, {len(losses)} lost"
        lines, lost = [told, *change_lines("+", gains, now), *change_lines("-", losses, now)], bool(losses)
    print_lines(lines)
    if reason is None:
        return lost
    freeze(now, reason)
    print("frozen anew")
    return False


def print_costs(texts: list[Text]) -> None:
    """Speed, start, rules and growth on the project's own papers."""
    print_speed(texts, "the sample papers", _SAMPLE_SECONDS)
    print_lines(start_lines(waits(commands(ONE_PAGE))))
    print_lines(cost_lines(costs(texts), parts(texts)))
    print_lines(growth_lines(growths(line_cases()), growths(rule_cases())))


def print_speed(texts: list[Text], title: str, seconds: float = 0.0) -> None:
    print_lines(speed_lines(title, texts, paces(texts, seconds=seconds)))


def print_lines(lines: list[str]) -> None:
    """A part of the output, with an empty line before it."""
    print("", *lines, sep="\n", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BrokenPipeError:  # into `head`: what was asked for has been read
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)

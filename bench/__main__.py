"""`python -m bench`: score the gold papers, show gains and losses, and measure speed."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.frozen import Change, changes, depths, freeze
from bench.gold import Paper, papers
from bench.growth import growth_lines, growths, line_cases, rule_cases
from bench.news import NewsError, news_texts
from bench.rules import cost_lines, costs, parts
from bench.scoring import LEVELS, tallies
from bench.speed import paces, speed_lines
from bench.ways import Text

OWN = Path(__file__).parent.parent / "tests" / "gold"
_SAMPLE_SECONDS = 3.0


def main() -> int:
    parser = _parser()
    options = parser.parse_args()
    if not options.gold.is_dir():
        parser.error(f"there is no folder {options.gold}")
    try:
        news = news_texts(options.news) if options.news else None
    except NewsError as error:
        parser.error(str(error))
    read = list(papers(options.gold))
    if not read:
        parser.error(f"no annotated paper with its text in {options.gold}")
    print_scores(read)
    own, lost = options.gold.resolve() == OWN.resolve(), False
    if own:
        lost = own_results(read, options.freeze)
    if own and not options.no_speed:
        texts = [Text(paper.text, paper.text.encode()) for paper in read]
        print_speed(texts, "the sample papers", _SAMPLE_SECONDS)
        print_lines(cost_lines(costs(texts), parts(texts)))
        print_lines(growth_lines(growths(line_cases()), growths(rule_cases())))
    if news and not options.no_speed:
        print_speed(news, options.news.name)
    return 1 if lost else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "--gold", type=Path, default=OWN, help="a folder of annotations; any other than the project's is only scored"
    )
    parser.add_argument(
        "--freeze", metavar="REASON", help="write the results of the project's own gold as those to hold"
    )
    parser.add_argument("--news", type=Path, metavar="FILE", help="texts for speed: .jsonl or .jsonl.gz of id, text")
    parser.add_argument("--no-speed", action="store_true", help="leave out all that takes the time of anything")
    return parser


def print_scores(read: list[Paper]) -> None:
    print(f"{len(read)} papers")
    print(f"{'':24}{'gold':>6}{'found':>7}{'right':>7}{'P':>8}{'R':>8}{'F1':>8}")
    for kind in LEVELS:
        documents = [(paper.gold[kind], paper.found[kind]) for paper in read]
        for name, row in tallies(kind, documents).items():
            counts = f"{row.gold:6}{row.found:7}{row.hits:7}"
            print(f"{name:24}{counts}{row.precision:8.3f}{row.recall:8.3f}{row.f1:8.3f}")


def own_results(read: list[Paper], reason: str | None) -> bool:
    """Show gains and losses, freeze anew where a reason is given, and tell whether facts were lost."""
    now = depths(read)
    gains, losses = changes(now)
    print(f"\nagainst the frozen results: {len(gains)} gained, {len(losses)} lost")
    for sign, some in (("+", gains), ("-", losses)):
        for change in some[:40]:
            print(_line(sign, change))
    if reason is not None:
        freeze(now, reason)
        print("frozen anew")
        return False
    return bool(losses)


def _line(sign: str, change: Change) -> str:
    return f"  {sign} {change.fact}  {change.frozen} -> {change.now}"


def print_speed(texts: list[Text], title: str, seconds: float = 0.0) -> None:
    print_lines(speed_lines(title, texts, paces(texts, seconds=seconds)))


def print_lines(lines: list[str]) -> None:
    print()
    for line in lines:
        print(line)


if __name__ == "__main__":
    sys.exit(main())

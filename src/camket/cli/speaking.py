"""Commands that speak the user's language: help and errors come from `words/`."""

from __future__ import annotations

import os
import re
from typing import IO, Any

import click

from camket.errors import CamketError, UsageError
from camket.model.message import Message, message
from camket.words import Language, say, term

_VARIABLE = "CAMKET_LANG"
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)  # click's words, which are English only
_LANGUAGES: tuple[Language, ...] = ("vi", "en")


def language_of(context: click.Context) -> Language:
    """The language asked for: `--lang` at the verb, before it, `CAMKET_LANG`, else Vietnamese."""
    current: click.Context | None = context
    while current is not None:
        asked = current.params.get("lang")
        if asked is not None:
            return "en" if asked == "en" else "vi"
        current = current.parent
    return "en" if os.environ.get(_VARIABLE) == "en" else "vi"


def check_variable() -> None:
    """Refuse a language that camket does not speak.

    Raises:
        UsageError: `CAMKET_LANG` is neither `vi` nor `en`.
    """
    asked = os.environ.get(_VARIABLE)
    if asked and asked not in _LANGUAGES:
        raise UsageError("cli.bad_language", variable=_VARIABLE, value=asked)


class Trouble(click.ClickException):
    """An error told in the user's language; exit code 2."""

    exit_code = 2

    def __init__(self, said: Message, language: Language) -> None:
        super().__init__(say(said, language))
        self._language = language

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it to the error stream."""
        click.echo(f"{term('cli.error', self._language)}: {self.message}", err=file is None, file=file)


def wrong_use(error: click.UsageError) -> Message:
    """What click found wrong with the command line, as a message of ours."""
    if isinstance(error, click.NoSuchOption):
        return message("cli.no_option", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return message("cli.missing", name=_parameter(error))
    if isinstance(error, click.BadParameter):
        return message("cli.bad_value", name=_parameter(error), wanted=_wanted(error).rstrip("."))
    if isinstance(error, click.BadOptionUsage):
        return message("cli.no_value", name=error.option_name)
    extra = _EXTRA.match(error.message)
    if extra is not None:
        return message("cli.extra", names=extra[1])
    return message("cli.wrong_use", reason=error.message)


def _wanted(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return ", ".join(map(str, kind.choices))
    if isinstance(kind, click.IntRange) and kind.min is not None:
        return f"{kind.min}-{kind.max}" if kind.max is not None else f">= {kind.min}"
    return error.message


def _parameter(error: click.BadParameter) -> str:
    if error.param is None:
        return error.param_hint if isinstance(error.param_hint, str) else "-"
    return error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name.rstrip(".")


class Option(click.Option):
    """An option whose help is a code of `words/`."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Its line in the help."""
        record = super().get_help_record(ctx)
        if record is None or self.help is None:
            return record
        return record[0], record[1].replace(self.help, term(self.help, language_of(ctx)))


class _Speaking(click.Command):
    """What verbs and the group share: their own help is a code of `words/` too."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        prefix = f"{term('cli.usage', language_of(ctx))}: "
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(term(self.help or "", language_of(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        records = [record for each in options if (record := each.get_help_record(ctx)) is not None]
        with formatter.section(term("cli.options", language_of(ctx))):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = term("cli.help", language_of(ctx))
        return option


def language_option() -> Option:
    """`--lang`, which every command takes."""
    return Option(["--lang"], type=click.Choice(_LANGUAGES), is_eager=True, expose_value=True, help="cli.lang")


class Verb(_Speaking):
    """A verb. Its callback gets the language as `lang` resolved, never None."""

    def __init__(self, **attributes: Any) -> None:
        attributes["params"] = [*attributes.get("params", ()), language_option()]
        super().__init__(**attributes)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read its options; one that camket itself refuses is told in the language of this verb."""
        try:
            return super().parse_args(ctx, args)
        except CamketError as error:
            raise Trouble(error.message, language_of(ctx)) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; errors on the way out are told in the language that it was given."""
        ctx.params["lang"] = ctx.find_root().params["lang"] = language_of(ctx)
        return super().invoke(ctx)


class SpeakingGroup(_Speaking, click.Group):
    """A group of verbs."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then the verbs with their first line; no verb is loaded for it."""
        super().format_options(ctx, formatter)
        language = language_of(ctx)
        names = self.list_commands(ctx)
        with formatter.section(term("cli.verbs", language)):
            formatter.write_dl([(name, term(f"cli.{name}.short", language)) for name in names])

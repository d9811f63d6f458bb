"""Failures that a person can mend, said in one sentence."""

import sys
from collections.abc import Callable

import typer


class Refused(Exception):
    """The command cannot go on. The message is one sentence with the way to mend it."""


def sentence_of(error: BaseException) -> str | None:
    """The sentence of an error that was made for people, None for a bug."""
    from bot.http import PortTaken
    from bot.settings import SettingsError
    from storage.embedded import EmbeddedError
    from storage.errors import KeysUnavailable, Misconfigured, Unavailable

    known = (Refused, SettingsError, PortTaken, EmbeddedError, Misconfigured)
    if isinstance(error, BaseExceptionGroup):
        found = [sentence_of(each) for each in error.exceptions]
        return found[0] if found else None
    if isinstance(error, KeysUnavailable):
        return "The key store does not answer: start it, or look why it stopped, and try again."
    if isinstance(error, Unavailable):
        return "The database does not answer: start it, or look why it stopped, and try again."
    return str(error) if isinstance(error, known) else None


def exit_status(command: Callable[[], object]) -> int:
    """Run `command`: 0 when it ends well, 1 with one sentence on standard error when it cannot.

    A bug goes on with its traceback; a keyboard interrupt is not an error.
    """
    try:
        command()
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # the boundary: what has a sentence gets no traceback
        sentence = sentence_of(error)
        if sentence is None:
            raise
        complain(sentence)
        return 1
    return 0


def say(text: str = "") -> None:
    """A line for whoever started us."""
    typer.echo(text)


def complain(text: str) -> None:
    """A line on standard error."""
    sys.stdout.flush()
    typer.echo(text, err=True)

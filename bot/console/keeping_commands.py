"""The commands about what is kept: `keys`, `audit`, `erasures`, `retention`, `invariants`."""

from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.console.configured import configured

keys = typer.Typer(help="Keys of personal data: list, rotate, destroy.", no_args_is_help=True)
audit = typer.Typer(help="The audit: verify, seals.", no_args_is_help=True)
erasures = typer.Typer(help="Who was forgotten: list, replay.", no_args_is_help=True)
retention = typer.Typer(help="How long what is kept is kept: list, keep.", no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help="For programs.")]


class KeyClass(StrEnum):
    """The classes of keys that `keys rotate` renews."""

    MASTER = "master"
    PERSON = "person"
    CONTEXTS = "contexts"


@keys.command("list")
def list_keys(as_json: Json = False) -> None:
    """Every class of keys: version, state, age; with a word about those that are overdue."""
    from bot.console import keyring

    keyring.show(configured(), as_json=as_json)


@keys.command()
def rotate(
    of: Annotated[KeyClass, typer.Argument(help="Which keys are renewed.")] = KeyClass.MASTER,
    older_than: Annotated[
        int, typer.Option(min=0, help="person: whose key is older than so many days.")
    ] = 730,
    as_json: Json = False,
) -> None:
    """Renew keys while the portal goes on. Cut off, run it again.

    master: wrap all data keys by a new master key. Where MASTER_KEY or MASTER_KEY_FILE is set, put
    the new key in front of the old one first (a comma or a new line between) and start every
    process with both. person: new data keys, and what people told us sealed anew. contexts: a new
    key that signs who acts.
    """
    from bot.console import keyring, renewal

    if of is KeyClass.MASTER:
        keyring.renew(configured(), as_json=as_json)
    elif of is KeyClass.PERSON:
        older = timedelta(days=older_than)
        renewal.renew_people(configured(), older_than=older, as_json=as_json)
    else:
        renewal.renew_contexts(configured(), as_json=as_json)


@keys.command()
def destroy(
    person: Annotated[str, typer.Argument(help="The user's id, or their numeric Telegram id.")],
) -> None:
    """Destroy somebody's key for good: what they told us can never be read again."""
    from bot.console import keyring

    keyring.destroy(configured(), person)


@audit.command()
def verify(as_json: Json = False) -> None:
    """Recompute the audit's seals, and name what was changed, deleted or added since."""
    from bot.console import auditing

    raise typer.Exit(auditing.check(configured(), as_json=as_json))


@audit.command()
def seals(as_json: Json = False) -> None:
    """Every seal on the audit, to be kept away from the database."""
    from bot.console import auditing

    auditing.show_seals(configured(), as_json=as_json)


@erasures.command("list")
def list_erasures(as_json: Json = False) -> None:
    """The ledger of who was forgotten, which names nobody, to be kept away from the database."""
    from bot.console import erasures as ledger

    ledger.show(configured(), as_json=as_json)


@erasures.command("replay")
def replay_erasures(
    file: Annotated[Path, typer.Argument(help="What `list --json` printed; - is the input.")],
) -> None:
    """Forget them again, in an older copy of the database, before anybody is let in."""
    from bot.console import erasures as ledger

    ledger.replay(configured(), file)


@retention.command("list")
def list_retention(as_json: Json = False) -> None:
    """Every rule: how long rows of a table are kept, what then, and what its last run came to."""
    from bot.console import retaining

    retaining.show(configured(), as_json=as_json)


@retention.command("keep")
def keep_rows(
    table: Annotated[str, typer.Argument(help="A table of `retention list`.")],
    days: Annotated[int, typer.Argument(min=0, help="For how many days.")],
) -> None:
    """Keep rows of a table for longer, or less long; never less than the law asks."""
    from bot.console import retaining

    retaining.keep(configured(), table, days)


def invariants(as_json: Json = False) -> None:
    """Count seats and money again from the rows, and say what does not agree."""
    from bot.console import proving

    raise typer.Exit(proving.prove(configured(), as_json=as_json))

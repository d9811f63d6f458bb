"""Short commands: migrate, psql, doctor."""

import asyncio
import json
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bot.console import doctor, findings
from bot.console.keeping import open_vault, own_keys
from bot.console.owner import owners
from bot.console.readiness import introduce_key, require_keys_of_people, seal_older_rows
from bot.console.sentences import Refused, say
from bot.console.stores import Stores, names_key, open_stores
from bot.settings import Settings
from storage import inspection, schema, transit
from storage.embedded import binary, client_environment


def migrate(settings: Settings) -> None:
    """Bring the database to the head and say where it is."""
    with open_stores(settings, cache=False) as stores:
        changed = asyncio.run(_migrate(settings, stores))
    if changed:
        say(f"The database is at revision {schema.head_revision()}.")
    else:
        say("The database is at the head; this login could not have changed it.")


async def _migrate(settings: Settings, stores: Stores) -> bool:
    """Whether this login may. The key, where one is named, signs from now on who acts."""
    changed = await inspection.prepare(stores.dsn(), stores.passwords)
    if changed and names_key(settings):
        async with open_vault(settings) as vault:
            await introduce_key(stores, await own_keys(vault))
            async with owners(stores) as db:
                await require_keys_of_people(db, vault.store)
            await seal_older_rows(stores, vault)
    return changed


def report(*, as_json: bool) -> int:
    """Print what the doctor found; 0 only if all is well."""
    found = doctor.examine()
    if as_json:
        say(json.dumps(findings.as_json(found), ensure_ascii=False))
    else:
        say(findings.as_lines(found))
    return 0 if findings.all_well(found) else 1


def psql(settings: Settings, arguments: Sequence[str]) -> int:
    """Run psql as operator and return its exit status.

    Raises `Refused` where the database wants TLS, which the bundled psql does not speak, and there
    is no other.
    """
    with open_stores(settings, cache=False) as stores:
        program = _psql_for(stores.dsn())
        # Ctrl-C belongs to psql, which ends a query with it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        ended = subprocess.run(  # noqa: S603 - the bundled program, with the operator's arguments
            [program, *arguments],
            env=client_environment(stores.dsn()),
            check=False,
            preexec_fn=_heed_interrupts,
        )
    return ended.returncode


def _psql_for(dsn: str) -> Path | str:
    if transit.postgres(dsn).mode in {"", "disable"}:
        return binary("psql")
    found = shutil.which("psql")
    if found is None:
        raise Refused(
            "The bundled psql speaks no TLS, which DATABASE_URL asks for: install PostgreSQL's own"
            " psql."
        )
    return found


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

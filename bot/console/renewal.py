"""New data keys for people, and a new key for signing who acts, from the command line."""

import asyncio
import json
import secrets
from datetime import UTC, datetime, timedelta

from bot.console.keeping import open_vault, require_store
from bot.console.keyring import progress_bar
from bot.console.owner import OPERATOR, as_owner, owners
from bot.console.sentences import say
from bot.console.stores import Stores, open_stores
from bot.settings import Settings
from domain import trail
from storage.context import Signer
from storage.security import contexts
from storage.security.inventory import CONTEXTS, unsettled
from storage.security.keys import SIZE
from storage.security.keystore import PERSON
from storage.security.renewal import SETTLES, renew_keys, settle_some

_LOOKS_SECONDS = 1.0


def renew_people(settings: Settings, *, older_than: timedelta, as_json: bool) -> None:
    """New data keys for people whose key is older than that, and what they told us sealed anew.

    Between the two it waits until no process seals with an older key any more, a minute and a
    half. Cut off at any point, everything stays readable and another run goes on. Raises
    `Misconfigured` where the key store is not there.
    """
    require_store(settings)
    with open_stores(settings, cache=False) as stores:
        renewed, settled = asyncio.run(_renew_people(settings, stores, older_than))
    if as_json:
        say(json.dumps({"renewed": renewed, "settled": settled}))
        return
    say(f"{renewed} people have new keys; what {settled} have told us is sealed with them.")


async def _renew_people(
    settings: Settings, stores: Stores, older_than: timedelta
) -> tuple[int, int]:
    async with open_vault(settings) as vault, owners(stores, vault) as db:
        renewed = await renew_keys(vault, made_before=datetime.now(UTC) - older_than)
        async with db.begin(OPERATOR) as tx:
            await trail.keys_renewed(tx.session, of=PERSON, keys=renewed)
        settled, left = 0, await unsettled(vault)
        with progress_bar("Sealing anew", left) as (bar, task):
            while left:
                until = datetime.now(UTC) - SETTLES
                if some := await settle_some(db, vault, OPERATOR, replaced_before=until):
                    settled += some
                    bar.update(task, completed=settled)
                elif left := await unsettled(vault):
                    await asyncio.sleep(_LOOKS_SECONDS)  # till no process has the older keys
        return renewed, settled


def renew_contexts(settings: Settings, *, as_json: bool) -> None:
    """A new key that signs who acts, or, once every process has it, the end of the older one.

    Raises `Misconfigured` where the key store is not there.
    """
    require_store(settings)
    with open_stores(settings, cache=False) as stores:
        retired = asyncio.run(_renew_contexts(settings, stores))
    if as_json:
        say(json.dumps({"retired": retired}))
    elif retired:
        say("The older key counts no longer: contexts are signed with the new one alone.")
    else:
        say(
            "There is a new key. Start every process anew, then run this once more: until then"
            " the database believes both."
        )


async def _renew_contexts(settings: Settings, stores: Stores) -> bool:
    """Whether an older key was retired; otherwise there is a new one."""
    async with open_vault(settings) as vault:
        older = await vault.replaced_house_key(CONTEXTS)
        if older is not None:
            async with as_owner(stores) as tx:
                await contexts.retire(tx.session, Signer(older), now=tx.now)
                await trail.keys_renewed(tx.session, of=CONTEXTS, keys=1)
            await vault.settle_house_key(CONTEXTS)
            return True
        key = secrets.token_bytes(SIZE)
        async with as_owner(stores) as tx:
            await contexts.add(tx.session, Signer(key))  # before anybody signs with it
        await vault.replace_house_key(CONTEXTS, key)
        return False

"""The vault of a command: the key store that the settings name, and the master key."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial

from bot.console.stores import master_key
from bot.settings import Settings
from storage.context import Signer
from storage.errors import Misconfigured
from storage.security.codes import TicketCodes
from storage.security.file_store import FILE_NAME, FileKeyStore
from storage.security.inventory import CONTEXTS, OPT_OUTS, TICKET_CODES
from storage.security.keys import MasterKey
from storage.security.keystore import KeyStore
from storage.security.opt_outs import OptOuts
from storage.security.postgres_store import PostgresKeyStore
from storage.security.vault import Vault


def key_store(settings: Settings) -> KeyStore:
    """The store at KEYSTORE_URL, else the file in DATA_DIR."""
    if settings.keystore_url is not None:
        return PostgresKeyStore(settings.keystore_url.get_secret_value())
    return FileKeyStore(settings.data_dir / FILE_NAME)


def store_is_there(settings: Settings) -> bool:
    """Whether there is a key store to be opened: a file that is missing would be made."""
    return settings.keystore_url is not None or (settings.data_dir / FILE_NAME).exists()


def require_store(settings: Settings) -> None:
    """Raises `Misconfigured` where the key store is a file that is not there."""
    if not store_is_there(settings):
        raise Misconfigured(
            f"There is no key store {settings.data_dir / FILE_NAME}: bring it back from its copy;"
            " a new portal makes one at its first start."
        )


@asynccontextmanager
async def open_vault(settings: Settings, *, make: bool = False) -> AsyncIterator[Vault]:
    """The vault, until the block ends. With `make`, a master key that is nowhere is made.

    Raises `Misconfigured` where the master key or the store cannot be used, or do not belong
    together.
    """
    vault = Vault(key_store(settings), partial(master_key, settings, make=make))
    try:
        await vault.prepare()
        yield vault
    finally:
        await vault.close()


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """What the house itself works with, the same in every process and after a rotation."""

    codes: TicketCodes = field(repr=False)
    signer: Signer = field(repr=False)
    opt_outs: OptOuts = field(repr=False)


def first_keys(key: MasterKey) -> OwnKeys:
    """What the house works with until a key store says otherwise."""
    return OwnKeys(
        TicketCodes(key.derive(TICKET_CODES)),
        Signer(key.derive(CONTEXTS)),
        OptOuts(key.derive(OPT_OUTS)),
    )


async def own_keys(vault: Vault) -> OwnKeys:
    """The makers of ticket codes and of ways out of letters, and who signs who acts."""
    codes, signer = await vault.house_key(TICKET_CODES), await vault.house_key(CONTEXTS)
    opt_outs = await vault.house_key(OPT_OUTS)
    return OwnKeys(TicketCodes(codes), Signer(signer), OptOuts(opt_outs))

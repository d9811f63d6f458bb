"""Vaults for tests: key stores of both kinds, and one that a whole test process shares."""

import secrets
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from storage.security.file_store import FILE_NAME, FileKeyStore
from storage.security.keys import MasterKey
from storage.security.keystore import KeyStore
from storage.security.vault import Vault
from tests.signing import KEY

_DIRECTORY = tempfile.TemporaryDirectory(prefix="portal-test-keys-")
_FILE = Path(_DIRECTORY.name) / FILE_NAME
VAULT = Vault(FileKeyStore(_FILE), lambda: MasterKey(KEY))
"""What all databases of a test process seal with; prepared with their template."""


def keys_in(directory: Path) -> Path:
    """`directory`, made for a process that is to seal and open with the keys of `VAULT`."""
    directory.mkdir(parents=True)
    (directory / FILE_NAME).symlink_to(_FILE)
    return directory


def new_master() -> bytes:
    """A version of a master key."""
    return secrets.token_bytes(32)


def vault_on(store: KeyStore, *versions: bytes) -> Vault:
    """A vault with these versions of the master key."""
    return Vault(store, lambda: MasterKey(*versions))


@asynccontextmanager
async def file_vault(directory: Path, *versions: bytes) -> AsyncIterator[Vault]:
    """A prepared vault on a key file in `directory`."""
    vault = vault_on(FileKeyStore(directory / FILE_NAME), *versions)
    await vault.prepare()
    yield vault
    await vault.close()

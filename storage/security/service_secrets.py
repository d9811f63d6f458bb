"""The addresses of services, which hold their passwords: sealed with a key of the house."""

from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.security.inventory import SERVICES
from storage.security.sealed import Place, lock, unlock
from storage.security.vault import Vault

_TABLE, _COLUMN, _SEALED = "external_services", "config", "sealed"


async def seal_address(vault: Vault, service: UUID, address: str) -> dict[str, str]:
    """The config to keep for a service; it opens in its own row only. Raises `KeysUnavailable`."""
    key = AESGCM(await vault.house_key(SERVICES))
    return {_SEALED: lock(key, _place(service), address)}


async def open_address(vault: Vault, service: UUID, config: dict[str, str]) -> str:
    """What was sealed, "" where a service needs none. Raises `Tampered`, `KeysUnavailable`."""
    if not config:
        return ""
    key = AESGCM(await vault.house_key(SERVICES))
    return unlock(key, _place(service), config.get(_SEALED, ""))


def _place(service: UUID) -> Place:
    return Place(service, _TABLE, _COLUMN, service)

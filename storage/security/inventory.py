"""What keys there are, how old each may become, and their rotation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from storage.security.keystore import PERSON, Count, MasterVersion
from storage.security.vault import Vault

MASTER = "master"
TICKET_CODES = "ticket codes"
CONTEXTS = "contexts"
EMAIL_INDEX = "blind index users.email"
PHONE_INDEX = "blind index users.phone_number"
AUDIT_SEALS = "audit seals"
ERASURES = "erasure ledger"
SERVICES = "external services"
OPT_OUTS = "opt-out links"
HOUSE_KEYS = (
    TICKET_CODES,
    CONTEXTS,
    EMAIL_INDEX,
    PHONE_INDEX,
    AUDIT_SEALS,
    ERASURES,
    SERVICES,
    OPT_OUTS,
)
"""The house's own keys that outlive a version of the master key."""

MAXIMUM_AGE: dict[str, timedelta | None] = {
    MASTER: timedelta(days=365),
    PERSON: timedelta(days=730),
    CONTEXTS: timedelta(days=365),
    TICKET_CODES: None,
    EMAIL_INDEX: None,
    PHONE_INDEX: None,
    AUDIT_SEALS: None,
    ERASURES: None,
    SERVICES: None,
    OPT_OUTS: None,
}
"""By class, as NIST SP 800-57 part 1 (5.3.6) has it for their uses. None: a key that lives as long
as what it made: tickets that were sold, indexes by which people are found again, seals, the ledger
of who was forgotten, addresses of services, links in letters that were sent."""

_AT_ONCE = 500


class KeyState(StrEnum):
    """`active` seals and opens, `decrypt-only` opens, `destroyed` does neither ever again."""

    ACTIVE = "active"
    DECRYPT_ONLY = "decrypt-only"
    DESTROYED = "destroyed"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """Keys of one class and state. `version` is the master key's that they are, or that wraps
    them; `expires` is None for a class without a maximum age. Times are aware UTC."""

    kind: str
    version: str
    state: KeyState
    number: int
    created: datetime
    expires: datetime | None
    overdue: bool = False


async def list_keys(vault: Vault, *, now: datetime) -> list[KeyLine]:
    """Every class of keys, the master key's versions first."""
    counts = await vault.store.census()
    lines = [_master_line(vault, each, counts) for each in await vault.store.masters()]
    lines += [_line(count) for count in counts]
    return [_aged(line, now) for line in lines]


async def left_behind(vault: Vault) -> int:
    """How many keys are not wrapped by the newest version of the master key."""
    newest = vault.versions[0]
    return sum(
        count.number
        for count in await vault.store.census()
        if not count.destroyed and count.master != newest
    )


async def unsettled(vault: Vault) -> int:
    """How many people's keys have an older one beside them that may still open something."""
    counts = await vault.store.census()
    return sum(count.replacing for count in counts if count.kind == PERSON)


async def rotate(vault: Vault, progress: Callable[[int], None]) -> int:
    """Wrap all keys by the newest version of the master key; how many it were.

    Each batch is whole or not at all: a rotation that was cut off is finished by another, and
    everything can be read in between. `progress` is told how many are done so far.
    """
    for purpose in HOUSE_KEYS:
        await vault.keep_house_key(purpose)
    done = 0
    while some := await vault.rewrap_some(_AT_ONCE):
        done += some
        progress(done)
    return done


def _master_line(vault: Vault, version: MasterVersion, counts: Sequence[Count]) -> KeyLine:
    wraps = sum(c.number for c in counts if c.master == version.name and not c.destroyed)
    if version.name == vault.versions[0]:
        state = KeyState.ACTIVE
    elif version.name in vault.versions:
        state = KeyState.DECRYPT_ONLY
    else:
        state = KeyState.DESTROYED
    return KeyLine(MASTER, version.name, state, wraps, version.created, None)


def _line(count: Count) -> KeyLine:
    state = KeyState.DESTROYED if count.destroyed else KeyState.ACTIVE
    return KeyLine(count.kind, count.master, state, count.number, count.oldest, None)


def _aged(line: KeyLine, now: datetime) -> KeyLine:
    keeps = MAXIMUM_AGE.get(line.kind)
    if keeps is None or line.state is KeyState.DESTROYED:
        return line
    expires = line.created + keeps
    return replace(line, expires=expires, overdue=expires <= now)

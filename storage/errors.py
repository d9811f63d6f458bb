"""What can go wrong with the store itself."""

from dataclasses import dataclass
from uuid import UUID

import asyncpg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class StorageError(Exception):
    """Root of the errors of this layer."""


class Unavailable(StorageError):
    """The database could not be reached or was too busy; the same act may be tried again."""


class Crowded(Unavailable):
    """All connections were in use for longer than one may wait for one: nothing was begun."""


class KeysUnavailable(Unavailable):
    """The store of data keys could not be reached: nothing can be sealed or opened just now."""


@dataclass(eq=False)
class KeyDestroyed(StorageError):
    """The data of this person can never be read again, and nothing new is sealed for them."""

    person: UUID


@dataclass(eq=False)
class Tampered(StorageError):
    """A sealed value is not what was put there: changed, or moved from another place."""

    table: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.column}"


class TooManyLooks(StorageError):
    """Who looks after people looked behind as many masks as an hour allows."""


class AtRest(StorageError):
    """The person wants their data kept and not used."""


class AlreadyDone(StorageError):
    """This update was handled before: show the fresh screen, do nothing twice."""


@dataclass(eq=False)
class Misconfigured(StorageError):
    """What the configuration names cannot be used. `sentence` is for the person who starts it."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


_TRANSIENT = (
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # what is left of a connection that broke in mid-sentence
    asyncpg.LockNotAvailableError,
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.QueryCanceledError,
    asyncpg.InsufficientResourcesError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    OSError,
    TimeoutError,
    PoolTimeout,
)


def unavailable(error: BaseException) -> Unavailable:
    """What a transient error means to whoever wanted the database."""
    return (Crowded if isinstance(error, PoolTimeout) else Unavailable)(type(error).__name__)


def is_transient(error: BaseException) -> bool:
    """Whether the same statement may succeed when it is tried again."""
    if isinstance(error, DBAPIError):
        if error.connection_invalidated:
            return True
        cause = error.orig.__cause__ if error.orig is not None else None
        return isinstance(error.orig, _TRANSIENT) or isinstance(cause, _TRANSIENT)
    return isinstance(error, _TRANSIENT)


def is_role_refused(error: BaseException) -> bool:
    """Whether a connection was refused because its login may not act as its role."""
    return isinstance(error, DBAPIError) and "permission denied to set role" in str(error)

"""The portal's master key, in every version that is still given; all other keys hang on it.

It comes from the environment, from a file, or, for one machine, from a file beside the embedded
data that is made at the first start. Whoever loses it loses the tickets' QR codes and everything
that is sealed. To change it, put a new one in front of the old (one a line, or with a comma
between), run `keys rotate`, then take the old one away.
"""

import os
import re
import secrets
from base64 import b64encode, urlsafe_b64decode
from binascii import Error as Base64Error
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from storage.errors import Misconfigured

SIZE = 32
FILE_NAME = "master.key"
_FEWEST_DIFFERENT_BYTES = 8
_LONGEST_FILE = 4096
_MAKE_ONE = "make one with `openssl rand -base64 32`"


class NotOurs(Exception):
    """A wrapped key that no given version of the master key opens."""


class MasterKey:
    """One version or several of 32 secret bytes, the newest first. They show in no `repr`."""

    __slots__ = ("_oldest", "_wrapping")

    def __init__(self, *versions: bytes) -> None:
        if not versions or any(len(raw) != SIZE for raw in versions):
            raise ValueError(f"a master key has {SIZE} bytes")
        self._oldest = versions[-1]
        self._wrapping = {
            _derived(raw, "name of this version")[:4].hex(): _derived(raw, "wrapping key")
            for raw in versions
        }

    @property
    def versions(self) -> tuple[str, ...]:
        """The names of the versions, the newest first. A name tells nothing about its key."""
        return tuple(self._wrapping)

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose, related to no other.

        They follow from the oldest version that is given, and change when that is taken away:
        what must outlive it is asked of `Vault.house_key`.
        """
        return _derived(self._oldest, purpose)

    def wrap(self, key: bytes) -> bytes:
        """`key` of 32 bytes, wrapped by the newest version: 40 bytes."""
        return aes_key_wrap(self._wrapping[self.versions[0]], key)

    def unwrap(self, wrapped: bytes, version: str) -> bytes:
        """The key that `version` wrapped. Raises `NotOurs`."""
        try:
            return aes_key_unwrap(self._wrapping[version], wrapped)
        except (KeyError, InvalidUnwrap, ValueError):
            raise NotOurs(version) from None

    def __repr__(self) -> str:
        return "MasterKey(…)"


def _derived(raw: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), SIZE, salt=None, info=purpose.encode()).derive(raw)


def read_master_key(
    value: str | None, file: Path | None, data_dir: Path, *, make: bool
) -> MasterKey:
    """The key of `MASTER_KEY` (`value`), else of `MASTER_KEY_FILE` (`file`), else of `data_dir`.

    With `make`, a key that is nowhere is made in `data_dir`, readable by us alone. Raises
    `Misconfigured` when it is missing, cannot be read, is no key, or stands there twice.
    """
    if value is not None:
        return _decoded(value, "MASTER_KEY")
    if file is not None:
        return _decoded(_text(file, "MASTER_KEY_FILE"), "MASTER_KEY_FILE")
    default = data_dir / FILE_NAME
    if not default.exists():
        if not make:
            raise Misconfigured(
                f"MASTER_KEY is not set: {_MAKE_ONE} and give the same to every process."
            )
        _make(default)
    return _decoded(_text(default, FILE_NAME), str(default))


def split_versions(text: str) -> list[str]:
    """The versions as they are written: with commas, spaces or lines between."""
    return [part for part in re.split(r"[\s,]+", text) if part]


def put_new_version(data_dir: Path) -> None:
    """Put a new version in front of those in `data_dir`, in one step. Raises `Misconfigured`."""
    file = data_dir / FILE_NAME
    older = split_versions(_text(file, FILE_NAME))
    unfinished = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    try:
        _write(unfinished, [b64encode(secrets.token_bytes(SIZE)).decode(), *older])
        unfinished.replace(file)
        _sync(data_dir)
    except OSError as error:
        raise Misconfigured(f"{file} cannot be written: {error.strerror}.") from None


def _decoded(text: str, name: str) -> MasterKey:
    parts = split_versions(text)
    versions = [
        _version(part, f"{name}, version {place}," if len(parts) > 1 else name)
        for place, part in enumerate(parts or [""], 1)
    ]
    if len(set(versions)) < len(versions):
        raise Misconfigured(f"{name} holds the same key twice: keep each version once.")
    return MasterKey(*versions)


def _version(text: str, name: str) -> bytes:
    raw = _bytes(text)
    if raw is None or len(raw) != SIZE:
        raise Misconfigured(
            f"{name} is not a key of {SIZE} bytes in base64 or hexadecimal: {_MAKE_ONE}."
        )
    if len(set(raw)) < _FEWEST_DIFFERENT_BYTES:
        raise Misconfigured(f"{name} can be guessed: {_MAKE_ONE}.")
    return raw


def _bytes(text: str) -> bytes | None:
    if len(text) == 2 * SIZE:
        with suppress(ValueError):
            return bytes.fromhex(text)
    try:
        text = text.rstrip("=").replace("+", "-").replace("/", "_")
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (Base64Error, ValueError):
        return None


def _text(file: Path, name: str) -> str:
    try:
        with file.open(encoding="ascii", errors="replace") as opened:
            return opened.read(_LONGEST_FILE)
    except OSError as error:
        raise Misconfigured(f"{name} cannot be read: {file}: {error.strerror}.") from None


def _make(place: Path) -> None:
    """Write a new key to `place` in one step; the first of several processes wins."""
    unfinished = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(unfinished, [b64encode(secrets.token_bytes(SIZE)).decode()])
        try:
            with suppress(FileExistsError):
                place.hardlink_to(unfinished)
        finally:
            unfinished.unlink()
        _sync(place.parent)
    except OSError as error:
        raise Misconfigured(
            f"A master key cannot be written to {place}: {error.strerror}; choose another DATA_DIR"
            " or set MASTER_KEY."
        ) from None


def _write(place: Path, versions: list[str]) -> None:
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as f:
        f.writelines(f"{version}\n" for version in versions)
        f.flush()
        os.fsync(f.fileno())


def _sync(directory: Path) -> None:
    """A name in a directory survives a power cut only when the directory is written too."""
    opened = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)

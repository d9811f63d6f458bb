"""The portal's one master key, from which every other key is derived.

It comes from the environment, from a file, or, for one machine, from a file beside the embedded
data that is made at the first start. Whoever loses it loses the tickets' QR codes.
"""

import os
import secrets
from base64 import b64encode, urlsafe_b64decode
from binascii import Error as Base64Error
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import Misconfigured

SIZE = 32
FILE_NAME = "master.key"
_FEWEST_DIFFERENT_BYTES = 8
_LONGEST_FILE = 1024
_MAKE_ONE = "make one with `openssl rand -base64 32`"


class MasterKey:
    """32 secret bytes. They show in no `repr`; use `derive`."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != SIZE:
            raise ValueError(f"a master key has {SIZE} bytes")
        self._raw = raw

    def derive(self, purpose: str) -> bytes:
        """32 bytes for one purpose: the same for the same key and purpose, related to no other."""
        return HKDF(SHA256(), SIZE, salt=None, info=purpose.encode()).derive(self._raw)

    def __repr__(self) -> str:
        return "MasterKey(…)"


def read_master_key(
    value: str | None, file: Path | None, data_dir: Path, *, make: bool
) -> MasterKey:
    """The key of `MASTER_KEY` (`value`), else of `MASTER_KEY_FILE` (`file`), else of `data_dir`.

    With `make`, a key that is nowhere is made in `data_dir`, readable by us alone. Raises
    `Misconfigured` when it is missing, cannot be read, or is no key.
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


def _decoded(text: str, name: str) -> MasterKey:
    raw = _bytes(text.strip())
    if raw is None or len(raw) != SIZE:
        raise Misconfigured(
            f"{name} is not a key of {SIZE} bytes in base64 or hexadecimal: {_MAKE_ONE}."
        )
    if len(set(raw)) < _FEWEST_DIFFERENT_BYTES:
        raise Misconfigured(f"{name} can be guessed: {_MAKE_ONE}.")
    return MasterKey(raw)


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
        with os.fdopen(
            os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb"
        ) as f:
            f.write(b64encode(secrets.token_bytes(SIZE)) + b"\n")
            f.flush()
            os.fsync(f.fileno())
        try:
            with suppress(FileExistsError):
                place.hardlink_to(unfinished)
        finally:
            unfinished.unlink()
    except OSError as error:
        raise Misconfigured(
            f"A master key cannot be written to {place}: {error.strerror}; choose another DATA_DIR"
            " or set MASTER_KEY."
        ) from None

"""The six figures of a letter: they follow from its confirmation and are kept nowhere."""

import hmac
from hashlib import sha256
from uuid import UUID

PURPOSE = "codes of letters"
"""The key of the house that they are made with. It may end with the master key: they live for
minutes."""

_NUMBERS = 1_000_000


def mail_code(key: bytes, confirmation: UUID, address_index: bytes) -> str:
    """The code of one confirmation of one address, as "004512"."""
    digest = hmac.digest(key, confirmation.bytes + address_index, sha256)
    return f"{int.from_bytes(digest[:8]) % _NUMBERS:06}"


def is_same(code: str, typed: str) -> bool:
    """Whether somebody typed the code; how long it takes does not tell how near they were."""
    return hmac.compare_digest(code.encode(), typed.encode("utf-8", "replace"))

"""Finding a person by e-mail or phone without the database knowing either."""

import hmac
import re
import unicodedata
from hashlib import sha256

_SIZE = 16
_DIGITS = re.compile(r"\d{8,15}")
_BETWEEN = re.compile(r"[\s().\-/\u00a0\u202f]+")


def canonical_email(text: str) -> str:
    """The one spelling of an e-mail address: NFKC, case-folded, without space around."""
    folded = unicodedata.normalize("NFKC", text).strip().casefold()
    return unicodedata.normalize("NFKC", folded)


def canonical_phone(text: str) -> str:
    """The one spelling of an international number, E.164 (`+39055123456`).

    Telegram sends a contact's number with its country's code and often without the sign. Raises
    `ValueError` for what is no such number.
    """
    digits = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    digits = digits.removeprefix("+") if digits[:1] == "+" else digits.removeprefix("00")
    if not _DIGITS.fullmatch(digits) or not digits.isascii():
        raise ValueError("not an international phone number")
    return f"+{digits}"


def blind_index(key: bytes, canonical: str) -> bytes:
    """16 bytes, the same for the same canonical value under the same key."""
    return hmac.digest(key, canonical.encode("utf-8", "surrogatepass"), sha256)[:_SIZE]

"""Questions whose answer is a number: a count, a length, an amount of money."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from babel.numbers import get_currency_precision

from bot.steps.base import Asking, Given, Sent, Step, Stored, Wrong, typed, word
from domain.money import Money

CM_PER_INCH = Decimal("2.54")
_INCHES_PER_FOOT = 12

_WHOLE = re.compile(r"[-+]?\d+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*")
_GROUPING = re.compile(r"(?<=\d)[ '’\u00a0\u202f](?=\d{3}(?!\d))")
_NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_METRES_AND_CM = re.compile(r"([0-2]) ?m(?:etri|ètres|etres|eters)? ?(\d{2})(?: ?cm)?")
_METRES = re.compile(_NUMBER + r" ?(?:m|metri|metro|mètres?|metres?|meters?)")
_CENTIMETRES = re.compile(_NUMBER + r" ?(?:cm|centimet(?:ri|res|ers)|centimètres)?")
_FEET = re.compile(
    r"(\d)(?: ?(?:'|ft\.?|feet|foot|pieds?|piedi) ?)(?:"
    + _NUMBER
    + r' ?(?:"|\'\'|in\.?|inch(?:es)?|pouces?|po\.?|pollici)?)?'
)
_INCHES = re.compile(_NUMBER + r' ?(?:"|\'\'|in\.?|inch(?:es)?|pouces?|po\.?|pollici)')
_PRIMES = str.maketrans({"′": "'", "’": "'", "‘": "'", "´": "'", "″": '"', "”": '"', "“": '"'})


@dataclass(frozen=True, kw_only=True)
class WholeNumber(Step[int]):
    """A whole number from `low` to `high`; a `year` is told without a mark for thousands.

    The range is `told` with the question where nobody would guess it; `unit` may stand behind it.
    """

    low: int
    high: int
    year: bool = False
    told: bool = False
    unit: str = ""

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        text = typed(sent, "expects-number").strip().removesuffix(self.unit).rstrip()
        text = _GROUPING.sub("", text)
        if _THOUSANDS.fullmatch(text):
            text = re.sub(r"[.,]", "", text)
        if not _WHOLE.fullmatch(text) or not text.isascii():
            raise Wrong("no-number", **self._range())
        if len(text) > len(str(self.high)) + 1 or not self.low <= int(text) <= self.high:
            raise Wrong("number-range", **self._range())
        return str(int(text))

    def read(self, stored: object) -> int:
        number = int(word(stored))
        if not self.low <= number <= self.high:
            raise ValueError("the range has changed")
        return number

    def _range(self) -> dict[str, int | str]:
        if self.year:
            return {"low": str(self.low), "high": str(self.high)}
        return {"low": self.low, "high": self.high}


@dataclass(frozen=True, kw_only=True)
class Length(Step[int]):
    """A length of the body in centimetres from `low` to `high`.

    People may write centimetres, metres, feet and inches, or inches. One `around` the body is
    told in inches alone.
    """

    low: int
    high: int
    around: bool = False

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        length = as_centimetres(typed(sent, "expects-girth" if self.around else "expects-length"))
        if length is None:
            raise Wrong("no-girth" if self.around else "no-length", **self._range())
        if not self.low <= length <= self.high:
            raise Wrong("length-range", **self._range())
        return str(length)

    def read(self, stored: object) -> int:
        length = int(word(stored))
        if not self.low <= length <= self.high:
            raise ValueError("the range has changed")
        return length

    def _range(self) -> dict[str, int | str]:
        imperial = in_inches if self.around else in_feet
        return {
            "low": self.low,
            "high": self.high,
            "lowest": imperial(self.low),
            "highest": imperial(self.high),
        }


def as_centimetres(written: str) -> int | None:
    """The length that a text is, in whole centimetres; None where it is none."""
    text = " ".join(written.translate(_PRIMES).lower().split())
    if found := _METRES_AND_CM.fullmatch(text):
        return int(found[1]) * 100 + int(found[2])
    if found := _METRES.fullmatch(text):
        return _rounded(_decimal(found[1]) * 100)
    if found := _FEET.fullmatch(text):
        inches = _decimal(found[2] or "0")
        if inches >= _INCHES_PER_FOOT:
            return None
        return _rounded((int(found[1]) * _INCHES_PER_FOOT + inches) * CM_PER_INCH)
    if found := _INCHES.fullmatch(text):
        return _rounded(_decimal(found[1]) * CM_PER_INCH)
    if found := _CENTIMETRES.fullmatch(text):
        length = _decimal(found[1])
        bare_metres = length < 3 and not text.endswith(("cm", "i", "s"))
        return _rounded(length * 100 if bare_metres else length)
    return None


def in_feet(centimetres: int) -> str:
    """A length in feet and inches, such as 5′10″."""
    feet, inches = divmod(_inches(centimetres), _INCHES_PER_FOOT)
    return f"{feet}′{inches}″"


def in_inches(centimetres: int) -> str:
    """A length in inches, such as 34″."""
    return f"{_inches(centimetres)}″"


def _inches(centimetres: int) -> int:
    return _rounded(centimetres / CM_PER_INCH)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _rounded(number: Decimal) -> int:
    return int(number.quantize(Decimal(1)))


_PERCENT = re.compile(r"([0-9]{1,2}(?:[.,][0-9]{1,2})?) ?%?")


@dataclass(frozen=True, kw_only=True)
class Percent(Step[Decimal]):
    """So many percent, from 0 to below 100, with two decimals at most."""

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        found = _PERCENT.fullmatch(typed(sent, "expects-percent").strip())
        if found is None:
            raise Wrong("no-percent")
        return str(_decimal(found[1]))

    def read(self, stored: object) -> Decimal:
        if not _PERCENT.fullmatch(word(stored)):
            raise ValueError("not so many percent")
        return Decimal(word(stored))


Currency = str | Callable[[Asking], Awaitable[str]]
"""A currency's code, or how it follows from earlier answers."""


@dataclass(frozen=True, kw_only=True)
class Amount(Step[int]):
    """An amount of money in minor units from `least` to `most`, in `currency`."""

    currency: Currency
    least: int = 0
    most: int = 10_000_000

    @property
    def code(self) -> str:
        """The currency, once the step is prepared."""
        if not isinstance(self.currency, str):
            raise TypeError("the step is not prepared")
        return self.currency

    async def prepared(self, asking: Asking) -> Self:
        """With the currency that follows from the answers."""
        if isinstance(self.currency, str):
            return self
        return replace(self, currency=await self.currency(asking))

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        written = typed(sent, "expects-amount")
        digits = get_currency_precision(self.code)
        number = _amount(written)
        if number is None:
            raise Wrong("no-amount", currency=self.code)
        minor = number.scaleb(digits)
        if -int(number.as_tuple().exponent) > digits:  # 1.200 may have been meant as 1200
            raise Wrong("amount-decimals", currency=self.code, digits=digits)
        if not self.least <= minor <= self.most:
            raise Wrong(
                "amount-range",
                low=Money(self.least, self.code),
                high=Money(self.most, self.code),
            )
        return str(int(minor))

    def read(self, stored: object) -> int:
        minor = int(word(stored))
        if not self.least <= minor <= self.most:
            raise ValueError("the range has changed")
        return minor


_SIGNS = re.compile(r"(?:[€£$¥₣]|\b(?:[A-Z]{3}|[a-z]{3})\b|\b[Ff]r\.)")
_MARKED_GROUPS = re.compile(r"\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d+")


def _amount(written: str) -> Decimal | None:
    """The number in a text; the last mark is the decimal one, whichever it is."""
    text = _GROUPING.sub("", _SIGNS.sub("", written, count=1).strip())
    if _MARKED_GROUPS.fullmatch(text):
        *groups, decimals = re.split(r"[.,]", text)
        text = f"{''.join(groups)}.{decimals}"
    found = re.fullmatch(r"[0-9]{1,12}(?:[.,][0-9]{1,6})?", text)
    return None if found is None else _decimal(text)

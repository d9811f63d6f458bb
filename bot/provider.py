"""Who takes the money of invoices, and gives it back: Stripe, which stands behind Telegram.

Telegram has no way to give back what a provider took (TG9): its own address is asked, with a key
that makes the same wish twice one refund.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from domain.money import Money
from domain.refunding import Done, Failed, InTransit, Outcome

if TYPE_CHECKING:
    from stripe import Refund, StripeClient

_PATIENCE = 20.0
"""Seconds that one call may take; what is unclear afterwards is asked for again."""

KEY = "portal_refund"
"""Where our key stands in what Stripe keeps of a refund."""


class Unclear(Exception):
    """Nobody knows whether it was done: the provider was away, or broke off in mid-sentence."""


@dataclass(frozen=True, slots=True)
class Known:
    """A refund as the provider knows it. `key` is ours, None where it was not started here."""

    id: str
    key: str | None
    amount: Money
    outcome: Outcome


class Provider(Protocol):
    """Gives money back."""

    async def refund(self, charge: str, amount: Money, key: str) -> Outcome:
        """Give `amount` of a charge back, once for a `key`. Raises `Unclear`."""

    async def find(self, charge: str) -> Sequence[Known]:
        """What went back of a charge, or is on its way. Raises `Unclear`."""


class Stripe:
    """Stripe at `address`, as who holds the secret `api_key`."""

    def __init__(self, api_key: str, address: str) -> None:
        self._api_key = api_key
        self._address = address
        self._client: StripeClient | None = None

    async def refund(self, charge: str, amount: Money, key: str) -> Outcome:
        """Give `amount` of a charge back, once for a `key`. Raises `Unclear`."""
        wish: Any = {"amount": amount.amount, "metadata": {KEY: key}} | _of(charge)
        try:
            made = await asyncio.wait_for(
                self._open().v1.refunds.create_async(wish, {"idempotency_key": key}), _PATIENCE
            )
        except Exception as error:
            return _told(error)
        return _outcome(made)

    async def find(self, charge: str) -> Sequence[Known]:
        """What went back of a charge, or is on its way. Raises `Unclear`."""
        wish: Any = {"limit": 100} | _of(charge)
        try:
            found = await asyncio.wait_for(self._open().v1.refunds.list_async(wish), _PATIENCE)
        except Exception as error:
            if isinstance(_told(error), Failed):
                return []
            raise
        return [
            Known(
                each.id,
                _key(each),
                Money(each.amount, each.currency.upper()),
                _outcome(each),
            )
            for each in found.data
        ]

    async def close(self) -> None:
        """Give the connections back."""
        if self._client is not None:
            await self._http.close_async()  # type: ignore[no-untyped-call]

    def _open(self) -> "StripeClient":
        """The library's client, which weighs forty megabytes: made when money first goes back."""
        if self._client is None:
            from stripe import AIOHTTPClient, StripeClient

            self._http = AIOHTTPClient(timeout=_PATIENCE)
            self._client = StripeClient(
                self._api_key,
                base_addresses={"api": self._address},
                http_client=self._http,
                max_network_retries=0,
            )
        return self._client


def _of(charge: str) -> dict[str, str]:
    return {"payment_intent" if charge.startswith("pi_") else "charge": charge}


def _key(refund: "Refund") -> str | None:
    metadata = refund.to_dict().get("metadata") or {}
    key: str | None = metadata.get(KEY)
    return key


def _outcome(refund: "Refund") -> Outcome:
    match refund.status:
        case "succeeded":
            return Done(refund.id)
        case "failed" | "canceled":
            return Failed(refund.failure_reason or str(refund.status), refund.id)
    return InTransit(refund.id)


def _told(error: Exception) -> Failed:
    """What an error of the library says. Raises `Unclear` where it says nothing of the money."""
    from stripe import CardError, InvalidRequestError

    if isinstance(error, CardError | InvalidRequestError):
        return Failed(error.code or error.user_message or type(error).__name__)
    raise Unclear(type(error).__name__) from error

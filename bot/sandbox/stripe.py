"""The provider behind Telegram's invoices, as far as giving money back needs it: Stripe's refunds.

Faults on `createRefund` (POST /client/faults): "500" breaks before anything happens, "reset" after
the money went, "403" refuses for good.
"""

import secrets
from typing import Any

import orjson
from aiohttp import web

from bot.sandbox import chats
from bot.sandbox.api import SANDBOX
from bot.sandbox.model import JSON, Payment, Refund
from bot.sandbox.sandbox import Sandbox

CREATE = "createRefund"


class _Error(Exception):
    """What Stripe answers instead: a status, a type and a code."""

    def __init__(self, status: int, kind: str, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"error": {"type": kind, "code": code, "message": message}}


def add_routes(app: web.Application) -> None:
    """Serve refunds below `/stripe`."""
    app.router.add_post("/stripe/v1/refunds", _create)
    app.router.add_get("/stripe/v1/refunds", _list)


async def _create(request: web.Request) -> web.StreamResponse:
    sandbox = request.app[SANDBOX]
    form = await request.post()
    wish = {name: str(value) for name, value in form.items()}
    fault = sandbox.faults.take(CREATE, None)
    try:
        _check_key(request)
        if fault is not None and fault.kind == "500":
            raise _Error(500, "api_error", "", "Something went wrong on our end.")
        if fault is not None and fault.kind == "403":
            raise _Error(402, "card_error", "expired_or_canceled_card", "The card is closed.")
        made = _made(sandbox, wish, request.headers.get("Idempotency-Key", ""))
    except _Error as error:
        return _reply(error.body, error.status)
    if fault is not None and fault.kind == "reset" and request.transport is not None:
        sandbox.world.flush()
        request.transport.abort()
    return _reply(_view(made))


async def _list(request: web.Request) -> web.StreamResponse:
    try:
        _check_key(request)
    except _Error as error:
        return _reply(error.body, error.status)
    refunds = request.app[SANDBOX].world.refunds.values()
    charge = request.query.get("charge", "")
    found = [_view(refund) for refund in refunds if refund.charge == charge]
    return _reply({"object": "list", "data": found, "has_more": False, "url": "/v1/refunds"})


def _check_key(request: web.Request) -> None:
    if not request.headers.get("Authorization", "").startswith("Bearer sk_"):
        raise _Error(401, "invalid_request_error", "", "You did not provide an API key.")


def _made(sandbox: Sandbox, wish: dict[str, str], key: str) -> Refund:
    """The refund of a wish; of one that came before under this key, the one made then."""
    world = sandbox.world
    for refund in world.refunds.values():
        if key and refund.key == key:
            return refund
    payment = _payment(sandbox, wish.get("charge", ""))
    gone = sum(each.amount for each in world.refunds.values() if each.charge == payment.provider)
    amount = int(wish.get("amount") or payment.amount - gone)
    if gone == payment.amount:
        raise _Error(400, "invalid_request_error", "charge_already_refunded", "It went back.")
    if not 0 < amount <= payment.amount - gone:
        raise _Error(400, "invalid_request_error", "amount_too_large", "That is more than came.")
    refund = Refund(
        id=f"re_{secrets.token_hex(12)}",
        charge=payment.provider,
        currency=payment.currency,
        amount=amount,
        key=key,
        portal_refund=wish.get("metadata[portal_refund]", ""),
        at=chats.now(),
    )
    world.keep(refund)
    return refund


def _payment(sandbox: Sandbox, charge: str) -> Payment:
    for payment in sandbox.world.payments.values():
        if charge and payment.provider == charge:
            return payment
    raise _Error(404, "invalid_request_error", "resource_missing", f"No such charge: '{charge}'")


def _view(refund: Refund) -> JSON:
    metadata: dict[str, Any] = {}
    if refund.portal_refund:
        metadata["portal_refund"] = refund.portal_refund
    return {
        "id": refund.id,
        "object": "refund",
        "amount": refund.amount,
        "charge": refund.charge,
        "created": refund.at,
        "currency": refund.currency.lower(),
        "metadata": metadata,
        "status": "succeeded",
    }


def _reply(body: JSON, status: int = 200) -> web.Response:
    return web.Response(status=status, body=orjson.dumps(body), content_type="application/json")

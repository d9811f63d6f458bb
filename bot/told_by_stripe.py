"""What Stripe tells of its own accord: POST /payments/stripe, signed by Stripe."""

from typing import Any

import structlog
from aiohttp import web

from bot.http import Handler
from bot.provider import KEY
from domain import outside
from domain.actors import House
from domain.money import Money
from domain.outside import Told
from storage.database import Database
from storage.errors import Unavailable

PATH = "/payments/stripe"
_LARGEST = 1024 * 1024
_log = structlog.get_logger(__name__)


def told_by_stripe(db: Database, secret: str) -> Handler:
    """The handler; `secret` is the signing secret of the endpoint, `whsec_…`.

    It only keeps what is told: 200 when that is safe, 400 for what Stripe has not signed, 503
    while it cannot be kept: Stripe tells it again.
    """

    async def answer(request: web.Request) -> web.Response:
        from stripe import SignatureVerificationError, Webhook

        body = (await request.content.read(_LARGEST)).decode(errors="replace")
        signature = request.headers.get("Stripe-Signature", "")
        try:
            event = Webhook.construct_event(body, signature, secret).to_dict()
        except (ValueError, SignatureVerificationError):
            _log.warning("a word about money is not signed by Stripe")
            return web.Response(status=400)
        told = _read(event)
        if told is None:
            return web.Response()
        try:
            async with db.begin(House()) as tx:
                await outside.keep(tx.session, told=told, now=tx.now)
        except Unavailable:
            return web.Response(status=503)
        return web.Response()

    return answer


def _read(event: dict[str, Any]) -> Told | None:
    """What an event tells of money that went back; None for what is no concern of ours."""
    kind, about = str(event["type"]), event["data"]["object"]
    if kind.startswith(("refund.", "charge.refund.")):
        what = outside.REFUND
    elif kind in ("charge.dispute.created", "charge.dispute.closed"):
        what = outside.DISPUTE
    else:
        return None
    names = (about.get("charge"), about.get("payment_intent"))
    return Told(
        id=event["id"],
        kind=what,
        thing=about["id"],
        charges=[name for name in names if name],
        amount=Money(about["amount"], about["currency"].upper()),
        outcome=str(about.get("status")),
        key=(about.get("metadata") or {}).get(KEY),
    )

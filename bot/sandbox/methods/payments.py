"""Invoices and the answers they need."""

import re
from typing import Any

from bot.sandbox import chats, messages
from bot.sandbox.client.view import amount
from bot.sandbox.errors import bad_request, query_too_old
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.model import JSON
from bot.sandbox.params import Params
from bot.sandbox.registry import Call, method

_PROVIDER = re.compile(r"\d+:(TEST|LIVE):\S+")
_LARGEST = 99_999_999  # minor units
STARS = "XTR"


def _invoice(params: Params) -> JSON:
    """The checked invoice: what is shown, and what a payment needs. Raises BotApiError."""
    title, description = params.required("title"), params.required("description")
    payload, currency = params.required("payload"), params.required("currency")
    prices = _prices(params)
    if len(title) > 32:
        raise bad_request("INVOICE_TITLE_TOO_LONG")
    if len(description) > 255:
        raise bad_request("INVOICE_DESCRIPTION_TOO_LONG")
    if len(payload.encode()) > 128:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise bad_request("CURRENCY_INVALID")
    total = sum(price["amount"] for price in prices)
    _check_provider(params, currency, prices)
    if not 0 < total <= _LARGEST:
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    start = params.text("start_parameter")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,64}", start):
        raise bad_request("START_PARAM_INVALID")
    return {
        "title": title,
        "description": description,
        "payload": payload,
        "currency": currency,
        "total_amount": total,
        "prices": prices,
        "start_parameter": start,
        "photo_url": params.text("photo_url"),
        "paid": 0,
    }


def _check_provider(params: Params, currency: str, prices: list[JSON]) -> None:
    provider = params.text("provider_token")
    if currency == STARS:
        if provider:
            raise bad_request("STARS_INVOICE_INVALID")
        if len(prices) != 1:
            raise bad_request("STARS_INVOICE_INVALID")
    elif not _PROVIDER.fullmatch(provider):
        raise bad_request("PAYMENT_PROVIDER_INVALID")


def _prices(params: Params) -> list[JSON]:
    prices: Any = params.structure("prices", "prices")
    if prices is None or prices == []:
        raise bad_request("there must be at least one price")
    if not isinstance(prices, list):
        raise bad_request("can't parse labeled prices: expected an Array of LabeledPrice")
    checked = []
    for price in prices:
        label = price.get("label") if isinstance(price, dict) else None
        cost = price.get("amount") if isinstance(price, dict) else None
        if isinstance(cost, str) and re.fullmatch(r"-?\d+", cost):
            cost = int(cost)
        if not isinstance(label, str) or not label or type(cost) is not int:
            raise bad_request("can't parse labeled price: wrong field type")
        checked.append({"label": label, "amount": cost})
    return checked


@method("sendInvoice")
async def send_invoice(call: Call) -> JSON:
    invoice = _invoice(call.params)
    markup = reply_markup(call.params, invoice=True)
    if markup is None:
        text = f"Pay {amount(invoice['total_amount'], invoice['currency'])}"
        markup = {"inline_keyboard": [[{"text": text, "pay": True}]]}
    chat = call.chat()
    content: JSON = {
        "invoice": {
            name: invoice[name]
            for name in ("title", "description", "start_parameter", "currency", "total_amount")
        }
    }
    return messages.put(
        call, chat, content | messages.options(call, chat), markup, invoice=invoice
    )


@method("answerPreCheckoutQuery")
async def answer_pre_checkout_query(call: Call) -> bool:
    accepted = call.params.flag("ok")
    reason = "" if accepted else call.params.required("error_message")
    answer = {"ok": accepted, "error_message": reason}
    if not call.sandbox.checkouts.answer(call.params.text("pre_checkout_query_id"), answer):
        raise query_too_old()
    return True


@method("refundStarPayment")
async def refund_star_payment(call: Call) -> bool:
    sandbox, person_id = call.sandbox, call.params.integer("user_id")
    payment = sandbox.world.payments.get(call.params.required("telegram_payment_charge_id"))
    if (
        payment is None
        or (payment.bot_id, payment.person_id) != (call.bot.id, person_id)
        or payment.currency != STARS
    ):
        raise bad_request("CHARGE_NOT_FOUND")
    if payment.refunded:
        raise bad_request("CHARGE_ALREADY_REFUNDED")
    payment.refunded = True
    sandbox.world.keep(payment)
    chat = sandbox.world.chat(call.bot.id, person_id)
    content: JSON = {
        "refunded_payment": {
            "currency": payment.currency,
            "total_amount": payment.amount,
            "invoice_payload": payment.payload,
            "telegram_payment_charge_id": payment.charge,
        }
    }
    entry = chats.post(sandbox, call.bot, chat, content)
    call.bot.queue.push("message", entry.message, f"message{person_id}")
    return True


@method("getStarTransactions")
async def get_star_transactions(call: Call) -> JSON:
    world = call.sandbox.world
    own = [
        payment
        for payment in world.payments.values()
        if payment.bot_id == call.bot.id and payment.currency == STARS
    ]
    offset, limit = call.params.integer("offset"), call.params.integer("limit", 100)
    if not 1 <= limit <= 100 or offset < 0:
        raise bad_request("invalid offset or limit specified")
    transactions = []
    for payment in own:
        partner = {
            "type": "user",
            "transaction_type": "invoice_payment",
            "user": chats.user_of(world.people[payment.person_id]),
            "invoice_payload": payment.payload,
        }
        base: JSON = {"id": payment.charge, "amount": payment.amount, "date": payment.at}
        transactions.append({**base, "source": partner})
        if payment.refunded:
            transactions.append({**base, "receiver": partner})
    return {"transactions": transactions[offset : offset + limit]}

"""Invoices and the answers they need."""

import secrets

from bot.sandbox import chats, messages
from bot.sandbox.client.view import amount
from bot.sandbox.errors import bad_request, query_too_old
from bot.sandbox.invoices import STARS, invoice_of, labeled_prices
from bot.sandbox.keyboards import reply_markup
from bot.sandbox.model import JSON, InvoiceLink
from bot.sandbox.registry import Call, method


@method("sendInvoice")
async def send_invoice(call: Call) -> JSON:
    invoice = invoice_of(call.params)
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


@method("createInvoiceLink")
async def create_invoice_link(call: Call) -> str:
    slug = secrets.token_urlsafe(18)
    call.sandbox.world.keep(InvoiceLink(slug, call.bot.id, invoice_of(call.params)))
    return f"https://t.me/${slug}"


@method("answerShippingQuery")
async def answer_shipping_query(call: Call) -> bool:
    answer: JSON = {"ok": call.params.flag("ok")}
    if answer["ok"]:
        answer["shipping_options"] = _shipping_options(call)
    else:
        answer["error_message"] = call.params.required("error_message")
    if not call.sandbox.shippings.answer(call.params.text("shipping_query_id"), answer):
        raise query_too_old()
    return True


def _shipping_options(call: Call) -> list[JSON]:
    given = call.params.structure("shipping_options", "shipping options")
    if not isinstance(given, list) or not given:
        raise bad_request("there must be at least one shipping option")
    options = []
    for each in given:
        if not isinstance(each, dict) or not isinstance(each.get("id"), str):
            raise bad_request("can't parse shipping option: expected an Object")
        prices = labeled_prices(each.get("prices"))
        options.append({"id": each["id"], "title": str(each.get("title")), "prices": prices})
    return options


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

"""Invoices, and people who pay them in every way."""

from typing import Any

import pytest

from bot.sandbox.server import Patience
from tests.sandbox.running import ADA, BEN, PEOPLE, Server, bot_of, running

INVOICE = {
    "chat_id": ADA,
    "title": "Two seats",
    "description": "Opening show",
    "payload": "order-1",
    "provider_token": "284685063:TEST:abc",
    "currency": "EUR",
    "prices": [{"label": "Standing", "amount": 4000}],
}
STARS = {
    **INVOICE,
    "currency": "XTR",
    "provider_token": "",
    "prices": [{"label": "x", "amount": 5}],
}


@pytest.mark.parametrize(
    ("changes", "description"),
    [
        ({"title": ""}, 'parameter "title" is required'),
        ({"title": "x" * 33}, "INVOICE_TITLE_TOO_LONG"),
        ({"description": "x" * 256}, "INVOICE_DESCRIPTION_TOO_LONG"),
        ({"payload": "я" * 65}, "INVOICE_PAYLOAD_INVALID"),
        ({"prices": "[]"}, "there must be at least one price"),
        ({"prices": [{"label": "x", "amount": 0}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [{"label": "x", "amount": 1.5}]}, None),
        ({"currency": "euro"}, "CURRENCY_INVALID"),
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"provider_token": "token"}, "PAYMENT_PROVIDER_INVALID"),
        ({"currency": "XTR"}, "STARS_INVOICE_INVALID"),
        ({"start_parameter": "a b"}, "START_PARAM_INVALID"),
    ],
)
async def test_invoices_are_checked(server: Server, changes, description):
    await server.started(ADA)
    told = await server.refused("sendInvoice", **{**INVOICE, **changes})
    assert told.startswith("Bad Request: ")
    if description:
        assert told == f"Bad Request: {description}"


class Till:
    """A bot that answers every pre-checkout in the same way and keeps the payments."""

    def __init__(self, ok: bool = True, error_message: str = "") -> None:
        self.answer: dict[str, Any] = {"ok": ok, "error_message": error_message}
        self.questions: list[Any] = []
        self.payments: list[Any] = []

    async def __call__(self, server: Server, update: dict[str, Any]) -> None:
        if "pre_checkout_query" in update:
            self.questions.append(update["pre_checkout_query"])
            query = update["pre_checkout_query"]["id"]
            await server.ok("answerPreCheckoutQuery", pre_checkout_query_id=query, **self.answer)
        elif "successful_payment" in update.get("message", {}):
            self.payments.append(update["message"])


async def _invoice(server: Server, **changes: Any) -> int:
    await server.started(ADA)
    sent = await server.ok("sendInvoice", **{**INVOICE, **changes})
    return int(sent["message_id"])


async def test_a_bot_may_refuse(server: Server):
    message_id = await _invoice(server)
    till = Till(ok=False, error_message="Sold out, sorry.")
    async with bot_of(server, till):
        answer = await server.act(ADA, "pay", message_id=message_id, outcome="pay")
    assert (answer["result"], answer["error_message"]) == ("refused", "Sold out, sorry.")
    assert answer["charges"] == []


async def test_a_declined_card_was_asked_about_first(server: Server):
    message_id = await _invoice(server)
    till = Till()
    async with bot_of(server, till):
        answer = await server.act(ADA, "pay", message_id=message_id, outcome="decline")
    assert (answer["result"], len(till.questions)) == ("declined", 1)
    assert "successful_payment" not in str(await server.chat(ADA))


async def test_paying_twice_makes_two_charges(server: Server):
    message_id = await _invoice(server)
    till = Till()
    async with bot_of(server, till):
        answer = await server.act(ADA, "pay", message_id=message_id, outcome="twice")
    assert len({charge["telegram_payment_charge_id"] for charge in answer["charges"]}) == 2
    assert len({charge["provider_payment_charge_id"] for charge in answer["charges"]}) == 2
    messages = (await server.chat(ADA))["messages"]
    assert next(m for m in messages if "invoice" in m)["invoice"]["paid"] is True
    assert sum("successful_payment" in message for message in messages) == 2


async def test_money_may_come_long_after_the_bank_has_agreed(server: Server):
    message_id = await _invoice(server)
    till = Till()
    async with bot_of(server, till):
        with pytest.raises(AssertionError, match="No money is on its way"):
            await server.act(ADA, "pay", message_id=message_id, outcome="arrive")
        answer = await server.act(ADA, "pay", message_id=message_id, outcome="late")
        assert (answer["result"], len(till.questions)) == ("waiting", 1)
        (bill,) = [m for m in (await server.chat(ADA))["messages"] if "invoice" in m]
        assert (bill["invoice"]["waiting"], bill["invoice"]["paid"]) == (True, False)
        answer = await server.act(ADA, "pay", message_id=message_id, outcome="arrive")
        assert (answer["result"], len(answer["charges"])) == ("paid", 1)
    assert "successful_payment" in str(await server.chat(ADA))


async def test_a_bot_that_says_nothing_loses_the_payment(tmp_path):
    patience = Patience(pre_checkout=0.05)
    async with running(tmp_path, people=PEOPLE, patience=patience) as server:
        message_id = await _invoice(server)
        answer = await server.act(ADA, "pay", message_id=message_id)
        assert answer["result"] == "refused"
        assert "in time" in answer["error_message"]
        question = await server.next_update("pre_checkout_query")
        told = await server.refused(
            "answerPreCheckoutQuery", pre_checkout_query_id=question["id"], ok=True
        )
        assert "query is too old" in told


async def test_a_refusal_needs_its_reason(server: Server):
    told = await server.refused("answerPreCheckoutQuery", pre_checkout_query_id="1", ok=False)
    assert told == 'Bad Request: parameter "error_message" is required'


async def test_a_forwarded_invoice_is_paid_by_others(server: Server):
    message_id = await _invoice(server)
    copy = await server.act(ADA, "forward", message_id=message_id, to=BEN)
    till = Till()
    async with bot_of(server, till):
        answer = await server.act(BEN, "pay", message_id=copy["message_id"])
    assert answer["result"] == "paid"
    assert till.questions[0]["from"]["id"] == BEN


async def test_with_a_start_parameter_a_forward_leads_to_the_bot(server: Server):
    message_id = await _invoice(server, start_parameter="order-1")
    copy = await server.act(ADA, "forward", message_id=message_id, to=BEN)
    status, _ = await server.client(f"chats/{BEN}/pay", {"message_id": copy["message_id"]})
    assert status == 400
    await server.act(BEN, "tap", message_id=copy["message_id"], row=0, col=0)
    update = await server.next_update("message")
    assert (update["from"]["id"], update["text"]) == (BEN, "/start order-1")
    # The copy is Ben's own affair: the bot knows nothing of it.
    told = await server.refused(
        "editMessageReplyMarkup", chat_id=BEN, message_id=copy["message_id"]
    )
    assert told == "Bad Request: message to edit not found"


async def test_stars_are_refunded_once(server: Server):
    await server.started(ADA)
    sent = await server.ok("sendInvoice", **STARS)
    async with bot_of(server, Till()):
        paid = await server.act(ADA, "pay", message_id=sent["message_id"])
    charge = paid["charges"][0]["telegram_payment_charge_id"]
    refund = {"user_id": ADA, "telegram_payment_charge_id": charge}
    assert await server.ok("refundStarPayment", **refund) is True
    assert await server.refused("refundStarPayment", **refund) == (
        "Bad Request: CHARGE_ALREADY_REFUNDED"
    )
    listed = (await server.ok("getStarTransactions"))["transactions"]
    assert [("source" in entry, "receiver" in entry) for entry in listed] == [
        (True, False),
        (False, True),
    ]


async def test_the_pay_button_comes_first(server: Server):
    await server.started(ADA)
    rows = [[{"text": "More", "callback_data": "more"}], [{"text": "Pay", "pay": True}]]
    told = await server.refused("sendInvoice", **INVOICE, reply_markup={"inline_keyboard": rows})
    assert told == "Bad Request: BUTTON_POS_INVALID"
    sent = await server.ok("sendInvoice", **INVOICE, reply_markup={"inline_keyboard": rows[::-1]})
    assert sent["reply_markup"]["inline_keyboard"][0][0]["pay"] is True


async def test_an_invoice_by_link(server: Server):
    link = await server.ok("createInvoiceLink", **INVOICE)
    opened = await server.act(ADA, "open", url=link)
    assert opened["invoice"]["total_amount"] == 4000
    till = Till()
    async with bot_of(server, till):
        paid = await server.act(ADA, "pay", slug=opened["slug"])
    assert (paid["result"], till.questions[0]["from"]["id"]) == ("paid", ADA)
    again = await server.act(BEN, "open", url=link)
    assert again["invoice"]["paid"] is True


@pytest.mark.parametrize("ships", [True, False])
async def test_what_is_sent_home_costs_its_way(server: Server, ships: bool):
    wishes = {"is_flexible": True, "need_name": True, "need_email": True}
    message_id = await _invoice(server, **wishes)
    till, asked = Till(), []

    async def bot(server: Server, update: dict[str, Any]) -> None:
        await till(server, update)
        if "shipping_query" not in update:
            return
        query = update["shipping_query"]
        asked.append(query)
        option = {"id": "post", "title": "Post", "prices": [{"label": "Post", "amount": 700}]}
        answer: dict[str, Any] = {"ok": True, "shipping_options": [option]}
        if not ships:
            answer = {"ok": False, "error_message": "Not to Milan, sorry."}
        await server.ok("answerShippingQuery", shipping_query_id=query["id"], **answer)

    async with bot_of(server, bot):
        paid = await server.act(ADA, "pay", message_id=message_id)
    assert asked[0]["shipping_address"]["country_code"] == "IT"
    if not ships:
        assert (paid["result"], paid["error_message"]) == ("refused", "Not to Milan, sorry.")
        assert till.questions == []
        return
    question = till.questions[0]
    assert (question["total_amount"], question["shipping_option_id"]) == (4700, "post")
    assert question["order_info"]["name"] == "Ada Moreau"

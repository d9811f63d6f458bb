"""A person pays: the shipping and pre-checkout questions, their answers, the money."""

import asyncio
import secrets
from dataclasses import dataclass, field

from bot.sandbox import chats
from bot.sandbox.client.scene import Scene
from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON, Entry, Payment, Person
from bot.sandbox.sandbox import Questions

TOO_LATE = "The bot did not answer in time."
WAYS = ("pay", "decline", "twice", "late", "arrive")


@dataclass(slots=True)
class Outcome:
    """How an attempt ended. `result`: paid, declined, refused or waiting; a refusal's reason."""

    result: str
    error_message: str = ""
    charges: list[JSON] = field(default_factory=list)

    def view(self) -> JSON:
        view: JSON = {"ok": True, "result": self.result, "charges": self.charges}
        if self.error_message:
            view["error_message"] = self.error_message
        return view


def payable(entry: Entry) -> JSON:
    """The invoice of a message. Raises ClientError."""
    if entry.invoice is None:
        raise ClientError("This message is not an invoice.")
    if entry.hidden and entry.invoice["start_parameter"]:
        raise ClientError(
            "A forwarded copy of this invoice leads to the bot; it is not paid here."
        )
    return entry.invoice


async def pay(scene: Scene, invoice: JSON, how: str) -> Outcome:
    """Pay the invoice as the scene's person. `how` is one of `WAYS`. Raises ClientError.

    "decline": the bot is asked and may say yes, then the bank says no. "twice": two sheets are
    open at once, so both questions are asked before either is paid. "late": the bank agrees, and
    its money comes only when the person says "arrive".
    """
    if how == "arrive":
        return _arrive(scene, invoice)
    answers = await asyncio.gather(
        *(_ask(scene, invoice) for _ in range(2 if how == "twice" else 1))
    )
    refusals = [answer["error_message"] for answer in answers if not answer["ok"]]
    accepted = [answer for answer in answers if answer["ok"]]
    if how == "decline" and accepted:
        return Outcome("declined")
    if how == "late" and accepted:
        invoice["waiting"] = accepted[0]["order"]
        return Outcome("waiting")
    charges = [_settle(scene, invoice, answer["order"]) for answer in accepted]
    result = "paid" if charges else "refused"
    return Outcome(result, refusals[0] if refusals else "", charges)


def _arrive(scene: Scene, invoice: JSON) -> Outcome:
    if "waiting" not in invoice:
        raise ClientError("No money is on its way for this invoice.")
    return Outcome("paid", charges=[_settle(scene, invoice, invoice.pop("waiting"))])


async def _ask(scene: Scene, invoice: JSON) -> JSON:
    """The bot's answer to the last question; `order`: what the payment will say of the order."""
    order, total = _order_info(scene.person, invoice), invoice["total_amount"]
    if invoice.get("is_flexible"):
        shipping = await _put(
            scene,
            scene.sandbox.shippings,
            "shipping_query",
            {
                "invoice_payload": invoice["payload"],
                "shipping_address": order["order_info"]["shipping_address"],
            },
        )
        if not shipping["ok"]:
            return shipping
        option = shipping["shipping_options"][0]
        order["shipping_option_id"] = option["id"]
        total += sum(price["amount"] for price in option["prices"])
    order["total_amount"] = total
    query = {"currency": invoice["currency"], "invoice_payload": invoice["payload"], **order}
    answer = await _put(scene, scene.sandbox.checkouts, "pre_checkout_query", query)
    return {**answer, "order": order}


def _order_info(person: Person, invoice: JSON) -> JSON:
    """What the invoice asks the person for, as they would fill it in."""
    info: JSON = {}
    if invoice.get("need_name"):
        info["name"] = f"{person.first_name} {person.last_name}".strip()
    if invoice.get("need_phone_number"):
        info["phone_number"] = f"3933{person.id % 10**8:08d}"
    if invoice.get("need_email"):
        info["email"] = f"guest{person.id}@example.org"
    if invoice.get("need_shipping_address"):
        info["shipping_address"] = {
            "country_code": "IT",
            "state": "",
            "city": "Milano",
            "street_line1": "Via della Spiga 1",
            "street_line2": "",
            "post_code": "20121",
        }
    return {"order_info": info} if info else {}


async def _put(scene: Scene, questions: Questions, kind: str, query: JSON) -> JSON:
    """The bot's answer to the question, a refusal if it stays silent."""
    identifier, answer = questions.ask()
    question = {"id": identifier, "from": chats.user_of(scene.person), **query}
    scene.bot.queue.push(kind, question, f"checkout{identifier}")
    try:
        return await asyncio.wait_for(answer, scene.sandbox.patience.pre_checkout)
    except TimeoutError:
        return {"ok": False, "error_message": TOO_LATE}
    finally:
        questions.give_up(identifier)


def _settle(scene: Scene, invoice: JSON, order: JSON) -> JSON:
    """The money moves; the bot gets the message that says so."""
    charge = f"sandbox_{secrets.token_urlsafe(24)}"
    provider = "" if invoice["currency"] == "XTR" else f"ch_{secrets.token_hex(12)}"
    charges = {
        "telegram_payment_charge_id": charge,
        "provider_payment_charge_id": provider or charge,
    }
    paid = {"currency": invoice["currency"], "invoice_payload": invoice["payload"]}
    scene.receive({"successful_payment": {**paid, **order, **charges}})
    scene.sandbox.world.keep(
        Payment(
            charge=charge,
            bot_id=scene.bot.id,
            person_id=scene.person.id,
            currency=invoice["currency"],
            amount=order["total_amount"],
            payload=invoice["payload"],
            at=chats.now(),
            provider=provider,
        )
    )
    invoice["paid"] += 1
    return charges

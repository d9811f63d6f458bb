"""A person pays: the pre-checkout question, the answer, the money."""

import asyncio
import secrets
from dataclasses import dataclass, field

from bot.sandbox import chats
from bot.sandbox.errors import ClientError
from bot.sandbox.model import JSON, Entry, Payment, Person
from bot.sandbox.sandbox import Bot, Sandbox

TOO_LATE = "The bot did not answer in time."


@dataclass(slots=True)
class Outcome:
    """How an attempt ended. `result`: paid, declined or refused; the reason of a refusal."""

    result: str
    error_message: str = ""
    charges: list[JSON] = field(default_factory=list)

    def view(self) -> JSON:
        view: JSON = {"ok": True, "result": self.result, "charges": self.charges}
        if self.error_message:
            view["error_message"] = self.error_message
        return view


async def pay(sandbox: Sandbox, bot: Bot, person: Person, entry: Entry, how: str) -> Outcome:
    """Pay the invoice of `entry` as `person`. `how` is pay, decline or twice.

    "decline": the bot is asked and may say yes, then the bank says no. "twice": two sheets are
    open at once, so both questions are asked before either is paid.
    """
    invoice = entry.invoice
    if invoice is None:
        raise ClientError("This message is not an invoice.")
    if entry.hidden and invoice["start_parameter"]:
        raise ClientError(
            "A forwarded copy of this invoice leads to the bot; it is not paid here."
        )
    answers = await asyncio.gather(
        *(_ask(sandbox, bot, person, invoice) for _ in range(2 if how == "twice" else 1))
    )
    refusals = [answer["error_message"] for answer in answers if not answer["ok"]]
    accepted = len(answers) - len(refusals)
    if how == "decline" and accepted:
        return Outcome("declined")
    charges = [_settle(sandbox, bot, person, entry) for _ in range(accepted)]
    result = "paid" if charges else "refused"
    return Outcome(result, refusals[0] if refusals else "", charges)


async def _ask(sandbox: Sandbox, bot: Bot, person: Person, invoice: JSON) -> JSON:
    identifier, answer = sandbox.checkouts.ask()
    query = {
        "id": identifier,
        "from": chats.user_of(person),
        "currency": invoice["currency"],
        "total_amount": invoice["total_amount"],
        "invoice_payload": invoice["payload"],
    }
    bot.queue.push("pre_checkout_query", query, f"checkout{identifier}")
    try:
        return await asyncio.wait_for(answer, sandbox.patience.pre_checkout)
    except TimeoutError:
        return {"ok": False, "error_message": TOO_LATE}
    finally:
        sandbox.checkouts.give_up(identifier)


def _settle(sandbox: Sandbox, bot: Bot, person: Person, entry: Entry) -> JSON:
    """The money moves; the bot gets the message that says so."""
    invoice = entry.invoice or {}
    charge = f"sandbox_{secrets.token_urlsafe(24)}"
    provider = "" if invoice["currency"] == "XTR" else f"ch_{secrets.token_hex(12)}"
    chats.receive(
        sandbox,
        bot,
        person,
        {
            "successful_payment": {
                "currency": invoice["currency"],
                "total_amount": invoice["total_amount"],
                "invoice_payload": invoice["payload"],
                "telegram_payment_charge_id": charge,
                "provider_payment_charge_id": provider or charge,
            }
        },
    )
    sandbox.world.keep(
        Payment(
            charge=charge,
            bot_id=bot.id,
            person_id=person.id,
            currency=invoice["currency"],
            amount=invoice["total_amount"],
            payload=invoice["payload"],
            at=chats.now(),
        )
    )
    invoice["paid"] += 1
    chats.changed(sandbox, entry, edited=False)
    return {"telegram_payment_charge_id": charge, "provider_payment_charge_id": provider or charge}

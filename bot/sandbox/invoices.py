"""Invoices: what Telegram accepts, and what it says of the rest."""

import re
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.model import JSON
from bot.sandbox.params import Params

_PROVIDER = re.compile(r"\d+:(TEST|LIVE):\S+")
_LARGEST = 99_999_999  # minor units
STARS = "XTR"


def invoice_of(params: Params) -> JSON:
    """The checked invoice: what is shown, and what a payment needs. Raises BotApiError."""
    title, description = params.required("title"), params.required("description")
    payload, currency = params.required("payload"), params.required("currency")
    prices = labeled_prices(params.structure("prices", "prices"))
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
        **_wishes(params, currency),
    }


def _wishes(params: Params, currency: str) -> JSON:
    """What the payer is asked for; Telegram asks nothing when Stars are paid."""
    if currency == STARS:
        return {}
    names = ("need_name", "need_phone_number", "need_email", "need_shipping_address")
    wishes = {name: True for name in names if params.flag(name)}
    if params.flag("is_flexible"):
        wishes |= {"is_flexible": True, "need_shipping_address": True}
    return wishes


def _check_provider(params: Params, currency: str, prices: list[JSON]) -> None:
    provider = params.text("provider_token")
    if currency == STARS:
        if provider:
            raise bad_request("STARS_INVOICE_INVALID")
        if len(prices) != 1:
            raise bad_request("STARS_INVOICE_INVALID")
    elif not _PROVIDER.fullmatch(provider):
        raise bad_request("PAYMENT_PROVIDER_INVALID")


def labeled_prices(prices: Any) -> list[JSON]:
    """The checked lines of a price. Raises BotApiError."""
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

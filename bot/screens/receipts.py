"""A receipt: in the chat, and as a letter."""

import re
from datetime import datetime
from html import unescape
from zoneinfo import ZoneInfo

from bot.callbacks.buying import MailReceipt, ShowOrder
from bot.mailer import Letter
from bot.screen import Screen, button
from bot.screens.letters import sheet
from bot.screens.parts import home, money, paragraphs
from bot.texts import Markup, Texts
from domain.money import Money
from domain.orders import OrderLine
from domain.receipts import Receipt, vat_contained
from domain.refunding import Movement
from storage.enums import RefundStatus

_TAG = re.compile(r"<[^>]+>")


def receipt(t: Texts, told: Receipt, *, mails: bool) -> Screen:
    """The receipt of a paid order; `mails`: whether letters can be sent."""
    order = told.order.id
    rows = []
    if mails and told.email:
        rows.append([button(t.plain("button-receipt-mail"), MailReceipt(order=order))])
    rows.append([button(t.plain("button-to-order"), ShowOrder(order=order)), home(t)])
    return Screen(paragraphs(*_parts(t, told)), rows)


def letter(t: Texts, told: Receipt, *, id: str) -> Letter:
    """The same as an e-mail."""
    parts = [unescape(_TAG.sub("", part)) for part in _parts(t, told)]
    return Letter(
        to=told.email or "",
        id=id,
        subject=t.plain("receipt-subject", number=told.order.number, title=told.order.title),
        text="\n\n".join(parts),
        html=sheet(parts),
    )


def _parts(t: Texts, told: Receipt) -> list[Markup]:
    parts = [_head(t, told), _seller(t, told), _lines(t, told), _back(t, told)]
    return [part for part in parts if part]


def _head(t: Texts, told: Receipt) -> Markup:
    order = told.order
    lines = [
        t(
            "receipt-head",
            number=order.number,
            day=_day(t, told, told.paid_at),
            clock=t.clock(told.paid_at, order.time_zone),
        )
    ]
    if told.buyer:
        lines.append(t("receipt-buyer", buyer=told.buyer))
    when = t.when(order.starts_at, order.time_zone)
    lines.append(t("receipt-evening", title=order.title, when=when))
    return Markup("\n".join(lines))


def _day(t: Texts, told: Receipt, at: datetime) -> str:
    return t.long_day(at.astimezone(ZoneInfo(told.order.time_zone)).date())


def _seller(t: Texts, told: Receipt) -> Markup:
    seller = told.seller
    lines = [t("receipt-seller", name=seller.name)]
    if seller.address:
        lines.append(t("receipt-address", address=seller.address))
    if seller.tax_number:
        lines.append(t("receipt-number", number=seller.tax_number))
    return Markup("\n".join(lines))


def _lines(t: Texts, told: Receipt) -> Markup:
    order = told.order
    lines = [
        t(
            "order-line",
            count=line.quantity,
            name=line.name,
            price=money(t, _full(line).times(line.quantity)),
        )
        for line in order.lines
    ]
    if order.saved.amount:
        lines.append(
            t("receipt-discount", code=order.code or "none", amount=money(t, order.saved))
        )
    method = "door" if told.method == "door" else "chat"
    lines.append(t("receipt-total", total=money(t, order.total), method=method))
    if told.seller.vat_rate is not None:
        rate = t.number(told.seller.vat_rate)
        vat = vat_contained(order.total, told.seller.vat_rate)
        lines.append(t("receipt-vat", rate=rate, amount=money(t, vat)))
    return Markup("\n".join(lines))


def _full(line: OrderLine) -> Money:
    """What one ticket cost before a code took something off."""
    return Money(line.price.amount + line.discount.amount, line.price.currency)


def _back(t: Texts, told: Receipt) -> Markup:
    if not told.went:
        return Markup("")
    lines = [_movement(t, told, each) for each in told.went]
    if told.kept != told.order.total:
        rate = told.seller.vat_rate
        shown = "none" if rate is None else money(t, vat_contained(told.kept, rate))
        lines.append(t("receipt-kept", amount=money(t, told.kept), vat=shown))
    return Markup("\n".join(lines))


def _movement(t: Texts, told: Receipt, each: Movement) -> Markup:
    amount = money(t, each.amount)
    if each.status in (RefundStatus.DONE, RefundStatus.EXTERNAL):
        day = _day(t, told, each.finished_at or each.created_at)
        return t("receipt-went", amount=amount, day=day)
    on_its_way = each.status is RefundStatus.IN_TRANSIT
    return t("money-on-its-way" if on_its_way else "money-owed", amount=amount)

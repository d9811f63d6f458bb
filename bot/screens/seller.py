"""How a house takes money: through whose provider, and what its receipts say."""

from bot.callbacks.making import AtSeller, ShowMine
from bot.screen import Screen, button
from bot.screens.parts import home, paragraphs
from bot.texts import Markup, Texts
from domain.seller_accounts import Account
from domain.sellers import Seller


def seller(t: Texts, account: Account | None, told: Seller | None, *, portal: bool) -> Screen:
    """How the house takes money now, and what its receipts tell of it; `portal`: it can be paid
    through the portal's provider."""
    if account is None:
        text = t("seller-by-portal" if portal else "seller-by-nobody")
        rows = [[button(t.plain("button-seller-token"), AtSeller(act="token"))]]
    else:
        text = paragraphs(_account(t, account), t("seller-gives-back"))
        other = button(t.plain("button-seller-other"), AtSeller(act="token"))
        remove = button(t.plain("button-seller-remove"), AtSeller(act="remove"))
        rows = [[other], [remove]]
    data = [button(t.plain("button-seller-data"), AtSeller(act="data"))]
    if told is not None:
        data.append(button(t.plain("button-seller-no-data"), AtSeller(act="no-data")))
    mine = button(t.plain("button-mine"), ShowMine())
    text = paragraphs(t("seller-title"), text, _receipts(t, told))
    return Screen(text, [*rows, data, [mine, home(t)]])


def _receipts(t: Texts, told: Seller | None) -> Markup:
    if told is None:
        return t("seller-no-data")
    lines = [t("seller-data", name=told.name, address=told.address)]
    if told.tax_number:
        lines.append(t("seller-data-number", number=told.tax_number))
    if told.vat_rate is not None:
        lines.append(t("seller-data-rate", rate=t.number(told.vat_rate)))
    return Markup("\n".join(lines))


def _account(t: Texts, account: Account) -> Markup:
    facts = {"ending": account.ending, "since": t.long_day(account.created_at.date())}
    lines = [t("seller-own", **facts)]
    if account.is_test:
        lines.append(t("seller-test"))
    if account.refused_at is not None:
        lines.append(t("seller-refused", when=t.long_day(account.refused_at.date())))
    return paragraphs(*lines)


def surely(t: Texts, account: Account, *, portal: bool) -> Screen:
    """Shall the token go? `portal`: the portal's provider takes the money then."""
    text = t("seller-surely", ending=account.ending, then="portal" if portal else "nobody")
    remove = button(t.plain("button-seller-surely"), AtSeller(act="removed"))
    return Screen(text, [[remove], [button(t.plain("button-back"), AtSeller())]])


def refused(t: Texts) -> Screen:
    """To the house: Telegram does not take its token any more."""
    return Screen(t("notice-account-refused"), [[button(t.plain("button-seller"), AtSeller())]])

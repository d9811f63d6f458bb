"""The screens of registering: as a designer, a model, a house."""

from collections.abc import Mapping
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton

from bot.callbacks.making import ShowMine
from bot.callbacks.trades import (
    AnswerGuardian,
    InviteGuardian,
    Register,
    ShowCollections,
    ShowTrade,
    ShowTrades,
)
from bot.links import guardian_link
from bot.screen import Screen, button, link
from bot.screens.parts import home, paragraphs
from bot.texts import Texts
from domain.guardians import Request
from storage.enums import ApprovalStatus, Trade

Row = list[InlineKeyboardButton]
Standing = Mapping[Trade, ApprovalStatus]


@dataclass(frozen=True, slots=True)
class TradeStanding:
    """How a person stands in one trade; `status` None: never registered."""

    trade: Trade
    status: ApprovalStatus | None
    reason: str | None = None


def trades(t: Texts, standing: Standing) -> Screen:
    """What one can be here, and how far one is."""
    rows = [
        [button(_label(t, trade, standing.get(trade)), ShowTrade(trade=trade))] for trade in Trade
    ]
    return Screen(t("trades"), [*rows, [home(t)]])


def trade(t: Texts, at: TradeStanding) -> Screen:
    """How one stands, and the next thing to do."""
    name = at.trade.value
    rows: list[Row] = []
    match at.status:
        case None:
            text = t(f"trade-{name}")
            rows.append([_register(t, at.trade, "button-register")])
        case ApprovalStatus.DRAFT:
            text = t("trade-guardian") if at.trade is Trade.MODEL else t(f"trade-{name}")
            if at.trade is Trade.MODEL:
                rows.append([button(t.plain("button-invite-guardian"), InviteGuardian())])
            rows.append([_register(t, at.trade, "button-amend")])
        case ApprovalStatus.PENDING:
            text = t("trade-waits", what=t.plain(f"trade-name-{name}"))
            rows.append([_register(t, at.trade, "button-amend")])
        case ApprovalStatus.REJECTED:
            text = t("trade-refused", reason=at.reason or "")
            rows.append([_register(t, at.trade, "button-send-again")])
        case ApprovalStatus.SUSPENDED:
            text = t("trade-suspended")
        case _:
            text = t(f"trade-welcome-{name}")
    if at.status is not None:
        rows = [*workshop(t, at.trade, at.status), *rows]
    return Screen(text, [*rows, [button(t.plain("button-back"), ShowTrades()), home(t)]])


def workshop(t: Texts, at: Trade, status: ApprovalStatus) -> list[Row]:
    """The button to where somebody of a trade works, if they may; a model has no such place."""
    if at is Trade.DESIGNER and status is not ApprovalStatus.SUSPENDED:
        return [[button(t.plain("button-my-collections"), ShowCollections())]]
    if at is Trade.ORGANIZER and status in (ApprovalStatus.PENDING, ApprovalStatus.APPROVED):
        return [[button(t.plain("button-mine"), ShowMine())]]
    return []


def sent(t: Texts, at: Trade, status: ApprovalStatus) -> Screen:
    """What comes next, below the thanks for a registration."""
    return trade(t, TradeStanding(at, status))


def invitation(t: Texts, username: str, secret: str, *, lasts: str) -> Screen:
    """The link that a model sends to a guardian; `lasts` says how long it works."""
    address = guardian_link(username, secret)
    share = link(t.plain("button-share"), f"https://t.me/share/url?url={address}")
    back = button(t.plain("button-back"), ShowTrade(trade=Trade.MODEL))
    return Screen(t("guardian-invitation", link=address, lasts=lasts), [[share], [back, home(t)]])


def guardian(t: Texts, request: Request) -> Screen:
    """What a guardian is asked, or what they said."""
    name = request.stage_name
    if request.granted is not None:
        return Screen(
            t("guardian-thanks-yes", name=name)
            if request.granted
            else t("guardian-thanks-no", name=name),
            [[home(t)]],
        )
    text = t("guardian-question", name=name, born=t.long_day(request.born))
    yes = AnswerGuardian(consent=request.id, granted=True)
    no = AnswerGuardian(consent=request.id, granted=False)
    rows = [
        [button(t.plain("button-guardian-yes"), yes)],
        [button(t.plain("button-guardian-no"), no)],
    ]
    return Screen(text, rows)


def guardian_notice(t: Texts, request: Request) -> Screen:
    """To the model: the guardian has answered."""
    text = t("guardian-notice-yes") if request.granted else t("guardian-notice-no")
    rows = [[button(t.plain("button-my-registration"), ShowTrade(trade=Trade.MODEL))]]
    return Screen(paragraphs(text), rows)


def _label(t: Texts, trade: Trade, status: ApprovalStatus | None) -> str:
    name = t.plain(f"trade-name-{trade.value}")
    if status is None:
        return name
    return t.plain("trade-label", name=name, status=t.plain(f"trade-status-{status.value}"))


def _register(t: Texts, trade: Trade, key: str) -> InlineKeyboardButton:
    return button(t.plain(key), Register(trade=trade))

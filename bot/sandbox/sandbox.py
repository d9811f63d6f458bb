"""The sandbox as a whole: its world, its bots, and what is under way."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.ledger import Ledger
from bot.sandbox.limits import Limits
from bot.sandbox.mailbox import Mailbox
from bot.sandbox.model import JSON, BotAccount, BotState, Key, Person
from bot.sandbox.steps import Action, Step, Trail
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import WebhookDelivery
from bot.sandbox.world import World


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the sandbox waits, in seconds."""

    tap: float = 15.0
    query: float = 60.0
    pre_checkout: float = 10.0
    webhook_first: float = 0.25
    webhook_longest: float = 10.0


class Bot:
    """A bot that runs against the sandbox."""

    def __init__(
        self, account: BotAccount, state: BotState, queue: UpdateQueue, webhook: WebhookDelivery
    ) -> None:
        self.account = account
        self.state = state
        self.queue = queue
        self.webhook = webhook

    @property
    def id(self) -> int:
        return self.account.id

    def name(self) -> str:
        return self.state.names.get("", self.account.name)

    def user(self) -> JSON:
        """The bot as a User."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name(),
            "username": self.account.username,
        }


@dataclass(slots=True)
class Questions:
    """Things a bot must answer by id: each waits for one answer."""

    waiting: dict[str, "asyncio.Future[JSON]"] = field(default_factory=dict)

    def ask(self) -> tuple[str, "asyncio.Future[JSON]"]:
        identifier = str(secrets.randbits(62) | 1 << 61)
        self.waiting[identifier] = asyncio.get_running_loop().create_future()
        return identifier, self.waiting[identifier]

    def answer(self, identifier: str, answer: JSON) -> bool:
        """False if nobody waits for this answer (any more)."""
        future = self.waiting.pop(identifier, None)
        if future is None or future.done():
            return False
        future.set_result(answer)
        return True

    def give_up(self, identifier: str) -> None:
        self.waiting.pop(identifier, None)


@dataclass(slots=True)
class Offer:
    """What the bot last offered a person inline: results by id, over all pages of one query."""

    query: str
    results: dict[str, JSON] = field(default_factory=dict)


class Sandbox:
    """Everything a request needs. `state` is the folder the sandbox owns."""

    def __init__(
        self,
        state: Path,
        accounts: Sequence[BotAccount],
        people: Sequence[Person],
        patience: Patience,
        run_method: "Callable[[Bot, JSON], Awaitable[None]]",
        steps: Sequence[Step] = (),
        actions: "Mapping[str, Action] | None" = None,
    ) -> None:
        self.world = World(state, accounts)
        self.events = Events()
        self.trail = Trail(self.world, self.events, steps)
        self.stage = dict(actions or {})
        self.acting: set[str] = set()
        self.mailbox = Mailbox(self.events)
        self.faults = Faults()
        self.limits = Limits()
        self.ledger = Ledger()
        self.patience = patience
        self.callbacks = Questions()
        self.checkouts = Questions()
        self.shippings = Questions()
        self.inline = Questions()
        self.offers: dict[Key, Offer] = {}
        self.actions: dict[Key, tuple[str, float]] = {}
        self.bots: dict[str, Bot] = {}
        for account in accounts:
            self.bots[account.token] = self._bot(account, run_method)
        for person in people:
            self.world.keep(person)

    def _bot(
        self, account: BotAccount, run_method: "Callable[[Bot, JSON], Awaitable[None]]"
    ) -> Bot:
        bot_state = self.world.bots[account.id]
        queue = UpdateQueue(self.world, bot_state, self.faults)

        async def run(reply: JSON) -> None:
            await run_method(bot, reply)

        webhook = WebhookDelivery(
            queue, self.faults, run, self.patience.webhook_first, self.patience.webhook_longest
        )
        bot = Bot(account, bot_state, queue, webhook)
        return bot

    def start(self) -> None:
        """Resume the deliveries of bots that have a webhook."""
        for bot in self.bots.values():
            if bot.state.webhook is not None:
                bot.webhook.start(bot.state.webhook)

    def release(self) -> None:
        """Let requests that wait for something come to their end: the server is stopping."""
        self.events.close()
        for bot in self.bots.values():
            bot.queue.release()

    async def stop(self) -> None:
        for bot in self.bots.values():
            await bot.webhook.stop()
        self.world.close()

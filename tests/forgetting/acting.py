"""Asking to be forgotten, and what happens by itself."""

from datetime import timedelta
from uuid import UUID

from domain import forgetting
from domain.actors import Person
from domain.forgetting import SETTLES, Chat, Outlook
from domain.house_rules import ERASE_COOL_OFF
from jobs.forgetting import forget_people
from storage.database import Database

MINUTE = timedelta(minutes=1)
COOL_OFF = ERASE_COOL_OFF.usually


class Cleared(list[int]):
    """The chats whose dialogs were let go."""

    async def __call__(self, chat: Chat) -> None:
        self.append(chat.telegram_id)


async def asks(bot: Database, person: UUID, *, gives_up: bool = False) -> None:
    async with bot.begin(Person("person", person)) as tx:
        seal = (await forgetting.get(tx.session, person=person, now=tx.now)).seal
        await forgetting.ask(tx.session, person=person, gives_up=gives_up, seal=seal, now=tx.now)


async def forgets(jobs: Database, *, after: timedelta = COOL_OFF + MINUTE) -> Cleared:
    """Everything that happens by itself until nothing is left to do."""
    cleared = Cleared()
    for later in (after, after + SETTLES, after + timedelta(days=1, minutes=1)):
        jobs.clock_offset = later
        await forget_people(jobs, cleared)
    return cleared


async def looks(bot: Database, person: UUID) -> Outlook:
    """What a person sees."""
    async with bot.read(Person("person", person)) as tx:
        return await forgetting.get(tx.session, person=person, now=tx.now)


async def thinks_better_of_it(bot: Database, person: UUID) -> bool:
    """Whether there was something to take back."""
    async with bot.begin(Person("person", person)) as tx:
        return await forgetting.cancel(tx.session, person=person, now=tx.now)

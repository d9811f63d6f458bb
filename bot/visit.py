"""One person's visit: who acts, in which language, and what the house has at hand."""

from dataclasses import dataclass, field

from bot.albums import Albums
from bot.desk import Desk
from bot.introduction import OwnCommands
from bot.limiter import Limiter
from bot.show import Stage
from bot.texts import Texts
from bot.transport import Extras
from domain.actors import Person
from storage.context import Claim
from storage.database import Database


@dataclass(frozen=True, slots=True)
class House:
    """What every visit finds: the database, the stage, the desk, extra calls, and the pace."""

    db: Database
    stage: Stage
    desk: Desk
    extras: Extras
    limiter: Limiter = field(repr=False)
    commands: OwnCommands = field(default_factory=OwnCommands)
    albums: Albums = field(default_factory=Albums, repr=False)


@dataclass(frozen=True, slots=True)
class Visit:
    """What a handler is given for one update; `claim` marks that update as handled."""

    person: Person
    t: Texts
    claim: Claim
    house: House = field(repr=False)

    @property
    def db(self) -> Database:
        """The bot's database."""
        return self.house.db

    @property
    def stage(self) -> Stage:
        """Where screens are shown."""
        return self.house.stage

    @property
    def desk(self) -> Desk:
        """The facts of this bot."""
        return self.house.desk

    @property
    def extras(self) -> Extras:
        """Calls that are pleasant but not needed."""
        return self.house.extras

    @property
    def limiter(self) -> Limiter:
        """The pace of whatever this bot sends."""
        return self.house.limiter

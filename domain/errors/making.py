"""What a house may be refused that makes and sells events, and writes about them."""

from dataclasses import dataclass
from datetime import datetime

from domain.errors.base import DomainError, NotAllowed


class NotAnOrganizer(DomainError):
    """The person never applied as an organizer, or was refused."""


class NotApproved(DomainError):
    """The house is not approved yet: everything but publishing is open to it."""


class NotReady(DomainError):
    """Something that an event needs is missing; the list on its desk says what."""


@dataclass(eq=False)
class VenueBooked(DomainError):
    """Another published event is at the venue at that time; times are in `time_zone`."""

    venue: str
    title: str
    starts_at: datetime
    ends_at: datetime
    time_zone: str


class EndsBeforeStart(DomainError):
    """Something would end before it begins."""


@dataclass(eq=False)
class TooLong(DomainError):
    """An event would last more than `days`."""

    days: int


class InThePast(DomainError):
    """The moment is over."""


class RequestChanged(DomainError):
    """The buyer has chosen anew since their house looked: it decides what they ask for now."""


@dataclass(eq=False)
class DecidedBefore(DomainError):
    """Somebody decided about this order before, or its time was up."""

    name: str | None = None


class EventHasBegun(DomainError):
    """The event has begun, is over or was cancelled: this cannot be changed any more."""


@dataclass(eq=False)
class MoreThanTheVenueHolds(DomainError):
    """More seats than the venue has."""

    capacity: int
    venue: str


@dataclass(eq=False)
class MoreThanSeats(DomainError):
    """More tickets of one type than the event has seats."""

    seats: int


class ReasonNeeded(DomainError):
    """A published event changes only with a reason."""


class AsItWas(DomainError):
    """The version that shall come back is what there is already."""


class WasAnotherState(DomainError):
    """In that version the event was not in the programme, or is not any more."""


@dataclass(eq=False)
class FewerThanTaken(DomainError):
    """That version offers `wanted`, and `taken` are sold or held."""

    taken: int
    wanted: int


@dataclass(eq=False)
class ChangedSince(DomainError):
    """Somebody changed it after the person looked; `who` None is somebody without a name."""

    who: str | None
    at: datetime
    time_zone: str


class CurrencyFixed(DomainError):
    """Somebody has ordered: the currency stays."""


@dataclass(eq=False)
class NameTaken(DomainError):
    """Two things of one event would have the same name."""

    name: str


@dataclass(eq=False)
class TooMany(DomainError):
    """There is room for no more than `most`."""

    most: int


@dataclass(eq=False)
class HasSales(DomainError):
    """Tickets of this type are sold or held: it can be closed, not taken away."""

    name: str


@dataclass(eq=False)
class OutsideTheEvent(DomainError):
    """The moment is not around the event, which is from `earliest` to `latest`."""

    earliest: datetime
    latest: datetime
    time_zone: str


class UnknownOrder(DomainError):
    """No order of the event has that number."""


class EmptyAudience(DomainError):
    """Nobody would receive the campaign."""


class MarketingNeeded(NotAllowed):
    """Writing to many is for a house, its managers, and who does its marketing."""


@dataclass(eq=False)
class EventOver(DomainError):
    """The event that a campaign is about is over: nothing about it leaves any more."""

    title: str


@dataclass(eq=False)
class EventCalledOff(DomainError):
    """The event was called off: nothing leaves about it but what its holders must know."""

    title: str


@dataclass(eq=False)
class LeavesTooLate(DomainError):
    """A campaign would leave when its event is over; the end is in `time_zone`."""

    title: str
    ends_at: datetime
    time_zone: str


@dataclass(eq=False)
class ButtonToNothing(DomainError):
    """A button of a campaign leads to an event that is over or was called off: `why`."""

    title: str
    why: str


@dataclass(eq=False)
class ButtonLeavesTooLate(LeavesTooLate):
    """A campaign would leave when the event is over that one of its buttons leads to."""


class CampaignLeft(DomainError):
    """The campaign is leaving or has left: what it says stays as it is."""


class OwnCampaign(DomainError):
    """Who wrote a campaign cannot be the second person who agrees to it."""


class NobodyFound(DomainError):
    """No published collection and no model sounds like that."""

"""Everything the portal may refuse, as facts. Their sentences stand in `bot/texts`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.money import Money


class DomainError(Exception):
    """Root of the refusals. A subclass carries data, never a sentence."""


class NotAvailable(DomainError):
    """It does not exist, or not for this person: the two are never told apart."""


class NotAllowed(DomainError):
    """The person may not do this."""


class Unavailability(StrEnum):
    """Why a ticket type cannot be had now (rules.md QUO6)."""

    GONE = "gone"
    ORDERED = "ordered"
    HELD = "held"


@dataclass(eq=False)
class SoldOut(DomainError):
    """Fewer places are left than were asked for."""

    reason: Unavailability
    left: int
    name: str = ""


@dataclass(eq=False)
class SalesClosed(DomainError):
    """The sale has ended, or has not begun; then it opens at `opens_at`."""

    opens_at: datetime | None = None


@dataclass(eq=False)
class LimitReached(DomainError):
    """More than one person may have of this ticket type."""

    limit: int
    name: str = ""


@dataclass(eq=False)
class StillToBeHad(DomainError):
    """Nobody needs to wait: `left` can be had at once."""

    left: int


class LineClosed(DomainError):
    """The house lets nobody join the waiting list any more."""


class CodeTrouble(StrEnum):
    """What is wrong with a promo code."""

    UNKNOWN = "unknown"
    PAUSED = "paused"
    OVER = "over"
    OTHER = "other"
    """It is for none of the types that were chosen."""

    USED_UP = "used_up"
    YOURS = "yours"
    """The person has had it as often as one person may."""


@dataclass(eq=False)
class CodeRefused(DomainError):
    """A promo code does not count; of one that is nearly used up `left` tickets still may."""

    trouble: CodeTrouble
    left: int | None = None
    code: str = ""


class PriceChanged(DomainError):
    """The total is another than the one shown: look again before paying."""


class EmptyBasket(DomainError):
    """Nothing was chosen."""


class HoldExpired(DomainError):
    """The order's time is over and its places have gone to others."""


@dataclass(eq=False)
class PaymentAway(DomainError):
    """The provider takes no money now. The places are held `until` then, told in `time_zone`."""

    until: datetime
    time_zone: str


class OrderChanged(DomainError):
    """The invoice is of an earlier choice of the same order."""


class QuestionsOpen(DomainError):
    """The house asks something that the buyer has not answered yet."""


class QuestionAnswered(DomainError):
    """Somebody has answered this question: it stays."""


class AnswersFixed(DomainError):
    """The order is paid or over: what was answered for it stays as it is."""


class AlreadyPaid(DomainError):
    """The order is paid."""


class NotYours(DomainError):
    """The order belongs to somebody else."""


@dataclass(eq=False)
class MoreThanCame(DomainError):
    """No more than `left` can go back of an order's money."""

    left: Money


class RefundLeft(DomainError):
    """The money is on its way back, or has come: there is nothing to do."""


class PaymentUnderWay(DomainError):
    """A payment for the order was agreed to a moment ago and has not come yet."""


class EventCancelled(DomainError):
    """The show will not take place."""


class TicketUsed(DomainError):
    """The ticket has passed the door: it cannot end any more."""


@dataclass(eq=False)
class HoldersFixed(DomainError):
    """From `hours` before the start tickets stay with whoever holds them."""

    hours: int


class AmountChanged(DomainError):
    """Something else would come back by now than what was shown."""


@dataclass(eq=False)
class TooShort(DomainError):
    """The law wants it kept for `days` at least."""

    days: int


@dataclass(eq=False)
class Bound(DomainError):
    """Somebody cannot be forgotten yet: `ties` name what must be settled before."""

    ties: tuple[str, ...]


class GiftTaken(DomainError):
    """Somebody else opened the card of a ticket first."""


class GiftOver(DomainError):
    """A ticket's card counts no longer: taken back, too late, or the ticket has changed."""


class GiftUnclaimed(DomainError):
    """Nobody has opened the card of a ticket yet."""


class TicketPassed(DomainError):
    """Somebody came in with the ticket: it stays with its holder."""


class TicketEnded(DomainError):
    """The ticket was cancelled or refunded."""


class TicketBlocked(DomainError):
    """The ticket waits for a dispute to end."""


class TicketUnpaid(DomainError):
    """The ticket is still to be paid."""


class RefundUnderWay(DomainError):
    """Money of the ticket's order is on its way back: until then it stays with its holder."""


@dataclass(eq=False)
class FewerOutside(DomainError):
    """Of a party only `left` have not passed the door yet."""

    left: int


class NothingToUndo(DomainError):
    """Nothing was scanned that could be taken back."""


@dataclass(eq=False)
class TooManyWrongCodes(DomainError):
    """So many codes that are none were typed that the next is heard in `minutes` only."""

    minutes: int


class LinkUsed(DomainError):
    """A one-time link was used before."""


class LinkExpired(DomainError):
    """A one-time link came too late."""


class Busy(DomainError):
    """Too much is going on at this moment; the same tap may be tried again."""


class DialogOver(DomainError):
    """The question of a guided dialog that was answered is no longer open."""


class EnquiryAnswered(DomainError):
    """Somebody of the house has answered this person already."""


class OwnEmail(DomainError):
    """The person has confirmed this address already."""


class WrongPassword(DomainError):
    """Address and password do not belong together, or to nobody who works here."""


@dataclass(eq=False)
class TooManyTries(DomainError):
    """Passwords were tried too often: the next one is heard in `minutes`."""

    minutes: int


@dataclass(eq=False)
class PasswordTooShort(DomainError):
    """A password of fewer characters than `least`."""

    least: int


@dataclass(eq=False)
class PasswordTooLong(DomainError):
    """A password of more characters than `most`."""

    most: int


class PasswordOwn(DomainError):
    """A password that is the person's own name or address."""


class PasswordCommon(DomainError):
    """A password that is guessed early."""


@dataclass(eq=False)
class TooManyLetters(DomainError):
    """The person has asked for `most` letters within an hour; another may leave in `minutes`."""

    most: int
    minutes: int


class NumberTaken(DomainError):
    """The phone number cannot be kept: it stands with another account."""


class PublicName(DomainError):
    """The company is a house's public name, which its registration changes."""


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


class UnknownNumber(DomainError):
    """Nobody is known by this number or code."""


@dataclass(eq=False)
class LookedTooOften(DomainError):
    """Whoever runs the portal looks behind no more than `limit` masks an hour."""

    limit: int


@dataclass(eq=False)
class OutOfBounds(DomainError):
    """A house rule is set to something from `lowest` to `highest`."""

    lowest: int
    highest: int


class DecidedMeanwhile(DomainError):
    """Somebody else has set this house rule since it was looked at."""


class UnknownOrder(DomainError):
    """No order of the event has that number."""


class EmptyAudience(DomainError):
    """Nobody would receive the campaign."""


class NobodyFound(DomainError):
    """No published collection and no model sounds like that."""


class AlreadyDecided(DomainError):
    """Somebody of the house has decided this registration already."""


class RegistrationChanged(DomainError):
    """The person amended it after the administrator had looked at it."""


class AlreadyRegistered(DomainError):
    """The person is approved already: there is nothing to register."""


class OwnGuardian(DomainError):
    """A guardian's link was opened by the model it is about, or by somebody under age."""


class BrandNotApproved(DomainError):
    """The designer waits for the approval of the house: a collection cannot be shown yet."""


@dataclass(eq=False)
class AskedLately(DomainError):
    """It was given a short while ago, and can be asked for again from `again_at` on."""

    again_at: datetime


class DataAtRest(DomainError):
    """The person wants their data kept and not used: nobody looks behind their masks."""


@dataclass(eq=False)
class AlreadyAsked(DomainError):
    """The same was asked for at `asked_at` and is still open; the law wants it by `due_at`."""

    asked_at: datetime
    due_at: datetime

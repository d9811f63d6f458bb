"""The words a column may hold: one `StrEnum` for each PostgreSQL enum.

The name of the PostgreSQL type is the class name in snake case (`OrderStatus`, `order_status`).
Values of the specification come first; a value that this project adds stands after them.
"""

import re
from enum import IntEnum, StrEnum


class UserType(StrEnum):
    """The persona whose menu opens first; it never authorises."""

    ADMIN = "admin"
    ORGANIZER = "organizer"
    DESIGNER = "designer"
    MODEL = "model"
    ATTENDEE = "attendee"


class UserStatus(StrEnum):
    """`pending` is invited and not yet arrived, `inactive` is suspended or erased."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    PENDING = "pending"


class ApprovalStatus(StrEnum):
    """Where a designer, a model or an organizer stands with the people who approve."""

    DRAFT = "draft"
    PENDING = "pending"
    APPROVED = "approved"
    REJECTED = "rejected"
    SUSPENDED = "suspended"


class LinkPurpose(StrEnum):
    """What a one-time link makes of the person who opens it first."""

    ADMINISTRATOR = "administrator"
    STAFF = "staff"


class WebPurpose(StrEnum):
    """What a one-time link of the web pages is for."""

    SIGN_IN = "sign_in"
    PASSWORD = "password"  # noqa: S105 - a purpose


class TryKind(StrEnum):
    """By what tries to sign in are counted: who is meant, and where they come from."""

    ACCOUNT = "account"
    ADDRESS = "address"


class Trade(StrEnum):
    """What a person can register as; the house decides."""

    DESIGNER = "designer"
    MODEL = "model"
    ORGANIZER = "organizer"


class EventStatus(StrEnum):
    """The life of an event."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"
    COMPLETED = "completed"


class EventType(StrEnum):
    """What kind of evening it is."""

    FASHION_SHOW = "fashion_show"
    EXHIBITION = "exhibition"
    WORKSHOP = "workshop"


class StaffRole(StrEnum):
    """What a person may do for one event."""

    MANAGER = "manager"
    MARKETING = "marketing"
    SUPERVISOR = "supervisor"
    STEWARD = "steward"


class CollectionStatus(StrEnum):
    """The life of a collection."""

    DRAFT = "draft"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class TicketTypeStatus(StrEnum):
    """`sold_out` follows the quotas; it informs, the quotas decide."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    SOLD_OUT = "sold_out"


class QuotaKind(StrEnum):
    """What a pool of units stands for."""

    EVENT = "event"
    VENUE = "venue"
    TICKET_TYPE = "ticket_type"
    POOL = "pool"


class OrderStatus(StrEnum):
    """`pending` is held or waiting for payment; `completed` with a paid payment status is paid."""

    PENDING = "pending"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    AWAITING_APPROVAL = "awaiting_approval"
    EXPIRED = "expired"


class PaymentStatus(StrEnum):
    """How an order stands with its money.

    `refund_due`: money came for an order that cannot be fulfilled. `overpaid`: more came than
    the total. `partially_refunded`: some of it went back, the order lives.
    """

    PENDING = "pending"
    PAID = "paid"
    FAILED = "failed"
    REFUNDED = "refunded"
    REFUND_DUE = "refund_due"
    OVERPAID = "overpaid"
    PARTIALLY_REFUNDED = "partially_refunded"


class PaymentState(StrEnum):
    """One attempt to pay; `successful` is confirmed money, refunds are rows of their own."""

    PENDING = "pending"
    SUCCESSFUL = "successful"
    FAILED = "failed"
    CREATED = "created"
    CANCELLED = "cancelled"


class RefundStatus(StrEnum):
    """One attempt to give money back; `external` was started outside the portal."""

    CREATED = "created"
    IN_TRANSIT = "in_transit"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    EXTERNAL = "external"


class RefundSource(StrEnum):
    """Who wants the money to go back."""

    BUYER = "buyer"
    ADMIN = "admin"
    EXTERNAL = "external"


class TicketStatus(StrEnum):
    """`reserved` is to be paid at the door, `blocked` waits for a dispute to end."""

    VALID = "valid"
    USED = "used"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    RESERVED = "reserved"
    BLOCKED = "blocked"


class WaitlistState(StrEnum):
    """Where somebody's place in line stands. `offered`: an order of theirs is the offer.

    `passed`: the offer was given back; `lapsed`: its time went by; `left`: they left the line.
    """

    WAITING = "waiting"
    OFFERED = "offered"
    TAKEN = "taken"
    PASSED = "passed"
    LAPSED = "lapsed"
    LEFT = "left"


class ScanDirection(StrEnum):
    """Which way somebody walks through a gate."""

    ENTRY = "entry"
    EXIT = "exit"


class ScanResult(StrEnum):
    """The answer of the door (CHK2)."""

    OK = "ok"
    INCOMPLETE = "incomplete"
    INVALID = "invalid"
    UNPAID = "unpaid"
    BLOCKED = "blocked"
    INVALID_TIME = "invalid_time"
    CANCELED = "canceled"
    ALREADY_REDEEMED = "already_redeemed"
    PRODUCT = "product"
    RULES = "rules"
    AMBIGUOUS = "ambiguous"
    REVOKED = "revoked"
    UNAPPROVED = "unapproved"
    ERROR = "error"


class CampaignStatus(StrEnum):
    """The life of a campaign."""

    DRAFT = "draft"
    ACTIVE = "active"
    COMPLETED = "completed"
    SCHEDULED = "scheduled"
    AWAITING_APPROVAL = "awaiting_approval"
    PAUSED = "paused"
    CANCELLED = "cancelled"


class CampaignType(StrEnum):
    """The channel of a campaign; `push` is Telegram."""

    EMAIL = "email"
    SOCIAL = "social"
    PUSH = "push"


class CampaignPurpose(StrEnum):
    """`marketing` wants the receiver's consent, a `service` notice a ticket of the event."""

    MARKETING = "marketing"
    SERVICE = "service"


class CampaignAudience(StrEnum):
    """Whom a campaign is for; `everyone` is who consented, `city` who follows one."""

    EVERYONE = "everyone"
    FOLLOWERS = "followers"
    CITY = "city"
    HOLDERS = "holders"


class ConsentPurpose(StrEnum):
    """What a person may agree to: news of shows, and "For you"."""

    MARKETING = "marketing"
    SUGGESTIONS = "suggestions"


class NotificationType(StrEnum):
    """The channel of a delivery; `push` is Telegram."""

    EMAIL = "email"
    SMS = "sms"
    PUSH = "push"


class NotificationStatus(StrEnum):
    """The life of a delivery. Only `pending` and `sending` are open.

    `unknown`: the call's outcome was lost and the class forbids a second one. `blocked`: the
    person blocked the bot. `dead`: given up. `skipped`: not wanted any more, with a reason.
    """

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"
    SENDING = "sending"
    DEAD = "dead"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    BLOCKED = "blocked"


class Lane(IntEnum):
    """The order in which deliveries leave; a number in the table, not an enum."""

    RECEIPT = 0
    REMINDER = 1
    CAMPAIGN = 2


class EnquiryTopic(StrEnum):
    """What a person asks the house about."""

    TICKETS = "tickets"
    PAYMENT = "payment"
    ACCESSIBILITY = "accessibility"
    OTHER = "other"


class EnquiryStatus(StrEnum):
    """Whether a human has answered."""

    OPEN = "open"
    ANSWERED = "answered"


class LogLevel(StrEnum):
    """How bad it is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    CRITICAL = "critical"


class AuditCategory(StrEnum):
    """What a line of the audit log is about: a change of data, or an event of security."""

    DATA = "data"
    DENIAL = "denial"
    LOGIN = "login"
    REVEAL = "reveal"
    EXPORT = "export"
    KEY = "key"
    INTEGRITY = "integrity"
    SETTINGS = "settings"
    ROLE = "role"


class DataRequestKind(StrEnum):
    """What a person may ask of us about their data (GDPR, articles 15 to 21)."""

    EXPORT = "export"
    ERASE = "erase"
    RESTRICT = "restrict"
    RECTIFY = "rectify"
    OBJECT = "object"


class DataRequestState(StrEnum):
    """Where a request stands; the first two are open."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ServiceStatus(StrEnum):
    """`inactive` is switched off by an operator."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    ERROR = "error"


class CallStatus(StrEnum):
    """How an outbound call ended."""

    SUCCESS = "success"
    FAILURE = "failure"


class IncidentKind(StrEnum):
    """What can be wrong with the portal itself."""

    DATABASE = "database"
    POOL = "pool"
    KEYS = "keys"
    REDIS = "redis"
    TELEGRAM = "telegram"
    TIMETABLE = "timetable"
    DELIVERIES = "deliveries"
    ERRORS = "errors"
    AUDIT = "audit"
    MONEY = "money"
    COUNTS = "counts"
    PROVIDER = "provider"


class PromoEffect(StrEnum):
    """What a promo code does: takes percent or an amount off each ticket, or only lets buy what is
    hidden."""

    PERCENT = "percent"
    AMOUNT = "amount"
    ACCESS = "access"


def database_name(words: type[StrEnum]) -> str:
    """The name of the PostgreSQL enum for `words`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", words.__name__).lower()

"""Words about what is sold, paid, given back and let in."""

from enum import StrEnum


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


class PromoEffect(StrEnum):
    """What a promo code does: takes percent or an amount off each ticket, or only lets buy what is
    hidden."""

    PERCENT = "percent"
    AMOUNT = "amount"
    ACCESS = "access"

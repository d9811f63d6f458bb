"""Words about campaigns, consents and deliveries."""

from enum import IntEnum, StrEnum


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
    """What a person may agree to: news of shows, "For you", and what cannot wait for Telegram."""

    MARKETING = "marketing"
    SUGGESTIONS = "suggestions"
    URGENT = "urgent"


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

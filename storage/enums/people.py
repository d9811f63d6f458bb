"""Words about people, their trades and their doors to the portal."""

from enum import StrEnum


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

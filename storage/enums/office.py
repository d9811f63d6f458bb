"""Words of the office: enquiries, logs, requests, services, incidents."""

from enum import StrEnum


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
    """`inactive` is switched off by an operator; `error` rests after too many failures."""

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
    SERVICES = "services"

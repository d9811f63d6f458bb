"""The words a column may hold, one module a room: one `StrEnum` for each PostgreSQL enum.

The name of the PostgreSQL type is the class name in snake case (`OrderStatus`, `order_status`).
Values of the specification come first; a value that this project adds stands after them.
"""

import re
from enum import StrEnum

from storage.enums.evenings import (
    CollectionStatus,
    EventStatus,
    EventType,
    StaffRole,
)
from storage.enums.messages import (
    CampaignAudience,
    CampaignPurpose,
    CampaignStatus,
    CampaignType,
    ConsentPurpose,
    Lane,
    NotificationStatus,
    NotificationType,
)
from storage.enums.office import (
    AuditCategory,
    CallStatus,
    DataRequestKind,
    DataRequestState,
    EnquiryStatus,
    EnquiryTopic,
    IncidentKind,
    LogLevel,
    ServiceStatus,
)
from storage.enums.people import (
    ApprovalStatus,
    LinkPurpose,
    Trade,
    TryKind,
    UserStatus,
    UserType,
    WebPurpose,
)
from storage.enums.selling import (
    OrderStatus,
    PaymentState,
    PaymentStatus,
    PromoEffect,
    QuotaKind,
    RefundSource,
    RefundStatus,
    ScanDirection,
    ScanResult,
    TicketStatus,
    TicketTypeStatus,
    WaitlistState,
)

__all__ = [
    "ApprovalStatus",
    "AuditCategory",
    "CallStatus",
    "CampaignAudience",
    "CampaignPurpose",
    "CampaignStatus",
    "CampaignType",
    "CollectionStatus",
    "ConsentPurpose",
    "DataRequestKind",
    "DataRequestState",
    "EnquiryStatus",
    "EnquiryTopic",
    "EventStatus",
    "EventType",
    "IncidentKind",
    "Lane",
    "LinkPurpose",
    "LogLevel",
    "NotificationStatus",
    "NotificationType",
    "OrderStatus",
    "PaymentState",
    "PaymentStatus",
    "PromoEffect",
    "QuotaKind",
    "RefundSource",
    "RefundStatus",
    "ScanDirection",
    "ScanResult",
    "ServiceStatus",
    "StaffRole",
    "TicketStatus",
    "TicketTypeStatus",
    "Trade",
    "TryKind",
    "UserStatus",
    "UserType",
    "WaitlistState",
    "WebPurpose",
    "database_name",
]


def database_name(words: type[StrEnum]) -> str:
    """The name of the PostgreSQL enum for `words`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", words.__name__).lower()

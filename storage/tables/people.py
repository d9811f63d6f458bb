"""People: who they are, how Telegram knows them, and what they may do."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import relationship

from storage.enums import (
    ApprovalStatus,
    LinkPurpose,
    TryKind,
    UserStatus,
    UserType,
    WebPurpose,
)
from storage.tables.base import (
    Base,
    Mapped,
    blind,
    created,
    facts,
    id_column,
    mapped_column,
    mask,
    moment,
    owner,
    sealed,
    short,
    ticking,
    word,
)


class User(Base):
    """A person. People who arrive from Telegram have no e-mail and no password."""

    __tablename__ = "users"

    id: Mapped[UUID] = id_column()
    email: Mapped[str | None] = sealed("email", 254)
    email_mask: Mapped[str | None] = mask("email")
    email_index: Mapped[bytes | None] = blind("email_index", unique=True)
    email_bounced_at: Mapped[datetime | None] = moment()
    password_hash: Mapped[str | None] = short("password_hash", 255)
    full_name: Mapped[str | None] = sealed("full_name", 128)
    full_name_mask: Mapped[str | None] = mask("full_name")
    phone_number: Mapped[str | None] = sealed("phone_number", 32)
    phone_number_mask: Mapped[str | None] = mask("phone_number")
    phone_index: Mapped[bytes | None] = blind("phone_index", unique=True)
    user_type: Mapped[UserType] = word(UserType, UserType.ATTENDEE)
    status: Mapped[UserStatus] = word(UserStatus, UserStatus.ACTIVE)
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = created()
    last_login: Mapped[datetime | None] = moment()
    restricted_at: Mapped[datetime | None] = moment()
    profile_image_url: Mapped[str | None] = sealed("profile_image_url", 1024)
    profile_image_url_mask: Mapped[str | None] = mask("profile_image_url")
    preferences: Mapped[dict[str, Any]] = facts("preferences")

    profile: Mapped["UserProfile"] = relationship(lazy="raise", back_populates="user")
    telegram: Mapped["TelegramAccount"] = relationship(lazy="raise", back_populates="user")


class UserProfile(Base):
    """What a person tells about themselves; exactly one row a person."""

    __tablename__ = "user_profiles"
    __table_args__ = (
        Index(
            "ix_user_profiles_preferences",
            "preferences",
            postgresql_using="gin",
            postgresql_ops={"preferences": "jsonb_path_ops"},
        ),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id", unique=True)
    bio: Mapped[str | None] = sealed("bio", 1000)
    bio_mask: Mapped[str | None] = mask("bio")
    social_links: Mapped[dict[str, Any]] = facts("social_links")
    social_links_mask: Mapped[str | None] = mask("social_links")
    company: Mapped[str | None] = sealed("company", 200)
    company_mask: Mapped[str | None] = mask("company")
    position: Mapped[str | None] = sealed("position", 200)
    position_mask: Mapped[str | None] = mask("position")
    location: Mapped[str | None] = sealed("location", 200)
    location_mask: Mapped[str | None] = mask("location")
    preferences: Mapped[dict[str, Any]] = facts("preferences")

    user: Mapped[User] = relationship(lazy="raise", back_populates="profile")


class TelegramAccount(Base):
    """The Telegram side of a person. The number is the key: usernames are recycled."""

    __tablename__ = "telegram_accounts"

    telegram_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    user_id: Mapped[UUID] = owner("users.id", unique=True)
    bot_id: Mapped[int | None] = mapped_column(BigInteger)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)
    first_name: Mapped[str | None] = sealed("first_name", 128)
    first_name_mask: Mapped[str | None] = mask("first_name")
    username: Mapped[str | None] = sealed("username", 64)
    username_mask: Mapped[str | None] = mask("username")
    language: Mapped[str | None] = short("language", 16)
    chosen_language: Mapped[str | None] = short("chosen_language", 16)
    time_zone: Mapped[str | None] = short("time_zone", 64)
    reachable: Mapped[bool] = mapped_column(Boolean, default=True, server_default=text("true"))
    blocked_at: Mapped[datetime | None] = moment()
    created_at: Mapped[datetime] = created()

    user: Mapped[User] = relationship(lazy="raise", back_populates="telegram")


class Administrator(Base):
    """Who runs the portal; a row with `revoked_at` is history."""

    __tablename__ = "administrators"
    __table_args__ = (Index("ix_administrators_granted_by", "granted_by"),)

    user_id: Mapped[UUID] = owner("users.id", primary_key=True)
    granted_by: Mapped[UUID | None] = owner("users.id", required=False)
    granted_at: Mapped[datetime] = created()
    revoked_at: Mapped[datetime | None] = moment()


class OrganizerApplication(Base):
    """Whether a person may publish events."""

    __tablename__ = "organizer_applications"
    __table_args__ = (Index("ix_organizer_applications_decided_by", "decided_by"),)

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id", unique=True)
    approval_status: Mapped[ApprovalStatus] = word(ApprovalStatus, ApprovalStatus.DRAFT)
    note: Mapped[str | None] = short("note", 1000)
    decided_by: Mapped[UUID | None] = owner("users.id", required=False)
    decided_at: Mapped[datetime | None] = moment()
    created_at: Mapped[datetime] = created()


class OneTimeLink(Base):
    """A link that works once. Only the digest of its secret is kept."""

    __tablename__ = "one_time_links"
    __table_args__ = (
        CheckConstraint("(used_at IS NULL) = (used_by IS NULL)", name="used_by_somebody"),
        Index("ix_one_time_links_used_by", "used_by"),
        Index("ix_one_time_links_created_by", "created_by"),
    )

    digest: Mapped[str] = short("digest", 64, primary_key=True, required=True)
    purpose: Mapped[LinkPurpose] = word(LinkPurpose)
    arguments: Mapped[dict[str, Any]] = facts("arguments")
    created_by: Mapped[UUID | None] = owner("users.id", required=False)
    created_at: Mapped[datetime] = created()
    expires_at: Mapped[datetime] = moment(required=True)
    used_at: Mapped[datetime | None] = moment()
    used_by: Mapped[UUID | None] = owner("users.id", required=False)


class Session(Base):
    """A web session of the scanner or an operator page; `token` is a digest.

    It ends at `expires_at`, which moves on while it is used, and in any case some time after
    `started_at` (domain/sessions.py).
    """

    __tablename__ = "sessions"
    __table_args__ = (
        Index("ix_sessions_user_id", "user_id"),
        Index("ix_sessions_expires_at", "expires_at"),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    token: Mapped[str] = short("token", 128, required=True, unique=True)
    ip_address: Mapped[str | None] = sealed("ip_address", 64)
    user_agent: Mapped[str | None] = sealed("user_agent", 512)
    last_activity: Mapped[datetime] = created()
    expires_at: Mapped[datetime] = moment(required=True)
    data: Mapped[dict[str, Any]] = facts("data")
    started_at: Mapped[datetime] = created()


class WebLink(Base):
    """A link to the web pages that works once; only the digest of its secret is kept."""

    __tablename__ = "web_links"
    __table_args__ = (
        Index("ix_web_links_user_id", "user_id"),
        Index("ix_web_links_expires_at", "expires_at"),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    digest: Mapped[str] = short("digest", 64, required=True, unique=True)
    purpose: Mapped[WebPurpose] = word(WebPurpose)
    created_at: Mapped[datetime] = created()
    expires_at: Mapped[datetime] = moment(required=True)
    used_at: Mapped[datetime | None] = moment()


class SignInTry(Base):
    """How often somebody tried to sign in, by a blind index; `free_at`: when the next is heard."""

    __tablename__ = "sign_in_tries"
    __table_args__ = (Index("ix_sign_in_tries_last_at", "last_at"),)

    kind: Mapped[TryKind] = word(TryKind, primary_key=True)
    key: Mapped[bytes] = blind("key", primary_key=True)
    tries: Mapped[int] = ticking("tries")
    last_at: Mapped[datetime] = moment(required=True)
    free_at: Mapped[datetime] = moment(required=True)


class EmailConfirmation(Base):
    """A letter with a code: to which address, and how often a code was tried for it.

    The code itself is kept nowhere (`storage/security/mail_codes.py`). `closed_at`: it was used,
    or another letter took its place.
    """

    __tablename__ = "email_confirmations"
    __table_args__ = (
        Index("ix_email_confirmations_user_id", "user_id", "id"),
        Index("ix_email_confirmations_address_index", "address_index", "created_at"),
        Index("ix_email_confirmations_created_at", "created_at"),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    address: Mapped[str] = sealed("address", 254, required=True)
    address_index: Mapped[bytes] = blind("address_index", nullable=False)
    attempts: Mapped[int] = ticking("attempts")
    created_at: Mapped[datetime] = created()
    expires_at: Mapped[datetime] = moment(required=True)
    closed_at: Mapped[datetime | None] = moment()


class DialogDraft(Base):
    """The answers of one dialog of one person so far, saved as each was found good."""

    __tablename__ = "dialog_drafts"
    __table_args__ = (
        Index("uq_dialog_drafts_user_id_form", "user_id", "form", unique=True),
        Index("ix_dialog_drafts_updated_at", "updated_at"),
    )

    id: Mapped[UUID] = id_column()
    user_id: Mapped[UUID] = owner("users.id")
    form: Mapped[str] = short("form", 64, required=True)
    step: Mapped[str | None] = short("step", 64)
    answers: Mapped[dict[str, Any]] = mapped_column(
        JSONB, default=dict, server_default=text("'{}'"), nullable=False
    )
    version: Mapped[int] = ticking("version", 1)
    created_at: Mapped[datetime] = created()
    updated_at: Mapped[datetime] = created()

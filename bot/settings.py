"""The only reader of the environment and of `.env`."""

import re
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from storage import transit

_TOKEN = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{3,}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class SettingsError(Exception):
    """A missing or wrong value; the message is one sentence that names it."""


class Settings(BaseSettings):
    """What the environment says. Secrets are `SecretStr`: they never show in logs or `repr`."""

    model_config = SettingsConfigDict(
        env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    bot_token: SecretStr | None = None
    public_url: str | None = None
    telegram_api_url: str = "https://api.telegram.org"
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8081, ge=0, le=65535)
    http_tls_cert: Path | None = None
    http_tls_key: Path | None = None
    http_trusted_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = ()
    database_url: SecretStr | None = None
    redis_url: SecretStr | None = None
    keystore_url: SecretStr | None = None
    data_dir: Path = Path("var")
    master_key: SecretStr | None = None
    master_key_file: Path | None = None
    erasure_ledger: Path | None = None
    payment_provider_token: SecretStr | None = None
    stripe_api_key: SecretStr | None = None
    stripe_webhook_secret: SecretStr | None = None
    stripe_api_url: str = "https://api.stripe.com"
    smtp_url: SecretStr | None = None
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR|CRITICAL)$")
    log_format: str = Field(default="text", pattern="^(text|json)$")

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("does not look like a bot token (digits, a colon, letters)")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret_shape(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("may hold 1 to 256 of A-Z, a-z, 0-9, _ and - only")
        return value

    @field_validator("telegram_api_url", "stripe_api_url", "public_url", "webhook_url")
    @classmethod
    def _http_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("must be an http:// or https:// address")
        return value.rstrip("/")

    @field_validator("webhook_url", "public_url")
    @classmethod
    def _secure_unless_local(cls, value: str | None) -> str | None:
        if value is None or value.startswith("https://"):
            return value
        if not transit.is_local(urlsplit(value).hostname or ""):
            raise ValueError("must be an https:// address: Telegram accepts no other")
        return value

    @field_validator("telegram_api_url", "stripe_api_url")
    @classmethod
    def _private_unless_said(cls, value: str) -> str:
        return transit.http(value).rstrip("/")

    @field_validator("database_url", "keystore_url")
    @classmethod
    def _postgres_address(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.match(
            r"postgres(ql)?(\+asyncpg)?://", value.get_secret_value()
        ):
            raise ValueError("must be a postgresql:// address")
        if value is not None:
            transit.postgres(value.get_secret_value())
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis_address(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        if not re.match(r"(rediss?|unix)://", value.get_secret_value()):
            raise ValueError("must be a redis://, rediss:// or unix:// address")
        return SecretStr(transit.redis(value.get_secret_value()))

    @field_validator("smtp_url")
    @classmethod
    def _smtp_address(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            transit.smtp(value.get_secret_value())
        return value

    @field_validator("http_trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return tuple(ip_network(part) for part in value.replace(",", " ").split())
        except ValueError:
            raise ValueError(
                "must be IP addresses or networks with commas between them (10.0.0.5, 10.1.0.0/16)"
            ) from None

    @model_validator(mode="after")
    def _http_in_private(self) -> "Settings":
        if (self.http_tls_cert is None) != (self.http_tls_key is None):
            raise ValueError(
                "HTTP_TLS_CERT and HTTP_TLS_KEY belong together: set both of them, or none."
            )
        private = self.http_tls_cert is not None or self.http_trusted_proxies
        if not private and not transit.is_local(self.http_host):
            raise ValueError(
                f"HTTP_HOST is {self.http_host}, where others could read along: set HTTP_TLS_CERT"
                " and HTTP_TLS_KEY, name the proxy in front in HTTP_TRUSTED_PROXIES, or stay on"
                " 127.0.0.1."
            )
        return self

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _numbers(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = value.replace(",", " ").split()
        if not all(part.isdecimal() for part in parts):
            raise ValueError("must be Telegram ids: numbers with commas between them")
        return frozenset(int(part) for part in parts)

    def token(self) -> str:
        """The bot's token. Raises `SettingsError` where there is none."""
        if self.bot_token is None:
            raise SettingsError(
                "BOT_TOKEN is not set: ask @BotFather for a token, or try `make demo` first."
            )
        return self.bot_token.get_secret_value()


def read_settings(**overrides: object) -> Settings:
    """The settings of this process. Raises `SettingsError` with one sentence."""
    try:
        return Settings(**overrides)  # type: ignore[arg-type]  # names are checked by pydantic
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = "_".join(str(part) for part in first["loc"][:1]).upper()
        reason = first["msg"].removeprefix("Value error, ")
        if not name:  # several values do not go together, and the sentence is whole
            raise SettingsError(reason) from None
        raise SettingsError(f"{name} {_sentence(reason)}") from None


def _sentence(reason: str) -> str:
    reason = reason[0].lower() + reason[1:]
    return (
        reason if re.match(r"(does|knows|may|must)\b", reason) else f"is wrong: {reason}"
    ) + "."

"""The certificate under which the HTTP side answers for itself."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509

from storage import transit
from storage.errors import Misconfigured


def valid_until(certificate: Path) -> datetime:
    """The last moment of the first certificate in a PEM file, in UTC.

    Raises `Misconfigured` where there is none, and where it is not valid now.
    """
    transit.require_readable(certificate, "HTTP_TLS_CERT")
    try:
        found = x509.load_pem_x509_certificate(certificate.read_bytes())
    except ValueError:
        raise Misconfigured(
            f"HTTP_TLS_CERT names {certificate}, which is no certificate in PEM."
        ) from None
    start, end, now = found.not_valid_before_utc, found.not_valid_after_utc, datetime.now(UTC)
    if end < now:
        raise Misconfigured(
            f"The certificate in HTTP_TLS_CERT expired on {end:%-d %B %Y}: renew it."
        )
    if start > now:
        raise Misconfigured(
            f"The certificate in HTTP_TLS_CERT is valid only from {start:%-d %B %Y} on: look at"
            " this machine's clock, or give one that is valid now."
        )
    return end


def server_tls(certificate: Path, key: Path) -> ssl.SSLContext:
    """TLS 1.2 or newer with a certificate (its chain may follow in the same file) and its key.

    Raises `Misconfigured`: unreadable, not valid now, or not belonging together.
    """
    valid_until(certificate)
    transit.require_readable(key, "HTTP_TLS_KEY")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certificate, key, password=_refuse_to_ask)
    except (ssl.SSLError, _Locked):
        raise Misconfigured(
            f"HTTP_TLS_KEY names {key}, which is not the open private key of the certificate in"
            " HTTP_TLS_CERT: give the one that was made with it, in PEM and without a password."
        ) from None
    return context


def trust_in(certificate: Path) -> ssl.SSLContext:
    """For our own questions to our own port: nothing but this certificate, under any name."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.load_verify_locations(certificate)
    return context


class _Locked(Exception):
    """The key is protected by a password."""


def _refuse_to_ask() -> str:
    # OpenSSL would ask at the terminal, and wait.
    raise _Locked

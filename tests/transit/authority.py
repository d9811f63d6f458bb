"""An authority that a test makes, and the certificates that it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)
Extend = Callable[[x509.CertificateBuilder], x509.CertificateBuilder]


@dataclass(frozen=True)
class Certificate:
    """A certificate and its key, in files."""

    certificate: Path
    key: Path


class Authority:
    """Gives certificates under its own root, whose file is `root`."""

    def __init__(self, directory: Path, name: str = "Test authority") -> None:
        self._directory = directory
        self._name = name
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._usage = _usage(certificates=True)
        self.root = directory / f"{name.replace(' ', '-').lower()}.pem"
        self.root.write_bytes(_pem(self._sign(name, self._key, DAY, self._as_root)))

    def certificate(
        self, host: str, *, until: timedelta = DAY, since: timedelta = -2 * DAY
    ) -> Certificate:
        """One for `host`, valid from and until so long after now."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = x509.SubjectAlternativeName([_general(host)])
        made = self._sign(host, key, until, lambda it: it.add_extension(names, False), since)
        number = len(list(self._directory.iterdir()))
        files = Certificate(
            self._directory / f"{number}-certificate.pem", self._directory / f"{number}-key.pem"
        )
        files.certificate.write_bytes(_pem(made))
        files.key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return files

    def _as_root(self, builder: x509.CertificateBuilder) -> x509.CertificateBuilder:
        limits = x509.BasicConstraints(ca=True, path_length=None)
        return builder.add_extension(limits, True).add_extension(self._usage, True)

    def _sign(
        self,
        name: str,
        key: ec.EllipticCurvePrivateKey,
        until: timedelta,
        extend: Extend,
        since: timedelta = -2 * DAY,
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        public = self._key.public_key()
        builder = (
            x509.CertificateBuilder()
            .subject_name(_named(name))
            .issuer_name(_named(self._name))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + since)
            .not_valid_after(now + until)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(public), False)
        )
        return extend(builder).sign(self._key, hashes.SHA256())


def _usage(*, certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certificates,
        crl_sign=certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _general(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)

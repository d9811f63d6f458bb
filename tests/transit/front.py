"""A door in front of a real server, with TLS or without, that remembers what was carried through.

The bundled servers listen on unix sockets only. The door listens on loopback under a name that
nothing in the portal takes for loopback: for it, the server is another machine's.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.transit.authority import Certificate

REMOTE = "0.0.0.0"  # noqa: S104 - nothing listens there
"""Who calls it reaches this machine, without any network."""

SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"


@dataclass
class Front:
    """A listening door. `heard` is what reached the server behind it."""

    listening: socket.socket
    port: int
    behind: Path | int
    tls: ssl.SSLContext | None
    upgrades: bool
    heard: bytearray = field(default_factory=bytearray)
    _open: list[socket.socket] = field(default_factory=list)
    _busy: list[threading.Thread] = field(default_factory=list)

    def receive_all(self) -> None:
        """Every client, until the door is shut."""
        with suppress(OSError):
            while True:
                client, _ = self.listening.accept()
                self._begin(lambda client=client: self._receive(client))

    def shut(self) -> None:
        """End every conversation and wait for its end."""
        with suppress(OSError):
            self.listening.shutdown(socket.SHUT_RDWR)
        for each in self._open:
            _end(each)
        while self._busy:
            self._busy.pop().join()

    def _begin(self, work: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=work)
        self._busy.append(thread)
        thread.start()
        return thread

    def _receive(self, client: socket.socket) -> None:
        with ExitStack() as closing, suppress(OSError):  # a refused certificate ends it too
            self._keep(client, closing)
            if self.tls is not None:
                if self.upgrades:
                    assert client.recv(8, socket.MSG_WAITALL) == SSL_REQUEST
                    client.sendall(b"S")
                client = self.tls.wrap_socket(client, server_side=True)
                self._keep(client, closing)
            onward = _call(self.behind)
            self._keep(onward, closing)
            answers = self._begin(lambda: _pass(onward, client, lambda _: None))
            _pass(client, onward, self.heard.extend)
            answers.join()

    def _keep(self, sock: socket.socket, closing: ExitStack) -> None:
        self._open.append(sock)
        closing.callback(sock.close)


def _call(server: Path | int) -> socket.socket:
    if isinstance(server, int):
        return socket.create_connection(("127.0.0.1", server))
    sock = socket.socket(socket.AF_UNIX)
    sock.connect(str(server))
    return sock


def _pass(source: socket.socket, sink: socket.socket, notice: Callable[[bytes], None]) -> None:
    with suppress(OSError):
        while part := source.recv(65536):
            notice(part)
            sink.sendall(part)
    _end(source)
    _end(sink)


def _end(sock: socket.socket) -> None:
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


@contextmanager
def front(
    behind: Path | int, certificate: Certificate | None, *, upgrades: bool = False
) -> Iterator[Front]:
    """A door to the server at the socket or port `behind`, in clear without `certificate`.

    With `upgrades` the client asks for TLS as PostgreSQL's do, else it begins with it.
    """
    tls = None
    if certificate is not None:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(certificate.certificate, certificate.key)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        door = Front(listening, listening.getsockname()[1], behind, tls, upgrades)
        receiving = threading.Thread(target=door.receive_all)
        receiving.start()
        try:
            yield door
        finally:
            door.shut()
            receiving.join()

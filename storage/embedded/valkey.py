"""Valkey in `DATA_DIR/valkey`, on a unix socket only.

It holds the state of dialogs, limits and the cache: nothing that a sale depends on, but a
deploy should not make people type an answer twice. So its append-only file is on, flushed once
a second, which costs a small shop nothing. Memory is bounded; when it is full, of the keys with
a time to live the least recently used go first: old cache before a dialog of this minute.
"""

import signal
import socket
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from storage.embedded.process import Server
from storage.embedded.site import Site

SETTINGS = """\
port 0
unixsocketperm 700
daemonize no
save ""
appendonly yes
appendfsync everysec
maxmemory 64mb
maxmemory-policy volatile-lru
"""


class Valkey(Server):
    """The cache server. Its configuration, with the password, goes through its standard input."""

    name = "Valkey"
    ending = ending_with_us = signal.SIGTERM

    def __init__(self, site: Site, password: str) -> None:
        home = site.account.own(site.data_dir / "valkey")
        super().__init__(site, home, home)
        self._socket = site.run / "valkey.sock"
        self._password = password

    @property
    def url(self) -> str:
        """For `redis.asyncio.from_url`."""
        return f"unix://:{self._password}@{quote(str(self._socket))}"

    def command(self) -> Sequence[str | Path]:
        return [self.site.programs.valkey, "-"]

    def configuration(self) -> bytes:
        return f'{SETTINGS}unixsocket "{self._socket}"\nrequirepass {self._password}\n'.encode()

    def forget(self) -> None:
        self._socket.unlink(missing_ok=True)

    def is_ready(self, pid: int) -> bool:
        try:
            with socket.socket(socket.AF_UNIX) as line:
                line.settimeout(1)
                line.connect(str(self._socket))
                line.sendall(f"AUTH {self._password}\r\nPING\r\n".encode())
                answer = b""
                while answer.count(b"\r\n") < 2 and (more := line.recv(100)):
                    answer += more
        except OSError:
            return False
        return answer == b"+OK\r\n+PONG\r\n"

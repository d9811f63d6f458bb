"""Real servers behind doors with certificates of a test's own authority."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from storage.embedded import Servers
from tests.transit.authority import DAY, Authority, Certificate
from tests.transit.front import REMOTE, Front, front

Open = Callable[..., AbstractContextManager[Front]]


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    """The authority that the operator names."""
    (tmp_path / "certificates").mkdir()
    return Authority(tmp_path / "certificates")


@pytest.fixture
def good(authority: Authority) -> Certificate:
    """What the server should have."""
    return authority.certificate(REMOTE)


@pytest.fixture(params=["another authority", "another name", "expired"])
def bad(request: pytest.FixtureRequest, authority: Authority, tmp_path: Path) -> Certificate:
    """What it should not have, in each of the three ways."""
    if request.param == "another authority":
        (tmp_path / "elsewhere").mkdir()
        return Authority(tmp_path / "elsewhere", "Another authority").certificate(REMOTE)
    if request.param == "another name":
        return authority.certificate("elsewhere.example")
    return authority.certificate(REMOTE, until=-DAY)


@pytest.fixture
def open_postgres(postgres: Servers) -> Open:
    """`open_postgres(certificate)` is a door to PostgreSQL."""
    directory = postgres.socket_dir
    assert directory is not None
    return partial(front, directory / ".s.PGSQL.5432", upgrades=True)


@pytest.fixture
def open_valkey(valkey: Servers) -> Open:
    """`open_valkey(certificate)` is a door to Valkey."""
    return partial(front, Path(urlsplit(valkey.redis_url or "").path))

"""Two commands on one data directory."""

import signal

import pytest

from storage.embedded import EmbeddedError, running
from storage.embedded.leftovers import servers_in
from tests.storage.embedded_fixtures import QUICK, command, sql


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
@pytest.mark.parametrize("ending", ["told", signal.SIGTERM, signal.SIGKILL])
def test_the_second_shares_and_learns_of_the_end(tmp_path, loop, ending):
    with command(tmp_path) as first, command(tmp_path, loop=loop) as second:
        supervisor, guest = first.started(), second.started()
        if not supervisor["owned"]:
            (first, supervisor), (second, guest) = (second, guest), (first, supervisor)
        assert (supervisor["owned"], guest["owned"]) == (True, False)
        assert (guest["dsn"], guest["redis_url"]) == (supervisor["dsn"], supervisor["redis_url"])
        assert second.servers() == []
        assert sql(guest["dsn"], "SELECT 1") == "1"
        if ending == "told":
            first.end()
        else:
            first.process.send_signal(ending)
        assert second.hears() == "supervisor gone"
        assert second.process.wait(20) == 0


def test_a_guest_that_leaves_takes_nothing_along(tmp_path):
    with running(tmp_path, settings=QUICK) as servers, command(tmp_path) as guest:
        assert guest.started()["owned"] is False
        assert guest.end() == ""
        with running(tmp_path) as within:
            assert not within.owned
        assert sql(servers.dsn(), "SELECT 1") == "1"


def test_many_at_once_have_one_supervisor(tmp_path):
    with command(tmp_path) as a, command(tmp_path) as b, command(tmp_path) as c:
        commands = [(each, each.started()["owned"]) for each in (a, b, c)]
        assert sorted(owned for _, owned in commands) == [False, False, True]
        assert len([one for one in servers_in(tmp_path) if one.name() == "valkey-server"]) == 1
        for each, owned in commands:
            if not owned:
                each.end()
        next(each for each, owned in commands if owned).end()


def test_a_new_supervisor_is_found_after_the_old_was_killed(tmp_path):
    with command(tmp_path) as old:
        old.started()
        old.process.kill()
        old.process.wait()
        assert (tmp_path / "servers.json").exists()
        with command(tmp_path) as new, command(tmp_path) as guest:
            owned = [new.started()["owned"], guest.started()["owned"]]
            assert sorted(owned) == [False, True]


def test_what_the_supervisor_does_not_run_cannot_be_shared(tmp_path):
    with running(tmp_path, postgres=False) as cache_only:
        assert cache_only.owned
        with running(tmp_path, postgres=False) as shared:
            assert shared.redis_url == cache_only.redis_url
        with pytest.raises(EmbeddedError, match="without a server that this one needs"):
            running(tmp_path).__enter__()

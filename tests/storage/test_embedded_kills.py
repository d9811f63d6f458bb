"""kill -9 of the command, of a server, of both: nothing stays behind, nothing is lost."""

import contextlib
import os
import random
import signal
import subprocess
import threading
from typing import Any

import psutil
import pytest
import redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from storage.embedded import binary, client_environment
from storage.embedded.leftovers import servers_in
from tests.storage.embedded_fixtures import command, look_again, sql, wait_for_silence

DURABLE: Any = {"settings": {}}
ROUNDS = 20


def _answer(dsn: str, statement: str) -> str:
    """The server's answer, asked for until it takes connections."""
    while subprocess.run([binary("pg_isready"), "-q"], env=client_environment(dsn)).returncode:
        look_again()
    return sql(dsn, statement)


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_servers_die_with_their_command_and_lose_nothing(tmp_path, ending):
    with command(tmp_path, **DURABLE) as first:
        dsn = first.started()["dsn"]
        assert {server.name() for server in first.servers()} == {"postgres", "valkey-server"}
        sql(dsn, "CREATE TABLE orders AS SELECT 7 AS seat")
        first.process.send_signal(ending)
        first.process.wait(20)
        wait_for_silence(tmp_path)
    with command(tmp_path, **DURABLE) as second:
        assert sql(second.started()["dsn"], "SELECT seat FROM orders") == "7"
        assert second.end() == ""


def test_the_next_start_does_not_wait_for_anybody(tmp_path):
    """The predecessor's servers are on their way out, one with a client that talks."""
    dsn = ""
    for round_ in range(3):
        with command(tmp_path, **DURABLE) as running:
            about = running.started()
            assert about["owned"]
            dsn = about["dsn"]
            statement = f"CREATE TABLE night_{round_} (); SELECT count(*) FROM pg_class"
            sql(dsn, f"{statement} WHERE relname LIKE 'night%'")
            busy = subprocess.Popen(
                [binary("psql"), "-c", "SELECT pg_sleep(60)"],
                env=client_environment(dsn),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            servers = running.servers()
            running.process.kill()
            running.process.wait()
            with command(tmp_path, **DURABLE) as successor:
                assert successor.started()["owned"]
                living = {server.pid for server in servers_in(tmp_path)}
                assert not living & {server.pid for server in servers}
                found = sql(dsn, "SELECT count(*) FROM pg_class WHERE relname LIKE 'night%'")
                assert found == str(round_ + 1)
                successor.process.kill()
            busy.wait(20)


def test_a_killed_database_is_started_again(tmp_path):
    with command(tmp_path, **DURABLE) as running:
        dsn = running.started()["dsn"]
        sql(dsn, "CREATE TABLE orders AS SELECT 7 AS seat")
        for _ in range(2):
            running.kill_server("postgres")
            assert _answer(dsn, "SELECT seat FROM orders") == "7"
        complaints = running.end()
        assert "PostgreSQL ended with status -9; starting it again" in complaints


def test_a_killed_database_with_busy_backends_is_started_again(tmp_path):
    with command(tmp_path, **DURABLE) as running:
        dsn = running.started()["dsn"]
        with subprocess.Popen(
            [binary("psql"), "-c", "SELECT sum(n) FROM generate_series(1, 1e10::bigint) n"],
            env=client_environment(dsn),
            stderr=subprocess.DEVNULL,
        ) as busy:
            seen = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT sum%'"
            while sql(dsn, seen) == "0":
                look_again()
            running.kill_server("postgres")
            assert _answer(dsn, "SELECT 1") == "1"
            busy.kill()


def test_a_killed_cache_is_started_again_with_its_dialogs(tmp_path):
    with command(tmp_path, postgres=False) as running:
        url = running.started()["redis_url"]
        with redis.Redis.from_url(url, protocol=2) as cache:
            cache.set("dialog", "name?")
        running.kill_server("valkey-server")
        patient = Retry(ConstantBackoff(0.05), 200)
        with redis.Redis.from_url(url, protocol=2, retry=patient) as cache:
            assert cache.get("dialog") == b"name?"


def test_command_and_database_killed_at_once(tmp_path):
    with command(tmp_path, **DURABLE) as running:
        sql(running.started()["dsn"], "CREATE TABLE orders AS SELECT 7 AS seat")
        database = running.server("postgres")
        running.process.kill()
        database.kill()
        with command(tmp_path, **DURABLE) as successor:
            assert sql(successor.started()["dsn"], "SELECT seat FROM orders") == "7"


def test_killed_while_the_database_recovers(tmp_path):
    """A fast shutdown at this moment would leave PostgreSQL 18.6 hanging."""
    with command(tmp_path, **DURABLE) as running:
        dsn = running.started()["dsn"]
        sql(dsn, "CREATE TABLE orders AS SELECT 7 AS seat")
        running.server("postgres").children()[0].kill()
        while "reinitializing" not in (tmp_path / "log" / "postgresql.log").read_text():
            look_again()
        running.process.kill()
        running.process.wait()
        wait_for_silence(tmp_path)
    with command(tmp_path, **DURABLE) as successor:
        assert sql(successor.started()["dsn"], "SELECT seat FROM orders") == "7"


def test_killed_while_the_database_is_made(tmp_path):
    with command(tmp_path, **DURABLE) as running:
        unfinished = tmp_path / "pg" / "unfinished"
        while not (unfinished / "base").exists():
            look_again()
        running.process.kill()
        running.process.wait()
    assert not (tmp_path / "pg" / "data").exists()
    with command(tmp_path, **DURABLE) as successor:
        assert sql(successor.started()["dsn"], "SELECT 1") == "1"


def test_ctrl_c_reaches_the_command_and_not_its_servers(tmp_path):
    """A terminal sends SIGINT to a whole group; servers end when the command has drained."""
    with command(tmp_path) as running:
        running.started()
        ours = os.getpgid(running.process.pid)
        assert ours not in {os.getpgid(server.pid) for server in running.servers()}
        assert running.end() == ""
    wait_for_silence(tmp_path)


@pytest.mark.chaos
@pytest.mark.timeout(600)
def test_many_kills_lose_no_acknowledged_row(tmp_path):
    dice = random.Random(18)
    acknowledged: set[str] = set()
    for round_ in range(ROUNDS):
        with command(tmp_path, **DURABLE) as running:
            dsn = running.started()["dsn"]
            sql(dsn, "CREATE TABLE IF NOT EXISTS orders (number text)")
            found = set(sql(dsn, "SELECT number FROM orders").split())
            assert acknowledged <= found, f"round {round_}"
            victims = dice.sample([running.server("postgres"), *running.servers()], k=2)
            if dice.random() < 0.7:
                victims.append(psutil.Process(running.process.pid))
            killing = threading.Timer(dice.uniform(0, 0.3), _kill_all, [victims])
            killing.start()
            for number in range(8):
                row = f"{round_}.{number}"
                with contextlib.suppress(subprocess.CalledProcessError):
                    sql(dsn, f"INSERT INTO orders VALUES ('{row}')")
                    acknowledged.add(row)
            killing.join()
    assert len(acknowledged) > ROUNDS


def _kill_all(victims: list[psutil.Process]) -> None:
    for victim in victims:
        with contextlib.suppress(psutil.NoSuchProcess):
            victim.kill()

"""The master key: read, made once, and refused when it is none."""

import stat
from base64 import b64encode, urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from secrets import token_bytes

import pytest

from storage.errors import Misconfigured
from storage.security.keys import FILE_NAME, put_new_version, read_master_key

RAW = bytes(range(100, 132))


@pytest.mark.parametrize(
    "text",
    [RAW.hex(), RAW.hex().upper(), b64encode(RAW).decode(), urlsafe_b64encode(RAW).decode(),
     b64encode(RAW).decode().rstrip("="), f"  {RAW.hex()}\n"],
)  # fmt: skip
def test_every_usual_spelling_is_the_same_key(tmp_path, text):
    written = tmp_path / "key"
    written.write_text(text)
    from_value = read_master_key(text, None, tmp_path, make=False)
    from_file = read_master_key(None, written, tmp_path, make=False)
    assert from_value.derive("tickets") == from_file.derive("tickets")


@pytest.mark.parametrize("text", ["", "short", "x" * 43, "00" * 32, RAW.hex()[:-2], "é" * 44])
def test_what_is_no_key_is_refused_without_being_shown(tmp_path, text):
    with pytest.raises(Misconfigured) as refused:
        read_master_key(text, None, tmp_path, make=False)
    assert "MASTER_KEY" in str(refused.value)
    assert "openssl rand -base64 32" in str(refused.value)
    assert not text or text not in str(refused.value)


def test_a_key_is_made_once_and_for_us_alone(tmp_path):
    with ThreadPoolExecutor(8) as threads:
        keys = list(
            threads.map(lambda _: read_master_key(None, None, tmp_path, make=True), range(32))
        )
    assert len({key.derive("tickets") for key in keys}) == 1
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]


def test_without_leave_to_make_one_a_missing_key_is_named(tmp_path):
    with pytest.raises(Misconfigured, match="MASTER_KEY is not set"):
        read_master_key(None, None, tmp_path, make=False)
    with pytest.raises(Misconfigured, match="MASTER_KEY_FILE cannot be read"):
        read_master_key(None, tmp_path / "nowhere", tmp_path, make=True)


def test_purposes_are_unrelated_and_the_key_does_not_show(tmp_path):
    text = b64encode(token_bytes(32)).decode()
    key = read_master_key(text, None, tmp_path, make=False)
    assert key.derive("tickets") != key.derive("webhook")
    assert text not in repr(key)


NEWER = bytes(range(60, 92))


@pytest.mark.parametrize("between", [",", ", ", "\n", "\n\n"])
def test_several_versions_the_newest_first(tmp_path, between):
    text = f"{NEWER.hex()}{between}{RAW.hex()}"
    both = read_master_key(text, None, tmp_path, make=False)
    new, old = (read_master_key(each.hex(), None, tmp_path, make=False) for each in (NEWER, RAW))
    assert both.versions == (*new.versions, *old.versions)
    assert both.derive("tickets") == old.derive("tickets")
    assert old.unwrap(old.wrap(b"k" * 32), old.versions[0]) == b"k" * 32
    assert new.unwrap(both.wrap(b"k" * 32), new.versions[0]) == b"k" * 32


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"{RAW.hex()},{RAW.hex()}", "twice"),
        (f"{RAW.hex()}\n{b64encode(RAW).decode()}", "twice"),
        (f"{RAW.hex()},short", "version 2, is not a key"),
        (f"{'00' * 32},{RAW.hex()}", "version 1, can be guessed"),
        (",", "is not a key"),
    ],
)
def test_wrong_versions_are_named_and_not_shown(tmp_path, text, says):
    with pytest.raises(Misconfigured, match=says) as refused:
        read_master_key(text, None, tmp_path, make=False)
    assert RAW.hex() not in str(refused.value)
    assert b64encode(RAW).decode() not in str(refused.value)


def test_a_new_version_goes_before_those_of_the_file(tmp_path):
    old = read_master_key(None, None, tmp_path, make=True)
    put_new_version(tmp_path)
    both = read_master_key(None, None, tmp_path, make=False)
    assert both.versions[1:] == old.versions
    assert both.derive("tickets") == old.derive("tickets")
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]

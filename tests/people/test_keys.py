"""The key file: made once, rotated, closed to others, and never guessed at."""

import base64
import json
import os
import stat
from pathlib import Path

import pytest

from gongdao.people import keys
from gongdao.people.actions import create_account, reseal_all
from gongdao.people.keys import KeyFileError, keyring
from gongdao.people.models import Account
from gongdao.people.sealing import SealBroken, is_current, keyed_fingerprint, seal, unseal
from tests.world import BY, PASSWORD


@pytest.fixture
def path(settings, tmp_path: Path) -> Path:  # type: ignore[no-untyped-def]
    settings.GONGDAO_KEYS = tmp_path / "below" / "keys.json"
    return settings.GONGDAO_KEYS  # type: ignore[no-any-return]


def changed(path: Path, **values: object) -> None:
    """Write the key file with something else in it, at another time."""
    content = json.loads(path.read_text()) | values
    path.write_text(json.dumps(content))
    later = path.stat().st_mtime_ns + 1_000_000_000
    os.utime(path, ns=(later, later))


def test_a_new_key_file_has_one_sealing_key_and_is_closed_to_others(path: Path) -> None:
    keys.create(path)
    ring = keyring()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (list(ring.sealing), ring.active) == ([1], 1)
    assert (len(ring.sealing[1]), len(ring.fingerprint)) == (16, 32)


def test_two_installations_never_have_the_same_keys(path: Path, tmp_path: Path) -> None:
    keys.create(path)
    keys.create(tmp_path / "other.json")
    one, other = json.loads(path.read_text()), json.loads((tmp_path / "other.json").read_text())
    assert one["sealing"]["1"] != other["sealing"]["1"]
    assert one["fingerprint"] != other["fingerprint"]


def test_an_existing_key_file_is_never_overwritten(path: Path) -> None:
    keys.create(path)
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        keys.create(path)
    assert path.read_bytes() == before


def test_without_a_key_file_one_is_told_what_to_do(path: Path) -> None:
    with pytest.raises(KeyFileError, match="gongdao keys init"):
        keyring()
    with pytest.raises(KeyFileError):
        keys.rotate(path)


def test_a_key_file_that_others_can_read_is_refused_even_after_it_has_been_in_use(path: Path) -> None:
    keys.create(path)
    keyring()
    for mode in (0o640, 0o604, 0o620):
        path.chmod(mode)
        with pytest.raises(KeyFileError, match="chmod 600"):
            keyring()
    path.chmod(0o400)
    assert keyring().active == 1


@pytest.mark.parametrize(
    "content",
    ["", "not json", "[]", "{}", '{"active": 1, "sealing": [], "fingerprint": ""}',
     '{"active": 1, "sealing": {"1": "短"}, "fingerprint": ""}', '{"active": 1, "sealing": {"1": "AAAA"}, "fingerprint": ""}'],
)  # fmt: skip
def test_a_damaged_key_file_says_so(path: Path, content: str) -> None:
    keys.create(path)
    path.write_text(content)
    with pytest.raises(KeyFileError, match="已损坏"):
        keyring()


def test_an_active_key_that_is_not_there_says_so(path: Path) -> None:
    keys.create(path)
    changed(path, active=2)
    with pytest.raises(KeyFileError, match="第2号"):
        keyring()


def test_after_a_rotation_new_data_uses_the_new_key_and_old_data_still_opens(path: Path) -> None:
    keys.create(path)
    old = seal("旧的", context="here")
    before, mark = keyring(), keyed_fingerprint("旧的", purpose="x")
    assert keys.rotate(path) == 2
    new = seal("新的", context="here")
    assert (old[1], new[1]) == (1, 2)
    assert (unseal(old, context="here"), unseal(new, context="here")) == ("旧的", "新的")
    assert (is_current(old), is_current(new)) == (False, True)
    assert keyring().sealing[1] == before.sealing[1] != keyring().sealing[2]
    assert keyed_fingerprint("旧的", purpose="x") == mark
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["keys.json"]


def test_a_rotation_changes_the_file_it_is_given(path: Path, tmp_path: Path) -> None:
    keys.create(path)
    keys.create(tmp_path / "other.json")
    kept = path.read_bytes()
    first = json.loads((tmp_path / "other.json").read_text())["sealing"]["1"]
    keys.rotate(tmp_path / "other.json")
    assert path.read_bytes() == kept
    assert json.loads((tmp_path / "other.json").read_text())["sealing"]["1"] == first


def test_a_failing_rotation_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys.create(path)
    before = path.read_bytes()

    def failing(*args: object) -> None:
        raise OSError("磁盘满了")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", failing)
        with pytest.raises(OSError, match="磁盘满了"):
            keys.rotate(path)
    assert path.read_bytes() == before
    assert keys.rotate(path) == 2


def test_there_is_no_256th_key(path: Path) -> None:
    keys.create(path)
    key = base64.b64encode(bytes(16)).decode()
    changed(path, sealing={str(number): key for number in range(1, 256)}, active=255)
    before = path.read_bytes()
    with pytest.raises(KeyFileError, match="255"):
        keys.rotate(path)
    assert path.read_bytes() == before


def test_the_keys_of_another_installation_open_nothing(path: Path) -> None:
    keys.create(path)
    sealed = seal("秘密", context="here")
    path.unlink()
    keys.create(path)
    with pytest.raises(SealBroken):
        unseal(sealed, context="here")


def test_a_value_whose_key_is_gone_does_not_open(path: Path) -> None:
    keys.create(path)
    sealed = seal("秘密", context="here")
    keys.rotate(path)
    content = json.loads(path.read_text())
    changed(path, sealing={"2": content["sealing"]["2"]})
    with pytest.raises(SealBroken):
        unseal(sealed, context="here")


def test_after_sealing_anew_a_backup_with_the_old_key_still_opens(path: Path, db: None) -> None:
    keys.create(path)
    account = create_account(username="u", display_name="示例", password=PASSWORD, phone="13900000000", **BY)
    backup = bytes(account.phone_sealed or b"")
    number = keys.rotate(path)
    assert reseal_all(number) == 1
    assert reseal_all(number) == 0
    now = bytes(Account.objects.get(username="u").phone_sealed or b"")
    assert (backup[1], now[1]) == (1, 2)
    context = f"account:{account.pk}:phone"
    assert unseal(now, context=context) == unseal(backup, context=context) == "13900000000"

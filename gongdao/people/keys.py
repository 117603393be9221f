"""The key file: outside the database, readable by the service only, several keys, one of them active.

Sealing keys rotate: new data uses the active one, old data stays readable. The fingerprint key does not rotate,
because fingerprints kept in events must stay comparable for ever.
"""

import base64
import json
import os
import secrets
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

SM4_KEY_BYTES = 16
FINGERPRINT_KEY_BYTES = 32


class KeyFileError(Exception):
    """The key file is missing, unreadable or open to others; says in Chinese what to do."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """Sealing keys by their one-byte number, the active number, and the fingerprint key."""

    sealing: dict[int, bytes]
    active: int
    fingerprint: bytes


def keyring() -> Keyring:
    """The keys of this installation; read again when the file changes. Raises KeyFileError."""
    return _read(Path(settings.GONGDAO_KEYS))


def _read(path: Path) -> Keyring:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise KeyFileError(f"没有找到密钥文件 {path}，请先运行 gongdao keys init。") from None
    if stat.S_IMODE(found.st_mode) & 0o077:
        raise KeyFileError(f"密钥文件 {path} 别人也能读取，请运行 chmod 600 {path}。")
    return _load(path, found.st_mtime_ns)


def create(path: Path) -> None:
    """A new key file with one sealing key; FileExistsError if there is one already."""
    _write(
        path, {1: secrets.token_bytes(SM4_KEY_BYTES)}, 1, secrets.token_bytes(FINGERPRINT_KEY_BYTES), new=True
    )


def rotate(path: Path) -> int:
    """Add a sealing key and make it the active one; returns its number."""
    ring = _read(path)
    number = max(ring.sealing) + 1
    if number > 255:
        raise KeyFileError("密钥已经更换过255次，请先清理不再使用的旧密钥。")
    _write(path, {**ring.sealing, number: secrets.token_bytes(SM4_KEY_BYTES)}, number, ring.fingerprint)
    return number


@lru_cache(maxsize=4)
def _load(path: Path, _changed: int) -> Keyring:
    try:
        content = json.loads(path.read_text())
        sealing = {int(number): base64.b64decode(key) for number, key in content["sealing"].items()}
        ring = Keyring(sealing, content["active"], base64.b64decode(content["fingerprint"]))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise KeyFileError(f"密钥文件 {path} 已损坏，请从备份恢复。") from error
    if any(len(key) != SM4_KEY_BYTES for key in ring.sealing.values()):
        raise KeyFileError(f"密钥文件 {path} 已损坏，请从备份恢复。")
    if ring.active not in ring.sealing:
        raise KeyFileError(f"密钥文件 {path} 中没有第{ring.active}号密钥，请从备份恢复。")
    return ring


def _write(
    path: Path, sealing: dict[int, bytes], active: int, fingerprint: bytes, *, new: bool = False
) -> None:
    content = {
        "active": active,
        "sealing": {str(number): base64.b64encode(key).decode() for number, key in sealing.items()},
        "fingerprint": base64.b64encode(fingerprint).decode(),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    target = path if new else path.with_suffix(".new")
    if not new:
        target.unlink(missing_ok=True)  # left over from a rotation that broke off; never in use
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    if not new:
        target.replace(path)

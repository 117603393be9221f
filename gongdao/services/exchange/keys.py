"""Our own exchange keys: one to sign, one to open what is sealed for us. They lie beside the key file, readable by the
service only. Ed25519 and X25519, since the library at hand signs with neither SM2 nor any other national curve."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.conf import settings

from gongdao.people.keys import KeyFileError


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """The private halves."""

    signing: Ed25519PrivateKey
    sealing: X25519PrivateKey

    @property
    def public(self) -> tuple[str, str]:
        """What partners need of us, in hexadecimal: to check our signature, to seal for us."""
        return (
            self.signing.public_key().public_bytes_raw().hex(),
            self.sealing.public_key().public_bytes_raw().hex(),
        )


def path() -> Path:
    """Where they lie."""
    return Path(settings.GONGDAO_KEYS).with_name("exchange.json")


def new_keys() -> OwnKeys:
    """A fresh pair of keys, kept nowhere."""
    return OwnKeys(Ed25519PrivateKey.generate(), X25519PrivateKey.generate())


def create() -> OwnKeys:
    """Make and keep them; FileExistsError if there are some."""
    made = new_keys()
    content = {
        "signing": made.signing.private_bytes_raw().hex(),
        "sealing": made.sealing.private_bytes_raw().hex(),
    }
    path().parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(content, file)
    return made


def own_keys() -> OwnKeys:
    """The keys of this installation. Raises KeyFileError."""
    try:
        if path().stat().st_mode & 0o077:
            raise KeyFileError(f"密钥文件 {path()} 别人也能读取，请运行 chmod 600 {path()}。")
        content = json.loads(path().read_text())
        return OwnKeys(
            Ed25519PrivateKey.from_private_bytes(bytes.fromhex(content["signing"])),
            X25519PrivateKey.from_private_bytes(bytes.fromhex(content["sealing"])),
        )
    except FileNotFoundError:
        raise KeyFileError(f"没有找到交换密钥 {path()}，请先运行 gongdao exchange keys。") from None
    except (KeyError, TypeError, ValueError) as error:
        raise KeyFileError(f"交换密钥 {path()} 已损坏，请从备份恢复。") from error

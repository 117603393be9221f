"""A package that may travel on any medium: sealed for one receiver, signed by one sender, refused if anything differs.

A fresh X25519 key and the receiver's public key give, through HKDF-SM3, the SM4-GCM key of this one package. The
signature (Ed25519) covers every other field, so that neither the address nor the content can be changed.
"""

import base64
import hashlib
import json
import os
from typing import Any

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from gongdao.procedures.engine.recording import canonical

FORMAT = "gongdao-exchange/1"
NONCE_BYTES, TAG_BYTES = 12, 16
FIELDS = frozenset({"format", "from", "to", "made_at", "fresh_key", "sealed", "signature"})


class Tampered(Exception):
    """The package is not what its sender signed, or not for us."""

    def __init__(self, why: str = "包在路上被改动过，或者不是这个单位发出的") -> None:
        super().__init__(f"{why}，没有处理其中任何内容。")


def fingerprint(text: str) -> str:
    """SM3, in hexadecimal."""
    return hashlib.new("sm3", text.encode()).hexdigest()


def pack(
    content: dict[str, Any], *, sender: str, receiver: str, made_at: str, signing: Ed25519PrivateKey, to: X25519PublicKey
) -> dict[str, str]:  # fmt: skip
    """Seal ``content`` for the receiver and sign the whole."""
    fresh = X25519PrivateKey.generate()
    nonce = os.urandom(NONCE_BYTES)
    sealer = Cipher(algorithms.SM4(_key(fresh, to)), modes.GCM(nonce)).encryptor()
    body = sealer.update(canonical(content).encode()) + sealer.finalize()
    made = {
        "format": FORMAT, "from": sender, "to": receiver, "made_at": made_at,
        "fresh_key": fresh.public_key().public_bytes_raw().hex(),
        "sealed": base64.b64encode(nonce + sealer.tag + body).decode(),
    }  # fmt: skip
    return made | {"signature": signing.sign(canonical(made).encode()).hex()}


def read(text: str) -> dict[str, str]:
    """The package as written, its fields checked; who it is from is only a claim until ``unpack`` has checked it."""
    try:
        given = json.loads(text)
    except ValueError:
        raise Tampered from None
    if (
        not isinstance(given, dict)
        or set(given) != FIELDS
        or not all(isinstance(v, str) for v in given.values())
    ):
        raise Tampered
    if given["format"] != FORMAT:
        raise Tampered("看不懂这种格式的包")
    return given


def unpack(
    given: dict[str, str], *, receiver: str, signer: Ed25519PublicKey, sealing: X25519PrivateKey
) -> Any:
    """The content, if the signer signed exactly this for this receiver. Raises Tampered."""
    signed = {name: value for name, value in given.items() if name != "signature"}
    try:
        signer.verify(bytes.fromhex(given["signature"]), canonical(signed).encode())
        if given["to"] != receiver:
            raise Tampered(f"包是给“{given['to']}”的，不是给本机构的")
        sealed = base64.b64decode(given["sealed"], validate=True)
        nonce, tag, body = (
            sealed[:NONCE_BYTES],
            sealed[NONCE_BYTES : NONCE_BYTES + TAG_BYTES],
            sealed[NONCE_BYTES + TAG_BYTES :],
        )
        key = _key(sealing, X25519PublicKey.from_public_bytes(bytes.fromhex(given["fresh_key"])))
        opener = Cipher(algorithms.SM4(key), modes.GCM(nonce, tag)).decryptor()
        return json.loads(opener.update(body) + opener.finalize())
    except (InvalidSignature, InvalidTag, ValueError):
        raise Tampered from None


def _key(own: X25519PrivateKey, other: X25519PublicKey) -> bytes:
    return HKDF(algorithm=hashes.SM3(), length=16, salt=None, info=FORMAT.encode()).derive(
        own.exchange(other)
    )

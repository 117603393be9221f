"""Sealing personal data with SM4-GCM (GB/T 32907-2016), and keyed fingerprints with HMAC-SM3.

A sealed value is: version (1 byte), key number (1), nonce (12), tag (16), ciphertext. The context (table, owner,
field) is authenticated, so a ciphertext copied to another place does not open.
"""

import hmac
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from gongdao.people.keys import keyring

VERSION = 1
NONCE_BYTES = 12
TAG_BYTES = 16
HEADER_BYTES = 2 + NONCE_BYTES + TAG_BYTES


class SealBroken(Exception):
    """The sealed value was altered, moved, or its key is gone."""

    def __init__(self) -> None:
        super().__init__("加密保存的内容打不开：内容被改动或移动过，或者缺少对应的密钥。")


def seal_bytes(data: bytes, *, context: str) -> bytes:
    """Seal under the active key, bound to ``context``."""
    ring = keyring()
    nonce = os.urandom(NONCE_BYTES)
    encryptor = Cipher(algorithms.SM4(ring.sealing[ring.active]), modes.GCM(nonce)).encryptor()
    encryptor.authenticate_additional_data(context.encode())
    ciphertext = encryptor.update(data) + encryptor.finalize()
    return bytes((VERSION, ring.active)) + nonce + encryptor.tag + ciphertext


def unseal_bytes(sealed: bytes, *, context: str) -> bytes:
    """Open what ``seal_bytes`` made in the same context. Raises SealBroken."""
    if len(sealed) < HEADER_BYTES or sealed[0] != VERSION:
        raise SealBroken
    key = keyring().sealing.get(sealed[1])
    if key is None:
        raise SealBroken
    nonce, tag = sealed[2 : 2 + NONCE_BYTES], sealed[2 + NONCE_BYTES : HEADER_BYTES]
    decryptor = Cipher(algorithms.SM4(key), modes.GCM(nonce, tag)).decryptor()
    decryptor.authenticate_additional_data(context.encode())
    try:
        return decryptor.update(sealed[HEADER_BYTES:]) + decryptor.finalize()
    except InvalidTag:
        raise SealBroken from None


def seal(text: str, *, context: str) -> bytes:
    """Seal a text."""
    return seal_bytes(text.encode(), context=context)


def unseal(sealed: bytes, *, context: str) -> str:
    """Open a sealed text. Raises SealBroken."""
    return unseal_bytes(sealed, context=context).decode()


def is_current(sealed: bytes) -> bool:
    """Whether the value is sealed under the active key."""
    return len(sealed) > 1 and sealed[1] == keyring().active


def keyed_fingerprint(value: str, *, purpose: str) -> str:
    """HMAC-SM3 of the value as written, 64 hexadecimal digits; equal values of one purpose give equal ones."""
    message = f"{purpose}\0{value}".encode()
    return hmac.new(keyring().fingerprint, message, "sm3").hexdigest()


def searchable_fingerprint(value: str, *, purpose: str) -> str:
    """The fingerprint of a name, number or phone however it is typed: width, case, spaces and dashes ignored."""
    normal = unicodedata.normalize("NFKC", value).upper()
    return keyed_fingerprint("".join(c for c in normal if c.isalnum()), purpose=purpose)

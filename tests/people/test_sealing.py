"""Sealed values: altered, shortened or moved ones do not open; equal ones look different."""

import hashlib

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given
from hypothesis import strategies as st

from gongdao.people import keys
from gongdao.people.sealing import (
    SealBroken,
    keyed_fingerprint,
    seal,
    seal_bytes,
    searchable_fingerprint,
    unseal,
    unseal_bytes,
)


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path):  # type: ignore[no-untyped-def]
    settings.GONGDAO_KEYS = tmp_path / "keys.json"
    keys.create(settings.GONGDAO_KEYS)


def test_sm4_and_sm3_are_those_of_the_standards() -> None:
    """The vectors of GB/T 32907-2016 annex A.1 and GB/T 32905-2016 annex A.1."""
    key = bytes.fromhex("0123456789abcdeffedcba9876543210")
    encryptor = Cipher(algorithms.SM4(key), modes.ECB()).encryptor()
    assert encryptor.update(key).hex() == "681edf34d206965e86b3e94f536e4246"
    digest = hashlib.new("sm3", b"abc").hexdigest()
    assert digest == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


@given(st.binary(max_size=300), st.text(max_size=30))
def test_what_was_sealed_opens_in_its_own_place(data: bytes, context: str) -> None:
    assert unseal_bytes(seal_bytes(data, context=context), context=context) == data


@given(st.data())
def test_a_value_with_any_bit_changed_does_not_open(data: st.DataObject) -> None:
    sealed = bytearray(seal("王小明，住示例村1号", context="party:1:p1:1"))
    place = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[place // 8] ^= 1 << place % 8
    with pytest.raises(SealBroken):
        unseal(bytes(sealed), context="party:1:p1:1")


@pytest.mark.parametrize("length", [0, 1, 2, 14, 29, 30, 40])
def test_a_shortened_value_does_not_open(length: int) -> None:
    sealed = seal("王小明，住示例村1号", context="here")
    with pytest.raises(SealBroken):
        unseal(sealed[:length], context="here")


def test_a_value_moved_to_another_place_does_not_open() -> None:
    sealed = seal("王小明", context="party:1:p1:1")
    for elsewhere in ("party:2:p1:1", "party:1:p2:1", "party:1:p1:2", "sealed_text:1:story#1", ""):
        with pytest.raises(SealBroken):
            unseal(sealed, context=elsewhere)


def test_equal_texts_are_not_recognisable_once_sealed() -> None:
    one, other = seal("王小明", context="here"), seal("王小明", context="here")
    assert one != other
    assert one[30:] != other[30:]
    assert "王小明".encode() not in one


def test_fingerprints_need_the_key_and_keep_purposes_apart(settings, tmp_path) -> None:  # type: ignore[no-untyped-def]
    mark = keyed_fingerprint("王小明", purpose="party-name")
    assert mark == keyed_fingerprint("王小明", purpose="party-name")
    assert mark != keyed_fingerprint("王小明", purpose="party-id")
    assert mark != hashlib.new("sm3", "王小明".encode()).hexdigest()
    assert mark != hashlib.new("sm3", "party-name\0王小明".encode()).hexdigest()
    settings.GONGDAO_KEYS = tmp_path / "other.json"
    keys.create(settings.GONGDAO_KEYS)
    assert mark != keyed_fingerprint("王小明", purpose="party-name")


def test_a_person_is_found_however_the_number_is_typed() -> None:
    def of(value: str) -> str:
        return searchable_fingerprint(value, purpose="party-phone")

    assert of("139-0000 0000") == of("13900000000") == of("１３９００００００００")
    assert searchable_fingerprint("11010119000307888x", purpose="i") == searchable_fingerprint(
        "11010119000307888X", purpose="i"
    )
    assert of("13900000001") != of("13900000000")

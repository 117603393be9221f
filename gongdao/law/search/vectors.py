"""The meanings of known articles, shipped small: each dimension in sixteen steps, two dimensions to a byte."""

import hashlib
from dataclasses import dataclass

import numpy as np

_STEPS = 0.36  # of a dimension's spread: sixteen of them hold ± 2.9 spreads


def key_of(law: str, text: str) -> int:
    """What an article's vector is kept under: the law and its words, not its number, which amendments move."""
    return int.from_bytes(hashlib.blake2b(f"{law}\n{text}".encode(), digest_size=8).digest(), "little")


def passage(law: str, text: str) -> str:
    """The words whose meaning stands for an article."""
    return f"{law.removeprefix('中华人民共和国')} {text}"


@dataclass(frozen=True, slots=True)
class PackedVectors:
    """``packed`` uint8 [n, dimensions / 2] beside sorted ``keys`` uint64 [n]; ``spread`` float32 [dimensions]."""

    keys: np.ndarray
    packed: np.ndarray
    spread: np.ndarray

    @classmethod
    def made_of(cls, keys: np.ndarray, vectors: np.ndarray) -> "PackedVectors":
        """Pack float vectors [n, even dimensions]; of equal keys one is kept."""
        keys, first = np.unique(keys, return_index=True)
        spread = vectors.std(0).astype(np.float32)
        return cls(keys, pack(vectors[first], spread), spread)

    def find(self, keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Packed vectors uint8 [n, dimensions / 2], and which of them are known: bool [n]."""
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return self.packed[places], self.keys[places] == keys


def pack(vectors: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """float [n, dimensions] → uint8 [n, dimensions / 2]."""
    steps = np.clip(np.round(vectors / (spread * _STEPS) + 7.5), 0, 15).astype(np.uint8)
    return steps[:, ::2] << 4 | steps[:, 1::2]


def unpack(packed: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """The other way, nearly: float32 [n, dimensions]."""
    steps = np.empty((len(packed), 2 * packed.shape[1]), np.float32)
    steps[:, ::2], steps[:, 1::2] = packed >> 4, packed & 15
    return (steps - 7.5) * (spread * _STEPS)


def nearness(packed: np.ndarray, spread: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Inner products of two vectors [dimensions] with all packed ones, without unpacking them: float32 [2, n]."""
    both = np.stack([first, second]).astype(np.float32) * (spread * _STEPS)
    from gongdao.law.search.kernels import products_of  # numba takes a second: only who searches waits

    products = products_of(packed, np.ascontiguousarray(both[:, ::2]), np.ascontiguousarray(both[:, 1::2]))
    return products - 7.5 * both.sum(1, keepdims=True)

"""The meaning of a text as a vector, as the statute search reads it too."""

from gongdao.law.meaning import READ_AT_MOST, identity, meaning

__all__ = ["READ_AT_MOST", "identity", "meaning"]

"""Wrong access codes are counted by matter, so that a code cannot be found by trying."""

from django.core.cache import cache

TRIES, PER_SECONDS = 10, 600


def too_many_tries(number: str) -> bool:
    """Whether this number has been tried too often with a wrong code. Addresses are not counted: behind a proxy,
    or in one village, many people share one."""
    return bool(cache.get(_key(number), 0) >= TRIES)


def count_try(number: str) -> None:
    """Note a wrong code."""
    cache.add(_key(number), 0, PER_SECONDS)
    cache.incr(_key(number))


def _key(number: str) -> str:
    return f"tries-{''.join(c for c in number if c.isdigit())[:12]}"

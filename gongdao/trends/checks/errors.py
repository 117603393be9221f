"""Refusals."""


class CheckRefused(Exception):
    """It cannot be done; the text says why in Chinese."""

"""Ordinary facts for every step, one file for each service. What a scenario says replaces them."""

FILE = "0" * 64

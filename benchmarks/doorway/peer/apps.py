"""The Django application of the peer; its tables are made without migrations."""

from django.apps import AppConfig


class PeerConfig(AppConfig):
    name = "benchmarks.doorway.peer"
    label = "peer"

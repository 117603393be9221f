"""The Django application."""

from django.apps import AppConfig


class RosterConfig(AppConfig):
    name = "gongdao.services.roster"
    label = "roster"

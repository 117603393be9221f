"""The Django application."""

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    name = "gongdao.trends.checks"
    label = "checks"

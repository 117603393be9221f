"""The Django application."""

from django.apps import AppConfig


class WarningsConfig(AppConfig):
    name = "gongdao.trends.warnings"
    label = "warnings"

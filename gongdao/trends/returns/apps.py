"""The Django application."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "gongdao.trends.returns"
    label = "returns"

"""The Django application."""

from django.apps import AppConfig


class BriefingsConfig(AppConfig):
    name = "gongdao.trends.briefings"
    label = "briefings"

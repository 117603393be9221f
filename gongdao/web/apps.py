"""The Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "gongdao.web"

"""The Django application."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "gongdao.services.register"
    label = "register"

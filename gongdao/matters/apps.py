"""The Django application."""

from django.apps import AppConfig


class MattersConfig(AppConfig):
    name = "gongdao.matters"

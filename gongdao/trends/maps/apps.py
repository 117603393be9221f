"""The Django application."""

from django.apps import AppConfig


class MapsConfig(AppConfig):
    name = "gongdao.trends.maps"
    label = "maps"

"""The Django application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "gongdao.documents"

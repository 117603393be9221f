"""The Django application."""

from django.apps import AppConfig


class LegalAidConfig(AppConfig):
    name = "gongdao.services.legal_aid"
    label = "legal_aid"

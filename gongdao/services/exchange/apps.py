"""The Django application."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "gongdao.services.exchange"
    label = "exchange"

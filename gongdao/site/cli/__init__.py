"""The gongdao command. Each room has its own file; this one only gathers them."""

import importlib
import os

import click

# room file → the commands it offers; imported only when asked for, so that `gongdao law` starts without Django
_ROOMS = {
    "law": "law",
    "procedures": "procedures",
    "triage": "triage",
    "keys": "keys",
    "people": "people",
    "roles": "people",
    "audit": "audit",
    "demo": "demo",
    "serve": "serve",
    "manage": "manage",
    "openapi": "openapi",
}
_WITHOUT_DJANGO = {"law", "procedures", "triage"}


class Rooms(click.Group):
    """Finds a command in its room's file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_ROOMS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        room = _ROOMS.get(name)
        if room is None:
            return None
        if name not in _WITHOUT_DJANGO:
            import django

            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongdao.site.settings")
            django.setup()
        return getattr(importlib.import_module(f"gongdao.site.cli.{room}"), name)


@click.command(cls=Rooms)
def main() -> None:
    """公道：司法行政公共法律服务平台"""

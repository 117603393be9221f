"""Commands gathered by name and imported only when asked for, so that `gongdao law` starts without Django."""

import importlib
import os
from collections.abc import Collection, Mapping
from typing import Any

import click


class Rooms(click.Group):
    """Finds a command in its room's file. ``rooms``: command → file in ``package``, which has it by its name."""

    def __init__(
        self, *, package: str, rooms: Mapping[str, str], without_django: Collection[str], **more: Any
    ):
        super().__init__(**more)
        self.package, self.rooms, self.without_django = package, rooms, without_django

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self.rooms)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        room = self.rooms.get(name)
        if room is None:
            return None
        if name not in self.without_django:
            import django

            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongdao.site.settings")
            django.setup()
        return getattr(importlib.import_module(f"{self.package}.{room}"), name.replace("-", "_"))

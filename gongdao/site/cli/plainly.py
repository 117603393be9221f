"""What cannot be done ends a command with its Chinese sentence, never with a traceback."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from django.core.exceptions import ValidationError
from django.db import DatabaseError

from gongdao.people.actions import StaffError
from gongdao.people.keys import KeyFileError
from gongdao.trends.maps.geojson import MapError


def plainly(command: Callable[..., None]) -> Callable[..., None]:
    """Wrap a command: known refusals become one line and exit code 1."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except (StaffError, KeyFileError, MapError) as error:
            raise click.ClickException(str(error)) from None
        except ValidationError as error:
            raise click.ClickException("；".join(error.messages)) from None
        except DatabaseError as error:
            raise click.ClickException(
                f"数据库用不了，先检查 GONGDAO_DATABASE_URL，再运行 gongdao manage migrate（{str(error).strip()}）"
            ) from None

    return wrapped

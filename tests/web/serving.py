"""A server of its own for the browser: ``python -m tests.web.serving PORT`` in an empty GONGDAO_VAR."""

import os
import sys


def main(port: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "gongdao.site.settings"
    os.environ["GONGDAO_DEMO"] = "1"
    import django

    django.setup()
    from django.core.management import call_command

    from tests.world import build_world

    call_command("migrate", verbosity=0)
    build_world()
    call_command("runserver", f"127.0.0.1:{port}", "--noreload", verbosity=0)


if __name__ == "__main__":
    main(sys.argv[1])

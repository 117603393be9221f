"""Early warning on areas, beside its peers: the field's reference values, speed, what is found, what is foretold, the lake."""

import os
import sys
from importlib import import_module

import django

PARTS = ("reference", "speed", "power", "calibration", "forecast", "lake", "export")


def main(options: list[str]) -> int:
    """All parts with moderate sizes, or the one named first with its own options (``--help`` tells them)."""
    if options and options[0] not in PARTS:
        print(f"there is no part {options[0]}; there are: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongdao.site.settings")
    django.setup()
    for part in options[:1] or PARTS:
        print(f"-- {part}", flush=True)
        import_module(f"benchmarks.trends.{part}").run(options[1:])
    return 0

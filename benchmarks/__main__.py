"""Runs the benchmarks: every package here with a ``main``."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import benchmarks


def main() -> int:
    """All with moderate sizes, or the one named with its own options."""
    known = sorted(module.name for module in iter_modules(benchmarks.__path__) if module.ispkg)
    chosen, options = sys.argv[1:2], sys.argv[2:]
    if chosen and chosen[0] not in known:
        print(f"there is no benchmark {chosen[0]}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    for name in chosen or known:
        print(f"== {name}", flush=True)
        if failed := import_module(f"benchmarks.{name}").main(options):
            return failed
    return 0


if __name__ == "__main__":
    sys.exit(main())

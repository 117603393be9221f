"""How often triage names the field and the kind that people named, what each part adds, and what it costs in time."""

from benchmarks.triage import fields, kinds, pace, stories


def main(options: list[str]) -> int:
    """``--repeats N`` repeats of the cross-validation (default 5); ``--plot FILE.svg`` draws the calibration."""
    given = dict(zip(options[::2], options[1::2], strict=False))
    fields.run(int(given.get("--repeats", "5")), given.get("--plot"))
    kinds.run()
    stories.run()
    pace.run()
    return 0

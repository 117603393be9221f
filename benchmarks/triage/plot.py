"""The calibration plot: how often the best field was right, by how sure the model was."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

BINS = 8
SIDE, EDGE = 320, 48  # pixels of the square, and around it


def points(sure: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]) -> list[tuple[float, float]]:
    """(mean share, part right) of bins of equal size, the least sure first."""
    parts = np.array_split(np.argsort(sure), BINS)
    return [(float(sure[part].mean()), float(right[part].mean())) for part in parts]


def expected_error(sure: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]) -> float:
    """The expected calibration error: how far shares and parts right lie apart, over ten bins of equal width."""
    bins = np.minimum((sure * 10).astype(int), 9)
    gaps = [
        abs(sure[bins == place].mean() - right[bins == place].mean()) * (bins == place).mean()
        for place in range(10)
        if (bins == place).any()
    ]
    return float(sum(gaps))


def draw(sure: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], path: Path) -> None:
    """An SVG; on the dashed line a share of 0.7 is right seven times of ten."""
    dots = [(_x(one), _y(other)) for one, other in points(sure, right)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
    marks = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in dots)
    ticks = "".join(
        f'<text x="{_x(t):.0f}" y="{EDGE + SIDE + 18}" text-anchor="middle">{t:.1f}</text>'
        f'<text x="{EDGE - 8}" y="{_y(t) + 4:.0f}" text-anchor="end">{t:.1f}</text>'
        f'<path d="M{_x(t):.1f} {EDGE}v{SIDE}M{EDGE} {_y(t):.1f}h{SIDE}" stroke="#e3e7eb"/>'
        for t in np.arange(0, 1.01, 0.2)
    )
    whole = SIDE + 2 * EDGE
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" '
        f'font-size="12"><rect width="{whole}" height="{whole}" fill="#fff"/>{ticks}'
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#4d5866" stroke-dasharray="4 4"/>'
        f'<polyline points="{line}" fill="none" stroke="#0b4a7d" stroke-width="2"/><g fill="#0b4a7d">{marks}</g>'
        f'<text x="{EDGE + SIDE / 2}" y="{whole - 8}" text-anchor="middle">how sure (mean of an eighth of the answers)</text>'
        f'<text transform="translate(14 {EDGE + SIDE / 2}) rotate(-90)" text-anchor="middle">how often right</text></svg>\n',
        encoding="utf-8",
    )


def _x(share: float) -> float:
    return EDGE + SIDE * share


def _y(share: float) -> float:
    return EDGE + SIDE * (1 - share)

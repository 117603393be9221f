"""The calibration plot: how often the best field was right, by how sure the model was."""

from pathlib import Path

import altair as alt
import numpy as np
import numpy.typing as npt

BINS = 8


def draw(sure: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], path: Path) -> None:
    """Bins of equal size; the dashed line is where a share of 0.7 is right seven times of ten."""
    order = np.argsort(sure)
    points = [
        {"sure": float(sure[part].mean()), "right": float(right[part].mean()), "questions": len(part)}
        for part in np.array_split(order, BINS)
    ]
    axis = alt.Scale(domain=[0, 1])
    dots = (
        alt.Chart(alt.Data(values=points))
        .mark_line(point={"size": 70}, color="#0b4a7d")
        .encode(
            x=alt.X("sure:Q", scale=axis, title="how sure (mean of an eighth of the answers)"),
            y=alt.Y("right:Q", scale=axis, title="how often right"),
        )
    )
    ends = alt.Data(values=[{"sure": 0, "right": 0}, {"sure": 1, "right": 1}])
    ideal = alt.Chart(ends).mark_line(strokeDash=[4, 4], color="#4d5866").encode(x="sure:Q", y="right:Q")
    (ideal + dots).properties(width=320, height=320).save(str(path))

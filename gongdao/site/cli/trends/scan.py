"""gongdao trends scan: clusters in anybody's table of counts."""

import json
from dataclasses import asdict
from typing import Any

import click
import numpy as np
from numpy.typing import NDArray

from gongdao.site.cli.inputs import TEXT_FILE, Number, OneOf
from gongdao.trends.scan import Cluster, ScanError, Zones, circles
from gongdao.trends.scan import scan as find_clusters
from gongdao.trends.scan.reading import Areas, read_areas, read_baselines, read_counts

_MODELS = ("population_poisson", "population_poisson_timeadj", "permutation", "expectation")


class Span(click.ParamType):
    """A half-open range of columns, 0:52."""

    name = "范围"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> slice:
        first, colon, last = str(value).partition(":")
        if colon and first.isdecimal() and last.isdecimal() and int(first) < int(last):
            return slice(int(first), int(last))
        raise click.ClickException(f"--periods 要写成 0:52 这样，前小后大，不能是“{value}”。")


class Share(click.ParamType):
    """A share above 0, at most 1."""

    name = "比例"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            share = float(value)
        except ValueError:
            share = 0.0
        if 0 < share <= 1:
            return share
        raise click.ClickException(f"--max-share 要大于0、不超过1，不能是“{value}”。")


@click.command()
@click.option(
    "--counts", "counts_text", type=TEXT_FILE, required=True, help="案件数：第一列地区，以后每列一个期间"
)
@click.option("--areas", "areas_text", type=TEXT_FILE, required=True, help="地区：名称、两个坐标、人口")
@click.option("--model", type=OneOf(*_MODELS), default="population_poisson", show_default=True)
@click.option("--max-duration", type=Number(1, 100_000), help="最长几个期间（默认一半）")
@click.option("--max-share", type=Share(), default=0.5, show_default=True, help="一个圆最多占多少人口")
@click.option("--coords", type=OneOf("plane", "latlon"), default="plane", show_default=True)
@click.option("--periods", type=Span(), help="用哪些期间，例如 0:52（默认全部）")
@click.option("--retrospective", is_flag=True, help="也看已经结束的时段（默认只看延续到最后一个期间的）")
@click.option(
    "--baselines", "baselines_text", type=TEXT_FILE, help="预期数：和案件数同样的行列，或者只有一列"
)
@click.option("--replicates", type=Number(0, 1_000_000), default=999, show_default=True, help="模拟次数")
@click.option(
    "--seed", type=Number(0, 2**63 - 1), default=1, show_default=True, help="同一个种子得同样的结果"
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
def scan(
    counts_text: str,
    areas_text: str,
    model: Any,
    max_duration: int | None,
    max_share: float,
    coords: Any,
    periods: slice | None,
    retrospective: bool,
    baselines_text: str | None,
    replicates: int,
    seed: int,
    as_json: bool,
) -> None:
    """在案件数里找时间和空间上的聚集（空间扫描统计量）"""
    try:
        areas = read_areas(areas_text, coords)
        counts = read_counts(counts_text, areas)
        baselines = read_baselines(baselines_text, areas, counts) if baselines_text else None
        chosen = _chosen(counts, periods)
        counts = counts[:, chosen]
        baselines = None if baselines is None else baselines[:, chosen]
        found = find_clusters(
            counts,
            _zones(areas, counts, baselines, model, max_share, coords),
            model=model,
            longest=max_duration or max(1, counts.shape[1] // 2),
            population=areas.population,
            baselines=baselines,
            retrospective=retrospective,
            replicates=replicates,
            seed=seed,
        )
    except ScanError as error:
        raise click.ClickException(f"{error}。") from None
    if as_json:
        click.echo(json.dumps({"clusters": [_plain(one, areas) for one in found]}, ensure_ascii=False))
    else:
        _show(found, areas)


def _chosen(counts: NDArray[np.float64], periods: slice | None) -> slice:
    if periods and periods.stop > counts.shape[1]:
        raise ScanError(f"案件文件只有{counts.shape[1]}个期间，用不了 {periods.start}:{periods.stop}")
    return periods or slice(0, counts.shape[1])


def _zones(
    areas: Areas,
    counts: NDArray[np.float64],
    baselines: NDArray[np.float64] | None,
    model: str,
    share: float,
    coords: Any,
) -> Zones:
    """Circles up to a share of what is expected: of the baselines, else the population, else the cases themselves."""
    weight = areas.population if baselines is None else baselines.sum(axis=1)
    if weight is None or model == "permutation":
        weight = counts.sum(axis=1)
    return circles(areas.coordinates, weight, max_share=share, coords=coords)


def _plain(cluster: Cluster, areas: Areas) -> dict[str, Any]:
    said = asdict(cluster)
    said["areas"] = [areas.names[area] for area in cluster.areas]
    if cluster.observed == int(cluster.observed):
        said["observed"] = int(cluster.observed)
    return said


def _show(found: list[Cluster], areas: Areas) -> None:
    if not found:
        click.echo("没有哪里比预期多。")
    for cluster in found:
        sure = "" if cluster.p_value is None else f"，单凭偶然出现的机会 {cluster.p_value:.3g}"
        click.echo(
            f"{cluster.rank}. 第{cluster.start}到{cluster.end}期，"
            f"{cluster.observed:.10g}件（预期{cluster.expected:.1f}件）{sure}：{'、'.join(areas.names[a] for a in cluster.areas)}"
        )

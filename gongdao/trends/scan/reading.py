"""Tables of counts, areas and baselines from CSV text; what is wrong is said with its line and column."""

import csv
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from io import StringIO
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from gongdao.trends.scan.models import ScanError
from gongdao.trends.scan.zones import Coords

_LATITUDE, _LONGITUDE = ("lat", "纬度"), ("lon", "lng", "经度")


@dataclass(frozen=True, eq=False)
class Areas:
    """``coordinates`` float64 [areas, 2] and, where the file has it, ``population`` float64 [areas]."""

    names: tuple[str, ...]
    coordinates: NDArray[np.float64]
    population: NDArray[np.float64] | None


def read_areas(text: str, coords: Coords) -> Areas:
    """Name, two coordinates and, if given, population. With latlon: latitude first, unless the header says otherwise."""
    header, rows = _rows(text, "地区文件")
    if len(header) < 3:
        raise ScanError("地区文件至少要有三列：地区、两个坐标")
    width = 4 if len(header) > 3 else 3
    numbers = np.array([_numbers(row, line, "地区文件", header, width) for line, row in rows.values()])
    coordinates = numbers[:, :2]
    if coords == "latlon" and _starts(header[1], _LONGITUDE) and _starts(header[2], _LATITUDE):
        coordinates = coordinates[:, ::-1]
    if coords == "latlon" and (np.abs(coordinates[:, 0]) > 90).any():
        raise ScanError("地区文件的纬度要在 -90 到 90 之间：先写纬度，再写经度")
    if coords == "latlon" and (np.abs(coordinates[:, 1]) > 360).any():
        raise ScanError("地区文件的经度要在 -180 到 180 之间")
    population = numbers[:, 2] if width == 4 else None
    if population is not None and (population < 0).any():
        raise ScanError("地区文件的人口不能是负数")
    return Areas(tuple(rows), np.ascontiguousarray(coordinates), population)


def read_counts(text: str, areas: Areas) -> NDArray[np.float64]:
    """One row an area, one column a period → [areas, periods] in the order of ``areas``; an area left out has no cases."""
    return _read_table(text, areas, "案件文件")[0]


def read_baselines(text: str, areas: Areas, counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Expected cases like ``counts``, or one column for all periods together; no area may be left out."""
    table, named = _read_table(text, areas, "基线文件")
    if missing := [name for name in areas.names if name not in named]:
        raise ScanError(f"基线文件缺了地区“{missing[0]}”")
    if table.shape[1] not in (1, counts.shape[1]):
        raise ScanError(f"基线文件有{table.shape[1]}个期间，案件文件有{counts.shape[1]}个")
    return np.repeat(table / counts.shape[1], counts.shape[1], axis=1) if table.shape[1] == 1 else table


def _read_table(text: str, areas: Areas, what: str) -> tuple[NDArray[np.float64], Collection[str]]:
    header, rows = _rows(text, what)
    if len(header) < 2:
        raise ScanError(f"{what}至少要有两列：地区、一个期间")
    place = {name: number for number, name in enumerate(areas.names)}
    table = np.zeros((len(areas.names), len(header) - 1))
    for name, (line, row) in rows.items():
        if name not in place:
            raise ScanError(f"{what}第{line}行的地区“{name}”不在地区文件里")
        table[place[name]] = _numbers(row, line, what, header, len(header))
        for column, number in enumerate(table[place[name]], 2):
            if number < 0:
                raise ScanError(f"{what}第{line}行第{column}列不能是负数：{row[column - 1]}")
    return table, rows.keys()


def _rows(text: str, what: str) -> tuple[list[str], Mapping[str, tuple[int, list[str]]]]:
    """The header, and every named row with its line; blank lines and blank cells at the end do not count."""
    rows: dict[str, tuple[int, list[str]]] = {}
    header: list[str] = []
    reader = csv.reader(StringIO(text.removeprefix("\ufeff")))
    try:
        for cells in reader:
            row = [cell.strip() for cell in cells]
            while len(row) > len(header or [""]) and not row[-1]:
                row.pop()
            if not any(row):
                continue
            if not header:
                header = row
                continue
            if len(row) != len(header):
                raise ScanError(f"{what}第{reader.line_num}行有{len(row)}列，表头有{len(header)}列")
            if not row[0]:
                raise ScanError(f"{what}第{reader.line_num}行没有地区名")
            if row[0] in rows:
                raise ScanError(f"{what}第{reader.line_num}行的地区“{row[0]}”在第{rows[row[0]][0]}行已经有了")
            rows[row[0]] = reader.line_num, row
    except csv.Error as error:
        raise ScanError(f"{what}第{reader.line_num}行不是合格的 CSV（{error}）") from None
    if not rows:
        raise ScanError(f"{what}是空的：第一行是表头，以下每行一个地区")
    return header, rows


def _numbers(row: list[str], line: int, what: str, header: list[str], width: int) -> list[float]:
    numbers = []
    for column in range(1, width):
        try:
            number = float(row[column])
        except ValueError:
            number = float("nan")
        if not isfinite(number) or "_" in row[column]:
            raise ScanError(
                f"{what}第{line}行第{column + 1}列（{header[column]}）要填数字，不能是“{row[column]}”"
            )
        numbers.append(number)
    return numbers


def _starts(title: str, words: tuple[str, ...]) -> bool:
    return title.lower().startswith(words)

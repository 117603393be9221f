"""Where weights lie: those shipped beside this module, and an office's own in the folder ``GONGDAO_WEIGHTS``.

A file of that folder is used only if it is the very one that was held against the shipped weights it grew from
(``checked.json``): altered files, and files made on top of other shipped weights, are left aside.
"""

import hashlib
import io
import json
import os
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from gongdao.triage.learned import dense
from gongdao.triage.learned.linear import Linear, load

CHECKED = "checked.json"
ENVIRONMENT = "GONGDAO_WEIGHTS"


def model_for(task: str, *, with_meaning: bool) -> Linear:
    """The model of a task (fields, kinds): the one that reads meaning where that is wanted and it was learned with
    the package installed here, else the one of words and pieces."""
    if with_meaning:
        full = read(f"{task}.meaning.npz")
        if full.made_with == dense.identity():
            return full
    return read(f"{task}.npz")


def read(name: str) -> Linear:
    """The office's own model of this name where there is one that may be used, else the shipped one."""
    own = _own(os.environ.get(ENVIRONMENT, ""), name)
    return shipped(name) if own is None else own


@lru_cache(maxsize=8)
def shipped(name: str) -> Linear:
    """The model in a file beside this module."""
    return load(io.BytesIO(_shipped_bytes(name)))


def why_not(folder: Path, name: str) -> str:
    """Why the file of this name in a folder is not used; empty where it is."""
    try:
        signed = json.loads((folder / CHECKED).read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return f"没有检验记录 {CHECKED}"
    kept: dict[str, Any] = signed.get(name) or {}
    if not kept:
        return "没有比随软件的权重更准，没有写"
    try:
        data = (folder / name).read_bytes()
    except OSError:
        return "文件不在了"
    if _fingerprint(data) != kept.get("own"):
        return "文件在检验之后改动过"
    if _fingerprint(_shipped_bytes(name)) != kept.get("grown_from"):
        return "软件更新过，要重新训练"
    return ""


def sign(folder: Path, names: Iterable[str], figures: list[dict[str, Any]]) -> None:
    """Note which files of a folder were held against the shipped ones, and what was found."""
    signed = {
        name: {
            "own": _fingerprint((folder / name).read_bytes()),
            "grown_from": _fingerprint(_shipped_bytes(name)),
        }
        for name in names
    }
    text = json.dumps({"files": signed, "figures": figures}, ensure_ascii=False, indent=1)
    (folder / CHECKED).write_text(text + "\n", encoding="utf-8")


@lru_cache(maxsize=8)
def _own(folder: str, name: str) -> Linear | None:
    """Read once in a process: a service is started anew to take up new weights."""
    if not folder or why_not(Path(folder), name):
        return None
    return load(io.BytesIO((Path(folder) / name).read_bytes()))


def _shipped_bytes(name: str) -> bytes:
    return (files("gongdao.triage.learned") / name).read_bytes()


def _fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

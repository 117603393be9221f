"""The templates of the papers: one Markdown file each, filled by Jinja2.

Values are escaped, so that whatever a person wrote stays text. A name that a template uses and the paper's
context lacks is an error, never an empty place.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from gongdao.documents.blocks import Block
from gongdao.documents.markdown import LINE_BREAK, read_blocks
from gongdao.documents.wording import FILTERS

PAPERS = Path(__file__).parent / "papers"
PARTS = "_parts.md"
_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:=^$\"'])")

# Our own mark for a line break, and what no XML file may hold.
_UNPRINTABLE = re.compile(f"[{LINE_BREAK}\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Filled:
    """A paper ready to be written: its blocks and the version of the template they came from."""

    blocks: tuple[Block, ...]
    version: str


@lru_cache(maxsize=1)
def known_templates() -> frozenset[str]:
    """The names of all templates: "people_mediation/agreement"."""
    return frozenset(
        str(path.relative_to(PAPERS).with_suffix("")) for path in PAPERS.glob("*/*.md") if path.name != PARTS
    )


def fill(template: str, context: Mapping[str, Any]) -> Filled:
    """Fill a template. Raises jinja2.UndefinedError for a name the context lacks, ValueError for odd Markdown."""
    text = _environment().get_template(f"{template}.md").render(context)
    return Filled(tuple(read_blocks(text)), template_version(template))


@lru_cache(maxsize=256)
def template_version(template: str) -> str:
    """The first digits of the template's SM3 fingerprint, shared parts included."""
    content = (PAPERS / f"{template}.md").read_bytes() + (PAPERS / PARTS).read_bytes()
    return hashlib.new("sm3", content).hexdigest()[:12]


def escape(value: Any) -> Markup:
    """Text that Markdown leaves alone; what a macro made of Markdown stays as it is."""
    if isinstance(value, Markup):
        return value
    if value is None:
        return Markup("")
    # Ideographic spaces stay: they are the room for writing by hand.
    lines = _UNPRINTABLE.sub("", str(value)).strip(" \t\r\n").splitlines()
    return Markup(LINE_BREAK.join(_SPECIAL.sub(r"\\\1", line) for line in lines))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(PAPERS),
        undefined=StrictUndefined,
        autoescape=True,  # only so that macros give Markup; escape() already has it all marked
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    return environment

"""From the filled Markdown of a template to blocks. Only what papers need is understood; the rest is an error."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from gongdao.documents.blocks import (
    Block,
    Closing,
    Colophon,
    Heading,
    Letterhead,
    NewPage,
    Paragraph,
    Picture,
    Run,
    Signatures,
    Table,
)

# A line feed inside a value travels through Markdown as this character of the private use area.
LINE_BREAK = "\ue000"

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_parser = MarkdownIt("commonmark", {"html": False}).enable("table")


def read_blocks(text: str) -> list[Block]:
    """Blocks in order. Raises ValueError for Markdown that no paper uses."""
    blocks: list[Block] = []
    tokens = _parser.parse(text)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        match token.type:
            case "heading_open":
                blocks.append(Heading(int(token.tag[1]), _plain(tokens[index + 1])))
                index += 3
            case "paragraph_open":
                blocks.append(Paragraph(_runs(tokens[index + 1]), listed=token.level > 0))
                index += 3
            case "table_open":
                end = _closing(tokens, index)
                blocks.append(_table(tokens[index:end]))
                index = end + 1
            case "fence":
                blocks += _fence(token)
                index += 1
            case "bullet_list_open" | "bullet_list_close" | "ordered_list_open" | "ordered_list_close":
                index += 1
            case "list_item_open" | "list_item_close":
                index += 1
            case other:
                raise ValueError(f"templates cannot use {other}")
    return blocks


def _closing(tokens: Sequence[Token], start: int) -> int:
    return next(i for i in range(start, len(tokens)) if tokens[i].type == "table_close")


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_plain(token))
    return Table(tuple(rows[0]), tuple(tuple(row) for row in rows[1:]))


def _fence(token: Token) -> list[Block]:
    # Markdown leaves backslashes inside a fence alone: what the template escaped is restored here.
    lines = tuple(
        _restore(_ESCAPED.sub(r"\1", line.strip())) for line in token.content.splitlines() if line.strip()
    )
    match token.info.strip():
        case "签字":
            return [Signatures(lines)]
        case "照片":
            return [Picture(line) for line in lines]
        case "图":
            return [Picture(lines[0], "".join(lines[1:]))]
        case "版头":
            return [Letterhead(lines[0], "".join(lines[1:]))]
        case "落款":
            return [Closing(lines)]
        case "版记":
            return [Colophon(lines)]
        case "另页":
            return [NewPage()]
        case other:
            raise ValueError(f"templates cannot use a block called {other}")


def _plain(inline: Token) -> str:
    return "".join(run.text for run in _runs(inline))


def _runs(inline: Token) -> tuple[Run, ...]:
    runs, bold = [], False
    for child in inline.children or []:
        match child.type:
            case "text" | "text_special":
                runs.append(Run(_restore(child.content), bold))
            case "strong_open" | "strong_close":
                bold = child.type == "strong_open"
            case "softbreak":
                continue
            case "hardbreak":
                runs.append(Run("\n", bold))
            case other:
                raise ValueError(f"templates cannot use {other}")
    return tuple(run for run in runs if run.text)


def _restore(text: str) -> str:
    return text.replace(LINE_BREAK, "\n")

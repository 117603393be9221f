"""A picture of a signed page: lines of text, two strokes and a seal, drawn here, of nobody's hand."""

import struct
import zlib

WIDTH, HEIGHT = 620, 877
_WHITE, _GREY, _BLUE, _RED = b"\xff\xff\xff", b"\xb0\xb0\xb0", b"\x30\x40\x90", b"\xc8\x30\x30"
_Run = tuple[int, int, bytes]  # from x, to x, colour


def signed_page() -> bytes:
    """A PNG of the page."""
    raw = b"".join(b"\0" + _row(_runs(y)) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(raw)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _runs(y: int) -> list[_Run]:
    """What is drawn on line ``y``, from left to right."""
    if 90 < y < 660 and y % 26 < 3:
        return [(80, 540, _GREY)]
    runs: list[_Run] = []
    if 700 < y < 760:
        runs += [(left + (y * 3) % 80, left + (y * 3) % 80 + 6, _BLUE) for left in (100, 250)]
    if 700 < y < 800:
        edge = y < 708 or y > 792
        runs += [(400, 500, _RED)] if edge else [(400, 408, _RED), (492, 500, _RED)]
    return runs


def _row(runs: list[_Run]) -> bytes:
    row, place = b"", 0
    for start, end, colour in runs:
        row += _WHITE * (start - place) + colour * (end - start)
        place = end
    return row + _WHITE * (WIDTH - place)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

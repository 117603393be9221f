"""Drawings (SVG) as pictures that Word can show."""

import typst

from gongdao.documents.fonts import font_folders

_DOTS_PER_INCH = 200
SVG = b"<svg"


def as_png(svg: bytes) -> bytes:
    """The same drawing as PNG, on white, with the packaged font. The same drawing gives the same bytes."""
    source = '#set page(width: auto, height: auto, margin: 2pt, fill: white)\n#image(bytes(sys.inputs.drawing), format: "svg", width: 12cm)'
    return bytes(
        typst.compile(  # type: ignore[call-overload]  # its stub wants all paths of one kind
            source.encode(), font_paths=font_folders(), ignore_system_fonts=True, format="png", ppi=_DOTS_PER_INCH,
            sys_inputs={"drawing": svg.decode()},
        )
    )  # fmt: skip

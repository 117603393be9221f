"""The font that comes with the package, so that a bare machine prints Chinese."""

from functools import lru_cache
from importlib.metadata import files
from pathlib import Path

_PACKAGE = "noto-cjk-sans-otc"
FONT = "Noto Sans CJK SC"


@lru_cache(maxsize=1)
def font_folders() -> list[str]:
    """Where the packaged font lies."""
    fonts = [file for file in files(_PACKAGE) or [] if file.suffix in (".otf", ".ttf", ".ttc")]
    return [str(Path(str(font.locate())).parent) for font in fonts]

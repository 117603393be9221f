"""Sending a paper's bytes to the browser."""

import io

from django.http import FileResponse

from gongdao.matters.papers import Opened


def send(opened: Opened) -> FileResponse:
    """Shown in the browser if it is a page or a picture, else saved; never kept in a cache."""
    inline = opened.media_type.startswith(("application/pdf", "image/"))
    return FileResponse(
        io.BytesIO(opened.data),
        as_attachment=not inline,
        filename=opened.filename,
        content_type=opened.media_type,
    )

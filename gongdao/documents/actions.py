"""Writing files: checked by their first bytes, sealed, and on disk before the database knows of them."""

import hashlib
import os
import threading
from datetime import datetime
from pathlib import Path

from django.conf import settings

from gongdao.documents.models import StoredFile
from gongdao.people.sealing import is_current, seal_bytes, unseal_bytes

MAX_BYTES = 20 * 1024 * 1024
TOO_LARGE = "文件超过20兆，请压缩或分开上传。"
# Uploads are recognised by their first bytes, not by what their name claims.
MAGIC = {
    "application/pdf": (b"%PDF-",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (b"PK\x03\x04",),
}


class FileRefused(Exception):
    """The file cannot be kept; the text says why in Chinese."""


def fingerprint_of(data: bytes) -> str:
    """SM3 of the plain bytes, as 64 hexadecimal digits."""
    return hashlib.new("sm3", data).hexdigest()


def file_context(fingerprint: str) -> str:
    """Binds the sealed bytes to their fingerprint."""
    return f"file:{fingerprint}"


def file_path(fingerprint: str) -> Path:
    """Where the sealed bytes lie."""
    return Path(settings.GONGDAO_FILES) / fingerprint[:2] / fingerprint[2:4] / fingerprint


def recognise(data: bytes) -> str:
    """The media type of an upload. Raises FileRefused for an empty, too large or unknown one."""
    if not data:
        raise FileRefused("文件是空的，请重新选择。")
    if len(data) > MAX_BYTES:
        raise FileRefused(TOO_LARGE)
    for media_type, starts in MAGIC.items():
        if data.startswith(starts):
            return media_type
    raise FileRefused("只能上传照片（JPG、PNG）、PDF 或 Word（docx）文件。")


def store_file(data: bytes, *, at: datetime, media_type: str | None = None) -> StoredFile:
    """Keep a file; the same bytes again are kept once. ``media_type`` only for files made by the platform."""
    kind = media_type or recognise(data)
    fingerprint = fingerprint_of(data)
    if known := StoredFile.objects.filter(pk=fingerprint).first():
        return known
    _write(fingerprint, seal_bytes(data, context=file_context(fingerprint)))
    stored, _ = StoredFile.objects.get_or_create(
        fingerprint=fingerprint, defaults={"size": len(data), "media_type": kind, "stored_at": at}
    )
    return stored


def reseal_all(number: int) -> int:
    """Seal every file anew under the active key ``number``; returns how many."""
    count = 0
    for fingerprint in StoredFile.objects.values_list("pk", flat=True).iterator():
        sealed = file_path(fingerprint).read_bytes()
        if not is_current(sealed):
            data = unseal_bytes(sealed, context=file_context(fingerprint))
            _write(fingerprint, seal_bytes(data, context=file_context(fingerprint)))
            count += 1
    return count


def _write(fingerprint: str, sealed: bytes) -> None:
    """Whole or not at all, and on the disk before we go on."""
    path = file_path(fingerprint)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two threads may keep the same photo at once: neither may take the other's file away.
    temporary = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
    with open(temporary, "wb") as file:
        file.write(sealed)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)

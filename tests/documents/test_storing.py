"""Files: checked when they come in, kept once, sealed on disk, and noticed when altered there."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gongdao.documents import actions
from gongdao.documents.actions import (
    FileRefused,
    file_path,
    fingerprint_of,
    recognise,
    reseal_all,
    store_file,
)
from gongdao.documents.models import StoredFile
from gongdao.documents.queries import read_file
from gongdao.people import keys
from gongdao.people.sealing import SealBroken
from tests.world import PNG, now_on

AT = now_on("2025-03-10")
PDF, JPEG, DOCX = b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"PK\x03\x04"


@pytest.fixture
def store(settings, tmp_path: Path, db: None) -> Path:  # type: ignore[no-untyped-def]
    settings.GONGDAO_FILES = tmp_path / "files"
    settings.GONGDAO_KEYS = tmp_path / "keys.json"
    keys.create(settings.GONGDAO_KEYS)
    return settings.GONGDAO_FILES  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("start", "media_type"),
    [
        (PNG, "image/png"), (JPEG, "image/jpeg"), (PDF, "application/pdf"),
        (DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)  # fmt: skip
def test_photos_pdf_and_word_are_taken(start: bytes, media_type: str) -> None:
    assert recognise(start + b"rest") == media_type


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空"), (b"MZ\x90\x00", "只能上传"), (b"<html><script>", "只能上传"), (b"#!/bin/sh", "只能上传"),
        (b"GIF89a", "只能上传"), (b"hello", "只能上传"), (b"\x89PN", "只能上传"), (b" %PDF-1.7", "只能上传"),
        (b"<?xml version='1.0'?><svg onload='x'>", "只能上传"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_whatever_it_calls_itself(store: Path, data: bytes, reason: str) -> None:
    with pytest.raises(FileRefused, match=reason):
        store_file(data, at=AT)
    assert not StoredFile.objects.exists()
    assert not store.exists()


def test_the_largest_file_is_taken_and_one_byte_more_is_refused(store: Path) -> None:
    largest = PDF + bytes(actions.MAX_BYTES - len(PDF))
    assert store_file(largest, at=AT).size == 20 * 1024 * 1024
    with pytest.raises(FileRefused, match="20兆"):
        store_file(largest + b"x", at=AT)


def test_what_is_kept_reads_back_and_lies_sealed(store: Path) -> None:
    secret = "王小明".encode() * 20
    file = store_file(PDF + secret, at=AT)
    assert (file.pk, file.size) == (fingerprint_of(PDF + secret), len(PDF) + 180)
    assert read_file(file) == PDF + secret
    on_disk = file_path(file.pk).read_bytes()
    assert secret not in on_disk
    assert PDF not in on_disk


def test_the_same_bytes_are_kept_once(store: Path) -> None:
    first = store_file(PNG, at=AT)
    before = file_path(first.pk).read_bytes()
    assert store_file(PNG, at=now_on("2026-01-01")) == first
    assert StoredFile.objects.get().stored_at == AT
    assert [path for path in store.rglob("*") if path.is_file()] == [file_path(first.pk)]
    assert file_path(first.pk).read_bytes() == before


def test_different_bytes_are_kept_apart(store: Path) -> None:
    one, other = store_file(PNG, at=AT), store_file(PNG + b"x", at=AT)
    assert (read_file(one), read_file(other)) == (PNG, PNG + b"x")


@pytest.mark.parametrize("change", ["a bit", "shortened", "emptied", "removed", "another file"])
def test_a_file_altered_on_disk_is_noticed(store: Path, change: str) -> None:
    file, other = store_file(PNG, at=AT), store_file(PNG + b"x", at=AT)
    path = file_path(file.pk)
    sealed = bytearray(path.read_bytes())
    sealed[-1] ^= 1
    if change == "removed":
        path.unlink()
    else:
        path.write_bytes(
            {
                "a bit": bytes(sealed), "shortened": bytes(sealed[:-5]), "emptied": b"",
                "another file": file_path(other.pk).read_bytes(),
            }[change]
        )  # fmt: skip
    with pytest.raises(SealBroken):
        read_file(file)
    assert read_file(other) == PNG + b"x"


def test_a_failing_write_leaves_no_row_and_no_file(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*args: object) -> None:
        raise OSError("磁盘满了")

    with monkeypatch.context() as patched:
        patched.setattr(actions.os, "fsync", failing)
        with pytest.raises(OSError, match="磁盘满了"):
            store_file(PNG, at=AT)
    assert not StoredFile.objects.exists()
    assert not file_path(fingerprint_of(PNG)).exists()
    assert read_file(store_file(PNG, at=AT)) == PNG


def test_two_threads_may_write_the_same_file_at_once(store: Path) -> None:
    sealed = b"x" * 200_000
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: actions._write("ab" * 32, sealed), range(64)))
    assert file_path("ab" * 32).read_bytes() == sealed
    assert [path.name for path in store.rglob("*") if path.is_file()] == ["ab" * 32]


def test_after_a_rotation_files_are_sealed_anew_and_read_the_same(store: Path, settings) -> None:  # type: ignore[no-untyped-def]
    file = store_file(PNG, at=AT)
    number = keys.rotate(settings.GONGDAO_KEYS)
    assert read_file(file) == PNG
    assert reseal_all(number) == 1
    assert reseal_all(number) == 0
    assert file_path(file.pk).read_bytes()[1] == 2
    assert read_file(file) == PNG

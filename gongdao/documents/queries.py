"""Reading files."""

from gongdao.documents.actions import file_context, file_path
from gongdao.documents.models import StoredFile
from gongdao.people.sealing import SealBroken, unseal_bytes


def read_file(file: StoredFile) -> bytes:
    """The plain bytes. Raises SealBroken if the stored ones were altered or are gone."""
    try:
        sealed = file_path(file.pk).read_bytes()
    except FileNotFoundError:
        raise SealBroken from None
    return unseal_bytes(sealed, context=file_context(file.pk))

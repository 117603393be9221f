"""What is published, as sums over unknown atoms: what an outsider can write down as equations."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_array

Atom = tuple[str, ...]


@dataclass
class Sums:
    """Named sums of atoms, with the true number of every atom. ``equal`` are sums that everybody knows to be zero
    (cases by kind minus cases by source)."""

    truth: Mapping[Atom, int]
    names: list[Hashable] = field(default_factory=list)
    members: list[Mapping[Atom, int]] = field(default_factory=list)
    equal: list[Mapping[Atom, int]] = field(default_factory=list)

    def add(self, name: Hashable, atoms: Iterable[Atom] | Mapping[Atom, int]) -> None:
        """One more sum; atoms that are not in ``truth`` do not exist."""
        given = atoms if isinstance(atoms, Mapping) else dict.fromkeys(atoms, 1)
        self.names.append(name)
        self.members.append({atom: times for atom, times in given.items() if atom in self.truth})

    @cached_property
    def atoms(self) -> Sequence[Atom]:
        return list(self.truth)

    @cached_property
    def _place(self) -> Mapping[Atom, int]:
        return {atom: number for number, atom in enumerate(self.atoms)}

    def vector(self) -> "np.ndarray":
        """The true atoms in their order."""
        import numpy as np

        return np.array([self.truth[atom] for atom in self.atoms], dtype=float)

    def matrix(self, which: Sequence[int] | None = None) -> "csr_array":
        """These sums (all by default) as rows over the atoms."""
        chosen = self.members if which is None else [self.members[number] for number in which]
        return self._rows(chosen)

    def equal_matrix(self) -> "csr_array":
        """The sums known to be zero."""
        return self._rows(self.equal)

    def value(self, number: int) -> int:
        """The true value of a sum."""
        return sum(self.truth[atom] * times for atom, times in self.members[number].items())

    def _rows(self, members: Sequence[Mapping[Atom, int]]) -> "csr_array":
        from scipy.sparse import csr_array

        data, column, row = [], [], []
        for number, one in enumerate(members):
            for atom, times in one.items():
                data.append(float(times))
                column.append(self._place[atom])
                row.append(number)
        return csr_array((data, (row, column)), shape=(len(members), len(self.truth)))

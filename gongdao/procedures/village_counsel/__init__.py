"""The adviser of a village or community: one contract, one dossier; every service noted when it is given."""

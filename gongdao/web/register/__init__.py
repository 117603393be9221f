"""Pages of the register: anybody looks somebody up, an office keeps it."""

"""Measurements that anybody can repeat: ``python -m benchmarks`` runs all, ``python -m benchmarks doorway`` one."""

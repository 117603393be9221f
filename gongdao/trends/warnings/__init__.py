"""Warnings that a kind of dispute is rising in an area: opened by the alarms, answered and judged by named people."""

"""Kinds of dispute with their own clocks or bars, by their codes in the table of the 18 kinds."""

from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Guard

LABOUR = frozenset({"migrant_wages", "other_labour"})
MEDICAL = frozenset({"medical"})
TRAFFIC = frozenset({"traffic"})


def _kind_in(name: str, text: str, kinds: frozenset[str]) -> Guard:
    return Guard(name, text, (), lambda case: case.kind in kinds)


def _general(case: Case) -> bool:
    return case.kind not in LABOUR | MEDICAL


IS_LABOUR = _kind_in("is_labour", "劳动争议", LABOUR)
IS_MEDICAL = _kind_in("is_medical", "医疗纠纷", MEDICAL)
IS_TRAFFIC = _kind_in("is_traffic", "道路交通事故损害赔偿纠纷", TRAFFIC)
IS_FAMILY = _kind_in("is_family", "涉及婚姻、收养、继承的纠纷", frozenset({"marriage_family"}))
IS_GENERAL = Guard("is_general", "劳动争议、医疗纠纷以外的纠纷", (), _general)

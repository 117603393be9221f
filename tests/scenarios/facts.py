"""What a lawyer need not write: ordinary facts for every step. What a scenario says replaces them."""

from datetime import datetime
from typing import Any, get_args

from pydantic import BaseModel

from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Step
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.registry import PROCEDURES
from tests.scenarios.ordinary import FILE, authority, counsel, court, handing, legal_aid, mediation, notary

__all__ = ["FILE", "by_title", "ordinary"]
_OF = {
    "people_mediation": mediation, "judicial_confirmation": mediation, "legal_aid": legal_aid, "legal_aid_objection": legal_aid,
    "legal_aid_evaluation": legal_aid, "duty_lawyer": legal_aid, "court_mediation": court,
    **dict.fromkeys(("village_counsel", "counsel_settlement", "consultation", "petition_reception"), counsel),
    "notary_booking": notary,
    "handover_out": handing, "handover_in": handing,
    **{code: authority.Sector(code) for code in authority.KINDS},
}  # fmt: skip


def ordinary(step: Step, case: Case, at: datetime, party: str | None) -> dict[str, Any]:
    """Facts that any such step might carry; ``party`` is who acts or whom it concerns."""
    home = next(p for p in PROCEDURES if any(known is step for known in p.steps))
    return _OF[home.code].facts_of(step.code, case, at, party)


def by_title(model: type[BaseModel], given: Any) -> dict[str, Any]:
    """Facts a lawyer wrote under Chinese field titles → by field name; choices by their words too."""
    titles = {field.title: name for name, field in model.model_fields.items()}
    found = {}
    for key, value in (given or {}).items():
        name = titles.get(key, key)
        if name not in model.model_fields:
            raise ValueError(f"{model.__name__} 没有“{key}”这一项")
        found[name] = _value(model.model_fields[name].annotation, value)
    return found


def _value(annotation: Any, value: Any) -> Any:
    inner = _model_in(annotation)
    if isinstance(value, dict) and inner:
        return by_title(inner, value)
    if isinstance(value, list):
        return [_value(annotation, one) for one in value]
    labels = {m.label: m.value for m in _choice_in(annotation)}
    return labels.get(value, value) if isinstance(value, str) else value


def _choice_in(annotation: Any) -> Any:
    """The list of answers, inside ``list[...]`` too."""
    if hasattr(annotation, "__members__"):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _choice_in(inner))), ())


def _model_in(annotation: Any) -> type[Facts] | None:
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _model_in(inner))), None)

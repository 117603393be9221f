"""What is wrong with an answer, in plain Chinese."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

MUST_BE_ANSWERED = "这一项要填"


def in_chinese(error: ValidationError) -> dict[str, list[str]]:
    """Messages by field path ("applicants-0-name")."""
    found: dict[str, list[str]] = {}
    for detail in error.errors(include_url=False):
        path = "-".join(str(part) for part in detail["loc"])
        found.setdefault(path, []).append(message(detail))
    return found


def message(detail: Mapping[str, Any]) -> str:
    """One of pydantic's error details in words."""
    limits: dict[str, Any] = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return MUST_BE_ANSWERED
        case "string_too_short":
            least = limits["min_length"]
            return MUST_BE_ANSWERED if least == 1 else f"至少写{least}个字"
        case "string_too_long":
            return f"最多写{limits['max_length']}个字"
        case "too_short":
            return "至少要有一项" if limits.get("field_type") == "List" else MUST_BE_ANSWERED
        case "too_long":
            return f"最多{limits['max_length']}" + ("项" if limits.get("field_type") == "List" else "个字")
        case "enum":
            return "请从列出的选项里选一个"
        case kind if kind.startswith("date"):
            return "请写成年-月-日，例如2026-03-05"
        case kind if kind.startswith(("int", "decimal")):
            return _number(kind, limits)
        case "greater_than_equal":
            return f"不能小于{limits['ge']}"
        case "less_than_equal":
            return f"不能大于{limits['le']}"
        case "string_pattern_mismatch":
            return "请从列出的选项里选一个"
        case "value_error":
            return str(limits.get("error", "这一项有误"))
        case "extra_forbidden":
            return "没有这一项"
        case _:
            return "这一项看不懂，请检查"


def _number(kind: str, limits: dict[str, Any]) -> str:
    if kind == "decimal_max_places":
        return "金额最多到分（两位小数）"
    if kind in ("decimal_max_digits", "decimal_whole_digits"):
        return "数额太大了，请检查"
    return "请只写数字，例如3000或3000.50"

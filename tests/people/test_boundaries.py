"""What is personal is marked and protected; and nothing here rates, tags, watches or predicts a person."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from gongdao.people.permissions import Permission
from gongdao.people.roles import REACH_TITLES, ROLES, render_roles
from gongdao.procedures.engine.declaration import Procedure
from gongdao.procedures.engine.facts import FactMark, Facts, PartyFacts
from gongdao.procedures.engine.marks import marked_fields
from gongdao.procedures.registry import PROCEDURES

ROOT = Path(__file__).parents[2]
OURS = [
    model
    for config in apps.get_app_configs()
    if config.name.startswith("gongdao.")
    for model in config.get_models()
]
# What identifies staff, who sign in and whose names are public in that capacity.
STAFF = {("Account", "email"), ("Account", "password"), ("Account", "last_login"), ("Post", "ended_because")}


def columns(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_column_is_marked_personal_or_plain(model: type[models.Model]) -> None:
    personal, plain = model.personal_fields, model.plain_fields  # type: ignore[attr-defined]
    assert personal | plain == columns(model)
    assert not personal & plain


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_a_personal_column_is_sealed_or_a_keyed_fingerprint(model: type[models.Model]) -> None:
    for name in model.personal_fields:  # type: ignore[attr-defined]
        if (model.__name__, name) in STAFF:
            continue
        field = model._meta.get_field(name)
        if isinstance(field, models.BinaryField):
            assert name.endswith("_sealed")
        else:
            assert name.endswith("_fingerprint"), f"{model.__name__}.{name} is kept as it is"


def test_a_sealed_column_is_never_called_plain() -> None:
    for model in OURS:
        for name in model.plain_fields:  # type: ignore[attr-defined]
            assert not isinstance(model._meta.get_field(name), models.BinaryField)
            assert not name.endswith("_sealed")


def test_the_exceptions_for_staff_are_still_needed() -> None:
    by_name = {model.__name__: model for model in OURS}
    for model, name in STAFF:
        assert name in by_name[model].personal_fields  # type: ignore[attr-defined]


def test_the_table_of_roles_is_up_to_date() -> None:
    path = ROOT / "docs" / "roles.md"
    if not path.exists():
        pytest.skip("docs/roles.md has not been written yet")
    assert path.read_text(encoding="utf-8") == render_roles()


def test_the_table_of_roles_shows_every_role_and_permission() -> None:
    text = render_roles()
    for role in ROLES.values():
        assert f"| {role.title} | {REACH_TITLES[role.reach]} | {role.description} |" in text
    for permission in Permission:
        row = next(line for line in text.splitlines() if line.startswith(f"| {permission.label} |"))
        marks = [cell.strip() == "是" for cell in row.split("|")[2:-1]]
        assert marks == [permission in role.permissions for role in ROLES.values()]


def test_permissions_are_in_order_and_of_one_form() -> None:
    values = [permission.value for permission in Permission]
    assert values == sorted(values)
    assert all(re.fullmatch(r"[a-z]+:[a-z_]+", value) for value in values)


# -- no score, tag, watch list or prediction -----------------------------------------------------------------------

ENGLISH = re.compile(
    r"(?:^|_|:|\b)(scores?|scoring|ranks?|ranking|tags?|labels?|profil\w*|watch\w*|blacklist\w*|black_list|suspect\w*|"
    r"predict\w*|forecast\w*|risks?|danger\w*|credit\w*|trust\w*|reliab\w*|petitioner\w*|troublemaker\w*|key_person\w*|"
    r"likelihood|probability|loyal\w*|stab\w*)(?:$|_|\b)"
)
CHINESE = re.compile(
    r"评分|打分|积分|信用(?!代码)|画像|标签|黑名单|名单|重点人|重点关注|监控|预测|预判|风险等级|风险度|高危|危险分子|可能性|概率|稳控|缠访|闹访"
)
# A party's own word on the service it received, not a word on a person.
ON_THE_SERVICE = {"rating", "rating_party", "rating_words"}


def fact_fields() -> dict[str, str]:
    """Every fact that any step asks, with its title; models inside models included."""
    found: dict[str, str] = {}
    waiting: list[type[Facts]] = [step.asks for procedure in PROCEDURES for step in procedure.steps]
    seen: set[type[Facts]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            found[name] = f"{field.title} {field.description or ''}"
            waiting += [inner for inner in _models_in(field.annotation) if issubclass(inner, Facts)]
    assert {"name", "story", "payer"} <= set(found)
    return found


def _models_in(annotation: object) -> list[type]:
    if isinstance(annotation, type) and not hasattr(annotation, "__args__"):
        return [annotation] if issubclass(annotation, Facts) else []
    return [inner for part in getattr(annotation, "__args__", ()) for inner in _models_in(part)]


def words_of(procedure: Procedure) -> list[str]:
    named = (*procedure.steps, *procedure.states, *procedure.papers, *procedure.clocks, *procedure.notices)
    return [part.code for part in named]


def titles_of(procedure: Procedure) -> list[str]:
    named = (*procedure.steps, *procedure.states, *procedure.papers, *procedure.clocks, *procedure.notices)
    return [part.title for part in named]


def test_no_name_in_the_code_scores_tags_watches_or_predicts() -> None:
    names = {name for model in OURS for name in columns(model) | {model._meta.model_name or ""}}
    names |= {permission.value for permission in Permission} | set(ROLES)
    names |= set(fact_fields()) - ON_THE_SERVICE
    names |= {word for procedure in PROCEDURES for word in words_of(procedure)}
    assert len(names) > 150
    assert sorted(name for name in names if ENGLISH.search(name)) == []


def test_no_word_that_people_read_scores_tags_watches_or_predicts() -> None:
    texts = [str(field.verbose_name) for model in OURS for field in model._meta.concrete_fields]
    texts += [permission.label for permission in Permission]
    texts += [text for role in ROLES.values() for text in (role.title, role.description)]
    texts += list(fact_fields().values())
    texts += [title for procedure in PROCEDURES for title in titles_of(procedure)]
    assert len(texts) > 150
    assert [text for text in texts if CHINESE.search(text)] == []


def test_the_glossary_has_no_such_word() -> None:
    rows = [
        line
        for line in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    ]
    assert len(rows) > 20
    for row in rows:
        english, chinese = (cell.strip() for cell in row.split("|")[1:3])
        assert not ENGLISH.search(english), row
        assert not CHINESE.search(chinese), row


@pytest.mark.parametrize(
    "name", ["risk_level", "person_score", "tag", "matter:watch", "watchlist", "predicted_petition"]
)
def test_such_a_name_would_be_noticed(name: str) -> None:
    assert ENGLISH.search(name)


@pytest.mark.parametrize("text", ["人员风险等级", "重点人员", "信用评分", "上访预测", "标签"])
def test_such_a_word_would_be_noticed(text: str) -> None:
    assert CHINESE.search(text)


def test_what_a_party_says_about_the_service_names_no_member_of_staff() -> None:
    rate = next(step for step in PROCEDURES[0].steps if step.code == "rate")
    marks = {mark for found in marked_fields(rate.asks).values() for mark in found}
    assert FactMark.STAFF not in marks


def test_particulars_hold_nothing_beyond_what_an_agreement_needs() -> None:
    """人民调解法 art. 29: 当事人的基本情况, and how to reach them. A new item has to be argued for."""
    assert set(PartyFacts.model_fields) == {
        "name", "is_organisation", "gender", "ethnic_group", "birth_date", "id_number", "occupation", "phone", "address",
        "representative",
    }  # fmt: skip

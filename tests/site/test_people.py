"""gongdao people and roles: setting up a bureau from the console."""

import pytest
from click.testing import CliRunner, Result

from gongdao.people.models import Account, Area, Office, Post
from gongdao.people.roles import render_roles
from gongdao.site.cli import main

PASSWORD = "只用于测试-9137"
AREAS = (
    "code,name,level,parent,population\n"
    "990100,示例市,city,,500000\n990101,示例县,county,990100,\n990101100,示例镇,township,990101,8000\n"
)


def _run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, ["people", *words], input=typed)


def _set_up(tmp_path) -> None:
    path = tmp_path / "areas.csv"
    path.write_bytes(b"\xef\xbb\xbf" + AREAS.encode())
    assert _run("create-area-import", str(path)).exit_code == 0
    assert _run("create-office", "--code", "BJ", "--name", "示例县司法局", "--kind", "county_bureau",
                "--area", "990101").exit_code == 0  # fmt: skip
    assert (
        _run("create-account", "chief", "--name", "示例负责人", typed=f"{PASSWORD}\n{PASSWORD}\n").exit_code
        == 0
    )


@pytest.mark.django_db
def test_a_bureau_is_set_up(tmp_path):
    from tests.world import keys, settings

    if not settings.GONGDAO_KEYS.exists():
        keys.create(settings.GONGDAO_KEYS)
    _set_up(tmp_path)
    assert Area.objects.get(code="990101100").path == "990100/990101/990101100/"
    assert Office.objects.get(code="BJ").name == "示例县司法局"
    assert Account.objects.get(username="chief").check_password(PASSWORD)
    assert _run("appoint", "chief", "BJ", "bureau_chief", "--starts", "2026-01-01").exit_code == 0
    assert "司法局负责人" in _run("list").output
    post = Post.objects.get()
    assert _run("end-post", str(post.pk), "--because", "调离", "--on", "2026-02-01").exit_code == 0
    assert "没有岗位" in _run("list").output
    assert _run("deactivate", "chief", "--because", "离职").exit_code == 0
    assert not Account.objects.get(username="chief").is_active


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["create-area-import", "没有.csv"], "打不开文件"),
        (
            ["create-office", "--code", "X", "--name", "某局", "--kind", "court", "--area", "1"],
            "没有这个地区",
        ),
        (
            ["create-office", "--code", "X", "--name", "某局", "--kind", "castle", "--area", "1"],
            "没有这种机构类别",
        ),
        (["appoint", "nobody", "BJ", "king"], "没有这个角色"),
        (["appoint", "nobody", "BJ", "mediator"], "没有这个用户名"),
        (["appoint", "nobody", "BJ", "mediator", "--starts", "昨天"], "要写成 2026-01-31 这样"),
        (["end-post", "第一个", "--because", "调离"], "没有这个岗位号"),
        (["deactivate", "nobody", "--because", "离职"], "没有这个用户名"),
        (["list", "--office", "X"], "没有这个机构代码"),
    ],
)
def test_bad_input_is_refused_in_plain_words(words, said):
    done = _run(*words)
    assert done.exit_code == 1
    assert said in done.output


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code,name\n990100,示例市\n", "缺少：level、parent"),
        (AREAS.replace("990101,示例县", "9901,示例县"), "第3行：地区代码应当是6、9或12位数字"),
        (AREAS.replace("990101,8000", "990199,8000"), "第4行：没有这个上级地区：990199"),
        (AREAS.replace("500000", "五十万"), "第2行：人口要填整数"),
        (AREAS.replace("city", "planet"), "第2行：没有这个级别：planet"),
        (AREAS + "990102\n", "第5行："),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_bad_row_is_named_and_nothing_is_kept(tmp_path, text, said, encoding):
    path = tmp_path / "areas.csv"
    path.write_bytes(text.encode(encoding))
    done = _run("create-area-import", str(path))
    assert done.exit_code == 1
    assert said in done.output
    assert not Area.objects.exists()


@pytest.mark.django_db
def test_a_weak_password_is_refused():
    done = _run("create-account", "x", "--name", "示例", "--password", "123")
    assert done.exit_code == 1
    assert "密码" in done.output


def test_the_page_of_roles_is_current():
    done = CliRunner().invoke(main, ["roles", "render", "--check"])
    assert done.exit_code == 0, done.output
    assert "系统管理员" in render_roles()


def test_a_stale_page_of_roles_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["roles", "render", "--check"])
    assert done.exit_code == 1
    assert "gongdao roles render" in done.output

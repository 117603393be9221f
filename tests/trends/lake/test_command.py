"""gongdao trends lake, as an operator runs it at night."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gongdao.site.cli import main
from gongdao.trends.lake.manifest import read_manifest
from tests.matters.playing import TO_ACCEPT, matter_after
from tests.world import World


@pytest.fixture
def run(world: World, settings, tmp_path: Path):  # type: ignore[no-untyped-def]
    settings.GONGDAO_LAKE = tmp_path

    def command(*words: str) -> Result:
        return CliRunner().invoke(main, ["trends", "lake", *words])

    return command


def test_export_then_verify(run, world: World, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    matter_after(world, *TO_ACCEPT)
    assert "导出2条记录，写了1个月：2025-03" in run("export").output
    assert run("export").output == "没有新的记录。\n"
    matter_after(world, *TO_ACCEPT)
    found = run("verify")
    assert (found.exit_code, found.output) == (
        0, "核对一致：1个月，2条记录。\n另有2条新记录还没有导出。\n"
    )  # fmt: skip


def test_verify_fails_loudly(run, world: World, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    matter_after(world, *TO_ACCEPT)
    run("export")
    read_manifest(tmp_path).files(tmp_path)[0].unlink()
    found = run("verify")
    assert found.exit_code == 1
    assert "文件缺失" in found.output


def test_an_area_moved_in_the_register_asks_for_a_whole_export(run, world: World) -> None:  # type: ignore[no-untyped-def]
    matter_after(world, *TO_ACCEPT)
    run("export")
    world.town.level = "village"
    world.town.save()
    found = run("verify")
    assert "township 应为 None，却是 990101100" in found.output
    assert "--all" in found.output
    run("export", "--all")
    assert run("verify").exit_code == 0


def test_a_broken_manifest_is_told_in_chinese(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "manifest.json").write_text("{")
    for command in ("export", "verify"):
        found = run(command)
        assert found.exit_code == 1
        assert "清单读不出来" in found.output

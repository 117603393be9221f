"""gongdao triage on the command line."""

from click.testing import CliRunner

from gongdao.site.cli.triage import triage


def test_it_prints_kind_reason_articles_and_roads():
    result = CliRunner().invoke(triage, ["老板拖欠我们十几个人三个月工资"])
    assert result.exit_code == 0
    for said in ("拖欠工资", "因为您说到", "《劳动法》第50条第1款", "劳动仲裁", "12333", "人多可以推选代表"):
        assert said in result.output


def test_it_reads_what_is_piped_in_and_never_fails_on_odd_bytes():
    result = CliRunner().invoke(triage, input=b"\xff\xfe\x00")
    assert result.exit_code == 0
    assert "12348" in result.output


def test_danger_is_printed_first():
    output = CliRunner().invoke(triage, ["我不想活了"]).output
    assert output.startswith("【您的命最要紧】")

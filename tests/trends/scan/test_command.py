"""gongdao trends scan, and what it says about files that are not as they should be."""

import json

import pytest
from click.testing import CliRunner

from gongdao.site.cli import main

AREAS = "地区,x,y,人口\n甲,0,0,100\n乙,1,0,100\n丙,5,5,200\n"
COUNTS = "地区,一,二,三,四\n甲,1,0,1,6\n乙,0,1,1,5\n丙,2,2,2,2\n"


@pytest.fixture
def scan(tmp_path):
    def run(*options, counts=COUNTS, areas=AREAS, **files):
        texts = {"counts": counts, "areas": areas, **files}
        given = []
        for name, text in texts.items():
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
            given += [f"--{name}", str(tmp_path / name)]
        return CliRunner().invoke(main, ["trends", "scan", *given, *options])

    return run


def clusters(result):
    assert result.exit_code == 0, result.output
    return json.loads(result.output)["clusters"]


def test_json_has_names_periods_and_certainty(scan):
    first = clusters(scan("--model", "population_poisson", "--max-duration", "2", "--json"))[0]
    assert set(first) == {
        "rank", "areas", "start", "end", "observed", "expected", "statistic", "p_value", "p_gumbel"
    }  # fmt: skip
    assert (first["rank"], set(first["areas"]), first["start"], first["end"]) == (1, {"甲", "乙"}, 4, 4)
    assert first["observed"] == 11
    assert first["expected"] == pytest.approx(23 / 8)
    assert 0.001 <= first["p_value"] < 0.1


def test_people_read_a_sentence(scan):
    assert "第4到4期，11件（预期2.9件）" in scan("--max-duration", "2").output
    assert "没有哪里比预期多" in scan(counts="地区,一\n甲,0\n").output


def test_a_range_of_periods_counts_from_its_own_beginning(scan):
    first = clusters(scan("--periods", "2:4", "--max-duration", "1", "--json"))[0]
    assert (first["start"], first["end"]) == (2, 2)


@pytest.mark.parametrize(
    "counts",
    [
        "\ufeff" + COUNTS,
        COUNTS.replace("\n", "\r\n\r\n"),
        '"地区","一","二","三","四"\n"甲","1","0","1","6"\n\n"乙",0,1,1,5,,\n丙,2,2,2, 2 \n\n',
        COUNTS.encode("gb18030"),
    ],
)
def test_the_same_table_as_excel_and_others_write_it(scan, counts):
    options = ("--max-duration", "2", "--json")
    assert clusters(scan(*options, counts=counts)) == clusters(scan(*options))


def test_population_is_needed_only_where_a_model_asks_for_it(scan):
    areas = "地区,x,y\n甲,0,0\n乙,1,0\n丙,5,5\n"
    assert clusters(scan("--model", "permutation", "--max-duration", "2", "--json", areas=areas))
    assert clusters(scan("--model", "expectation", "--max-duration", "1", "--json", areas=areas))
    assert "要知道各地区的人口" in scan(areas=areas).output
    assert clusters(scan("--json", areas=areas, baselines="地区,预期\n甲,5.5\n乙,5.5\n丙,11\n"))


def test_baselines_in_one_column_are_spread_over_the_periods(scan):
    one = scan("--model", "expectation", "--json", baselines="地区,预期\n甲,4\n乙,4\n丙,8\n")
    each = scan(
        "--model", "expectation", "--json", baselines="地区,a,b,c,d\n甲,1,1,1,1\n乙,1,1,1,1\n丙,2,2,2,2\n"
    )
    assert clusters(one) == clusters(each)


def test_longitude_before_latitude_is_understood_from_the_header(scan):
    swapped = "地区,经度,纬度,人口\n甲,116.1,39.9,100\n乙,116.2,39.9,100\n丙,117,40,200\n"
    usual = "地区,纬度,经度,人口\n甲,39.9,116.1,100\n乙,39.9,116.2,100\n丙,40,117,200\n"
    options = ("--coords", "latlon", "--json")
    assert clusters(scan(*options, areas=swapped)) == clusters(scan(*options, areas=usual))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"counts": ""}, "案件文件是空的"),
        ({"counts": "地区,一\n"}, "案件文件是空的"),
        ({"counts": "地区\n甲\n"}, "至少要有两列"),
        ({"counts": "地区,一,二\n甲,1,many\n"}, "案件文件第2行第3列（二）要填数字，不能是“many”"),
        ({"counts": "地区,一\n甲,\n"}, "案件文件第2行第2列（一）要填数字，不能是“”"),
        ({"counts": "地区,一\n甲,nan\n"}, "要填数字"),
        ({"counts": "地区,一\n甲,1_000\n"}, "要填数字"),
        ({"counts": "地区,一\n甲,-1\n"}, "案件文件第2行第2列不能是负数"),
        ({"counts": "地区,一\n\n丁,1\n"}, "案件文件第3行的地区“丁”不在地区文件里"),
        ({"counts": "地区,一\n甲,1\n甲,2\n"}, "案件文件第3行的地区“甲”在第2行已经有了"),
        ({"counts": "地区,一,二\n甲,1\n"}, "案件文件第2行有2列，表头有3列"),
        ({"counts": "地区,一\n,1\n"}, "案件文件第2行没有地区名"),
        ({"counts": "地区,一\n甲,\"" + "1" * 140_000 + "\"\n"}, "不是合格的 CSV"),
        ({"counts": b"\xff\xfe\x00\x81"}, "文字编码"),
        ({"areas": "地区,x\n甲,0\n"}, "至少要有三列"),
        ({"areas": AREAS.replace("5,5", "5,东")}, "地区文件第4行第3列（y）要填数字，不能是“东”"),
        ({"areas": AREAS.replace("200", "-200")}, "人口不能是负数"),
        ({"areas": AREAS + "甲,1,1,1\n"}, "地区文件第5行的地区“甲”在第2行已经有了"),
        ({"areas": AREAS.replace("200", "0")}, "人口或基线为零却有案件"),
        ({"baselines": "地区,预期\n甲,1\n乙,1\n"}, "基线文件缺了地区“丙”"),
        ({"baselines": "地区,a,b\n甲,1,1\n乙,1,1\n丙,1,1\n"}, "基线文件有2个期间，案件文件有4个"),
        ({"counts": COUNTS.replace("6", "6.5"), "model": "permutation"}, "案件数要是整数"),
        ({"counts": COUNTS.replace("6", "99999999999"), "model": "permutation"}, "超过十亿"),
        ({"counts": COUNTS.replace("6", "99999999999")}, "超过十亿"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line_and_column(scan, changed, said):
    model = ("--model", changed.pop("model")) if "model" in changed else ()
    result = scan(*model, **changed)
    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_longitude_off_the_globe_is_said(scan):
    result = scan("--coords", "latlon", areas=AREAS.replace("5,5", "5,999"))
    assert result.exit_code == 1
    assert "经度要在 -180 到 180 之间" in result.output


@pytest.mark.parametrize("model", ["population_poisson", "permutation", "expectation"])
def test_hundreds_of_millions_of_cases_are_scanned_and_written_out(scan, model):
    options = ("--max-share", "1", "--max-duration", "1", "--replicates", "9")
    result = scan("--model", model, *options, counts=COUNTS.replace("6", "123456789"))
    assert result.exit_code == 0, result.output
    assert "123456789件" in result.output


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--periods", "3"], "--periods 要写成 0:52 这样"),
        (["--periods", "3:3"], "--periods 要写成 0:52 这样"),
        (["--periods", "0:9"], "案件文件只有4个期间，用不了 0:9"),
        (["--max-share", "0"], "--max-share 要大于0"),
        (["--max-share", "nan"], "--max-share 要大于0"),
        (["--max-duration", "0"], "--max-duration要填1到100000之间的整数"),
        (["--replicates", "-1"], "--replicates要填"),
        (["--model", "poisson"], "--model只能是"),
        (["--coords", "latlon"], "纬度要在 -90 到 90 之间"),
    ],
)
def test_an_option_that_makes_no_sense_is_said(scan, options, said):
    result = scan(*options, areas=AREAS.replace("5,5", "95,5"))
    assert result.exit_code == 1
    assert said in result.output

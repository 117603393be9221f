"""gongdao serve starts only where everything is there, and says in plain words what is missing."""


def test_everything_missing_is_said_at_once(empty):
    done = empty.run("serve")
    assert done.returncode == 1
    for words in ("gongdao keys init", "gongdao manage migrate"):
        assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_book_is_said(city, tmp_path):
    city.env["GONGDAO_STATUTES"] = str(tmp_path / "none.sqlite3")
    done = city.run("serve")
    assert done.returncode == 1
    assert "gongdao law build" in done.stderr
    assert "gongdao manage migrate" not in done.stderr


def test_a_taken_port_is_said(seeded, taken_port):
    done = seeded.run("serve", "--port", str(taken_port))
    assert done.returncode == 1
    assert "请用 --port 另选一个" in done.stderr


def test_an_unreachable_database_is_said(seeded):
    seeded_env = dict(seeded.env)
    try:
        seeded.env["GONGDAO_DATABASE_URL"] = "postgres://nobody:x@127.0.0.1:1/none"
        done = seeded.run("serve")
    finally:
        seeded.env = seeded_env
    assert done.returncode == 1
    assert "数据库：连不上" in done.stderr
    assert "Traceback" not in done.stderr

"""A real standalone Spark: a master and a worker as processes of their own, from the pyspark wheel; needs Java 17."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

HOST = "127.0.0.1"
_PATIENCE = 300.0  # seconds: two Java machines start slowly where others work too


@contextmanager
def session(cores: int, memory: str) -> Iterator[Any]:
    """An Ibis connection to a master and a worker that are started here and stopped afterwards."""
    import ibis
    import pyspark
    from pyspark.sql import SparkSession

    home, work = Path(pyspark.__file__).parent, Path(tempfile.mkdtemp(prefix="gongdao-spark-"))
    master_port, master_page, worker_page = _free_ports(3)
    where = f"spark://{HOST}:{master_port}"
    memory = memory.replace("GB", "g")
    # the worker gives its executor the memory; the driver only collects results
    environment = os.environ | {
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_DIRS": str(work),
        "SPARK_LOCAL_IP": HOST,
    }
    java = [str(home / "bin" / "spark-class")]
    daemons = []
    try:
        for command in (
            ["org.apache.spark.deploy.master.Master", "--host", HOST, "--port", str(master_port), "--webui-port", str(master_page)],
            ["org.apache.spark.deploy.worker.Worker", "--host", HOST, "--webui-port", str(worker_page), "--cores", str(cores),
             "--memory", memory, "--work-dir", str(work), where],
        ):  # fmt: skip
            log = (work / f"{command[0].rpartition('.')[2]}.log").open("w")
            daemons.append(subprocess.Popen([*java, *command], env=environment, stdout=log, stderr=log))
        _wait_for_worker(master_page)
        spark = (
            SparkSession.builder.master(where)
            .appName("gongdao trends")
            .config("spark.driver.host", HOST)
            .config("spark.driver.memory", "1g")
            .config("spark.executor.memory", memory)
            .config("spark.local.dir", str(work))
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", str(8 * cores))
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .getOrCreate()
        )
        spark.sparkContext.setLogLevel("ERROR")
        yield ibis.pyspark.connect(spark)
        spark.stop()
    finally:
        for daemon in reversed(daemons):
            daemon.terminate()
            daemon.wait(timeout=30)
        shutil.rmtree(work, ignore_errors=True)


def _free_ports(count: int) -> list[int]:
    """Ports that nobody listens on now."""
    sockets = [socket.create_server((HOST, 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def _wait_for_worker(page: int) -> None:
    """Until the master's own page counts one living worker."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(f"http://{HOST}:{page}/json/", timeout=2) as answer:
                if '"aliveworkers" : 1' in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.3)
    raise SystemExit("Spark's worker did not register with its master")

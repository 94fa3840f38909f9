"""The site as a host gets it: with its file of headers, compressed beside itself, served by real nginx."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from macros import compress, headers

ROOT = Path(__file__).resolve().parents[2]
BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
WHOLE = """
daemon off; pid {folder}/pid; error_log {folder}/errors warn; worker_processes 1; {user} {modules}
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {folder}/gids.conf;
}}
"""

type Host = Callable[..., str]


@pytest.fixture(scope="package")
def ready_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, made ready for a host."""
    site = tmp_path_factory.mktemp("host") / "site"
    shutil.copytree(built_site, site)
    (site / "proef.wasm").write_bytes(b"\0asm\1\0\0\0")
    headers.write(site, nginx=site.parent / "headers.conf")
    compress.write(site)
    return site


@pytest.fixture(scope="package")
def host(ready_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """Starts nginx on the ready site, with the configuration in `deploy/`; gives its address."""
    with ExitStack() as started:

        def start(name: str = "127.0.0.1", *embed: str) -> str:
            folder = tmp_path_factory.mktemp("nginx")
            headers.write(ready_site, nginx=folder / "headers.conf", embed=embed)
            return started.enter_context(_nginx(folder, ready_site, name))

        yield start


@pytest.fixture(scope="package")
def nginx(host: Host) -> str:
    """The address of the ready site on nginx."""
    return host()


@contextmanager
def _nginx(folder: Path, site: Path, name: str) -> Iterator[str]:
    """A real nginx on a free port."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not program:
        pytest.skip("nginx is not on this machine: see tests/install.sh")
    with socket.create_server((name, 0)) as free:
        port = free.getsockname()[1]
    changes = {"listen 80;": f"listen {name}:{port};", "/srv/gids/site": str(site), "/srv/gids": str(folder)}
    brotli = Path(BROTLI).exists()
    changes |= {"# brotli_static on;": "brotli_static on;"} if brotli else {}
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (folder / "gids.conf").write_text(text, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    modules = f"load_module {BROTLI};" if brotli else ""
    (folder / "nginx.conf").write_text(WHOLE.format(folder=folder, user=user, modules=modules), encoding="utf-8")
    with subprocess.Popen([program, "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL) as child:
        _wait(name, port, folder / "errors")
        yield f"http://{name}:{port}/"
        child.terminate()
    assert (folder / "errors").read_text(encoding="utf-8") == "", "nginx had something to complain about"


def _wait(name: str, port: int, errors: Path) -> None:
    for _ in range(100):
        try:
            socket.create_connection((name, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"nginx did not start: {errors.read_text(encoding='utf-8')}")

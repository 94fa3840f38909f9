"""Real nginx and real Apache on a free port, with the configuration that hosts copy from `deploy/`."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pytest

from tests.office import program

ROOT = Path(__file__).resolve().parents[2]
BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
APACHE_MODULES = Path("/usr/lib/apache2/modules")
CONNECTIONS = 512
SERVERS = f"{os.environ['PATH']}:/usr/sbin"
"""Where Debian has web servers too."""
NGINX = """
daemon off; pid {folder}/pid; error_log {folder}/errors warn; worker_processes 1; {user} {modules}
events {{ worker_connections {connections}; }}
http {{
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {folder}/gids.conf;
}}
"""
APACHE = """
ServerRoot {folder}
PidFile {folder}/pid
Listen {name}:{port}
ServerName {name}
ErrorLog {folder}/errors
{user}
ServerTokens Prod
ServerLimit 32
MaxRequestWorkers 800
TypesConfig /dev/null
{modules}
Include {folder}/gids.conf
"""
MODULES = """mpm_event authz_core authz_host mime dir env setenvif headers rewrite filter deflate brotli reqtimeout"""


@dataclass(frozen=True, slots=True)
class Place:
    """What is served where; `folder` is for the host's own files."""

    folder: Path
    site: Path
    name: str
    port: int

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://{self.name}:{self.port}/"


def ask(site: str, path: str, encoding: str = "gzip", **more: str) -> tuple[int, HTTPMessage, bytes]:
    """Status, headers and body, as they come over the line."""
    with closing(HTTPConnection(urlsplit(site).netloc, timeout=30)) as connection:
        connection.request("GET", f"/{path}", headers={"Accept-Encoding": encoding, **more})
        response = connection.getresponse()
        return response.status, response.headers, response.read()


@contextmanager
def nginx(place: Place, changes: Mapping[str, str]) -> Iterator[str]:
    """Nginx with `deploy/nginx.conf`."""
    brotli = Path(BROTLI).exists()
    ours = {"listen 80;": f"listen {place.name}:{place.port};", **_folders(place)}
    ours |= {"# brotli_static on;": "brotli_static on;"} if brotli else {}
    _configure(place, "nginx.conf", {**ours, **changes})
    user = "user root;" if os.geteuid() == 0 else ""
    modules = f"load_module {BROTLI};" if brotli else ""
    whole = NGINX.format(folder=place.folder, user=user, modules=modules, connections=CONNECTIONS)
    (place.folder / "whole.conf").write_text(whole, encoding="utf-8")
    with _running(place, program("nginx", SERVERS), "-c", str(place.folder / "whole.conf")):
        yield place.address


@contextmanager
def apache(place: Place, changes: Mapping[str, str]) -> Iterator[str]:
    """Apache with `deploy/apache.conf`. It does not serve as root, so it gets a copy that anybody can read."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        site = Path(shutil.copytree(place.site, Path(folder) / "site"))
        site.chmod(0o755)
        place = replace(place, site=site)
        _configure(place, "apache.conf", {"*:80": f"{place.name}:{place.port}", **_folders(place), **changes})
        modules = "\n".join(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so" for name in MODULES.split())
        user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
        whole = APACHE.format(folder=place.folder, name=place.name, port=place.port, user=user, modules=modules)
        (place.folder / "whole.conf").write_text(whole, encoding="utf-8")
        with _running(place, program("apache2", SERVERS), "-D", "FOREGROUND", "-f", str(place.folder / "whole.conf")):
            yield place.address


def _folders(place: Place) -> dict[str, str]:
    return {"/srv/gids/site": str(place.site), "/srv/gids": str(place.folder)}


def _configure(place: Place, name: str, changes: Mapping[str, str]) -> None:
    text = (ROOT / "deploy" / name).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    (place.folder / "gids.conf").write_text(text, encoding="utf-8")


@contextmanager
def _running(place: Place, *command: str) -> Iterator[None]:
    errors = place.folder / "errors"
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as child:
        try:
            _wait(place, errors)
            yield
        finally:
            child.terminate()
    told = [line for line in errors.read_text(encoding="utf-8").splitlines() if "notice" not in line]
    assert not told, f"it had something to complain about: {told[:3]}"


def _wait(place: Place, errors: Path) -> None:
    for _ in range(200):
        try:
            socket.create_connection((place.name, place.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"it did not start: {errors.read_text(encoding='utf-8') if errors.exists() else ''}")

"""The site as a host gets it: with its file of headers, compressed beside itself, served by real nginx and Apache."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from deploy import compress, headers
from tests.deploy import hosts
from tests.ports import free_port

type Host = Callable[..., str]


@pytest.fixture(scope="package")
def ready_site(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, made ready for a host."""
    site = tmp_path_factory.mktemp("host") / "site"
    shutil.copytree(built_site, site)
    (site / "proef.wasm").write_bytes(b"\0asm\1\0\0\0")
    headers.write(site, nginx=site.parent / "headers.conf", iis=site / "web.config")
    compress.write(site)
    return site


@pytest.fixture(scope="package")
def host(ready_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """Starts nginx, or Apache, on the ready site, with the configuration in `deploy/`; gives its address.

    `changes` are made in the configuration, as a host would.
    """
    with ExitStack() as started:

        def start(*embed: str, kind: str = "nginx", name: str = "127.0.0.1", **changes: str) -> str:
            folder = tmp_path_factory.mktemp(kind)
            file = folder / "headers.conf"
            headers.write(
                ready_site,
                embed=embed,
                nginx=file if kind == "nginx" else None,
                apache=file if kind == "apache" else None,
            )
            service = getattr(hosts, kind)(hosts.Place(folder, ready_site, name, free_port(name)), changes)
            return str(started.enter_context(service))

        yield start


@pytest.fixture(scope="package")
def nginx(host: Host) -> str:
    """The address of the ready site on nginx."""
    return host()


@pytest.fixture(scope="package")
def apache(host: Host) -> str:
    """The address of the ready site on Apache."""
    return host(kind="apache")


@pytest.fixture(scope="package", params=["nginx", "apache"])
def either(request: pytest.FixtureRequest) -> str:
    """The address of the ready site, on each in turn."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture(scope="package")
def runtime(ready_site: Path) -> str:
    """The folder of the runtime, which changes with its contents."""
    (folder,) = (ready_site / "assets" / "runtime").glob("*/")
    return f"assets/runtime/{folder.name}"

"""Where a server of a test can listen."""

import socket
from contextlib import suppress
from random import SystemRandom

TRIES = 100


def free_port(host: str = "127.0.0.1") -> int:
    """A port of this machine that nothing listens on.

    It is below those that the machine gives to connections: one of these could take it before the server listens.
    """
    for port in SystemRandom().sample(range(20_000, 32_000), TRIES):
        with suppress(OSError), socket.create_server((host, port)):
            return port
    raise OSError(f"none of {TRIES} ports is free")

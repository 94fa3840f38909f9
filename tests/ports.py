"""Where a server of a test can listen."""

import socket


def free_port(host: str = "127.0.0.1") -> int:
    """A port of this machine that nothing listens on."""
    with socket.create_server((host, 0)) as free:
        return int(free.getsockname()[1])

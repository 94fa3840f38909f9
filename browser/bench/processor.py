"""Simulates a slow laptop by stopping and resuming the whole browser many times a second.

The browser's own throttling leaves workers at full speed. On Linux as root, a control group stops the browser;
elsewhere signals to its processes do.
"""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

PERIOD = 0.02  # seconds: short against anything a person notices, long against what a switch costs
OLD_GROUP = Path("/sys/fs/cgroup/freezer/bench")
NEW_GROUP = Path("/sys/fs/cgroup/bench")


class Switch(Protocol):
    """Stops and resumes a browser with all its processes and threads."""

    name: str
    join: str
    """The command by which a shell script joins the group."""

    def stop(self) -> None:
        """Stop all of it."""

    def go(self) -> None:
        """Resume all of it."""


class ControlGroup:
    """The kernel stops a group of processes. Raises `OSError` where that is not allowed."""

    def __init__(self) -> None:
        old = OLD_GROUP.parent.is_dir()
        folder = OLD_GROUP if old else NEW_GROUP
        folder.mkdir(exist_ok=True)
        self.name = "the kernel's freezer"
        self.join = f"echo $$ > {folder}/cgroup.procs"
        self._stopped, self._running = (b"FROZEN", b"THAWED") if old else (b"1", b"0")
        self._file = os.open(folder / ("freezer.state" if old else "cgroup.freeze"), os.O_WRONLY)
        self.go()

    def stop(self) -> None:
        """Freeze the group."""
        os.pwrite(self._file, self._stopped, 0)

    def go(self) -> None:
        """Thaw the group."""
        os.pwrite(self._file, self._running, 0)


class Signals:
    """Playwright starts a browser as the leader of a group of processes, which gets the signals."""

    name = "signals"

    def __init__(self, folder: Path) -> None:
        self._leader = folder / "leader"
        self.join = f"echo $$ > {self._leader}"

    def stop(self) -> None:
        """Stop every process of the browser."""
        self._send(signal.SIGSTOP)

    def go(self) -> None:
        """Resume every process of the browser."""
        self._send(signal.SIGCONT)

    def _send(self, number: signal.Signals) -> None:
        with contextlib.suppress(OSError, ValueError):  # no browser yet, or none any more
            os.killpg(int(self._leader.read_text()), number)


def switch(folder: Path) -> Switch:
    """The best switch that this machine allows."""
    try:
        return ControlGroup()
    except OSError:
        return Signals(folder)


class SlowProcessor:
    """Lets a browser, with all its threads and workers, run during a part of each period only."""

    def __init__(self, folder: Path) -> None:
        """`folder` is for what we write; the browser starts later, through `launcher`."""
        self.folder = folder
        self.switch = switch(folder)

    def launcher(self, program: str) -> Path:
        """Write a script that starts a program where the switch reaches it."""
        script = self.folder / "browser.sh"
        script.write_text(f'#!/bin/sh\n{self.switch.join}\nexec {program} "$@"\n')
        script.chmod(0o755)
        return script

    @contextmanager
    def slowed(self, times: float) -> Iterator[None]:
        """Slow the browser down this many times."""
        done = threading.Event()
        thread = threading.Thread(target=self._pulse, args=(times, done))
        if times > 1:
            thread.start()
        try:
            yield
        finally:
            done.set()
            if times > 1:
                thread.join()

    def _pulse(self, times: float, done: threading.Event) -> None:
        with contextlib.suppress(OSError):  # waking up late makes the parts unequal, so come before all others
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), -20)
        while not done.is_set():
            self.switch.stop()
            time.sleep(PERIOD * (1 - 1 / times))
            self.switch.go()
            time.sleep(PERIOD / times)

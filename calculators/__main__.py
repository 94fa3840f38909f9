"""The calculators from a terminal: `python -m calculators budget --fte 80 --json`. See `calculators.command`."""

import sys
from datetime import datetime
from io import TextIOWrapper

from calculators import command

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # a Windows terminal may have no euro sign
    answer = command.run(sys.argv[1:], datetime.now().astimezone().date())
    sys.stdout.write(answer.output)
    sys.stderr.write(answer.messages)
    sys.exit(answer.status)

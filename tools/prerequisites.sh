#!/bin/sh
# Is everything there that `make serve` and `make test` start from? Names all that is missing at once, each with what to
# do. Usage: prerequisites.sh PYTHON, the command for Python. It needs no root, and neither does anything it advises last.
python=$1
system=$(uname -s)
missing=0

# lacks WHAT DEBIAN MACOS ANYWHERE: what to do on each system
lacks() {
    missing=1
    echo "Missing: $1" >&2
    case $system in
        Darwin) echo "  macOS:            $3" >&2 ;;
        *) echo "  Debian, Ubuntu:   $2" >&2 ;;
    esac
    echo "  without root:     $4" >&2
}

own_python="uv python install 3.12 (https://docs.astral.sh/uv/), then make PYTHON=python3.12 serve"
if ! command -v "$python" >/dev/null 2>&1; then
    lacks "Python 3.12 or newer, as $python" "sudo apt-get install python3 python3-venv" "brew install python@3.13" "$own_python"
elif ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
    found=$("$python" -c 'import platform; print(platform.python_version())' 2>/dev/null)
    lacks "Python 3.12 or newer; $python is ${found:-older}" "Debian 13, Ubuntu 24.04 and newer have one" \
        "brew install python@3.13" "$own_python"
elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    lacks "what makes virtual environments" "sudo apt-get install python3-venv" "brew install python@3.13" "$own_python"
elif ! "$python" -c 'import lzma, ssl, zlib' 2>/dev/null; then
    # One that was compiled, by pyenv or by hand, lacks what was not there to compile with.
    lacks "Python with lzma, ssl and zlib; this $python was compiled without" \
        "sudo apt-get install liblzma-dev libssl-dev zlib1g-dev, and compile it again" \
        "brew install xz openssl, and compile it again" "$own_python"
fi

# The locked file brings Node as a Python package.
own_node="$python -m venv build/node && build/node/bin/pip install -r requirements-node.txt; PATH=\$PWD/build/node/bin:\$PATH make serve"
major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null)
if [ -z "$major" ]; then
    lacks "Node 20 or newer" "sudo apt-get install nodejs npm (Debian 13, Ubuntu 24.10 and newer)" "brew install node" "$own_node"
elif [ "$major" -lt 20 ]; then
    lacks "Node 20 or newer; this one is $major" "Debian 13, Ubuntu 24.10 and newer have one" "brew upgrade node" "$own_node"
elif ! command -v npm >/dev/null 2>&1; then
    lacks "npm" "sudo apt-get install npm" "brew install node" "$own_node"
fi

case $PWD in
    /mnt/[a-z]/*) echo "Note: this folder is on a disk of Windows: in WSL, all is faster under your home folder." >&2 ;;
esac
[ $missing = 0 ] || echo "Nothing was installed. Do what stands above, and call make again." >&2
exit $missing

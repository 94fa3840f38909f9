#!/bin/sh
# Install what the browser tests drive and this machine lacks: Chromium, LibreOffice and a PDF reader.
# As root on Debian or Ubuntu through apt; otherwise Playwright fetches its own Chromium.
set -eu
bin=$1

missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v soffice >/dev/null || missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui"
command -v pdftotext >/dev/null || missing="$missing poppler-utils"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of package names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    command -v chromium >/dev/null || "$bin/playwright" install chromium
    command -v soffice >/dev/null || echo "LibreOffice (soffice) is missing: the tests of documents need it." >&2
fi

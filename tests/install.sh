#!/bin/sh
# Install what the browser tests drive and this machine lacks: Chromium, Firefox, WebKit, LibreOffice and a PDF reader.
# As root on Debian or Ubuntu through apt; otherwise Playwright fetches its own Chromium. Without Firefox or WebKit, their
# tests skip.
set -eu
bin=$1

missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v soffice >/dev/null || missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui"
command -v pdftotext >/dev/null || missing="$missing poppler-utils"
command -v firefox-esr >/dev/null || command -v firefox >/dev/null || missing="$missing firefox-esr"
command -v WebKitWebDriver >/dev/null || missing="$missing webkit2gtk-driver"
command -v Xvfb >/dev/null || missing="$missing xvfb"
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing="$missing nginx-light"
command -v wrk >/dev/null || missing="$missing wrk"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    apt-cache show firefox-esr >/dev/null 2>&1 || missing=$(echo "$missing" | sed "s/firefox-esr//") # Ubuntu has none
    # shellcheck disable=SC2086  # a list of package names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    command -v chromium >/dev/null || "$bin/playwright" install chromium
    command -v soffice >/dev/null || echo "LibreOffice (soffice) is missing: the tests of documents need it." >&2
fi

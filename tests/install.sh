#!/bin/sh
# Install what the browser tests drive and this machine lacks: Chromium, Firefox, WebKit, LibreOffice with a font as wide
# as Arial, a PDF reader, Apache, and nginx with Brotli. As root on Debian or Ubuntu through apt; otherwise Playwright
# fetches its
# own Chromium. Without Firefox, WebKit, nginx, Apache or Brotli, their tests skip,
# but for where CI is set: there they fail.
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
command -v apache2 >/dev/null || [ -x /usr/sbin/apache2 ] || missing="$missing apache2"
[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing="$missing libnginx-mod-http-brotli-static"
command -v brotli >/dev/null || missing="$missing brotli"
command -v wasm-split >/dev/null || missing="$missing binaryen" # halves the runtime: see browser/README.md
fc-list 2>/dev/null | grep -q LiberationSans || missing="$missing fonts-liberation"
ldconfig -p 2>/dev/null | grep -q libpangoft2 || missing="$missing libpango-1.0-0 libpangoft2-1.0-0" # makes the PDF files
command -v wrk >/dev/null || missing="$missing wrk"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    for rare in firefox-esr libnginx-mod-http-brotli-static; do # not in every Ubuntu
        apt-cache show "$rare" >/dev/null 2>&1 || missing=$(echo "$missing" | sed "s/$rare//")
    done
    # shellcheck disable=SC2086  # a list of package names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    command -v chromium >/dev/null || "$bin/playwright" install chromium
    command -v soffice >/dev/null || echo "LibreOffice (soffice) is missing: the tests of documents need it." >&2
fi

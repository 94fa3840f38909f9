#!/bin/sh
# Install what the browser tests drive and this machine lacks: Chromium and its headless shell, Firefox, WebKit,
# LibreOffice with a font as wide as Arial, a PDF reader, Apache, and nginx with Brotli. As root on Debian or Ubuntu
# through apt; otherwise Playwright fetches its own Chromium, and the rest is named with what goes untested without it.
# Where CI is set, nothing may skip.
set -eu
bin=$1

missing=""
command -v chromium >/dev/null || missing="$missing chromium"
command -v chromium-headless-shell >/dev/null || missing="$missing chromium-headless-shell"
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
    for rare in chromium-headless-shell firefox-esr libnginx-mod-http-brotli-static; do # not in every Ubuntu
        apt-cache show "$rare" >/dev/null 2>&1 || missing=$(echo "$missing" | sed "s/$rare//")
    done
    # shellcheck disable=SC2086  # a list of package names
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    command -v chromium >/dev/null || "$bin/playwright" install chromium ||
        echo "Left out: Chromium: the tests of pages skip; install it and call make again." >&2
    left_out() { # PACKAGE NAME WHAT: says what goes untested without it
        case " $missing " in *" $1 "*) echo "Left out: $2: $3." >&2 ;; esac
    }
    left_out libreoffice-calc-nogui LibreOffice "workbooks are not recalculated, Word files not laid out"
    left_out firefox-esr Firefox "the tests in it skip"
    left_out webkit2gtk-driver WebKit "the tests in it skip"
    left_out nginx-light nginx "the tests of hosts skip"
    left_out apache2 Apache "the tests of hosts skip"
    left_out poppler-utils pdftotext "PDF files are not read back"
    left_out libpango-1.0-0 Pango "no PDF files are made"
    left_out binaryen wasm-split "readers download a larger start"
    left_out wrk wrk "no load is put on nginx"
    echo "All of it comes with, as root on Debian or Ubuntu: apt-get install$missing" >&2
fi

#!/bin/bash
# Dumps the whole database into /dumps and removes what is older than KEEP_DAYS: `once`, or `nightly` for good.
set -euo pipefail

dump() {
    local name
    name="plenary-$(date -u +%Y%m%dT%H%M%SZ).dump"
    pg_dump --format=custom --file="/dumps/$name.part"
    mv "/dumps/$name.part" "/dumps/$name"
    find /dumps -name 'plenary-*.dump*' -mtime "+$KEEP_DAYS" -delete
    echo "dumped $name"
}

case "$1" in
    once) dump ;;
    nightly)
        while true; do
            sleep $(( $(date -u -d 'tomorrow 02:00' +%s) - $(date -u +%s) ))
            dump || echo 'the dump failed and is tried again tomorrow' >&2
        done
        ;;
esac

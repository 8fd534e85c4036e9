#!/bin/sh
# Measures the service beside its Flask and gunicorn peer, one after the other on the same cores, and prints ratios:
#   bench/service/run.sh [seconds for each measurement, 15 by default]
# Needs wrk, curl, python3 with venv, and JAVA_HOME of a JDK 25.
set -eu
seconds=${1:-15}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
service= peer=
stop() {
    [ -z "$service" ] || kill "$service" 2>/dev/null || true
    [ -z "$peer" ] || kill "$peer" 2>/dev/null || true
    rm -rf "$work"
}
trap stop EXIT INT TERM

(cd "$root" && ./mvnw -q -B -f app/pom.xml -DskipTests -Dspotbugs.skip -Dpmd.skip package)
sh "$root/app/image/assemble.sh" "$root/app/target" "$work/image" > "$work/assemble.log" 2>&1
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q -r "$here/requirements.txt"

millis() { echo $(($(date +%s%N) / 1000000)); }

# Waits until the URL answers.
await() { until curl -s -o /dev/null "$1"; do sleep 0.01; done; }

# Memory of a process and its children in MiB: proportional set size, so that shared pages count once.
memory() {
    pids="$1 $(ps -o pid= --ppid "$1")"
    for pid in $pids; do awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup" 2>/dev/null || true; done |
        awk '{ sum += $1 } END { printf "%d", sum / 1024 }'
}

# Prints requests per second and the 99th percentile in milliseconds.
load() {
    wrk -t2 -c64 -d"${seconds}s" --latency "$@" > "$work/wrk.log"
    grep -q 'Non-2xx' "$work/wrk.log" && { cat "$work/wrk.log" >&2; exit 1; }
    awk '/Requests\/sec/ { rate = $2 }
         $1 == "99%" { n = $2 + 0; if ($2 ~ /[0-9]s$/ && $2 !~ /ms$/) n *= 1000; if ($2 ~ /us$/) n /= 1000; p99 = n }
         END { printf "%.0f %.1f", rate, p99 }' "$work/wrk.log"
}

measure() { # url
    wrk -t2 -c64 -d5s "$1/api/data" > /dev/null
    wrk -t2 -c64 -d5s -s "$here/post.lua" "$1/api/data" > /dev/null
    echo "$(load "$1/api/data") $(load -s "$here/post.lua" "$1/api/data")"
}

export PORT=15000 METRICS_PORT=0 AUTH_DISABLED=true RATE_LIMIT=100000000/second SHUTDOWN_DELAY_SECONDS=0
begin=$(millis)
"$work/image/runtime/bin/java" "@$work/image/app/java.options" -XX:AOTCache="$work/image/app/palisade.aot" \
    -Xmx256m -jar "$work/image/app/palisade.jar" > "$work/service.log" 2>&1 &
service=$!
await http://127.0.0.1:15000/health/ready
start=$(($(millis) - begin))
# shellcheck disable=SC2046
set -- $(measure http://127.0.0.1:15000) "$(memory "$service")" "$start"
echo "service  GET $1/s p99 $2 ms   POST $3/s p99 $4 ms   memory $5 MiB   start $6 ms"
ours="$*"
kill "$service"; wait "$service" 2>/dev/null || true; service=

begin=$(millis)
(cd "$here" && exec "$work/venv/bin/gunicorn" -w 4 -b 127.0.0.1:15001 --log-level warning peer:app) &
peer=$!
await http://127.0.0.1:15001/health
start=$(($(millis) - begin))
# shellcheck disable=SC2046
set -- $(measure http://127.0.0.1:15001) "$(memory "$peer")" "$start"
echo "peer     GET $1/s p99 $2 ms   POST $3/s p99 $4 ms   memory $5 MiB   start $6 ms"

echo "$ours $*" | awk '{ printf "ratio    GET %.1fx p99 %.2fx   POST %.1fx p99 %.2fx   memory %.2fx   start %.2fx\n",
    $1 / $7, $2 / $8, $3 / $9, $4 / $10, $5 / $11, $6 / $12 }'

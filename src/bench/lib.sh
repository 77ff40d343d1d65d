# shellcheck shell=bash
# What the measurements share: the tools and the JDK, the packaged site, a made-up crowd, processes with their CPU time,
# and tables. Everything listens on 127.0.0.1 alone, on free ports; what was started is stopped on exit; all data is below
# target/bench, and ./data is never touched.
set -euo pipefail
bench=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$bench/../.." && pwd)
target=$root/target/bench
server_cpu=0 load_cpu=$(($(nproc) - 1)) hz=$(getconf CLK_TCK)
# The JVM options that operators are given; JVM="..." tries others
read -r -a jvm <<<"${JVM:-@$root/src/deploy/java.options}"

say() { echo "$*" >&2; }
die() { say "$*"; exit 2; }
need() { # tools, each as "tool" or "tool:package"
	local tool
	for tool; do command -v "${tool%%:*}" >/dev/null || die "missing: ${tool%%:*} (Debian: apt-get install ${tool#*:})"; done
}

# --- clean-up ---
work=$(mktemp -d) started=()
finish() {
	local pid
	for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
	for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
	rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM
stop() { kill "$1" && wait "$1" || true; }
free_port() {
	local port
	while port=$((20000 + RANDOM % 10000)); ss -Hltn "sport = :$port" | grep -q .; do :; done
	echo "$port"
}

# --- the JDK and the packaged site ---
find_java() {
	local java
	for java in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" /usr/lib/jvm/*/bin/java; do
		[ -x "$java" ] && [ "$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')" -ge 25 ] &&
			echo "$java" && return
	done
	die "no JDK from 25 on: set JAVA_HOME"
}
need curl ss:iproute2 taskset:util-linux awk
java=$(find_java)
app=$target/app
jar=$(echo "$root"/target/awareness-week-*.jar)
[ -f "$jar" ] || die "not packaged yet: ./mvnw -q package -DskipTests"
if [ ! "$app/done" -nt "$jar" ]; then
	rm -rf "$app"
	"$java" -Djarmode=tools -jar "$jar" extract --destination "$app" >/dev/null
	touch "$app/done"
fi
classes=$(echo "$app"/*.jar)

database() { echo "jdbc:h2:file:$1/week;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"; }

# Starts the site in the profile "local", for which its beans are not found while it is packaged, sets pid and url, and waits for its first page.
# start_site FOLDER_OF_ITS_DATA CPUS ARGUMENTS...
start_site() {
	local data=$1 cpus=$2 port
	shift 2
	port=$(free_port) url=http://127.0.0.1:$port
	SPRING_DATASOURCE_URL=$(database "$data") taskset -c "$cpus" "$java" "${jvm[@]}" -Dspring.aot.enabled=false -jar "$classes" --spring.profiles.active=local \
		--server.address=127.0.0.1 --server.port="$port" --site.base-url="$url" --site.now=2021-06-08T09:40 "$@" >"$data/log" 2>&1 &
	pid=$!
	started+=("$pid")
	until [ "$(curl -s -o /dev/null -w '%{http_code}' "$url/")" = 200 ]; do
		kill -0 "$pid" 2>/dev/null || die "the site did not start:
$(tail -30 "$data/log")"
		sleep 0.2
	done
}

# Creates a database with that many events and pledges once, keeps it, and prints its folder. crowd EVENTS PLEDGES
crowd() {
	local made=$target/crowd-$1-$2 filling
	if [ ! -f "$made/done" ] || [ "$root/src/main/resources/db/migration" -nt "$made/done" ]; then
		say "making up $1 events and $2 pledges, once ..."
		rm -rf "$made"
		mkdir -p "$made"
		"$java" -Xmx2g -cp "$root/target/test-classes:$classes:$app/lib/*" org.awarenessweek.CrowdedSite --crowd="$1" --pledges="$2" \
			--spring.profiles.active=local --server.address=127.0.0.1 --server.port="$(free_port)" \
			--spring.datasource.url="$(database "$made")" >"$made/log" 2>&1 &
		filling=$!
		until grep -qs 'The site is at' "$made/log"; do
			kill -0 "$filling" 2>/dev/null || die "it could not be made: $(tail -5 "$made/log")"
			sleep 1
		done
		kill "$filling" && wait "$filling" || true
		touch "$made/done"
	fi
	echo "$made"
}
# The same as a private copy, to write to
own_crowd() {
	local made own
	made=$(crowd "$1" "$2")
	own=$(mktemp -d -p "$work")
	cp "$made/week.mv.db" "$own"
	echo "$own"
}

# --- load, and what it cost ---
ticks() { # CPU ticks that a process and its children have used so far
	# A process may end between being listed and being read
	{ cat /proc/[0-9]*/stat 2>/dev/null || true; } | awk -v root="$1" '
		{ pid = $1; sub(/^.*\) /, ""); if (pid == root) sum += $12 + $13 + $14 + $15; else if ($2 == root) sum += $12 + $13 } END { print sum + 0 }'
}

# Runs wrk against PID's URL and sets n, bad, p50, p99 (ms), rate (per second), cpu (us per request).
# load PID CONNECTIONS SECONDS [options of wrk] URL
load() {
	local server=$1 connections=$2 seconds=$3 before line
	shift 3
	before=$(ticks "$server")
	line=$(taskset -c "$load_cpu" wrk -t1 -c"$connections" -d"${seconds}s" --timeout 10s -H 'Accept-Encoding: gzip' -s "$bench/wrk.lua" "$@" | grep '^RESULT')
	read -r _ n bad p50 p99 rate <<<"$line"
	cpu=$(awk -v t=$(($(ticks "$server") - before)) -v hz="$hz" -v n="$n" 'BEGIN { printf "%.1f", n ? t / hz * 1e6 / n : 0 }')
	if [ "$n" -eq 0 ]; then
		[ "$seconds" -lt 30 ] || die "no answer from ${!#} within $seconds s"
		say "no answer from ${!#} within $seconds s: once more, for twice as long"
		load "$server" "$connections" $((seconds * 2)) "$@"
		return
	fi
	[ "$bad" -eq 0 ] || say "$bad errors at ${!#}"
}

# The same as a warm-up, whatever its result. warm CONNECTIONS SECONDS [options of wrk] URL
warm() {
	local connections=$1 seconds=$2
	shift 2
	taskset -c "$load_cpu" wrk -t1 -c"$connections" -d"${seconds}s" --timeout 10s -H 'Accept-Encoding: gzip' -s "$bench/wrk.lua" "$@" >/dev/null
}

# CPU ticks that some threads of a process have used so far. ticks_of PID HOW_THEIR_NAMES_BEGIN
ticks_of() {
	{ cat /proc/"$1"/task/*/stat 2>/dev/null || true; } | awk -v names="[(]($2)" '$0 ~ names { sub(/^.*\) /, ""); sum += $12 + $13 } END { print sum + 0 }'
}
compiling() { ticks_of "$1" 'C1 Comp|C2 Comp'; }
# Warms up until there is little left to compile: repeats the load, each time waiting for the compilers to finish (under load, on one
# core, they never would), until they used less than 3 % of the time, or 15 times at most.
# settle PID CONNECTIONS SECONDS [options of wrk] URL
settle() {
	local server=$1 connections=$2 seconds=$3 before now i
	shift 3
	for ((i = 0; i < 15; i++)); do
		before=$(compiling "$server")
		warm "$connections" "$seconds" "$@"
		while now=$(compiling "$server"); sleep 0.3; [ "$(compiling "$server")" -gt "$now" ]; do :; done
		[ $((100 * (now - before))) -ge $((3 * hz * seconds)) ] || return 0
	done
	say "the compilers still work after $((15 * seconds)) s: ${!#}"
}

# --- figures ---
median() { sort -g | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
calc() { awk "BEGIN { printf \"${2:-%.2f}\", $1 }"; }
verdict() { awk "BEGIN { print ($1) ? \"yes\" : \"**no**\" }"; }
machine() {
	echo "$(date -u +%F): $(nproc) cores, $(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1e6 }' /proc/meminfo) of memory," \
		"JDK $("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p') (\`${JVM:-$(options)}\`)$(version nginx -v)."
}
options() { grep -v '^\(#\|$\)' "$root/src/deploy/java.options" | paste -sd' '; }
version() { command -v "$1" >/dev/null && echo ", $1 $("$@" 2>&1 | grep -oE '[0-9]+(\.[0-9]+)+' | head -1)" || true; }

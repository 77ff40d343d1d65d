#!/usr/bin/env bash
# Rendering, with keeping turned off: the site's CPU time for one page, database and compression included, on a small calendar and on a
# large one with many pledges. Both sites run on one core, the load on another; the runs alternate and the median is shown. Counts and
# searches by free text have no goal and are shown apart. A figure counts only once the JVM has compiled the page: each page is asked for
# until its cost no longer falls, or WARM times. The large database is made up once (minutes; some 6 GB for a million pledges) and kept.
#   EVENTS=20000 PLEDGES=1000000 ROUNDS=3 SECONDS_EACH=4 WARM=12 src/bench/run cold
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need wrk
events=${EVENTS:-20000} pledges=${PLEDGES:-1000000} rounds=${ROUNDS:-3} seconds=${SECONDS_EACH:-4} most=${WARM:-12}
pages=(/calendar / /calendar/sample-1 /pledge /pledge/wall /calendar?q=babies '/pledge/wall?q=anna')
small=$(crowd 60 0) large=$(crowd "$events" "$pledges")

start_site "$small" "$server_cpu" --page.keep=false
small_url=$url small_pid=$pid
start_site "$large" "$server_cpu" --page.keep=false
large_url=$url large_pid=$pid

settle() { # PID URL: until a run is no more than a twentieth cheaper than the one before
	local before=0 i
	for ((i = 0; i < most; i++)); do
		load "$1" 4 "$seconds" "$2"
		[ "$(calc "($before == 0 || $cpu < 0.95 * $before)" %d)" = 1 ] || return 0
		before=$cpu
	done
	say "still becoming cheaper after $most runs: $2"
}
# The first runs are spent on starting to compile: as many again of the page that has the goal
for ((i = 0; i < most; i++)); do
	warm 4 "$seconds" "$small_url/calendar"
	warm 4 "$seconds" "$large_url/calendar"
done
for page in "${pages[@]}"; do
	say "warming up $page"
	settle "$small_pid" "$small_url$page"
	settle "$large_pid" "$large_url$page"
done

cat <<END
## Cold rendering

$(machine)

Median of $rounds rounds of $seconds s, 4 connections, nothing kept.

| page | 60 events, µs | $events events, $pledges pledges, µs | times | goal | met |
| --- | --: | --: | --: | --- | --- |
END
# compare NAME PAGE GOAL [options of wrk]: all rounds, and one line of the table
compare() {
	local name=$1 page=$2 goal=$3 round one other
	shift 3
	say "$name"
	rm -f "$work"/small "$work"/large
	for ((round = 0; round < rounds; round++)); do
		load "$small_pid" 4 "$seconds" "$@" "$small_url$page"
		echo "$cpu" >>"$work/small"
		load "$large_pid" 4 "$seconds" "$@" "$large_url$page"
		echo "$cpu" >>"$work/large"
	done
	one=$(median <"$work/small") other=$(median <"$work/large")
	printf '| %s | %.0f | %.0f | %.2f | %s | %s |\n' "$name" "$one" "$other" "$(calc "$other / $one")" "$goal" \
		"${goal:+$(verdict "$one <= 1000 && $other <= 1.5 * $one")}"
}
for page in "${pages[@]}"; do
	if [ "$page" = /calendar ]; then
		compare "\`$page\`" "$page" "1,000 µs; 1.5 times"
		compare "\`$page\`, not compressed" "$page" "" -H 'Accept-Encoding: identity'
	else
		compare "\`$page\`" "$page" ""
	fi
done

#!/usr/bin/env bash
# Rendering without the page cache: the site's CPU time for one page, database and compression included, on a small calendar and on a
# large one with many pledges. Both sites run on one core, the load on another; the runs alternate and the median is shown. Counts and
# free-text searches have no goal and are shown separately. A figure counts only once the JVM has compiled the page, which takes minutes
# beside requests on one core. So the sites use all cores until their compilers are idle, and then each page is warmed up again on the one
# core. The large database is created once (minutes; some 6 GB for a million pledges) and kept.
#   EVENTS=20000 PLEDGES=1000000 ROUNDS=3 SECONDS_EACH=4 src/bench/run cold
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need wrk
events=${EVENTS:-20000} pledges=${PLEDGES:-1000000} rounds=${ROUNDS:-3} seconds=${SECONDS_EACH:-4} all=0-$(($(nproc) - 1))
pages=(/calendar / /calendar/sample-1 /pledge /pledge/wall /calendar?q=babies '/pledge/wall?q=anna')
small=$(crowd 60 0) large=$(crowd "$events" "$pledges")

# As if on one core from the start
jvm+=(-XX:ActiveProcessorCount=1)
start_site "$small" "$all" --page.keep=false
small_url=$url small_pid=$pid
start_site "$large" "$all" --page.keep=false
large_url=$url large_pid=$pid

for page in "${pages[@]}"; do
	say "warming up $page"
	settle "$small_pid" 4 "$seconds" "$small_url$page"
	settle "$large_pid" 4 "$seconds" "$large_url$page"
done
taskset -acp "$server_cpu" "$small_pid" >/dev/null
taskset -acp "$server_cpu" "$large_pid" >/dev/null

cat <<END
## Cold rendering

$(machine)

Median of $rounds rounds of $seconds s, 4 connections, nothing kept.

| page | 60 events, µs | $events events, $pledges pledges, µs | times | goal | met |
| --- | --: | --: | --: | --- | --- |
END
# compare NAME PAGE GOAL [options of wrk]: runs all rounds and prints one line of the table
compare() {
	local name=$1 page=$2 goal=$3 round one other
	shift 3
	say "$name"
	settle "$small_pid" 4 "$seconds" "$@" "$small_url$page"
	settle "$large_pid" 4 "$seconds" "$@" "$large_url$page"
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

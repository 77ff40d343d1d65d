#!/usr/bin/env bash
# Rendering, with keeping turned off: the site's CPU time for one page, database included, on a small calendar and on a large one with
# many pledges. Both sites run on one core, the load on another; the runs alternate and the median is shown. Counts and searches by
# free text have no goal and are shown apart. The large database is made up once (minutes; some 6 GB for a million pledges) and kept.
#   EVENTS=20000 PLEDGES=1000000 ROUNDS=3 SECONDS_EACH=4 src/bench/run cold
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need wrk
events=${EVENTS:-20000} pledges=${PLEDGES:-1000000} rounds=${ROUNDS:-3} seconds=${SECONDS_EACH:-4}
pages=(/calendar / /calendar/sample-1 /pledge /pledge/wall /calendar?q=babies '/pledge/wall?q=anna')
small=$(crowd 60 0) large=$(crowd "$events" "$pledges")

start_site "$small" "$server_cpu" --page.keep=false
small_url=$url small_pid=$pid
start_site "$large" "$server_cpu" --page.keep=false
large_url=$url large_pid=$pid

say "warming up"
for page in "${pages[@]}"; do
	warm 4 "$seconds" "$small_url$page"
	warm 4 "$seconds" "$large_url$page"
done
warm 4 20 "$small_url/calendar"
warm 4 20 "$large_url/calendar"

cat <<END
## Cold rendering

$(machine)

Median of $rounds rounds of $seconds s, 4 connections, nothing kept.

| page | 60 events, µs | $events events, $pledges pledges, µs | times | goal | met |
| --- | --: | --: | --: | --- | --- |
END
for page in "${pages[@]}"; do
	say "$page"
	rm -f "$work"/small "$work"/large
	for ((round = 0; round < rounds; round++)); do
		load "$small_pid" 4 "$seconds" "$small_url$page"
		echo "$cpu" >>"$work/small"
		load "$large_pid" 4 "$seconds" "$large_url$page"
		echo "$cpu" >>"$work/large"
	done
	one=$(median <"$work/small") other=$(median <"$work/large")
	goal="| |"
	[ "$page" != /calendar ] || goal="| 1,000 µs; 1.5 times | $(verdict "$one <= 1000 && $other <= 1.5 * $one")"
	printf '| `%s` | %.0f | %.0f | %.2f %s |\n' "$page" "$one" "$other" "$(calc "$other / $one")" "$goal"
done

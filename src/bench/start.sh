#!/usr/bin/env bash
# Starting the packaged, extracted application as operators do, with an AOT cache, on two CPUs: from the command to the first 200, median
# of five, and the CPU time that took, which hardly depends on what else the machine does; then the resident memory after a load on every
# kind of page, at once and when the compiler has been idle for a while.
#   src/bench/run start
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need wrk
two=0,$load_cpu
data=$(own_crowd 60 1000)
aot=$target/app.aot
"$java" "${jvm[@]}" -XX:TieredStopAtLevel=2 -XX:AOTCacheOutput="$aot" -jar "$classes" --spring.profiles.active=rehearsal >"$work/aot" 2>&1 ||
	die "no AOT cache: $(tail -5 "$work/aot")"

first_page() { # sets took and used (milliseconds and those of CPU time until the first 200), pid and url
	local port began
	port=$(free_port) url=http://127.0.0.1:$port began=$(date +%s%3N)
	SPRING_DATASOURCE_URL=$(database "$data") taskset -c "$two" "$java" "${jvm[@]}" "$@" -jar "$classes" --spring.mail.host=127.0.0.1 \
		--server.address=127.0.0.1 --server.port="$port" --management.server.port="$(free_port)" --site.base-url="$url" >"$work/log" 2>&1 &
	pid=$!
	started+=("$pid")
	until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do kill -0 "$pid" 2>/dev/null || die "it did not start: $(tail -5 "$work/log")"; sleep 0.02; done
	until curl -sf -o /dev/null "$url/"; do
		kill -0 "$pid" 2>/dev/null || die "it did not start: $(tail -5 "$work/log")"
		sleep 0.02
	done
	took=$(($(date +%s%3N) - began)) used=$(($(ticks "$pid") * 1000 / hz))
}
resident() { awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$pid/status"; }
own() { awk '/^Private_Dirty/ { printf "%.0f", $2 / 1024 }' "/proc/$pid/smaps_rollup"; }

for _ in 1 2 3 4 5; do
	first_page -XX:AOTCache="$aot"
	echo "$took" >>"$work/with"
	echo "$used" >>"$work/used"
	fresh=$(resident)
	stop "$pid"
done
for _ in 1 2 3; do
	first_page
	echo "$took" >>"$work/without"
	echo "$used" >>"$work/used-without"
	stop "$pid"
done
first_page -XX:AOTCache="$aot"
for path in / /theme /calendar '/calendar?q=babies' /calendar/sample-1 /pledge /pledge/wall /calendar.ics /calendar.csv /calendar.json \
	/calendar/programme.pdf /card.png; do warm 64 3 "$url$path"; done
after=$(resident)
sleep 30
idle=$(resident) own=$(own)

with=$(median <"$work/with") without=$(median <"$work/without")
cat <<END
## Start

$(machine)

| what | figure | goal | met |
| --- | --- | --- | --- |
| first 200, with the AOT cache ($(($(stat -c %s "$aot") / 1048576)) MB) | $with ms | 3,500 ms | $(verdict "$with <= 3500") |
| CPU time of that | $(median <"$work/used") ms | | |
| first 200 without it | $without ms | | |
| CPU time of that | $(median <"$work/used-without") ms | | |
| resident memory at the first page | $fresh MB | | |
| resident memory after load | $after MB | 300 MB | $(verdict "$after <= 300") |
| the same half a minute later | $idle MB | | |
| of that its own, which nothing else can use: without the pages of files | $own MB | | |
END

#!/usr/bin/env bash
# A storm: 500 connections for 10 minutes, 95 % reads with fresh query strings, 5 % pledges, a third of the people slow (Storm.java).
# Run twice: with the site's limits on, and off, so that every pledge is really stored. Afterwards the site is stopped and its database
# opened: each pledge that was acknowledged must be there.
#   MINUTES=10 CONNECTIONS=500 src/bench/run storm [on|off]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
minutes=${MINUTES:-10} connections=${CONNECTIONS:-500}
ulimit -n 4096
# The heap takes all its memory at once, so that resident memory grows only outside it
[[ ${jvm[*]} =~ -Xmx([^ ]+) ]] && jvm+=("-Xms${BASH_REMATCH[1]}" -XX:+AlwaysPreTouch)

storm() {
	local data lost
	data=$(own_crowd 60 1000)
	start_site "$data" "0-$(($(nproc) - 1))" --limits.enabled="$1"
	echo
	echo "### Limits $2"
	echo
	"$java" -Xmx512m "$bench/Storm.java" "$url" "$pid" $((minutes * 60)) "$connections" "$work/acknowledged"
	stop "$pid"
	sort "$work/acknowledged" >"$work/said"
	"$java" -cp "$app/lib/*" org.h2.tools.Shell -url "$(database "$data")" -user '' -password '' \
		-sql "select address from pledge_signature where address like 'storm%'" | grep -o 'storm[0-9]*@example.org' | sort >"$work/kept"
	lost=$(comm -23 "$work/said" "$work/kept" | wc -l)
	echo "| acknowledged pledges that are lost, of $(wc -l <"$work/said") | $lost | 0 | $(verdict "$lost == 0") |"
	grep -E ' (WARN|ERROR) ' "$data/log" | cut -c1-300 | sort -k6 | uniq -f5 -c | head -20 >&2 || true
}

cat <<END
## A storm

$(machine)

$connections connections for $minutes minutes from as many addresses, a third of them slow; the load runs on the same cores.
END
[ "${1:-on}" = off ] || storm true on
[ "${1:-off}" = on ] || storm false off

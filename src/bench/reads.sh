#!/usr/bin/env bash
# Warm reads of every public address, against nginx sending the same bytes with the same headers.
# Both on one core, the load on another; the runs alternate, and each ratio comes from two neighbouring runs: nginx's CPU time per
# request divided by the site's, so 1 is as cheap as nginx and 0.5 costs twice as much. The median of the rounds is shown.
#   WARM=15 ROUNDS=3 SECONDS_EACH=2 src/bench/run reads [ADDRESS...]
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need wrk nginx
rounds=${ROUNDS:-3} seconds=${SECONDS_EACH:-2}
event=/calendar/sample-1
addresses=(/ /theme /calendar '/calendar?day=2021-06-08' '/calendar?format=online&q=babies' $event /pledge /pledge/wall '/pledge/wall?q=anna'
	/calendar.ics /calendar.atom /calendar.csv /calendar.json $event.ics /calendar/programme.pdf $event/poster.pdf /card.png $event/card.png
	/pledge/card.png)
[ $# -eq 0 ] || addresses=("$@")

data=$(own_crowd 60 1000)
start_site "$data" "$server_cpu"
site=$pid

# nginx: for each address a file, and a compressed copy if the site compresses it
port=$(free_port) base=http://127.0.0.1:$port
mkdir "$work/nginx" "$work/files"
for i in "${!addresses[@]}"; do
	file=$work/files/$i
	curl -sf -H 'Accept-Encoding: gzip' -D "$file.head" -o "$file.gz" "$url${addresses[i]}" || die "${addresses[i]} is not a page"
	curl -sf -o "$file" "$url${addresses[i]}"
	grep -qi '^Content-Encoding: gzip' "$file.head" || rm "$file.gz"
	type=$(sed -n 's/^Content-Type: \(.*\)\r$/\1/Ip' "$file.head")
	echo "location = /$i { default_type \"$type\";"
	grep -Eiv '^(HTTP/|date:|server:|content-(type|length|encoding):|etag:|last-modified:|vary:|transfer-encoding:|connection:|accept-ranges:|\s*$)' "$file.head" |
		sed 's/\r$//; s/"/\\"/g; s/^\([^:]*\): \(.*\)$/add_header \1 "\2";/'
	echo "}"
done >"$work/nginx/locations"
cat >"$work/nginx/nginx.conf" <<END
daemon off; worker_processes 1; pid $work/nginx/pid; error_log stderr;
events { worker_connections 1024; }
http {
	access_log off; sendfile on; tcp_nopush on; server_tokens off; types { }
	keepalive_requests 1000000000; keepalive_timeout 600s;
	gzip_static on; gzip_vary on; etag on;
	client_body_temp_path $work/nginx; proxy_temp_path $work/nginx; fastcgi_temp_path $work/nginx; uwsgi_temp_path $work/nginx; scgi_temp_path $work/nginx;
	server { listen 127.0.0.1:$port; root $work/files; include locations; }
}
END
chmod -R a+rX "$work"
taskset -c "$server_cpu" nginx -p "$work/nginx" -c "$work/nginx/nginx.conf" 2>"$work/nginx/log" &
nginx=$!
started+=("$nginx")
until curl -sf -o /dev/null "$base/0"; do
	kill -0 "$nginx" || die "$(cat "$work/nginx/log")"
	sleep 0.1
done

tag() { curl -sf -o /dev/null -D - -H 'Accept-Encoding: gzip' "$1" | sed -n 's/^ETag: \(.*\)\r$/\1/Ip'; }

# compare NAME PATH_AT_THE_SITE PATH_AT_NGINX BYTES [--tagged]: runs all rounds and prints one line of the table
compare() {
	local name=$1 here=$url$2 there=$base/$3 bytes=$4 round connections own=() other=()
	if [ "${5:-}" = --tagged ]; then
		own=(-H "If-None-Match: $(tag "$here")") other=(-H "If-None-Match: $(tag "$there")")
		[ "$(curl -s -o /dev/null -w '%{http_code}' -H 'Accept-Encoding: gzip' "${own[@]}" "$here")" = 304 ] || say "$name: no 304"
	fi
	say "$name"
	settle "$site" 128 2 "${own[@]}" "$here"
	rm -f "$work"/runs.*
	for ((round = 0; round < rounds; round++)); do
		for connections in 16 128; do
			load "$nginx" "$connections" "$seconds" "${other[@]}" "$there"
			local ncpu=$cpu np99=$p99
			load "$site" "$connections" "$seconds" "${own[@]}" "$here"
			echo "$ncpu $cpu $(calc "$ncpu / $cpu" %.4f) $np99 $p99 $(calc "$p99 / $np99" %.4f)" >>"$work/runs.$connections"
		done
	done
	local low high late
	low=$(column 16 3) high=$(column 128 3) late=$(column 128 6)
	printf '| `%s` | %s | %.0f | %.0f | %.2f | %.0f | %.0f | %.2f | %.2f | %.2f | %.1f | %s |\n' "$name" "$bytes" "$(column 16 1)" "$(column 16 2)" "$low" \
		"$(column 128 1)" "$(column 128 2)" "$high" "$(column 128 4)" "$(column 128 5)" "$late" "$(verdict "$low >= 0.5 && $high >= 0.5 && $late <= 3")"
}
column() { awk -v k="$2" '{ print $k }' "$work/runs.$1" | median; }

say "warming up"
warm 128 "${WARM:-15}" "$url/"
# Each page is rendered once a second, too rarely to be compiled soon
AS=search settle "$site" 4 4 "$url/calendar"
for _ in 1 2 3; do for address in "${addresses[@]}"; do warm 16 1 "$url$address"; done; done
# Collects the garbage of all these pages now, not in the middle of a run
"${java%java}jcmd" "$site" GC.run >/dev/null

cat <<END
## Warm reads

$(machine)

Goal for each address: at least 0.5 of nginx by CPU time per request, and a 99th percentile at 128 connections of at most three times nginx’s.
Median of $rounds rounds of $seconds s.

| address | bytes | nginx µs, 16 | site µs, 16 | ratio | nginx µs, 128 | site µs, 128 | ratio | nginx p99 ms | site p99 ms | times | met |
| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |
END
for i in "${!addresses[@]}"; do
	size=$(stat -c %s "$work/files/$i.gz" 2>/dev/null || stat -c %s "$work/files/$i")
	compare "${addresses[i]}" "${addresses[i]}" "$i" "$size"
	if [ "$i" = 0 ]; then
		compare "${addresses[i]}, not modified (304)" "${addresses[i]}" "$i" 0 --tagged
		AS=fresh compare "${addresses[i]}, fresh query strings" "${addresses[i]}" "$i" "$size"
	fi
done

#!/usr/bin/env bash
# What a browser fetches to show the home page for the first time, and the calendar or the pledge after it (view.js); and, if npm is there
# to fetch it, Lighthouse's scores for a phone on simulated slow 4G.
#   src/bench/run view
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need chromium node:nodejs
data=$(own_crowd 60 1000)
start_site "$data" "0-$(($(nproc) - 1))"
for path in / /calendar /pledge; do curl -s -o /dev/null -H 'Accept-Encoding: gzip' "$url$path"; done

row() { echo "| $1 | $2 | $3 | $(verdict "$4") |"; }
cat <<END
## First view

$(machine)

| what | figure | goal | met |
| --- | --- | --- | --- |
END
for second in /calendar /pledge /theme; do
	node "$bench/view.js" "$url" / "$second" >"$work/view"
	read -r _ requests bytes <"$work/view"
	[ "$second" != /calendar ] || row "home, first view" "$requests requests, $bytes bytes" "6 requests, 32 KB" "$requests <= 6 && $bytes <= 32768"
	read -r _ requests bytes < <(tail -1 "$work/view")
	row "\`$second\` after it" "$requests requests, $bytes bytes" "12 KB" "$bytes <= 12288"
done

if command -v npx >/dev/null; then
	cd "$work"
	say "Lighthouse"
	if CHROME_PATH=$(command -v chromium) npx --yes lighthouse@13 "$url/" --quiet --output=json --output-path="$work/lighthouse.json" \
		--chrome-flags="--headless=new --no-sandbox --disable-gpu" >"$work/lighthouse.log" 2>&1; then
		read -r speed access practice search paint shift_ < <(node -e '
			const { categories: c, audits: a } = require(process.argv[1])
			const mark = name => Math.round(c[name].score * 100)
			console.log(mark("performance"), mark("accessibility"), mark("best-practices"), mark("seo"),
				Math.round(a["largest-contentful-paint"].numericValue), a["cumulative-layout-shift"].numericValue)' "$work/lighthouse.json")
		row "Lighthouse, mobile: performance, accessibility, best practices, search" "$speed, $access, $practice, $search" "100 each" \
			"$speed + $access + $practice + $search == 400"
		row "largest paint on slow 4G, simulated" "$paint ms" "1,200 ms" "$paint <= 1200"
		row "layout shift" "$shift_" "0" "$shift_ == 0"
	else
		say "Lighthouse failed: $(tail -5 "$work/lighthouse.log")"
		echo "| Lighthouse | could not run | 100 each | ? |"
	fi
else
	echo "| Lighthouse | no npx here to run it with | 100 each | ? |"
fi

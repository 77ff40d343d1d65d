-- Prints after a run of wrk, with one thread: RESULT requests errors p50 p99 (both in ms) requests/s.
-- AS=fresh asks for another query string each time, AS=search for other words in the calendar, which are not kept yet.
-- AS=sign signs the pledge with another address each time, and counts whatever
-- was not acknowledged by a redirect as an error.
local as, number, stamp = os.getenv("AS"), 0, tostring(os.time())
refused = 0

if as == "fresh" or as == "search" then
	local parameter = as == "fresh" and "x=" or "q="
	function request()
		number = number + 1
		return wrk.format(nil, wrk.path .. (wrk.path:find("?", 1, true) and "&" or "?") .. parameter .. stamp .. number)
	end
elseif as == "sign" then
	function init()
		wrk.method = "POST"
		wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
		wrk.headers["Sec-Fetch-Site"] = "same-origin"
	end
	function request()
		number = number + 1
		return wrk.format(nil, nil, nil, "kind=MYSELF&name=Ada+Byron&role=MIDWIFE&country=GB-ENG&nameShown=true&email=a" .. stamp .. "-" .. number
			.. "%40example.org")
	end
	function response(status)
		if status ~= 303 and status ~= 302 then refused = refused + 1 end
	end
end

function setup(thread)
	worker = thread
end

function done(summary, latency)
	local e = summary.errors
	io.write(string.format("RESULT %d %d %.3f %.3f %.1f\n", summary.requests, e.status + e.connect + e.read + e.write + e.timeout
		+ worker:get("refused"), latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests / (summary.duration / 1e6)))
end

package org.awarenessweek.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** Limits how many forms one network may send. Counts are in memory only. */
@Component
public class NetworkLimits {

	private final AttemptLimit forms;

	private final boolean enabled;

	NetworkLimits(Limits limits, Clock clock) {
		this.forms = new AttemptLimit(limits.formsPerNetwork(), limits.formsWindow(), clock);
		this.enabled = limits.enabled();
	}

	/**
	 * Counts a form that would store something.
	 * @throws TooManyRequests when the sender's network has sent too many
	 */
	public void countForm(HttpServletRequest request) {
		if (this.enabled) {
			this.forms.count(network(request));
		}
	}

	/**
	 * The network that a request comes from: the whole IPv4 address, or the first 64 bits
	 * of an IPv6 address.
	 */
	public static String network(HttpServletRequest request) {
		try {
			InetAddress address = InetAddress.ofLiteral(request.getRemoteAddr());
			byte[] bits = address.getAddress();
			return HexFormat.of().formatHex((address instanceof Inet6Address) ? Arrays.copyOf(bits, 8) : bits);
		}
		catch (IllegalArgumentException ex) {
			return request.getRemoteAddr();
		}
	}

}

package org.awarenessweek.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/** Limits how many forms one network may send. */
@Component
public class NetworkLimits {

	private final Attempts attempts;

	private final Limits limits;

	NetworkLimits(Attempts attempts, Limits limits) {
		this.attempts = attempts;
		this.limits = limits;
	}

	/**
	 * Counts a form that would store something.
	 * @throws TooManyRequests when the sender's network has sent too many
	 */
	public void countForm(HttpServletRequest request) {
		if (this.limits.enabled()) {
			this.attempts.count("form " + network(request), this.limits.formsPerNetwork(), this.limits.formsWindow());
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

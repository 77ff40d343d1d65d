package org.awarenessweek.page;

import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page of nobody in particular: nothing that differs from one visitor to
 * the next can be read from it, so nothing that is made from it can be personal.
 */
class PlainRequest extends HttpServletRequestWrapper {

	private final Address address;

	private final Map<String, String[]> parameters;

	/** At hand: a template asks for its variables hundreds of times. */
	private final Map<String, Object> attributes = new HashMap<>();

	PlainRequest(HttpServletRequest request, Address address) {
		super(request);
		this.address = address;
		this.parameters = address.values();
		Collections.list(request.getAttributeNames()).forEach((name) -> setAttribute(name, request.getAttribute(name)));
	}

	@Override
	public @Nullable Object getAttribute(String name) {
		return this.attributes.get(name);
	}

	@Override
	public Enumeration<String> getAttributeNames() {
		return Collections.enumeration(this.attributes.keySet());
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		if (value != null) {
			this.attributes.put(name, value);
		}
		else {
			this.attributes.remove(name);
		}
	}

	@Override
	public void removeAttribute(String name) {
		this.attributes.remove(name);
	}

	@Override
	public String getMethod() {
		return "GET";
	}

	@Override
	public String getRequestURI() {
		return this.address.encodedPath();
	}

	@Override
	public @Nullable String getQueryString() {
		return this.address.query();
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return this.parameters;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.parameters.keySet());
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return this.parameters.get(name);
	}

	@Override
	public @Nullable String getParameter(String name) {
		String[] values = this.parameters.get(name);
		return (values != null) ? values[0] : null;
	}

	/** Its host is the site's, whatever it was called by; other headers are not there. */
	@Override
	public @Nullable String getHeader(String name) {
		return null;
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return Collections.emptyEnumeration();
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.emptyEnumeration();
	}

	@Override
	public long getDateHeader(String name) {
		return -1;
	}

	@Override
	public int getIntHeader(String name) {
		return -1;
	}

	@Override
	public Cookie @Nullable [] getCookies() {
		return null;
	}

	@Override
	public @Nullable HttpSession getSession(boolean create) {
		if (create) {
			throw new IllegalStateException("A public page has no session");
		}
		return null;
	}

	@Override
	public HttpSession getSession() {
		throw new IllegalStateException("A public page has no session");
	}

	@Override
	public @Nullable String getRequestedSessionId() {
		return null;
	}

	@Override
	public @Nullable Principal getUserPrincipal() {
		return null;
	}

	@Override
	public @Nullable String getRemoteUser() {
		return null;
	}

}

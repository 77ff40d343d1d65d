package org.awarenessweek.site;

/**
 * What was at this address has another one now: answered with 301 and that address (RFC
 * 9110, section 15.4.2).
 */
public class Moved extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String path;

	/**
	 * @param path the path of the new address
	 */
	public Moved(String path) {
		super(path, null, false, false);
		this.path = path;
	}

	String path() {
		return this.path;
	}

}

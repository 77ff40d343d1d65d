package org.awarenessweek.site;

/**
 * A setting without which the site refuses to start; the log then shows one sentence, not
 * a stack trace.
 */
public class MissingSetting extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String setting;

	private final String action;

	/**
	 * @param setting the setting's name
	 * @param action what to do about it, in a sentence
	 */
	public MissingSetting(String setting, String action) {
		super("The site cannot start without a good value for " + setting + ".");
		this.setting = setting;
		this.action = action;
	}

	/** The name of the setting. */
	public String setting() {
		return this.setting;
	}

	/** What to do about it. */
	public String action() {
		return this.action;
	}

}

package org.awarenessweek.site;

/**
 * The site cannot start without this setting. The log shows one sentence, not a stack
 * trace.
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

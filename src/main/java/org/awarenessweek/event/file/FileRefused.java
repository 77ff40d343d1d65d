package org.awarenessweek.event.file;

/** Why a file is refused, as a message to the organiser. */
class FileRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Object[] about;

	/**
	 * @param code the end of the message's code
	 * @param about what the message says of the file
	 */
	FileRefused(String code, Object... about) {
		super("event.file." + code, null, false, false);
		this.about = about;
	}

	String code() {
		return String.valueOf(getMessage());
	}

	Object[] about() {
		return this.about;
	}

}

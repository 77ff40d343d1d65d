package org.awarenessweek.picture;

/** Why a picture is refused. */
public final class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	Refused(String code) {
		super("picture." + code, null, false, false);
	}

	/** The code of the message that says it to the sender. */
	public String code() {
		return String.valueOf(getMessage());
	}

}

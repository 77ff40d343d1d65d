package org.awarenessweek.command;

import java.util.Locale;

/** What a check finds, line by line. Only what has failed keeps the site from working. */
final class Report {

	private final Call call;

	private boolean failed;

	Report(Call call) {
		this.call = call;
	}

	/** Whether anything has failed. */
	boolean failed() {
		return this.failed;
	}

	void ok(String subject, String words) {
		say("OK", subject, words);
	}

	void warning(String subject, String words) {
		say("WARNING", subject, words);
	}

	void failed(String subject, String words) {
		this.failed = true;
		say("FAILED", subject, words);
	}

	private void say(String state, String subject, String words) {
		this.call.say(String.format(Locale.ROOT, "%-8s %-12s %s", state, subject, words));
	}

}

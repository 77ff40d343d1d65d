package org.awarenessweek.storage;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Why the site does not start on its database. The operator reads two sentences in place
 * of a stack trace: what is wrong, and what to do.
 */
public class UnusableDatabase extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String remedy;

	/**
	 * @param wrong what is wrong, as a sentence without any password
	 * @param remedy what to do, as a sentence
	 */
	UnusableDatabase(String wrong, String remedy, @Nullable Throwable cause) {
		super(wrong, cause);
		this.remedy = remedy;
	}

	/** What to do, as a sentence. */
	public String remedy() {
		return this.remedy;
	}

	/** Tells the operator; see {@code META-INF/spring.factories}. */
	static class Analyzer extends AbstractFailureAnalyzer<UnusableDatabase> {

		@Override
		protected FailureAnalysis analyze(Throwable root, UnusableDatabase failure) {
			return new FailureAnalysis(failure.getMessage(), failure.remedy(), root);
		}

	}

}

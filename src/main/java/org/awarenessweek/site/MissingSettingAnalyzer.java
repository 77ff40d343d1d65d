package org.awarenessweek.site;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which setting is missing, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingSettingAnalyzer extends AbstractFailureAnalyzer<MissingSetting> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingSetting cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
	}

}

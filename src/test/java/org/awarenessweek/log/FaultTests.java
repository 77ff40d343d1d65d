package org.awarenessweek.log;

import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;

import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import org.junit.jupiter.api.Test;
import org.thymeleaf.exceptions.TemplateProcessingException;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;

/** What the log shows of an exception. */
class FaultTests {

	@Test
	void namesTypesPlacesAndConstraintsButNoWords() {
		String shown = shown(new DataIntegrityViolationException("Beatrix", new SQLException(
				"duplicate key value violates unique constraint \"pledge_place_uk\" beatrix@example.org", "23505")));
		assertThat(shown).startsWith("DataIntegrityViolationException\n")
			.contains("Caused by: SQLException 23505 pledge_place_uk\n", "at org.awarenessweek.log.FaultTests.")
			.doesNotContainIgnoringCase("beatrix");
	}

	@Test
	void quotesWhatFilesAndConnectionsSay() {
		assertThat(shown(new IllegalStateException("Beatrix", new IOException("No space left on device"))))
			.contains("Caused by: IOException (No space left on device)");
		assertThat(shown(new ConnectException("Connection refused"))).contains("Connection refused");
		assertThat(shown(new SQLException("Connection to 127.0.0.1:5432 refused", "08001")))
			.startsWith("SQLException 08001 (Connection to 127.0.0.1:5432 refused)");
	}

	@Test
	void namesThePlaceInATemplate() {
		assertThat(shown(new TemplateProcessingException("Cannot evaluate ${pledge.name}", "pledge/wall", 12, 5,
				new IllegalStateException("Beatrix"))))
			.contains("(template: \"pledge/wall\" - line 12, col 5)")
			.doesNotContain("Beatrix");
	}

	private static String shown(Throwable exception) {
		return ThrowableProxyUtil.asString(new ThrowableProxy(Fault.of(exception)));
	}

}

package org.awarenessweek.door;

import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.awarenessweek.Warnings;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.work.DatabaseAway;
import org.eclipse.jetty.io.QuietException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** No 409, 500 or 503 goes out without a line that names its cause. */
class AnswerLogTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(AnswerLog.class);

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private final Asked asked = new Asked();

	private final MockMvcTester site = MockMvcTester.create(MockMvcBuilders.standaloneSetup(this.asked)
		.setControllerAdvice(new DoorAdvice())
		.addFilters(new AnswerLog())
		.build());

	@BeforeEach
	void listen() {
		this.lines.start();
		this.logger.addAppender(this.lines);
		this.logger.setLevel(Level.INFO);
		this.logger.setAdditive(false);
	}

	@AfterEach
	void listenNoLonger() {
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(null);
		this.logger.setAdditive(true);
	}

	static Stream<Arguments> refusals() {
		return Stream.of(
				arguments(new ObjectOptimisticLockingFailureException("Ada", "ada@example.org"), 409, Level.INFO,
						"ObjectOptimisticLockingFailureException"),
				arguments(new CannotAcquireLockException("Ada", new SQLException("ada@example.org", "40001")), 409,
						Level.INFO, "CannotAcquireLockException, caused by SQLException 40001"),
				arguments(refused("23505", """
						Unique index or primary key violation: "PUBLIC.PLEDGE_PLACE_UK_INDEX_8 ON PUBLIC.PLEDGE(NAME) \
						VALUES ( /* 1 */ 'ada@example.org')\""""), 409, Level.INFO, "23505 PLEDGE_PLACE_UK_INDEX_8"),
				arguments(refused("23505", "duplicate key value violates unique constraint \"pledge_place_uk\""), 409,
						Level.INFO, "23505 pledge_place_uk"),
				arguments(refused("23514", "Check constraint invalid: \"PLEDGE_CHANGE_NUMBER_CK: \""), 500, Level.ERROR,
						"DataIntegrityViolationException, caused by SQLException 23514 "
								+ "PLEDGE_CHANGE_NUMBER_CK, at org.awarenessweek.door.AnswerLogTests.refused("),
				arguments(
						refused("23502",
								"null value in column \"name\" of relation \"pledge\" violates not-null constraint"),
						500, Level.ERROR, "23502 name"),
				arguments(refused("22001", "Value too long for column \"NAME VARYING(3)\": \"'ada@example.org'\""), 500,
						Level.ERROR, "22001 NAME"),
				arguments(new QueryTimeoutException("Ada"), 503, Level.WARN, "QueryTimeoutException"),
				arguments(new CannotCreateTransactionException("Ada"), 503, Level.WARN,
						"CannotCreateTransactionException"),
				arguments(new StaleForm(), 409, Level.INFO, "StaleForm"));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void namesTheCauseAndNobodysWords(RuntimeException refusal, int status, Level level, String cause,
			Warnings warnings) {
		warnings.allow("The database cannot be used");
		this.asked.answer = () -> {
			throw refusal;
		};
		assertThat(this.site.get().uri("/of/ada")).hasStatus(status);
		assertThat(this.lines.list).singleElement().satisfies((line) -> {
			assertThat(line.getLevel()).isEqualTo(level);
			assertThat(line.getFormattedMessage()).startsWith("GET /of/{whom} is answered " + status + ": ")
				.contains(cause)
				.doesNotContainIgnoringCase("ada");
		});
		DatabaseAway.ends();
	}

	@Test
	void namesWhoSaysThatAFormIsOutOfDate() {
		this.asked.answer = () -> ResponseEntity.status(HttpStatus.CONFLICT).body("");
		assertThat(this.site.get().uri("/of/ada")).hasStatus(409);
		assertThat(this.lines.list).extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("GET /of/{whom} is answered 409: said by Asked#of");
	}

	@Test
	void logsWhatNobodyCaughtWithoutItsWords() {
		this.asked.answer = () -> {
			throw new IllegalStateException("ada@example.org");
		};
		assertThat(this.site.get().uri("/of/ada")).hasFailed().failure().isInstanceOf(QuietException.class);
		assertThat(this.lines.list).singleElement().satisfies((line) -> {
			assertThat(line.getLevel()).isEqualTo(Level.ERROR);
			assertThat(line.getFormattedMessage()).isEqualTo("GET /of/{whom} failed");
			assertThat(ThrowableProxyUtil.asString(line.getThrowableProxy())).contains("IllegalStateException")
				.doesNotContain("ada@");
		});
	}

	@Test
	void saysNothingOfOtherAnswers() {
		this.asked.answer = () -> ResponseEntity.notFound().build();
		assertThat(this.site.get().uri("/of/ada")).hasStatus(404);
		assertThat(this.lines.list).isEmpty();
	}

	private static DataIntegrityViolationException refused(String state, String words) {
		return new DataIntegrityViolationException(words, new SQLException(words, state));
	}

	@RestController
	private static final class Asked {

		private Supplier<ResponseEntity<String>> answer = ResponseEntity.noContent()::build;

		@GetMapping("/of/{whom}")
		ResponseEntity<String> of() {
			return this.answer.get();
		}

	}

}

package org.awarenessweek.door;

import java.time.Duration;

import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** One place, and no waiting for it. */
class TurnstileTests {

	private final Turnstile turnstile = new Turnstile(new Limits(true, 3, 20, Duration.ofHours(1), 10,
			Duration.ofMinutes(15), DataSize.ofKilobytes(64), Duration.ofSeconds(2), 1, Duration.ZERO));

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final HandlerMethod page;

	TurnstileTests() throws NoSuchMethodException {
		this.page = new HandlerMethod(this, "toString");
	}

	@Test
	void tellsWhomItHasNoPlaceForWhenToComeAgain() throws Exception {
		assertThat(this.turnstile.preHandle(this.request, this.response, this.page)).isTrue();
		assertThat(this.turnstile.preHandle(this.request, this.response, this.page)).isFalse();
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
	}

	@Test
	void givesThePlaceOfWhoeverHasGoneToTheNext() throws Exception {
		this.turnstile.preHandle(this.request, this.response, this.page);
		this.turnstile.afterCompletion(this.request, this.response, this.page, null);
		assertThat(this.turnstile.preHandle(this.request, this.response, this.page)).isTrue();
	}

	@Test
	void countsNeitherFilesNorThePageOfAnError() throws Exception {
		MockHttpServletRequest error = new MockHttpServletRequest();
		error.setDispatcherType(DispatcherType.ERROR);
		for (int i = 0; i < 3; i++) {
			assertThat(this.turnstile.preHandle(this.request, this.response, "a file")).isTrue();
			assertThat(this.turnstile.preHandle(error, this.response, this.page)).isTrue();
		}
		this.turnstile.afterCompletion(error, this.response, this.page, null);
		assertThat(this.turnstile.preHandle(this.request, this.response, this.page)).isTrue();
		assertThat(this.turnstile.preHandle(this.request, this.response, this.page)).isFalse();
	}

}

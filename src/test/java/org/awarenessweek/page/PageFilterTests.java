package org.awarenessweek.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awaitility.Awaitility;
import org.awarenessweek.MovableClock;
import org.awarenessweek.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The filter before a site whose pages say how many were made before them. */
class PageFilterTests {

	private static final DataSize MEMORY = DataSize.ofKilobytes(200);

	private final MovableClock clock = new MovableClock();

	private final Pages pages = pages(this.clock, MEMORY);

	private final PageFilter filter = filter(true);

	private final AtomicInteger made = new AtomicInteger();

	private FilterChain site = (request, response) -> answer((HttpServletRequest) request,
			(HttpServletResponse) response, 200);

	@Test
	void makesAPageOnceAndForAllSpellingsOfItsAddress() throws Exception {
		String first = get("/list?day=1&q=a").getContentAsString();
		assertThat(get("/list?q=a&day=1").getContentAsString()).isEqualTo(first);
		assertThat(get("/list?utm_source=mail&q=%61&day=1&nothing=" + "x".repeat(3000)).getContentAsString())
			.isEqualTo(first);
		assertThat(this.made).hasValue(1);
		assertThat(get("/list?q=b&day=1").getContentAsString()).isNotEqualTo(first);
		assertThat(get("/one/b").getContentAsString()).isNotEqualTo(get("/one/a").getContentAsString());
		assertThat(get("/one/a?token=x").getContentAsString()).isEqualTo(get("/one/a").getContentAsString());
		assertThat(this.made).hasValue(4);
	}

	@Test
	void showsThePageNothingOfWhoAsks() throws Exception {
		var request = request("GET", "/list?q=a&secret=b");
		request.setCookies(new Cookie("team", "x"));
		request.addHeader("Authorization", "Basic x");
		request.addHeader("Accept-Language", "cy");
		request.setRemoteUser("x");
		request.getSession(true);
		this.site = (wrapped, response) -> {
			var plain = (HttpServletRequest) wrapped;
			assertThat(plain.getCookies()).isNull();
			assertThat(plain.getHeaderNames().asIterator()).isExhausted();
			assertThat(plain.getHeaders("Cookie").asIterator()).isExhausted();
			assertThat(plain.getHeader("Authorization")).isNull();
			assertThat(plain.getRemoteUser()).isNull();
			assertThat(plain.getUserPrincipal()).isNull();
			assertThat(plain.getSession(false)).isNull();
			assertThatThrownBy(plain::getSession).isInstanceOf(IllegalStateException.class);
			assertThatThrownBy(() -> plain.getSession(true)).isInstanceOf(IllegalStateException.class);
			assertThat(plain.getRequestedSessionId()).isNull();
			assertThat(plain.getParameterMap()).containsOnlyKeys("q");
			assertThat(plain.getParameter("secret")).isNull();
			assertThat(plain.getParameterValues("secret")).isNull();
			assertThat(plain.getQueryString()).isEqualTo("q=a");
			answer(plain, (HttpServletResponse) response, 200);
		};
		assertThat(send(request).getStatus()).isEqualTo(200);
		assertThat(this.made).hasValue(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/list?token=x", "/list?%74oken=x", "/list?q=a&token=", "/list?token",
			"/somebodys?token=x", "/team/desk", "/mailbox", "/nowhere", "/list?q=%zz" })
	void keepsNothingThatIsOnePersonsAlone(String address) throws Exception {
		get(address);
		get(address);
		assertThat(this.made).hasValue(2);
	}

	@Test
	void keepsNothingThatIsNoAnswerForEveryone() throws Exception {
		this.site = (request, response) -> answer((HttpServletRequest) request, (HttpServletResponse) response, 404);
		assertThat(get("/list").getStatus()).isEqualTo(404);
		assertThat(get("/list").getContentAsString()).startsWith("page 2");
		this.site = (request, response) -> {
			answer((HttpServletRequest) request, (HttpServletResponse) response, 200);
			((HttpServletResponse) response).setHeader("Cache-Control", "no-store");
		};
		assertThat(get("/list").getContentAsString()).startsWith("page 3");
		this.site = (request, response) -> {
			answer((HttpServletRequest) request, (HttpServletResponse) response, 200);
			((HttpServletResponse) response).addCookie(new Cookie("a", "b"));
		};
		assertThat(get("/list").getContentAsString()).startsWith("page 4");
		assertThat(get("/list").getContentAsString()).startsWith("page 5");
	}

	@Test
	void letsFormsPass() throws Exception {
		get("/list");
		this.site = (request, response) -> ((HttpServletResponse) response).setStatus(303);
		assertThat(send(request("POST", "/list")).getStatus()).isEqualTo(303);
	}

	@Test
	void answersHeadAsGetWithoutABody() throws Exception {
		MockHttpServletResponse head = send(request("HEAD", "/list"));
		assertThat(head.getContentAsByteArray()).isEmpty();
		MockHttpServletResponse get = get("/list");
		assertThat(this.made).hasValue(1);
		assertThat(head.getHeaderNames()).containsExactlyInAnyOrderElementsOf(get.getHeaderNames()).contains("ETag");
		for (String name : get.getHeaderNames()) {
			assertThat(head.getHeader(name)).isEqualTo(get.getHeader(name));
		}
		assertThat(get.getContentLength()).isEqualTo(get.getContentAsByteArray().length);
	}

	@ParameterizedTest
	@CsvSource({ "br", "gzip", "identity" })
	void saysOfEachFormThatItIsTheSame(String accepted) throws Exception {
		MockHttpServletResponse page = get("/list", "Accept-Encoding", accepted);
		String tag = Objects.requireNonNull(page.getHeader("ETag"));
		assertThat(plain(page)).startsWith("page 1");
		assertThat(page.getHeader("Vary")).isEqualTo("Accept-Encoding");
		for (String tags : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
			MockHttpServletResponse same = get("/list", "Accept-Encoding", accepted, "If-None-Match", tags);
			assertThat(same.getStatus()).isEqualTo(304);
			assertThat(same.getContentAsByteArray()).isEmpty();
			assertThat(same.getHeader("ETag")).isEqualTo(tag);
			assertThat(same.getHeader("Cache-Control")).isEqualTo("public, no-cache");
			assertThat(same.getContentType()).isNull();
		}
		assertThat(get("/list", "Accept-Encoding", accepted, "If-None-Match", "\"other\"").getStatus()).isEqualTo(200);
		this.pages.forget();
		assertThat(get("/list", "Accept-Encoding", accepted, "If-None-Match", tag).getStatus()).isEqualTo(200);
	}

	@Test
	void tagsEachFormDifferently() throws Exception {
		assertThat(Stream.of("br", "gzip", "identity").map((accepted) -> {
			try {
				return get("/list", "Accept-Encoding", accepted).getHeader("ETag");
			}
			catch (IOException | ServletException ex) {
				throw new IllegalStateException(ex);
			}
		}).distinct()).hasSize(3);
	}

	@Test
	void sendsPicturesAsTheyAre() throws Exception {
		this.site = (request, response) -> {
			answer((HttpServletRequest) request, (HttpServletResponse) response, 200);
			response.setContentType("image/png");
		};
		MockHttpServletResponse picture = get("/list", "Accept-Encoding", "gzip");
		assertThat(picture.getHeader("Content-Encoding")).isNull();
		assertThat(picture.getContentAsString()).startsWith("page 1");
	}

	@Test
	void makesAPageForOneWhileOthersWaitForIt() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		this.site = (request, response) -> {
			asked.countDown();
			await(go);
			answer((HttpServletRequest) request, (HttpServletResponse) response, 200);
		};
		List<MockHttpServletResponse> answers = visitors(20, asked, go);
		for (MockHttpServletResponse answer : answers) {
			assertThat(answer.getContentAsString()).startsWith("page 1");
		}
		assertThat(this.made).hasValue(1);
	}

	@Test
	void hasWhoWaitedForNothingAskForThemselves() throws Exception {
		AtomicInteger asked = new AtomicInteger();
		this.site = (request, response) -> {
			if (asked.incrementAndGet() == 1) {
				throw new IllegalStateException("out of order");
			}
			answer((HttpServletRequest) request, (HttpServletResponse) response, 200);
		};
		assertThatThrownBy(() -> get("/list")).isInstanceOf(IllegalStateException.class);
		assertThat(get("/list").getContentAsString()).startsWith("page 1");
	}

	@Test
	void tellsThoseWhoWaitWhenTheSiteIsTooBusy(Warnings warnings) throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		this.site = (request, response) -> {
			this.made.incrementAndGet();
			asked.countDown();
			await(go);
			((HttpServletResponse) response).sendError(503);
		};
		List<MockHttpServletResponse> answers = visitors(20, asked, go);
		assertThat(this.made).hasValue(1);
		assertThat(answers).allMatch((answer) -> answer.getStatus() == 503);
		assertThat(answers).filteredOn((answer) -> "5".equals(answer.getHeader("Retry-After"))).hasSize(19);
		assertThat(warnings.expect("is answered 503: TooBusy")).hasSize(19);
	}

	@Test
	void saysWhenToComeAgainWhereTheDatabaseIsNotThere(Warnings warnings) throws Exception {
		this.site = (request, answer) -> {
			throw new CannotGetJdbcConnectionException("no database");
		};
		MockHttpServletResponse response = get("/list");
		assertThat(response.getStatus()).isEqualTo(503);
		assertThat(response.getHeader("Retry-After")).isEqualTo("5");
		warnings.expect("is answered 503: CannotGetJdbcConnectionException");
		warnings.allow("The database cannot be used");
	}

	@Test
	void showsThePageOfBeforeWhileTheSiteCannotMakeItAnew(Warnings warnings) throws Exception {
		FilterChain well = this.site;
		FilterChain away = (request, answer) -> {
			this.made.incrementAndGet();
			throw new CannotGetJdbcConnectionException("no database");
		};
		FilterChain busy = (request, answer) -> {
			this.made.incrementAndGet();
			((HttpServletResponse) answer).setHeader("Retry-After", "30");
			((HttpServletResponse) answer).sendError(503);
		};
		get("/list");
		int tries = 1;
		for (FilterChain ill : List.of(away, busy, away)) {
			this.site = ill;
			this.clock.advance(Duration.ofSeconds(5));
			for (int visitor = 0; visitor < 3; visitor++) {
				MockHttpServletResponse old = get("/list");
				assertThat(old.getStatus()).isEqualTo(200);
				assertThat(old.getErrorMessage()).isNull();
				assertThat(old.getHeader("Retry-After")).isNull();
				assertThat(old.getContentAsString()).startsWith("page 1");
			}
			assertThat(this.made).as("one try in five seconds").hasValue(++tries);
		}
		assertThat(get("/list?q=new").getStatus()).isEqualTo(503);
		this.site = well;
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(get("/list").getContentAsString()).startsWith("page " + (tries + 2));
		warnings.expect("is answered 503: CannotGetJdbcConnectionException");
		warnings.allow("The database cannot be used");
	}

	@Test
	void othersAreShownThePageOfBeforeWhileOneTriesToMakeItAnew(Warnings warnings) throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		get("/list");
		this.site = (request, response) -> ((HttpServletResponse) response).sendError(503);
		this.clock.advance(Duration.ofSeconds(5));
		get("/list");
		this.site = (request, response) -> {
			asked.countDown();
			await(go);
			((HttpServletResponse) response).sendError(503);
		};
		this.clock.advance(Duration.ofSeconds(5));
		try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> first = visitors.submit(() -> get("/list").getContentAsString());
			await(asked);
			this.clock.advance(Duration.ofSeconds(20));
			assertThat(this.pages.kept("/list")).isNotNull();
			assertThat(get("/list").getContentAsString()).startsWith("page 1");
			go.countDown();
			assertThat(first.get()).startsWith("page 1");
		}
		warnings.allow("is answered 503");
	}

	@Test
	void showsNoPageOfHalfADayAgo(Warnings warnings) throws Exception {
		get("/list");
		this.site = (request, response) -> ((HttpServletResponse) response).sendError(503);
		this.clock.advance(Duration.ofHours(12).minusNanos(1));
		assertThat(get("/list").getStatus()).isEqualTo(200);
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(get("/list").getStatus()).isEqualTo(503);
		warnings.allow("is answered 503");
	}

	@Test
	void neverShowsWhatWasBegunBeforeAChangeToThoseWhoAskAfterIt() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		FilterChain swift = this.site;
		this.site = (request, response) -> {
			answer((HttpServletRequest) request, (HttpServletResponse) response, 200);
			asked.countDown();
			await(go);
		};
		try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> early = visitors.submit(() -> get("/list").getContentAsString());
			await(asked);
			this.pages.forget();
			this.site = swift;
			assertThat(get("/list").getContentAsString()).startsWith("page 2");
			go.countDown();
			assertThat(early.get()).startsWith("page 1");
		}
		assertThat(get("/list").getContentAsString()).startsWith("page 2");
	}

	@Test
	void makesAPageAnewOnceItIsNoLongerYoung() throws Exception {
		get("/list");
		this.clock.advance(Duration.ofMillis(4500).minusNanos(1));
		assertThat(get("/list").getContentAsString()).startsWith("page 1");
		this.clock.advance(Duration.ofNanos(1));
		assertThat(get("/list").getContentAsString()).startsWith("page 2");
	}

	@Test
	void showsNobodyAnOldPage() throws Exception {
		get("/list");
		this.clock.advance(Duration.ofSeconds(5));
		assertThat(this.pages.kept("/list")).isNull();
		assertThat(get("/list").getContentAsString()).startsWith("page 2");
	}

	@Test
	void showsTheOneOfAMomentAgoWhileItIsMadeAnew() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch go = new CountDownLatch(1);
		FilterChain swift = this.site;
		get("/list");
		this.clock.advance(Duration.ofMillis(4500));
		assertThat(this.pages.kept("/list")).as("for the one who makes it anew").isNull();
		this.site = (request, response) -> {
			asked.countDown();
			await(go);
			swift.doFilter(request, response);
		};
		try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> first = visitors.submit(() -> get("/list").getContentAsString());
			await(asked);
			assertThat(get("/list").getContentAsString()).startsWith("page 1");
			this.clock.advance(Duration.ofMillis(500).minusNanos(1));
			assertThat(this.pages.kept("/list")).isNotNull();
			this.clock.advance(Duration.ofNanos(1));
			assertThat(this.pages.kept("/list")).isNull();
			go.countDown();
			assertThat(first.get()).startsWith("page 2");
		}
		assertThat(get("/list").getContentAsString()).startsWith("page 2");
	}

	@Test
	void forgetsWhatCannotBeMadeAnew() throws Exception {
		get("/list");
		this.clock.advance(Duration.ofMillis(4500));
		this.site = (request, response) -> ((HttpServletResponse) response).sendError(404);
		assertThat(get("/list").getStatus()).isEqualTo(404);
		assertThat(get("/list").getStatus()).isEqualTo(404);
	}

	@Test
	void takesNoMoreMemoryThanItMay() throws Exception {
		for (int i = 0; i < 1000; i++) {
			get("/list?q=" + i);
		}
		var kept = this.pages.all().synchronous();
		kept.cleanUp();
		assertThat(kept.policy().eviction().orElseThrow().weightedSize().orElseThrow()).isPositive()
			.isLessThanOrEqualTo(MEMORY.toBytes());
		assertThat(kept.estimatedSize()).isLessThan(100);
		assertThat(this.made).hasValue(1000);
	}

	@Test
	void keepsNothingWhereThatIsSwitchedOff() throws Exception {
		PageFilter off = filter(false);
		for (int i = 1; i <= 2; i++) {
			var response = new MockHttpServletResponse();
			off.doFilter(request("GET", "/list"), response, this.site);
			assertThat(response.getContentAsString()).startsWith("page " + i);
			assertThat(response.getHeader("ETag")).isNotNull();
		}
	}

	@Test
	void remembersWhatPagesAreMadeFromForAQuarterOfTheirAge() {
		assertThat(this.pages.<Integer>remember("numbers", this.made::incrementAndGet)).isEqualTo(1);
		this.clock.advance(Duration.ofMillis(1250).minusMillis(1));
		assertThat(this.pages.<Integer>remember("numbers", this.made::incrementAndGet)).isEqualTo(1);
		this.clock.advance(Duration.ofMillis(1));
		assertThat(this.pages.<Integer>remember("numbers", this.made::incrementAndGet)).isEqualTo(2);
		this.pages.forget();
		assertThat(this.pages.<Integer>remember("numbers", this.made::incrementAndGet)).isEqualTo(3);
	}

	@Test
	void remembersNothingLongerWhenTheClockIsSetBack() {
		assertThat(this.pages.<Integer>remember("numbers", this.made::incrementAndGet)).isEqualTo(1);
		this.clock.advance(Duration.ofHours(-1));
		assertThat(this.pages.<Integer>remember("numbers", this.made::incrementAndGet)).isEqualTo(1);
		this.clock.advance(Duration.ofMillis(1250));
		assertThat(this.pages.<Integer>remember("numbers", this.made::incrementAndGet)).isEqualTo(2);
	}

	@Test
	void remembersAsLongThatSomethingCannotBeFound() {
		for (int page = 1; page <= 2; page++) {
			assertThatExceptionOfType(CannotGetJdbcConnectionException.class)
				.isThrownBy(() -> this.pages.remember("numbers", () -> {
					this.made.incrementAndGet();
					throw new CannotGetJdbcConnectionException("no database");
				}));
		}
		assertThat(this.made).hasValue(1);
		this.clock.advance(Duration.ofMillis(1250));
		assertThat(this.pages.<Integer>remember("numbers", this.made::incrementAndGet)).isEqualTo(2);
	}

	@Test
	void forgetsAllOnceAChangeIsCommitted() throws Exception {
		get("/list");
		TransactionSynchronizationManager.initSynchronization();
		try {
			this.pages.forgetAfterCommit();
			assertThat(get("/list").getContentAsString()).as("before").startsWith("page 1");
			TransactionSynchronizationManager.getSynchronizations().forEach(TransactionSynchronization::afterCommit);
		}
		finally {
			TransactionSynchronizationManager.clearSynchronization();
		}
		assertThat(get("/list").getContentAsString()).startsWith("page 2");
		this.pages.forgetAfterCommit();
		assertThat(get("/list").getContentAsString()).as("without a transaction").startsWith("page 3");
	}

	@Test
	void forgetsAllOnlyEveryTenSecondsForWhatComesByTheThousand() {
		var first = this.pages.all();
		this.pages.forgetSeldomAfterCommit();
		var second = this.pages.all();
		assertThat(second).isNotSameAs(first);
		this.clock.advance(Duration.ofSeconds(10));
		this.pages.forgetSeldomAfterCommit();
		assertThat(this.pages.all()).isSameAs(second);
		this.clock.advance(Duration.ofNanos(1));
		this.pages.forgetSeldomAfterCommit();
		assertThat(this.pages.all()).isNotSameAs(second);
	}

	@Test
	void showsNothingOfATimeThatIsStillToCome() throws Exception {
		get("/list");
		this.clock.set(this.clock.instant().minusSeconds(1));
		assertThat(get("/list").getContentAsString()).startsWith("page 2");
	}

	/**
	 * What so many are answered who all wait, the first for the site and the others for
	 * the first.
	 */
	private List<MockHttpServletResponse> visitors(int number, CountDownLatch asked, CountDownLatch go)
			throws InterruptedException {
		List<Thread> waiting = new ArrayList<>();
		List<MockHttpServletResponse> answers = new CopyOnWriteArrayList<>();
		for (int visitor = 0; visitor < number; visitor++) {
			waiting.add(Thread.startVirtualThread(() -> {
				try {
					answers.add(get("/list"));
				}
				catch (IOException | ServletException ex) {
					throw new IllegalStateException(ex);
				}
			}));
			await(asked);
		}
		Awaitility.await()
			.until(() -> waiting.stream().allMatch((thread) -> thread.getState() == Thread.State.WAITING));
		go.countDown();
		for (Thread thread : waiting) {
			thread.join();
		}
		assertThat(answers).hasSize(number);
		return answers;
	}

	private void answer(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
		response.setStatus(status);
		response.setContentType("text/html;charset=UTF-8");
		response.setHeader("Cache-Control", "public, no-cache");
		response.getOutputStream()
			.write(("page " + this.made.incrementAndGet() + " ".repeat(2000) + request.getQueryString())
				.getBytes(UTF_8));
	}

	private MockHttpServletResponse get(String address, String... headers) throws IOException, ServletException {
		MockHttpServletRequest request = request("GET", address);
		for (int i = 0; i < headers.length; i += 2) {
			request.addHeader(headers[i], headers[i + 1]);
		}
		return send(request);
	}

	private MockHttpServletResponse send(MockHttpServletRequest request) throws IOException, ServletException {
		var response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, this.site);
		return response;
	}

	private static MockHttpServletRequest request(String method, String address) {
		String[] parts = address.split("\\?", 2);
		var request = new MockHttpServletRequest(method, parts[0]);
		request.setServletPath(parts[0]);
		request.setQueryString((parts.length > 1) ? parts[1] : null);
		return request;
	}

	private static String plain(MockHttpServletResponse response) throws IOException {
		var body = new ByteArrayInputStream(response.getContentAsByteArray());
		return switch (String.valueOf(response.getHeader("Content-Encoding"))) {
			case "br" -> new String(new BrotliInputStream(body).readAllBytes(), UTF_8);
			case "gzip" -> new String(new GZIPInputStream(body).readAllBytes(), UTF_8);
			default -> response.getContentAsString();
		};
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private PageFilter filter(boolean keep) {
		return filter(this.pages, this.clock, keep);
	}

	static PageFilter filter(Pages pages, Clock clock, boolean keep) {
		return new PageFilter(pages, addresses(), settings(keep, MEMORY), clock, new ServerProperties());
	}

	static PublicAddresses addresses() {
		var addresses = new PublicAddresses(new StaticListableBeanFactory(Map.of("mapping", mapping()))
			.getBeanProvider(RequestMappingHandlerMapping.class));
		addresses.afterSingletonsInstantiated();
		return addresses;
	}

	static Pages pages(Clock clock, DataSize memory) {
		return new Pages(settings(true, memory), clock);
	}

	private static PageSettings settings(boolean keep, DataSize memory) {
		return new PageSettings(keep, memory, Duration.ofSeconds(5));
	}

	private static RequestMappingHandlerMapping mapping() {
		var context = new StaticApplicationContext();
		context.registerSingleton("controller", Addresses.class);
		var mapping = new RequestMappingHandlerMapping();
		mapping.setApplicationContext(context);
		mapping.afterPropertiesSet();
		return mapping;
	}

	/** What the site's controllers say that they answer. */
	@Controller
	static class Addresses {

		@GetMapping("/list")
		void list(@ModelAttribute Filter filter, @RequestParam(required = false) String token) {
		}

		@PostMapping("/list")
		void change() {
		}

		@GetMapping("/one/{name:[a-z]+}")
		void one() {
		}

		@GetMapping("/somebodys")
		void mine(@RequestParam String token) {
		}

		@GetMapping({ "/team/desk", "/mailbox" })
		void desk() {
		}

	}

	/** What a list is asked for. */
	record Filter(String day, String q) {
	}

}

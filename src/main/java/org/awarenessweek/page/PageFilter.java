package org.awarenessweek.page;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.door.AnswerLog;
import org.awarenessweek.door.PublicPages;
import org.awarenessweek.work.DatabaseAway;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeType;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stands before everything else of the site and has the pages made that are not kept:
 * each once, by the first who asks; others who ask meanwhile wait for it, or are shown
 * the one of a moment ago. While the site cannot make it, all are shown that one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFilter implements Filter {

	/** In seconds. */
	private static final String A_MOMENT = "5";

	private final Pages pages;

	private final PublicAddresses addresses;

	private final PageSettings settings;

	private final Clock clock;

	private final MimeType[] compressible;

	PageFilter(Pages pages, PublicAddresses addresses, PageSettings settings, Clock clock, ServerProperties server) {
		this.pages = pages;
		this.addresses = addresses;
		this.settings = settings;
		this.clock = clock;
		this.compressible = Arrays.stream(server.getCompression().getMimeTypes())
			.map(MimeType::valueOf)
			.toArray(MimeType[]::new);
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		doFilter((HttpServletRequest) request, (HttpServletResponse) response, chain);
	}

	private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		Address address = PublicPages.reads(request)
				? this.addresses.of(request.getServletPath(), request.getQueryString()) : null;
		if (address == null) {
			chain.doFilter(request, response);
			return;
		}
		try {
			KeptPage page = this.settings.keep() ? keep(address, request, response, chain)
					: make(address, request, response, chain, new CompletableFuture<>(), null);
			if (page != null) {
				page.send(request, response);
			}
		}
		catch (TooBusy ex) {
			AnswerLog.log(request, HttpServletResponse.SC_SERVICE_UNAVAILABLE, AnswerLog.describe(ex));
			response.setHeader(HttpHeaders.RETRY_AFTER, A_MOMENT);
			response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		}
	}

	private @Nullable KeptPage keep(Address address, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		ConcurrentMap<String, CompletableFuture<KeptPage>> kept = this.pages.all().asMap();
		String key = address.key();
		// What could be shown when somebody came will do, however long it took to make
		Instant now = this.clock.instant();
		CompletableFuture<KeptPage> own = new CompletableFuture<>();
		CompletableFuture<KeptPage> known = kept.putIfAbsent(key, own);
		KeptPage page = (known != null) ? await(known) : null;
		if (known == null || page == null) {
			return make(address, request, response, chain, own, page);
		}
		if (page.claim(now)) {
			try {
				return make(address, request, response, chain, own, page);
			}
			finally {
				// Until now, others were shown the old one; if there is no other, it goes
				// too
				kept.replace(key, known, own);
			}
		}
		if (page.mayBeShown(now)) {
			return page;
		}
		return kept.replace(key, known, own) ? make(address, request, response, chain, own, page)
				: keep(address, request, response, chain);
	}

	/**
	 * What another request makes, unless that is not for everyone.
	 * @throws TooBusy if the other was told to come again
	 */
	private static @Nullable KeptPage await(CompletableFuture<KeptPage> making) {
		try {
			return making.join();
		}
		catch (CancellationException ex) {
			if (ex.getCause() instanceof TooBusy busy) {
				throw busy;
			}
			return null;
		}
	}

	/**
	 * Has the site answer.
	 * @param making what others wait for: it ends with the page, or is cancelled if the
	 * answer is not for everyone
	 * @param older the page that this one follows
	 */
	private @Nullable KeptPage make(Address address, HttpServletRequest request, HttpServletResponse response,
			FilterChain chain, CompletableFuture<KeptPage> making, @Nullable KeptPage older)
			throws IOException, ServletException {
		Instant begun = this.clock.instant();
		Answer answer = new Answer(response);
		KeptPage page = null;
		try {
			answerOrSayWhy(new PlainRequest(request, address), answer, chain);
			if (isForEveryone(answer)) {
				page = new KeptPage(answer, begun, this.settings.age(), isCompressible(answer));
				page.takeOver(older);
			}
			else if (answer.isUnavailable() && older != null) {
				page = older.outlasting(this.clock.instant());
			}
			if (page != null) {
				making.complete(page);
			}
		}
		finally {
			making.completeExceptionally(answer.isUnavailable() ? new TooBusy() : new CancellationException());
		}
		if (page == null) {
			answer.send();
		}
		else if (answer.isUnavailable()) {
			response.reset();
		}
		return page;
	}

	private static void answerOrSayWhy(HttpServletRequest request, Answer answer, FilterChain chain)
			throws IOException, ServletException {
		try {
			chain.doFilter(request, answer);
		}
		catch (ServletException | RuntimeException ex) {
			if (!DatabaseAway.isCause(ex)) {
				throw ex;
			}
			DatabaseAway.begins(ex);
			AnswerLog.log(request, HttpServletResponse.SC_SERVICE_UNAVAILABLE, AnswerLog.describe(ex));
			answer.setHeader(HttpHeaders.RETRY_AFTER, A_MOMENT);
			answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		}
	}

	private static boolean isForEveryone(HttpServletResponse answer) {
		return answer.getStatus() == HttpServletResponse.SC_OK && !answer.isCommitted()
				&& String.valueOf(answer.getHeader(HttpHeaders.CACHE_CONTROL)).startsWith("public")
				&& !answer.containsHeader(HttpHeaders.SET_COOKIE);
	}

	private boolean isCompressible(HttpServletResponse answer) {
		String type = answer.getContentType();
		return type != null
				&& Arrays.stream(this.compressible).anyMatch((known) -> known.includes(MimeType.valueOf(type)));
	}

	/** It is known to the end whether the site says that it cannot answer now. */
	private static final class Answer extends ContentCachingResponseWrapper {

		private boolean error;

		Answer(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void sendError(int status) throws IOException {
			if (status == SC_SERVICE_UNAVAILABLE) {
				this.error = true;
				setStatus(status);
			}
			else {
				super.sendError(status);
			}
		}

		boolean isUnavailable() {
			return getStatus() == SC_SERVICE_UNAVAILABLE;
		}

		void send() throws IOException {
			if (this.error) {
				super.sendError(SC_SERVICE_UNAVAILABLE);
			}
			else {
				copyBodyToResponse();
			}
		}

	}

	/** Whoever waited for a page that the site is too busy to make is told so, too. */
	private static final class TooBusy extends CancellationException {

		private static final long serialVersionUID = 1L;

	}

}

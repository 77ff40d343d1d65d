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
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.MimeType;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stands before everything else of the site and has the pages made that are not kept:
 * each once, by the first who asks; others who ask meanwhile wait for it, or are shown
 * the one of a moment ago.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFilter implements Filter {

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
		catch (TooBusy | CannotCreateTransactionException | CannotGetJdbcConnectionException ex) {
			AnswerLog.log(request, HttpServletResponse.SC_SERVICE_UNAVAILABLE, AnswerLog.describe(ex));
			response.setHeader(HttpHeaders.RETRY_AFTER, "5");
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
		ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
		KeptPage page = null;
		try {
			PlainRequest plain = new PlainRequest(request, address);
			chain.doFilter(plain, answer);
			if (isForEveryone(answer)) {
				page = new KeptPage(answer, begun, this.settings.age(), isCompressible(answer));
				page.takeOver(older);
				making.complete(page);
			}
		}
		finally {
			making.completeExceptionally((answer.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE)
					? new TooBusy() : new CancellationException());
		}
		if (page == null) {
			answer.copyBodyToResponse();
		}
		return page;
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

	/** Whoever waited for a page that the site is too busy to make is told so, too. */
	private static final class TooBusy extends CancellationException {

		private static final long serialVersionUID = 1L;

	}

}

package org.awarenessweek.door;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Limits how many requests make or store something at once. Others wait a little, in
 * order of arrival, and are then told when to retry. So a crowd gets as many answers as
 * the machine can give, and no connection times out. A slow client holds no place: its
 * request is read before, and public pages are sent after.
 */
@Component
class Turnstile implements HandlerInterceptor, WebMvcConfigurer {

	private final Semaphore places;

	private final Limits limits;

	Turnstile(Limits limits) {
		this.places = new Semaphore(limits.atOnce(), true);
		this.limits = limits;
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!needsPlace(request, handler) || findsPlace()) {
			return true;
		}
		AnswerLog.because(request, "no place of limits.at-once became free within limits.patience");
		response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, this.limits.patience().toSeconds())));
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
		return false;
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable Exception ex) {
		if (needsPlace(request, handler)) {
			this.places.release();
		}
	}

	/**
	 * Files and the error page need no place: whoever fetches a large file slowly would
	 * keep it all the while.
	 */
	private static boolean needsPlace(HttpServletRequest request, Object handler) {
		return handler instanceof HandlerMethod && request.getDispatcherType() == DispatcherType.REQUEST
				&& !PublicPages.isStreamed(request.getServletPath());
	}

	private boolean findsPlace() {
		try {
			return this.places.tryAcquire(this.limits.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}

package org.awarenessweek.door;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.MultiPartFormData;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Forms of the team that bring a file. Nothing of one is read before it is known that a
 * member sends it; what is not kept is deleted with the request.
 */
public final class Uploads {

	private static final Pattern PATH = Pattern.compile("/team/toolkit/[^/]+(/add)?");

	/** The largest file, in bytes. */
	public static final int LARGEST = 25 * 1024 * 1024;

	/** Files are stored beside the web server's own temporary ones. */
	private static final MultipartConfigElement LIMITS = new MultipartConfigElement("", LARGEST, LARGEST + 1024 * 1024,
			0);

	/**
	 * How much of a member's file that is too large is read and dropped, so that the
	 * browser shows the answer.
	 */
	private static final long MOST_DRAINED = 256L * 1024 * 1024;

	private Uploads() {
	}

	/** Whether a request is such a form. */
	public static boolean isOne(HttpServletRequest request) {
		String type = request.getContentType();
		return "POST".equals(request.getMethod()) && type != null
				&& type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") && request.getQueryString() == null
				&& PATH.matcher(request.getServletPath()).matches();
	}

	/**
	 * Reads a member's form.
	 * @return why it is refused, if it is
	 */
	public static @Nullable HttpStatus read(HttpServletRequest request) {
		try {
			request.setAttribute(ServletContextRequest.MULTIPART_CONFIG_ELEMENT, LIMITS);
			request.getParts();
			return FormGuard.hasFieldsOfOurForms(request) ? null : HttpStatus.BAD_REQUEST;
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (request.getAttribute(MultiPartFormData.class.getName()) instanceof Future<?> parts
					&& parts.state() == Future.State.SUCCESS
					&& parts.resultNow() instanceof MultiPartFormData.Parts read) {
				read.close();
			}
			// Jetty would look for the parts again at the end, and fail once more
			request.removeAttribute(MultiPartFormData.class.getName());
			drain(request, MOST_DRAINED);
			return FormGuard.status(ex);
		}
	}

	/** Deletes what was stored of a form while it was read. */
	public static void forget(HttpServletRequest request) throws IOException, ServletException {
		for (Part part : request.getParts()) {
			part.delete();
		}
	}

	/**
	 * Reads on to the end of the body, up to a limit: cutting the connection in the
	 * middle of it may lose the response (RFC 9112, section 9.6).
	 */
	static void drain(HttpServletRequest request, long most) {
		try {
			InputStream body = request.getInputStream();
			byte[] dropped = new byte[8192];
			int read = 0;
			for (long left = most; left > 0 && read >= 0; left -= read) {
				read = body.read(dropped);
			}
		}
		catch (IOException | IllegalStateException ex) {
			// nothing more is coming
		}
	}

}

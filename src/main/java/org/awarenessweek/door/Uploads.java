package org.awarenessweek.door;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.MultiPartFormData;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.lang.Contract;

/**
 * Forms that bring a file. Nothing of one of the team's is read before it is known that a
 * member sends it; what is not kept is deleted with the request.
 */
public final class Uploads {

	/** The largest file of a member, in bytes. */
	public static final int LARGEST = 25 * 1024 * 1024;

	/**
	 * The addresses of these forms, each with its largest file. A file that is larger by
	 * little is left to the form's own page to refuse.
	 */
	private static final List<Form> FORMS = List.of(new Form("/team/toolkit/[^/]+(/add)?", LARGEST),
			new Form("/calendar/submit", 6 * 1024 * 1024));

	/**
	 * How much is read and dropped of a form that is too large, for each byte that it may
	 * have, so that the browser shows the answer.
	 */
	private static final long DRAINED = 10;

	private Uploads() {
	}

	/** Whether a request is such a form. */
	public static boolean isOne(HttpServletRequest request) {
		String type = request.getContentType();
		return "POST".equals(request.getMethod()) && type != null
				&& type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") && request.getQueryString() == null
				&& form(request).isPresent();
	}

	private static Optional<Form> form(HttpServletRequest request) {
		return FORMS.stream().filter((form) -> request.getServletPath().matches(form.path())).findFirst();
	}

	/** Whether a file was chosen. Without one, browsers send an empty name. */
	@Contract("null -> false")
	public static boolean isChosen(@Nullable Part file) {
		return file != null && file.getSubmittedFileName() != null && !file.getSubmittedFileName().isEmpty();
	}

	/**
	 * Reads a form that may be read.
	 * @return why it is refused, if it is
	 */
	public static @Nullable HttpStatus read(HttpServletRequest request) {
		int largest = form(request).orElseThrow().largest();
		try {
			request.setAttribute(ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
					new MultipartConfigElement("", largest, largest + 1024L * 1024, 0));
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
			drain(request, DRAINED * largest);
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

	/**
	 * A form that brings a file. The web server stores that beside its own temporary
	 * ones.
	 *
	 * @param path its address
	 * @param largest how large the file may be, in bytes
	 */
	private record Form(String path, int largest) {
	}

}

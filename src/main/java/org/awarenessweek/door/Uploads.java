package org.awarenessweek.door;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Future;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.server.FormFields;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.lang.Contract;

/**
 * Forms that bring a file. Nothing of one for the team is read before it is known that a
 * member sends it; what is not kept is deleted with the request.
 */
public final class Uploads {

	private static final int MEGABYTE = 1024 * 1024;

	/** The largest file of the team, in bytes. */
	public static final int LARGEST = 25 * MEGABYTE;

	/**
	 * Where a file may be sent. One that is larger by little is left to the form's own
	 * page to refuse.
	 */
	private static final List<Entrance> ENTRANCES = List.of(new Entrance("/team/toolkit/[^/]+(/add)?", LARGEST, 0),
			new Entrance("/calendar/submit/file", MEGABYTE, 4 * MEGABYTE),
			new Entrance("/calendar/submit|/mine/event/(edit|copy)", 6 * MEGABYTE, 0));

	/** How many fields a form without a file may have where it may be larger. */
	private static final int MOST_FIELDS = 5000;

	/**
	 * How many times the largest file is read and dropped of one that is larger, so that
	 * the browser shows the answer.
	 */
	private static final long MOST_DRAINED = 10;

	private Uploads() {
	}

	/** Whether a request is such a form. */
	public static boolean isOne(HttpServletRequest request) {
		String type = request.getContentType();
		return entrance(request) != null && type != null
				&& type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data") && request.getQueryString() == null;
	}

	/** Whether it is one that everyone may send. */
	static boolean isPublic(HttpServletRequest request) {
		return isOne(request) && !PublicPages.isPrivate(request);
	}

	/** Whether a file was chosen. Without one, browsers send an empty name. */
	@Contract("null -> false")
	public static boolean isChosen(@Nullable Part file) {
		return file != null && file.getSubmittedFileName() != null && !file.getSubmittedFileName().isEmpty();
	}

	/**
	 * How large a form without a file may be, in bytes. Where it may be larger than
	 * others, the web server is told so.
	 * @param otherwise how large other forms may be
	 */
	static long largestForm(HttpServletRequest request, long otherwise) {
		Entrance entrance = entrance(request);
		if (entrance == null || entrance.form() == 0) {
			return otherwise;
		}
		request.setAttribute(FormFields.MAX_LENGTH_ATTRIBUTE, entrance.form());
		request.setAttribute(FormFields.MAX_FIELDS_ATTRIBUTE, MOST_FIELDS);
		return entrance.form();
	}

	private static @Nullable Entrance entrance(HttpServletRequest request) {
		return "POST".equals(request.getMethod()) ? ENTRANCES.stream()
			.filter((entrance) -> request.getServletPath().matches(entrance.path()))
			.findFirst()
			.orElse(null) : null;
	}

	/**
	 * Reads a form that may be read.
	 * @return why it is refused, if it is
	 */
	public static @Nullable HttpStatus read(HttpServletRequest request) {
		int largest = Objects.requireNonNull(entrance(request)).file();
		try {
			// files are stored beside the web server's own temporary ones
			request.setAttribute(ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
					new MultipartConfigElement("", largest, largest + MEGABYTE, 0));
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
			drain(request, MOST_DRAINED * largest);
			return isRoomFor(largest, request) ? FormGuard.status(ex) : HttpStatus.SERVICE_UNAVAILABLE;
		}
	}

	private static boolean isRoomFor(int largest, HttpServletRequest request) {
		File temporary = (File) request.getServletContext().getAttribute(ServletContext.TEMPDIR);
		boolean room = temporary.getUsableSpace() >= largest;
		if (!room) {
			AnswerLog.because(request, "the disk of the temporary files is full");
		}
		return room;
	}

	/** Deletes what was stored of a form while it was read. */
	public static void forget(HttpServletRequest request) throws IOException, ServletException {
		for (Part part : request.getParts()) {
			part.delete();
		}
	}

	/** Sends the response at once and drops the body that is still coming. */
	public static void drop(HttpServletRequest request, HttpServletResponse response) throws IOException {
		response.flushBuffer();
		drain(request, 2L * LARGEST);
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
	 * Where a file may be sent.
	 *
	 * @param path the paths, as an expression
	 * @param file the largest file, in bytes
	 * @param form the largest form without a file, in bytes; 0 if it is as large as
	 * others
	 */
	private record Entrance(String path, int file, int form) {
	}

}

package org.awarenessweek.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.door.PublicPages;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends the static files: pages that were finished, and compressed, when the site was
 * built. Each has two addresses, its own and one with a hash of its content, which is
 * what pages call it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class StaticFiles extends OncePerRequestFilter {

	private static final String FOLDER = "/static/";

	private final Map<String, KeptPage> files = new HashMap<>();

	/** Reads them all: they are few and small. */
	StaticFiles() throws IOException {
		Map<String, Resource> found = new HashMap<>();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**")) {
			String address = file.getURL().getPath();
			found.put(address.substring(address.lastIndexOf(FOLDER) + FOLDER.length() - 1), file);
		}
		found.forEach((address, content) -> {
			int dot = address.lastIndexOf('.');
			if (dot > 0 && !isCompressed(address)) {
				KeptPage file = read(address, content, found);
				this.files.put(address, file);
				this.files.put(address.substring(0, dot) + "-" + file.hash() + address.substring(dot), file);
			}
		});
	}

	private static boolean isCompressed(String address) {
		for (Encoding encoding : Encoding.values()) {
			if (address.endsWith(encoding.extension())) {
				return true;
			}
		}
		return false;
	}

	private static KeptPage read(String address, Resource content, Map<String, Resource> found) {
		Map<Encoding, byte[]> compressed = new EnumMap<>(Encoding.class);
		for (Encoding encoding : Encoding.values()) {
			Resource file = found.get(address + encoding.extension());
			if (file != null) {
				compressed.put(encoding, read(file));
			}
		}
		String type = MediaTypeFactory.getMediaType(address).orElseThrow().toString();
		return new KeptPage(type, read(content), !compressed.isEmpty(), compressed);
	}

	private static byte[] read(Resource file) {
		try {
			return file.getContentAsByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		KeptPage file = PublicPages.asksForOne(request) ? this.files.get(request.getServletPath()) : null;
		if (file != null) {
			file.send(request, response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

}

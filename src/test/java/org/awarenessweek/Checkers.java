package org.awarenessweek;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The programs that check HTML and PDF. They live in a class loader of their own, because
 * they need an older Jetty and JAXB than the site's.
 */
public final class Checkers {

	private Checkers() {
	}

	/** A new loader for the class path in the file {@code checkers}. */
	public static ClassLoader loader() {
		return new URLClassLoader(Stream.of(list().split(File.pathSeparator)).map(Checkers::url).toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader());
	}

	private static String list() {
		try {
			return Files.readString(Path.of(System.getProperty("checkers"))).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static URL url(String jar) {
		try {
			return Path.of(jar).toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

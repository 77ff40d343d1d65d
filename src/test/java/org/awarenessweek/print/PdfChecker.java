package org.awarenessweek.print;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;

import org.awarenessweek.Checkers;

/**
 * veraPDF, which checks what a machine can check of PDF/UA-1 (ISO 14289-1).
 */
public final class PdfChecker {

	private static final ClassLoader LOADER = Checkers.loader();

	private PdfChecker() {
	}

	/** The document's failures, one per line; empty if it is valid. */
	public static String complaints(byte[] pdf) throws ReflectiveOperationException {
		Thread thread = Thread.currentThread();
		ClassLoader ours = thread.getContextClassLoader();
		thread.setContextClassLoader(LOADER);
		try {
			return check(pdf);
		}
		finally {
			thread.setContextClassLoader(ours);
		}
	}

	private static String check(byte[] pdf) throws ReflectiveOperationException {
		Class<?> flavour = type("pdfa.flavours.PDFAFlavour");
		Class<?> parser = type("pdfa.PDFAParser");
		Class<?> result = type("pdfa.results.ValidationResult");
		Class<?> foundry = type("pdfa.VeraPDFFoundry");
		Object ua = flavour.getField("PDFUA_1").get(null);
		type("gf.foundry.VeraGreenfieldFoundryProvider").getMethod("initialise").invoke(null);
		Object ours = type("pdfa.Foundries").getMethod("defaultInstance").invoke(null);
		Object read = foundry.getMethod("createParser", InputStream.class, flavour)
			.invoke(ours, new ByteArrayInputStream(pdf), ua);
		Object validator = foundry.getMethod("createValidator", flavour, boolean.class).invoke(ours, ua, false);
		Object verdict = type("pdfa.PDFAValidator").getMethod("validate", parser).invoke(validator, read);
		if (Boolean.TRUE.equals(result.getMethod("isCompliant").invoke(verdict))) {
			return "";
		}
		var failures = (List<?>) result.getMethod("getTestAssertions").invoke(verdict);
		return failures.stream()
			.map(String::valueOf)
			.limit(20)
			.collect(Collectors.joining("\n", "Not PDF/UA-1:\n", ""));
	}

	private static Class<?> type(String name) throws ClassNotFoundException {
		return LOADER.loadClass("org.verapdf." + name);
	}

}

package org.awarenessweek.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where a public page is: the same for all spellings of it, and without those parameters
 * that the page does not read.
 *
 * @param path the path, decoded
 * @param parameters what the page reads of the query, decoded
 */
record Address(String path, SortedMap<String, List<String>> parameters) {

	/**
	 * Reads an address.
	 * @param path the path, decoded
	 * @param query the query as it was sent
	 * @param names of the parameters that the page reads
	 * @return nothing if the query is not what a browser could have sent
	 */
	static @Nullable Address of(String path, @Nullable String query, Set<String> names) {
		if (query == null) {
			return new Address(path, Collections.emptySortedMap());
		}
		SortedMap<String, List<String>> parameters = new TreeMap<>();
		try {
			for (String parameter : query.split("&")) {
				int equals = parameter.indexOf('=');
				String name = decode((equals < 0) ? parameter : parameter.substring(0, equals));
				String value = decode(parameter.substring((equals < 0) ? parameter.length() : equals + 1));
				if (names.contains(name)) {
					parameters.computeIfAbsent(name, (first) -> new ArrayList<>()).add(value);
				}
			}
		}
		catch (CharacterCodingException | IllegalArgumentException ex) {
			return null;
		}
		return new Address(path, parameters);
	}

	/** Decodes what a form's rules encode; anything that is no UTF-8 is refused. */
	private static String decode(String text) throws CharacterCodingException {
		byte[] bytes = new byte[text.length()];
		int length = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character == '%' && i + 2 < text.length()) {
				bytes[length++] = (byte) HexFormat.fromHexDigits(text, i + 1, i + 3);
				i += 2;
			}
			else if (character != '%' && character < 128) {
				bytes[length++] = (byte) ((character == '+') ? ' ' : character);
			}
			else {
				throw new CharacterCodingException();
			}
		}
		return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
	}

	/** The path as it is sent. */
	String encodedPath() {
		return UriUtils.encodePath(this.path, UTF_8);
	}

	/** The query as it is sent, if there is any. */
	@Nullable String query() {
		return this.parameters.isEmpty() ? null
				: this.parameters.entrySet()
					.stream()
					.flatMap((parameter) -> parameter.getValue()
						.stream()
						.map((value) -> parameter.getKey() + "=" + UriUtils.encode(value, UTF_8)))
					.collect(Collectors.joining("&"));
	}

	/** Both: what the page is kept under. */
	String key() {
		return this.parameters.isEmpty() ? this.path : this.path + "?" + query();
	}

	/** The parameters as a request has them. */
	Map<String, String[]> values() {
		return this.parameters.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (parameter) -> parameter.getValue().toArray(String[]::new)));
	}

}

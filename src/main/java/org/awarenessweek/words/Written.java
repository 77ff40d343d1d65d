package org.awarenessweek.words;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.awarenessweek.mail.text.Email;

/** What the team writes, in versions: a section of a page, or an email. */
sealed interface Written permits Section, WrittenEmail {

	/** That with an address; empty if there is none. */
	static Optional<Written> at(String address) {
		return Stream
			.<Written>concat(Arrays.stream(Section.values()), Arrays.stream(Email.values()).map(WrittenEmail::new))
			.filter((written) -> written.address().equals(address))
			.findAny();
	}

	/** Its name in the database. */
	String name();

	/** Its name in addresses: {@code about-more}. */
	String address();

	/** The message that says what it is. */
	String message();

	/** What it says until the team writes it anew. */
	String original();

}

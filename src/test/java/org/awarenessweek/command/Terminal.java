package org.awarenessweek.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs commands in this process, and shows what an operator would see. */
final class Terminal {

	private Terminal() {
	}

	/** What a command says that is done. */
	static String done(String... arguments) {
		return run(0, "", arguments);
	}

	/** The same, with something on standard input. */
	static String typing(String input, String... arguments) {
		return run(0, input, arguments);
	}

	/** The one sentence of a command that fails. */
	static String failed(String... arguments) {
		return sentence(run(1, "", arguments));
	}

	/** The one sentence of a command that was typed wrongly. */
	static String typedWrongly(String... arguments) {
		return sentence(run(2, "", arguments));
	}

	private static String sentence(String said) {
		assertThat(said.lines()).hasSize(1);
		return said;
	}

	/** What is printed, on standard output if it went well, and on the other if not. */
	static String run(int exitCode, String input, String... arguments) {
		var out = new ByteArrayOutputStream();
		var err = new ByteArrayOutputStream();
		int code = new Commands(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
				new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))
			.run(arguments);
		String all = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
		assertThat(code).as(all).isEqualTo(exitCode);
		return (code == 0) ? out.toString(StandardCharsets.UTF_8) : all;
	}

}

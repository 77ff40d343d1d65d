package org.awarenessweek.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import org.awarenessweek.command.archive.CommandFailure;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.Token;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.team.member.TeamPasswords;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Lets a member of the team in who can sign in no more. */
final class ResetPassword {

	private ResetPassword() {
	}

	static int run(Call call) throws IOException {
		EmailAddress address = call.address();
		boolean chosen = call.has("stdin");
		String password = chosen ? line(call) : Token.issue().secret();
		try (AnnotationConfigApplicationContext site = call.site()) {
			site.getBean(TeamPasswords.class).reset(address, password, !chosen).ifPresent((refusal) -> {
				throw new CommandFailure(site.getMessage(refusal, Locale.UK));
			});
		}
		catch (NotFound ex) {
			throw new CommandFailure(
					"No member of the team has the address " + address + ": the list is at the desk, under Members.");
		}
		call.say("The password of " + address + " is reset, and they are signed out everywhere.");
		if (!chosen) {
			call.say("Until they change it, which they have to after signing in, it is: " + password);
		}
		return 0;
	}

	private static String line(Call call) throws IOException {
		return Objects.requireNonNullElse(
				new BufferedReader(new InputStreamReader(call.in(), StandardCharsets.UTF_8)).readLine(), "");
	}

}

package org.awarenessweek.team.member;

import org.awarenessweek.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The team's settings.
 *
 * @param firstMember the member to create at startup if there is none
 */
@ConfigurationProperties("team")
record TeamSettings(@DefaultValue FirstMember firstMember) {

	/**
	 * The first member of the team. Ignored once there is a member.
	 *
	 * @param email the address to sign in with
	 * @param password the initial password, to be changed at first sign-in. With the
	 * profile {@code local} one is generated and shown in the log
	 */
	record FirstMember(@Nullable String email, @Nullable String password) {

		/**
		 * @throws InvalidConfigurationPropertyValueException if the email address is
		 * invalid
		 */
		FirstMember {
			if (email != null && !EmailAddress.isValid(email)) {
				throw new InvalidConfigurationPropertyValueException("team.first-member.email", email,
						"Write an email address, for example --team.first-member.email=you@example.org.");
			}
		}

		/** Omits everything, to keep the password out of logs. */
		@Override
		public String toString() {
			return "FirstMember";
		}

	}

}

package org.awarenessweek.team;

import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.site.MissingSetting;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The team's settings.
 *
 * @param firstMember who is made a member when there is none, at first start
 */
@ConfigurationProperties("team")
record TeamSettings(@DefaultValue FirstMember firstMember) {

	/**
	 * The first member of the team. Settings change nothing once there is a member.
	 *
	 * @param email the address to sign in with
	 * @param password the first password, to be changed at first sign-in. Under the
	 * profile {@code local} one is made and shown in the log
	 */
	record FirstMember(@Nullable String email, @Nullable String password) {

		/**
		 * @throws MissingSetting with an address that is none
		 */
		FirstMember {
			if (email != null && !EmailAddress.isValid(email)) {
				throw new MissingSetting("team.first-member.email",
						"Write an e-mail address, as in --team.first-member.email=you@example.org.");
			}
		}

		/** Says nothing, so that no log shows the password. */
		@Override
		public String toString() {
			return "FirstMember";
		}

	}

}

package org.awarenessweek.team.member;

import org.awarenessweek.door.Attempts;
import org.awarenessweek.door.Limits;
import org.awarenessweek.door.TooManyRequests;
import org.awarenessweek.mail.EmailAddress;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;

/**
 * Signs members in, limiting attempts by name and by network. The parent class answers an
 * unknown name like a wrong password, and after the same work.
 */
class SignIn extends DaoAuthenticationProvider {

	private static final String NAME = "sign-in of ";

	private static final String NETWORK = "sign-in from ";

	private final Attempts attempts;

	private final Limits limits;

	SignIn(UserDetailsService members, Attempts attempts, Limits limits) {
		super(members);
		this.attempts = attempts;
		this.limits = limits;
	}

	/**
	 * @param tried name, password and, as details, the network
	 * @throws TooManyTries before the password is compared, if the name or the network
	 * has no attempts left
	 */
	@Override
	public Authentication authenticate(Authentication tried) {
		String name = EmailAddress.read(tried.getName()).map(EmailAddress::normalised).orElse("");
		count(name, String.valueOf(tried.getDetails()));
		var password = TeamPasswords.read(String.valueOf(tried.getCredentials()));
		Authentication member = super.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password));
		this.attempts.forget(NAME + name);
		return member;
	}

	private void count(String name, String network) {
		if (!this.limits.enabled()) {
			return;
		}
		try {
			this.attempts.count(NETWORK + network, this.limits.signInTries(), this.limits.signInWindow());
			if (!name.isEmpty()) {
				this.attempts.count(NAME + name, this.limits.signInTries(), this.limits.signInWindow());
			}
		}
		catch (TooManyRequests ex) {
			throw new TooManyTries(ex);
		}
	}

	/** Sign-in was refused after too many attempts. */
	static class TooManyTries extends AuthenticationException {

		private static final long serialVersionUID = 1L;

		private final TooManyRequests answer;

		TooManyTries(TooManyRequests answer) {
			super("too many tries to sign in", answer);
			this.answer = answer;
		}

		TooManyRequests answer() {
			return this.answer;
		}

	}

}

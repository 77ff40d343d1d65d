package org.awarenessweek.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret for one person and one purpose. Only the email contains it; the site stores
 * its hash.
 *
 * @param secret 128 random bits, safe in a URL
 * @param hash what the site stores
 */
public record Token(String secret, String hash) {

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * A new token that nobody can guess.
	 * @return the token
	 */
	public static Token issue() {
		byte[] bits = new byte[16];
		RANDOM.nextBytes(bits);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
		return new Token(secret, hash(secret));
	}

	/**
	 * Hashes a secret for storage.
	 * @param secret the secret, or anything that claims to be one
	 * @return its SHA-256 in hexadecimal digits
	 */
	public static String hash(String secret) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	/** Omits the secret, to keep it out of logs. */
	@Override
	public String toString() {
		return "Token[...]";
	}

}

package org.awarenessweek.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A secret for one person and one purpose. The secret is only ever in the mail; the site
 * keeps its hash.
 *
 * @param secret 128 random bits, safe in an address
 * @param hash what the site keeps of it
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
	 * What the site keeps of a secret.
	 * @param secret the secret, or whatever somebody claims to be one
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

	/** Names no secret, so that none gets into a log. */
	@Override
	public String toString() {
		return "Token[...]";
	}

}

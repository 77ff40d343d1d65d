package org.awarenessweek.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The site's own secret, made at first start and kept in the database, so that every node
 * signs alike. It signs what a form carries back to us (HMAC-SHA-256, RFC 2104); it never
 * leaves the site.
 */
@Component
public class SigningKey {

	private static final String ALGORITHM = "HmacSHA256";

	private final SecretKeySpec key;

	/**
	 * Reads the secret, or makes it if there is none.
	 * @param database keeps it
	 */
	public SigningKey(JdbcClient database, TransactionOperations transaction) {
		String kept = read(database).orElseGet(() -> {
			make(database, transaction);
			return read(database).orElseThrow();
		});
		this.key = new SecretKeySpec(HexFormat.of().parseHex(kept), ALGORITHM);
	}

	private static Optional<String> read(JdbcClient database) {
		return database.sql("select secret from signing_key where name = 'site'").query(String.class).optional();
	}

	private static void make(JdbcClient database, TransactionOperations transaction) {
		byte[] secret = new byte[32];
		new SecureRandom().nextBytes(secret);
		try {
			transaction.executeWithoutResult(
					(status) -> database.sql("insert into signing_key (name, secret) values ('site', :secret)")
						.param("secret", HexFormat.of().formatHex(secret))
						.update());
		}
		catch (DuplicateKeyException ex) {
			// another node was first; its key is used
		}
	}

	/** The signature of a text, URL-safe. */
	public String sign(String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("every Java platform has " + ALGORITHM, ex);
		}
	}

}

package org.awarenessweek.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awarenessweek.command.archive.CommandFailure;
import org.awarenessweek.command.archive.Database;
import org.awarenessweek.command.archive.Table;
import org.awarenessweek.door.SigningKey;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mail.MailSettings;
import org.awarenessweek.site.Site;
import org.awarenessweek.storage.DatabaseClock;
import org.awarenessweek.storage.DatabasePath;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.ValidateResult;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/**
 * Looks at everything that the site needs from the machine and from others. Each thing is
 * looked at whatever has become of the one before.
 */
final class Check {

	private static final long LITTLE_SPACE = 1_000_000_000;

	private static final long NO_SPACE = 200_000_000;

	private final Call call;

	private final AnnotationConfigApplicationContext site;

	private final Report report;

	private Check(Call call, AnnotationConfigApplicationContext site) {
		this.call = call;
		this.site = site;
		this.report = new Report(call);
	}

	static int run(Call call) {
		String to = call.option("mail-to");
		if (to != null && !EmailAddress.isValid(to)) {
			throw CommandFailure.typedWrongly("--mail-to is an email address, for example --mail-to=you@example.org.");
		}
		try (AnnotationConfigApplicationContext site = call.siteWithoutDatabase()) {
			Check check = new Check(call, site);
			check.look("settings", check::settings);
			check.look("database", check::database);
			check.look("mail", () -> check.mail(to));
			check.look("disk", check::disk);
			check.look("site", check::visit);
			return check.report.failed() ? 1 : 0;
		}
	}

	private void look(String subject, Step step) {
		try {
			step.look();
		}
		catch (Exception ex) {
			this.report.failed(subject, CommandFailure.sentence(ex));
		}
	}

	/** All of them are read, also those of parts that are not made. */
	private void settings() {
		this.site.getBeansOfType(Record.class);
		Site found = this.site.getBean(Site.class);
		if (found.secure()) {
			this.report.ok("settings", "The site is at " + found.link("") + ".");
		}
		else {
			this.report.warning("settings",
					"site.base-url is " + found.link("") + ": visitors need https, by a proxy in front of the site.");
		}
	}

	private void database() throws SQLException {
		Database database = this.call.database();
		try (Connection connection = database.connect()) {
			String product = connection.getMetaData().getDatabaseProductName() + " "
					+ connection.getMetaData().getDatabaseProductVersion();
			Flyway flyway = Flyway.configure()
				.dataSource(database.reachable(), database.user(), database.password())
				.locations(this.site.getBean(FlywayProperties.class).getLocations().toArray(String[]::new))
				.ignoreMigrationPatterns("*:pending", "repeatable:missing")
				.load();
			ValidateResult result = flyway.validateWithResult();
			int pending = flyway.info().pending().length;
			if (!result.validationSuccessful) {
				this.report.failed("database",
						product + ": it does not fit this version of the site. Take the jar that "
								+ "it ran with last. " + result.errorDetails.errorMessage.replaceAll("\\s+", " "));
			}
			else if (Database.isPostgres(database.url()) && broken(connection)) {
				this.report.failed("database", product
						+ ": constraints or indexes are not valid. Look at pg_constraint.convalidated, and reindex.");
			}
			else if (pending > 0) {
				this.report.warning("database",
						product + ": " + pending + " migrations will run when the site starts. Make a backup first.");
			}
			else {
				this.report.ok("database", product + ", up to date.");
			}
			clock(this.report, "database", DatabaseClock.now(connection));
		}
	}

	private static boolean broken(Connection connection) throws SQLException {
		boolean[] broken = new boolean[1];
		Table.query(connection, "select 1 from pg_constraint where not convalidated "
				+ "union all select 1 from pg_index where not indisvalid", (row) -> broken[0] = true);
		return broken[0];
	}

	/** Links expire, and several nodes share what is due. */
	static void clock(Report report, String other, Instant its) {
		Duration apart = Duration.between(its, Instant.now()).abs();
		String words = "The clocks of this machine and of the " + other + " are " + apart.toSeconds() + " s apart";
		if (apart.compareTo(DatabaseClock.APART) < 0) {
			report.ok("clock", words + ".");
		}
		else {
			report.warning("clock", words + ": let both follow a time server (NTP).");
		}
	}

	private void mail(@Nullable String to) {
		JavaMailSenderImpl server = this.site.getBean(JavaMailSenderImpl.class);
		if (!StringUtils.hasText(server.getHost())) {
			this.report.failed("mail", "spring.mail.host is missing: the site does not start without its mail server.");
			return;
		}
		String name = server.getHost() + ":" + server.getPort();
		String from = this.site.getBean(MailSettings.class).from(this.site.getBean(Site.class));
		try {
			server.testConnection();
			if (to == null) {
				this.report.ok("mail", name + " answers. To see whether an email arrives, add --mail-to=ADDRESS.");
				return;
			}
			MimeMessage message = server.createMimeMessage();
			message.setFrom(new InternetAddress(from));
			message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
			message.setSubject("A test email of " + this.site.getBean(Site.class).name());
			message.setText("The site can send emails. Nobody needs to answer this one.");
			message.setHeader("Auto-Submitted", "auto-generated");
			server.send(message);
			this.report.ok("mail", name + " took an email from " + from
					+ ". If it arrives in the junk folder, look at SPF, DKIM and DMARC.");
		}
		catch (Exception ex) {
			this.report.failed("mail",
					name + " does not take emails from " + from + ": " + CommandFailure.sentence(ex));
		}
	}

	private void disk() throws IOException {
		DatabasePath path = this.call.database().file().orElse(null);
		if (path != null && Files.exists(path.file())) {
			space("the data", path.file().resolveSibling(""), 2 * Files.size(path.file()));
		}
		space("temporary files", Path.of(System.getProperty("java.io.tmpdir")), 0);
	}

	private void space(String what, Path folder, long wanted) throws IOException {
		long free = Files.getFileStore(folder).getUsableSpace();
		String words = "%,d MB are free for %s in %s".formatted(free / 1_000_000, what, folder);
		if (free < NO_SPACE) {
			this.report.failed("disk", words + ": make room before the site stops.");
		}
		else if (free < Math.max(LITTLE_SPACE, wanted)) {
			this.report.warning("disk", words + ": make room soon.");
		}
		else {
			this.report.ok("disk", words + ".");
		}
	}

	/** As a visitor's browser would, through the proxy. */
	private void visit() throws InterruptedException {
		String question = null;
		try {
			question = Seen.path(this.site.getBean(SigningKey.class), Instant.now());
		}
		catch (BeansException ex) {
			// the look at the database says why
		}
		new Visit(URI.create(this.site.getBean(Site.class).link("/")), question, this.report).make();
	}

	/** One of the things to look at. */
	private interface Step {

		void look() throws Exception;

	}

}

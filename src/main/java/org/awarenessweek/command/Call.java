package org.awarenessweek.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awarenessweek.command.archive.CommandFailure;
import org.awarenessweek.command.archive.Database;
import org.awarenessweek.AwarenessWeekApplication;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.storage.UnusableDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * One call of a command: what was typed, and the settings of the site, which come from
 * the same places as when it starts.
 */
final class Call {

	/** An option, or a setting, which has a dot in its name. */
	private static final Pattern OPTION = Pattern.compile("--([^=]+)(?:=.*)?", Pattern.DOTALL);

	private final List<String> words;

	private final SimpleCommandLinePropertySource options;

	private final ConfigurableEnvironment settings;

	private final Database database;

	private final InputStream in;

	private final PrintStream out;

	private Call(String[] arguments, InputStream in, PrintStream out) {
		this.options = new SimpleCommandLinePropertySource(arguments);
		this.words = words(arguments);
		this.settings = settings(this.options);
		this.database = database(this.settings);
		this.in = in;
		this.out = out;
	}

	/** Reads what was typed, and the settings. */
	static Call of(Command command, String[] arguments, InputStream in, PrintStream out) {
		for (String argument : arguments) {
			Matcher option = OPTION.matcher(argument);
			if (argument.startsWith("-") && !(option.matches() && isKnown(option.group(1), command))) {
				throw CommandFailure.typedWrongly(
						"The command has no option " + argument.replaceAll("=.*", "") + ": " + command.usage());
			}
		}
		if (words(arguments).size() != command.words()) {
			throw CommandFailure.typedWrongly("Type it so, with = before the value of an option: " + command.usage());
		}
		return new Call(arguments, in, out);
	}

	private static List<String> words(String[] arguments) {
		return Stream.of(arguments).filter((argument) -> !argument.startsWith("-")).toList();
	}

	private static boolean isKnown(String option, Command command) {
		return option.contains(".") || command.options().contains(option);
	}

	/** From where the site reads them, too; no part of it is started. */
	private static ConfigurableEnvironment settings(PropertySource<?> arguments) {
		var settings = new StandardEnvironment();
		settings.getPropertySources().addFirst(arguments);
		ConfigDataEnvironmentPostProcessor.applyTo(settings);
		ConfigurationPropertySources.attach(settings);
		return settings;
	}

	private static Database database(ConfigurableEnvironment settings) {
		DataSourceProperties found = Binder.get(settings).bindOrCreate("spring.datasource", DataSourceProperties.class);
		return new Database(Objects.requireNonNullElse(found.getUrl(), ""), found.determineUsername(),
				found.determinePassword());
	}

	/** The one word after the command's name. */
	String word() {
		return this.words.getFirst();
	}

	/** That word, as an email address. */
	EmailAddress address() {
		return EmailAddress.read(word())
			.orElseThrow(() -> CommandFailure.typedWrongly("“" + word() + "” is no email address."));
	}

	/** An option's value, if it was given. */
	@Nullable String option(String name) {
		return this.options.getProperty(name);
	}

	/** An option's value. */
	String required(String name, Command command) {
		String value = option(name);
		if (value == null || value.isBlank()) {
			throw CommandFailure.typedWrongly("--" + name + " is missing: " + command.usage());
		}
		return value;
	}

	/** Whether an option without a value was given. */
	boolean has(String name) {
		return option(name) != null;
	}

	/** The settings. */
	PropertyResolver settings() {
		return this.settings;
	}

	InputStream in() {
		return this.in;
	}

	/** Says what was done. */
	void say(String line) {
		this.out.println(line);
	}

	/** The site's database. */
	Database database() {
		return this.database;
	}

	/**
	 * The parts of the site, each made when it is asked for: no web server, and nothing
	 * that the clock starts. It uses the database through the running site, if need be.
	 */
	AnnotationConfigApplicationContext site() {
		return site(Map.of("spring.datasource.url", this.database.reachable()));
	}

	/** Those parts that start whether or not the database can be reached. */
	AnnotationConfigApplicationContext siteWithoutDatabase() {
		String url;
		try {
			url = this.database.reachable();
		}
		catch (UnusableDatabase | CommandFailure ex) {
			url = this.database.unreachable(); // whoever asks for it learns why
		}
		return site(Map.of("spring.datasource.url", url, "spring.autoconfigure.exclude",
				HibernateJpaAutoConfiguration.class.getName() + ","
						+ DataJpaRepositoriesAutoConfiguration.class.getName()));
	}

	private AnnotationConfigApplicationContext site(Map<String, Object> settings) {
		var site = new AnnotationConfigApplicationContext();
		this.settings.getPropertySources().addFirst(new MapPropertySource("command", settings));
		this.settings.getPropertySources()
			.addFirst(new MapPropertySource("pool",
					Map.of("spring.datasource.hikari.maximum-pool-size", 2, "spring.datasource.hikari.minimum-idle", 0,
							"management.endpoint.health.validate-group-membership", false)));
		site.setEnvironment(this.settings);
		site.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
		site.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
		site.registerBean("refusal", FlywayMigrationStrategy.class, () -> Call::refuseToMigrate,
				(strategy) -> strategy.setPrimary(true));
		site.register(AwarenessWeekApplication.class);
		site.refresh();
		return site;
	}

	private static void refuseToMigrate(Flyway flyway) {
		if (flyway.info().pending().length > 0) {
			throw new CommandFailure("The database was made by an older version: start the site once, and try again.");
		}
	}

}

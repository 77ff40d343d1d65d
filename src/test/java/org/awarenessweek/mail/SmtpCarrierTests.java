package org.awarenessweek.mail;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import org.awarenessweek.Warnings;
import org.awarenessweek.site.Site;
import org.awarenessweek.site.SiteFacts;
import org.awarenessweek.site.SiteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpCarrierTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(MailSettings.class, () -> new MailSettings(null, Duration.ofMinutes(3)))
		.withBean(Site.class,
				() -> new Site(new SiteSettings("The Week", URI.create("https://week.example.org"), null,
						new SiteFacts.Organisation(null, null, null, null, null), null)))
		.withUserConfiguration(SmtpCarrier.class);

	@ParameterizedTest
	@ValueSource(strings = { "other=x", "spring.mail.host=", "spring.mail.host=\t " })
	void refusesToStartWithoutAServer(String setting, Warnings warnings) {
		this.application.withPropertyValues(setting)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (refusal) -> {
					assertThat(refusal.getName()).isEqualTo("spring.mail.host");
					assertThat(refusal.getReason()).contains("--spring.mail.host=");
				}));
		warnings.expect("cancelling refresh attempt");
	}

	@Test
	void startsWithAServerEvenIfItIsDown() {
		this.application.withPropertyValues("spring.mail.host=smtp.invalid")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void needsNoServerOnOnesOwnMachine() {
		this.application.withPropertyValues("spring.profiles.active=local")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SmtpCarrier.class));
	}

}

package org.awarenessweek.storage;

import java.nio.file.Path;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.awarenessweek.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class DurableStorageTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
				DataSourceTransactionManagerAutoConfiguration.class,
				TransactionManagerCustomizationAutoConfiguration.class))
		.withBean(DurableStorage.class);

	@Test
	void makesCommitsToAnH2FileDurable(@TempDir Path folder) {
		ForgetfulDisk.plugIn();
		Path file = folder.resolve("week.mv.db");
		this.application.withPropertyValues("spring.datasource.url=jdbc:h2:forgetful:" + folder + "/week;write_delay=0")
			.run((context) -> {
				var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
				JdbcClient database = JdbcClient.create(context.getBean(DataSource.class));
				int before = ForgetfulDisk.syncs(file);
				transaction.executeWithoutResult((status) -> database.sql("create table pledge (id integer)").update());
				assertThat(ForgetfulDisk.syncs(file)).isGreaterThan(before);
			});
	}

	@Test
	void writesOnceForAllWhoCommit(@TempDir Path folder) {
		this.application.withPropertyValues("spring.datasource.url=jdbc:h2:file:" + folder + "/week;WRITE_DELAY=0")
			.run((context) -> {
				try (var connection = context.getBean(DataSource.class).getConnection();
						var statement = connection.createStatement();
						var setting = statement.executeQuery("select setting_value from information_schema.settings "
								+ "where setting_name = 'WRITE_DELAY'")) {
					assertThat(setting.next()).isTrue();
					assertThat(setting.getInt(1)).isPositive();
				}
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:file:./data/week", "jdbc:h2:./data/week", "jdbc:h2:~/week;WRITE_DELAY=500",
			"jdbc:h2:/data/week;WRITE_DELAY=01" })
	void refusesAnH2FileThatIsWrittenLater(String url, Warnings warnings) {
		this.application.withPropertyValues("spring.datasource.url=" + url)
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, (refusal) -> {
					assertThat(refusal.getName()).isEqualTo("spring.datasource.url");
					assertThat(refusal.getReason()).contains(";WRITE_DELAY=0");
				}));
		warnings.expect("cancelling refresh attempt");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:h2:mem:week", "jdbc:postgresql://localhost/week" })
	void leavesOtherDatabasesAlone(String url) {
		this.application.withPropertyValues("spring.datasource.url=" + url)
			.run((context) -> assertThat(context.getBean(HikariDataSource.class).getJdbcUrl()).isEqualTo(url));
	}

}

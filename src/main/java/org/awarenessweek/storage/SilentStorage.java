package org.awarenessweek.storage;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Keeps what people typed out of the log: PostgreSQL's driver would name the values of a
 * statement that failed. H2 names none but keys.
 */
@Component
class SilentStorage implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
			pool.addDataSourceProperty("logServerErrorDetail", "false");
		}
		return bean;
	}

}

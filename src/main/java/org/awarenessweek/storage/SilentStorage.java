package org.awarenessweek.storage;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Keeps what people typed out of the log: PostgreSQL's driver would log the values of a
 * failed statement. H2 logs only key values.
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

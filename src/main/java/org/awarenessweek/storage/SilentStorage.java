package org.awarenessweek.storage;

import java.sql.SQLException;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * What PostgreSQL's driver is told. It keeps what people typed out of the log: the driver
 * would log the values of a failed statement (H2 logs only key values). And it waits for
 * no answer for ever: a server that is gone, or stopped, may never close a connection.
 * What the operator says in the URL counts more. Only migrations may take longer.
 */
@Component
class SilentStorage implements BeanPostProcessor, Callback {

	/** Times in seconds. */
	private static final Map<String, String> SETTINGS = Map.of("logServerErrorDetail", "false", "connectTimeout", "3",
			"loginTimeout", "3", "socketTimeout", "20", "tcpKeepAlive", "true");

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
			SETTINGS.forEach((setting, value) -> pool.getDataSourceProperties().putIfAbsent(setting, value));
		}
		return bean;
	}

	/** A migration may take long: the pool sets the connection's timeout again. */
	@Override
	public void handle(Event event, Context migration) {
		try {
			migration.getConnection().setNetworkTimeout(Runnable::run, 0);
		}
		catch (SQLException ex) {
			throw new FlywayException("The migration cannot be given time", ex);
		}
	}

	@Override
	public boolean supports(Event event, Context migration) {
		return event == Event.BEFORE_EACH_MIGRATE;
	}

	@Override
	public boolean canHandleInTransaction(Event event, Context migration) {
		return true;
	}

	@Override
	public String getCallbackName() {
		return "unhurried";
	}

}

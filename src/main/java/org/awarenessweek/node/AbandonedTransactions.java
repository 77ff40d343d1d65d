package org.awarenessweek.node;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL end what a dead node began, and so give its locks to the others. A
 * process that is killed closes its connections; but one whose machine or network is gone
 * does not, and PostgreSQL would wait for it for two hours. No transaction of the site is
 * idle while it waits for anyone else.
 */
@Component
class AbandonedTransactions implements BeanPostProcessor {

	/**
	 * A transaction that does nothing for this long is ended, and so is a connection
	 * whose other end does not answer for about as long.
	 */
	private static final String SETTINGS = "set idle_in_transaction_session_timeout = '30s'; "
			+ "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4; "
			+ "set tcp_user_timeout = '30s'";

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")
				&& pool.getConnectionInitSql() == null) {
			pool.setConnectionInitSql(SETTINGS);
		}
		return bean;
	}

}

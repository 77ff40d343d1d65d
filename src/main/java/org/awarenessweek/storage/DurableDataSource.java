package org.awarenessweek.storage;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

import javax.sql.DataSource;

import org.h2.jdbc.JdbcConnection;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to an H2 file on which a commit returns once its change is on disk. A
 * transaction that changed nothing does not wait.
 */
class DurableDataSource extends DelegatingDataSource {

	private static final Set<String> COMMITTING = Set.of("commit", "setAutoCommit", "execute", "executeUpdate",
			"executeLargeUpdate", "executeBatch", "executeLargeBatch");

	private final SharedSync sync;

	DurableDataSource(DataSource target, SharedSync sync) {
		super(target);
		this.sync = sync;
	}

	@Override
	public Connection getConnection() throws SQLException {
		return durable(super.getConnection());
	}

	@Override
	public Connection getConnection(String username, String password) throws SQLException {
		return durable(super.getConnection(username, password));
	}

	private Connection durable(Connection connection) throws SQLException {
		return watched(Connection.class, connection, connection.unwrap(JdbcConnection.class));
	}

	private <T> T watched(Class<T> type, Object target, JdbcConnection connection) {
		Watch watch = new Watch(target, connection);
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, watch));
	}

	/** Stands between the caller and a connection, or one of its statements. */
	private final class Watch implements InvocationHandler {

		private final Object target;

		private final JdbcConnection connection;

		Watch(Object target, JdbcConnection connection) {
			this.target = target;
			this.connection = connection;
		}

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
			if (!COMMITTING.contains(method.getName())) {
				return watchStatement(method, call(method, arguments));
			}
			boolean changed = changed();
			boolean commitsItself = this.target instanceof Statement && this.connection.getAutoCommit();
			Object result = call(method, arguments);
			boolean query = Boolean.TRUE.equals(result);
			if ((changed && !changed()) || (commitsItself && !query)) {
				DurableDataSource.this.sync.await();
			}
			return result;
		}

		private @Nullable Object watchStatement(Method method, @Nullable Object result) {
			Class<?> type = method.getReturnType();
			boolean statement = type == Statement.class || type == PreparedStatement.class
					|| type == CallableStatement.class;
			return (statement && result != null) ? watched(type, result, this.connection) : result;
		}

		/** Whether there is an uncommitted change, which only H2 knows. */
		private boolean changed() {
			return this.connection.getSession().hasPendingTransaction();
		}

		private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
			try {
				return method.invoke(this.target, arguments);
			}
			catch (InvocationTargetException ex) {
				throw ex.getTargetException();
			}
		}

	}

}

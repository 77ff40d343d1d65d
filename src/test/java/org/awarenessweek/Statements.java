package org.awarenessweek;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;

/** Sees every statement on its way to the database, from Hibernate or plain JDBC. */
public final class Statements implements BeanPostProcessor {

	private final List<Consumer<Sent>> listeners = new CopyOnWriteArrayList<>();

	/** Every statement sent during an action. */
	public List<Sent> during(Runnable action) {
		List<Sent> all = new CopyOnWriteArrayList<>();
		Consumer<Sent> listener = all::add;
		this.listeners.add(listener);
		try {
			action.run();
		}
		finally {
			this.listeners.remove(listener);
		}
		return all;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource database)
				? watched(DataSource.class, database, (method, arguments, result) -> {
					if (result instanceof Connection connection) {
						return watched(connection);
					}
					return result;
				}) : bean;
	}

	private Connection watched(Connection connection) {
		return watched(Connection.class, connection, (method, arguments, result) -> {
			if (result instanceof PreparedStatement statement && arguments != null) {
				return watched(statement, String.valueOf(arguments[0]));
			}
			return result;
		});
	}

	private PreparedStatement watched(PreparedStatement statement, String sql) {
		List<Parameter> parameters = new ArrayList<>();
		return watched(PreparedStatement.class, statement, (method, arguments, result) -> {
			if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
				parameters.add(new Parameter(method, arguments));
			}
			else if (method.getName().startsWith("execute")) {
				Sent sent = new Sent(sql, List.copyOf(parameters));
				this.listeners.forEach((listener) -> listener.accept(sent));
			}
			return result;
		});
	}

	private static <T> T watched(Class<T> type, T target, After after) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			try {
				return after.invoked(method, arguments, method.invoke(target, arguments));
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		};
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type, AutoCloseable.class }, handler));
	}

	private interface After {

		@Nullable Object invoked(Method method, Object @Nullable [] arguments, @Nullable Object result);

	}

	/** A value set in a statement. */
	private record Parameter(Method method, Object[] arguments) {
	}

	/** A statement as it was sent. */
	public record Sent(String sql, List<Parameter> parameters) {

		/** Sets the same values in another statement. */
		public void fill(PreparedStatement statement) throws SQLException {
			for (Parameter parameter : this.parameters) {
				try {
					parameter.method().invoke(statement, parameter.arguments());
				}
				catch (ReflectiveOperationException ex) {
					throw new SQLException(ex);
				}
			}
		}

	}

}

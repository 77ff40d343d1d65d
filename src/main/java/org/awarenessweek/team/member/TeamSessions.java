package org.awarenessweek.team.member;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;

import javax.sql.DataSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.awarenessweek.door.AnswerLog;
import org.awarenessweek.work.DatabaseAway;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.session.DatabaseAdaptor;
import org.eclipse.jetty.session.DefaultSessionCache;
import org.eclipse.jetty.session.JDBCSessionDataStore;
import org.eclipse.jetty.session.JDBCSessionDataStore.SessionTableSchema;
import org.eclipse.jetty.session.SessionCache;
import org.eclipse.jetty.session.SessionData;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the team's sessions in the database, so that members stay signed in after a
 * restart and on any node. A session is in memory only while a request uses it. Session
 * cookies are ignored outside {@code /team}, so public pages never look one up.
 */
@Component
@DependsOnDatabaseInitialization
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class TeamSessions extends OncePerRequestFilter implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	private static final String WHY_UNREADABLE = TeamSessions.class.getName() + ".WHY_UNREADABLE";

	/** How often the last access to a session is saved. */
	private static final int SAVE_SECONDS = 60;

	/** Why the session of the request in this thread cannot be read. */
	private static final ThreadLocal<@Nullable SQLException> UNREADABLE = new ThreadLocal<>();

	private final DataSource database;

	private final TransactionOperations transaction;

	TeamSessions(DataSource database, TransactionOperations transaction) {
		this.database = database;
		this.transaction = transaction;
	}

	@Override
	public void customize(JettyServletWebServerFactory factory) {
		factory.addServerCustomizers((server) -> eachContext(server, this::keep));
	}

	/** While the database is away, nobody is signed out: they are told to come again. */
	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getAttribute(WHY_UNREADABLE) instanceof SQLException why) {
			DatabaseAway.begins(why);
			AnswerLog.because(request, AnswerLog.describe(why));
			response.setHeader(HttpHeaders.RETRY_AFTER, "30");
			response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			return;
		}
		chain.doFilter(request, response);
	}

	private static void eachContext(Server server, Consumer<WebAppContext> step) {
		server.getDescendants(WebAppContext.class).forEach(step);
	}

	/** Replaces the session handler, but keeps its settings. */
	private void keep(WebAppContext context) {
		SessionHandler settled = context.getSessionHandler();
		var sessions = new UnderTeam();
		sessions.setMaxInactiveInterval(settled.getMaxInactiveInterval());
		sessions.setSameSite(settled.getSameSite());
		var cache = new DefaultSessionCache(sessions);
		cache.setEvictionPolicy(SessionCache.EVICT_ON_SESSION_EXIT);
		cache.setFlushOnResponseCommit(true);
		cache.setRemoveUnloadableSessions(true);
		cache.setSessionDataStore(store());
		sessions.setSessionCache(cache);
		context.setSessionHandler(sessions);
	}

	private JDBCSessionDataStore store() {
		var adaptor = new DatabaseAdaptor();
		adaptor.setDatasource(this.database);
		var store = new Store();
		store.setDatabaseAdaptor(adaptor);
		store.setSessionTableSchema(table());
		store.setSavePeriodSec(SAVE_SECONDS);
		return store;
	}

	private static SessionTableSchema table() {
		var table = new SessionTableSchema();
		table.setTableName("team_session");
		table.setIdColumn("session_id");
		table.setContextPathColumn("context_path");
		table.setVirtualHostColumn("virtual_host");
		table.setLastNodeColumn("last_node");
		table.setAccessTimeColumn("access_time");
		table.setLastAccessTimeColumn("last_access_time");
		table.setCreateTimeColumn("create_time");
		table.setCookieTimeColumn("cookie_time");
		table.setLastSavedTimeColumn("last_saved_time");
		table.setExpiryTimeColumn("expiry_time");
		table.setMaxIntervalColumn("max_interval");
		table.setMapColumn("attributes");
		return table;
	}

	/**
	 * Jetty's statements commit by themselves. A transaction after them waits until they
	 * are on the disk, so that whoever has signed out stays so.
	 */
	private final class Store extends JDBCSessionDataStore {

		/**
		 * To Jetty, a session that cannot be read is one that has ended: it would have
		 * the member sign in again.
		 */
		@Override
		public SessionData doLoad(String id) throws Exception {
			try {
				return super.doLoad(id);
			}
			catch (SQLException ex) {
				UNREADABLE.set(ex);
				throw ex;
			}
		}

		@Override
		public void doStore(String id, SessionData session, long savedAt) throws Exception {
			super.doStore(id, session, savedAt);
			waitForTheDisk();
		}

		@Override
		public boolean delete(String id) throws Exception {
			boolean deleted = super.delete(id);
			waitForTheDisk();
			return deleted;
		}

		private void waitForTheDisk() {
			TeamSessions.this.transaction.executeWithoutResult((status) -> {
			});
		}

	}

	/** Looks for a session only in requests under {@code /team}. */
	private static final class UnderTeam extends SessionHandler {

		@Override
		protected RequestedSession resolveRequestedSessionId(Request request) {
			String path = Request.getPathInContext(request);
			if (!path.equals("/team") && !path.startsWith("/team/")) {
				return RequestedSession.NO_REQUESTED_SESSION;
			}
			RequestedSession session = super.resolveRequestedSessionId(request);
			SQLException unreadable = UNREADABLE.get();
			if (unreadable != null) {
				UNREADABLE.remove();
				request.setAttribute(WHY_UNREADABLE, unreadable);
			}
			return session;
		}

	}

}

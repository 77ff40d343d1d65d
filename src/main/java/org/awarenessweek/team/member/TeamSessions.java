package org.awarenessweek.team.member;

import java.util.function.Consumer;

import javax.sql.DataSource;

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

import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the team's sessions in the database, so that members stay signed in after a
 * restart and on any node. A session is in memory only while a request uses it. Session
 * cookies are ignored outside {@code /team}, so public pages never look one up.
 */
@Component
@DependsOnDatabaseInitialization
class TeamSessions implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

	/** How often the last access to a session is saved. */
	private static final int SAVE_SECONDS = 60;

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
			return (path.equals("/team") || path.startsWith("/team/")) ? super.resolveRequestedSessionId(request)
					: RequestedSession.NO_REQUESTED_SESSION;
		}

	}

}

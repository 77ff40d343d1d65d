package org.awarenessweek.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.persistence.EntityManager;
import org.awarenessweek.command.archive.CommandFailure;
import org.awarenessweek.command.archive.Table;
import org.awarenessweek.event.EventErasure;
import org.awarenessweek.mail.EmailAddress;
import org.awarenessweek.mine.OwnErasure;
import org.awarenessweek.site.Site;
import org.awarenessweek.team.member.TeamMembers;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases everything about one address, in one transaction; a dry run does the same, and
 * takes it back.
 */
final class Erase {

	private Erase() {
	}

	static int run(Call call) {
		EmailAddress address = call.address();
		boolean dry = call.has("dry-run");
		Map<String, Integer> erased;
		try (AnnotationConfigApplicationContext site = call.site()) {
			erased = erase(site, address, dry);
		}
		catch (ConcurrencyFailureException ex) {
			throw new CommandFailure("Someone is changing the same things just now, so nothing is erased: try again.");
		}
		erased.values().removeIf((number) -> number == 0);
		call.say(erased.isEmpty() ? "Nothing is kept of " + address + ". Look whether it is typed as they type it."
				: dry ? "Nothing is changed. Without --dry-run, this would be done for " + address + ":"
						: "Done for " + address + ":");
		erased.forEach((what, number) -> call.say("%8d  %s".formatted(number, what)));
		if (!dry && !erased.isEmpty()) {
			call.say("Backups have it until they are deleted.");
		}
		return 0;
	}

	/** What a site forgets of an address. */
	static Map<String, Integer> erase(BeanFactory site, EmailAddress address, boolean dry) {
		return Objects.requireNonNull(site.getBean(TransactionTemplate.class).execute((status) -> {
			refuseOurOwn(site, address);
			Map<String, Integer> erased = new LinkedHashMap<>(site.getBean(OwnErasure.class).erase(address));
			site.getBean(EntityManager.class).flush();
			DataSource pool = site.getBean(DataSource.class);
			Connection database = DataSourceUtils.getConnection(pool);
			try {
				erased.put("sessions of the team deleted", deleteSessions(database, address));
				Mentions mentions = new Mentions(database, address);
				mentions.replace()
					.forEach((table, rows) -> erased.put("mentions replaced in " + table.replace('_', ' '), rows));
				site.getBean(EntityManager.class).clear();
				mentions.words().forEach(site.getBean(EventErasure.class)::indexAnew);
			}
			catch (SQLException ex) {
				throw new CommandFailure(CommandFailure.sentence(ex));
			}
			finally {
				DataSourceUtils.releaseConnection(database, pool);
			}
			if (dry) {
				status.setRollbackOnly();
			}
			return erased;
		}));
	}

	private static void refuseOurOwn(BeanFactory site, EmailAddress address) {
		if (site.getBean(TeamMembers.class).all().stream().anyMatch((one) -> isSame(one.email(), address))) {
			throw new CommandFailure(
					address + " is a member of the team: remove them at the desk first, under Members.");
		}
		String contact = site.getBean(Site.class).contact();
		if (contact != null && EmailAddress.isValid(contact) && isSame(new EmailAddress(contact), address)) {
			throw new CommandFailure(
					address + " is the address that the site itself shows: write another one at the desk first.");
		}
	}

	private static boolean isSame(EmailAddress one, EmailAddress other) {
		return one.mailbox().equals(other.mailbox());
	}

	/** Those of a former member, which open nothing any more. */
	private static int deleteSessions(Connection database, EmailAddress address) throws SQLException {
		Set<String> old = new HashSet<>();
		Table.query(database, "select session_id, attributes from team_session where attributes is not null", (row) -> {
			if (Mentions.isIn(row.getBytes(2), address)) {
				old.add(row.getString(1));
			}
		});
		try (PreparedStatement delete = database.prepareStatement("delete from team_session where session_id = ?")) {
			for (String id : old) {
				delete.setString(1, id);
				delete.executeUpdate();
			}
		}
		return old.size();
	}

}

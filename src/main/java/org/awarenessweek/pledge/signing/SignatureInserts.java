package org.awarenessweek.pledge.signing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.awarenessweek.pledge.Signatory;
import org.awarenessweek.site.Columns;
import org.awarenessweek.work.GroupCommit;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Inserts signatures. Many people sign at once, so all who come while the disk is busy
 * share one transaction, with one plain SQL statement each.
 */
@Repository
class SignatureInserts {

	private static final String ADD = """
			insert into pledge_signature (id, version, edition_id, kind, status, address_key, domain, network_key, name, address,
				role, other_role, organisation, country, name_shown, may_write, handle_hash, signed_at)
			values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private final JdbcTemplate database;

	private final TransactionOperations transactions;

	private final GroupCommit<Signature> group = new GroupCommit<>(this::addAll);

	SignatureInserts(JdbcTemplate database, TransactionOperations transactions) {
		this.database = database;
		this.transactions = transactions;
	}

	/**
	 * Adds a signature, which is committed when this returns. The caller must have no
	 * transaction, since others' signatures may be written in it.
	 */
	void add(Signature signature) {
		try {
			this.group.await(signature);
		}
		catch (DataIntegrityViolationException ex) {
			// One of the group failed, and it need not be this one
			addAll(List.of(signature));
		}
	}

	private void addAll(List<Signature> all) {
		this.transactions
			.executeWithoutResult((status) -> this.database.batchUpdate(ADD, all, all.size(), SignatureInserts::fill));
	}

	private static void fill(PreparedStatement row, Signature signature) throws SQLException {
		Signatory signatory = signature.signatory();
		row.setObject(1, signature.id());
		row.setObject(2, signature.edition().id());
		row.setString(3, signature.kind().name());
		row.setString(4, signature.status().name());
		row.setString(5, signature.addressKey());
		row.setString(6, signature.domain());
		row.setString(7, signature.networkKey());
		row.setString(8, signatory.name());
		row.setString(9, signature.typedAddress().value());
		row.setString(10, signatory.role().name());
		row.setString(11, signatory.otherRole());
		row.setString(12, signatory.organisation());
		row.setString(13, signatory.country());
		row.setBoolean(14, signatory.nameShown());
		row.setBoolean(15, signatory.mayWrite());
		row.setString(16, signature.handleHash());
		row.setObject(17, Columns.moment(signature.signedAt()));
	}

}

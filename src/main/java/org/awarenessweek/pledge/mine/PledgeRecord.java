package org.awarenessweek.pledge.mine;

import java.time.Instant;
import java.util.List;

import org.awarenessweek.mail.OutgoingMail;
import org.awarenessweek.pledge.Pledge;
import org.awarenessweek.pledge.deed.Deed;
import org.awarenessweek.pledge.renewal.Renewal;
import org.awarenessweek.team.TeamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Everything we store about a pledge, for the person who signed and nobody else.
 *
 * @param pledge the pledge
 * @param deed what its owner said they did
 * @param asked the request to renew it, and what came of it
 * @param renews the earlier pledge that it renews
 * @param mails the emails about it from the last 14 days
 * @param records what the team did to it
 */
public record PledgeRecord(Pledge pledge, @Nullable Deed deed, @Nullable Renewal asked, @Nullable Pledge renews,
		List<OutgoingMail> mails, List<Done> records) {

	/**
	 * One thing that the team did.
	 *
	 * @param what in words; the reason is for the team alone
	 * @param at when
	 */
	record Done(String what, Instant at) {

		static Done of(TeamRecord record) {
			return new Done(record.what().replaceFirst("(?s): .*", ""), record.doneAt());
		}

	}

}

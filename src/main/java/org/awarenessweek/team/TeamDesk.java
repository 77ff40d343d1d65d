package org.awarenessweek.team;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awarenessweek.mail.Outbox;
import org.awarenessweek.mail.OutgoingMails;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for the team: the queues of all features, and the mails that reached nobody.
 */
@Service
@Transactional
class TeamDesk {

	private static final String GIVEN_UP = "team-mails";

	private final ObjectProvider<TeamTasks> features;

	private final OutgoingMails mails;

	private final Outbox outbox;

	private final TeamMembers members;

	private final TeamNotice notice;

	private final TeamRecords records;

	TeamDesk(ObjectProvider<TeamTasks> features, OutgoingMails mails, Outbox outbox, TeamMembers members,
			TeamNotice notice, TeamRecords records) {
		this.features = features;
		this.mails = mails;
		this.outbox = outbox;
		this.members = members;
		this.notice = notice;
		this.records = records;
	}

	/** Every queue there is, the empty ones too. */
	@Transactional(readOnly = true)
	List<TeamTask> tasks() {
		var undelivered = new TeamTask("Mails that reached nobody", "/team/mails?status=GIVEN_UP",
				this.mails.givenUp());
		return Stream
			.concat(this.features.orderedStream().flatMap((feature) -> feature.waiting().stream()),
					Stream.of(undelivered))
			.toList();
	}

	/** A mail that was given up is tried for another day. */
	void sendAgain(String by, UUID mail) {
		this.outbox.sendAgain(mail);
		this.records.add(by, mail, "had a mail sent again");
	}

	/**
	 * Writes of mails given up since the last notice, and of what came within the hour
	 * after one. A member's own mails do not count: they would be written of in another
	 * that reaches the member as little.
	 */
	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void remind() {
		List<String> team = this.members.all().stream().map((member) -> member.email().normalised()).toList();
		if (this.mails.countGivenUpSince(this.notice.lastTold(GIVEN_UP), team) > 0) {
			this.notice.tell(GIVEN_UP, Map.of());
		}
		this.notice.tellOwed(() -> tasks().stream().filter((task) -> task.open() > 0).toList());
	}

}
